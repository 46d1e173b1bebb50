import type { sources as english } from '../en/sources.ts'

export const sources: typeof english = {
  join: '，',
  csv: ({ encoding, encodingBy, delimiter }) =>
    `编码 ${encoding}（依据：${encodingBy}），分隔符 ${delimiter}`,
  jsonl: 'JSON 行文件',
  json: 'JSON 数组',
  xlsx: ({ sheet }) => `Excel 工作表“${sheet}”`,
  sqlite: ({ from }) => `SQLite ${from}`,
  postgres: ({ from, version }) => `PostgreSQL ${version} ${from}`,
  from: { table: '表', view: '视图', query: '查询' },
  compressed: ({ by }) => `${by} 压缩`,
  files: ({ files }) => `${files} 个文件合为一张表`,
  excluded: {
    'above-header': ({ rows }) => `表头以上的 ${rows} 行不收入`,
    'below-table': ({ rows }) => `表尾以下的 ${rows} 行不收入`,
    blank: ({ rows }) => `${rows} 个空行不收入`,
  },
  remarks: {},
  otherRemark: ({ column, code, cells }) => `列“${column}”：${code}（${cells} 个单元格）`,
}
