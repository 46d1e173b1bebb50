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
    blank: ({ rows }) => `表以上的 ${rows} 个空行不收入`,
  },
  remarks: {
    'large-object-not-read': ({ column, cells }) =>
      `列“${column}”：${cells} 个单元格指向大对象；大对象本身不读取，只封存其编号`,
    'digits-cut': ({ column, cells }) =>
      `列“${column}”：${cells} 个单元格此前已丢失数字：电子表格的数字只保留 15 位，而这些更长`,
    'not-a-date': ({ column, cells }) =>
      `列“${column}”：${cells} 个单元格设为日期格式，但不是日期；按原数字封存`,
    'date-rounded': ({ column, cells }) => `列“${column}”：${cells} 个日期舍入到毫秒`,
    'shown-otherwise': ({ column, cells }) =>
      `列“${column}”：${cells} 个数字在 Excel 中显示不同（前导零、货币符号、文字、百分比、长数字舍入）；封存的是存储的数字`,
    'shown-rounded': ({ column, cells }) =>
      `列“${column}”：${cells} 个数字的小数位多于 Excel 所显示的；封存的是存储的数字`,
    'formula-values': ({ column, cells }) => `列“${column}”：${cells} 个单元格是公式；封存的是计算结果`,
    'error-values': ({ column, cells }) => `列“${column}”：${cells} 个单元格是错误值，如 #N/A`,
    'merged-cells': ({ column, cells }) =>
      `列“${column}”：${cells} 个单元格属于合并单元格，本身为空；值只在合并区域的第一格`,
    'hidden-column': ({ column, cells }) =>
      `列“${column}”在工作表中是隐藏的（${cells} 个单元格有内容），与其他列一样封存`,
  },
  damage: ({ table, line }) => `表“${table}”，${line}`,
  hintDamage: '将按现状封存：最好从原系统把这些列以文本格式重新导出；--fail-on-damage 则会拒绝',
  damageRefused: ({ columns, cells }) =>
    `导出文件有 ${columns} 列（${cells} 个单元格）此前已损坏，而设置了 --fail-on-damage`,
  hintDamageRefused: '请从原系统把这些列以文本格式重新导出',
  otherRemark: ({ column, code, cells }) => `列“${column}”：${code}（${cells} 个单元格）`,
}
