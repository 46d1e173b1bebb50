import type { policy as english } from '../en/policy.ts'

const KINDS: Readonly<Record<string, string>> = {
  string: '单个值',
  array: '列表',
  map: '名称及其设置',
  object: '一组设置项',
}

export const policy: typeof english = {
  emptyInBackup: ({ key }) => `backup.${key} 是空的`,
  nulInBackup: ({ key }) => `backup.${key} 含有字符 U+0000，任何路径都不能有它`,
  retention: ({ rule, got, most }) => `backup.retention.${rule} 是“${got}”；应为保留的份数，1 至 ${most}`,
  hold: ({ got }) => `backup.hold：“${got}”不是交接包的序号`,
  notATime: ({ key, got }) => `backup.${key} 应为时长，如 90m、26h、7d 或 4w，得到的是“${got}”`,
  faults: ({ path, count, list }) => `策略文件“${path}”有 ${count} 处错误\n  ${list}`,
  drifted: ({ path, count, list }) => `导出文件与策略“${path}”审定的有 ${count} 处不同\n  ${list}`,
  planFaults: ({ list }) => `无法按要求封存这些导出文件\n  ${list}`,
  atLine: ({ line, what }) => `第 ${line} 行：${what}`,
  moreFaults: ({ count }) => `……另有 ${count} 处`,
  tooLarge: ({ path, bytes, most }) => `策略文件“${path}”有 ${bytes} 字节，最多读取 ${most} 字节`,
  notUtf8: ({ path }) => `策略文件“${path}”不是 UTF-8 文本`,
  duplicateKey: '同一名称出现了两次',
  notYaml: ({ code }) => `不是有效的 YAML（${code}）`,
  alias: '策略文件不接受别名引用（*名称）',
  unknownKey: ({ key, where }) => `${where === '' ? '' : `${where} 中`}有不认识的设置项“${key}”`,
  kind: (expected) => KINDS[expected] ?? expected,
  wrongKind: ({ where, expected }) => `${where || '整个文件'}：应为${expected}`,
  version: ({ got }) => `version 为“${got}”，本程序只读版本 1`,
  compartmentName: ({ name }) => `数据舱“${name}”：名称应为 1 至 32 个 a-z、0-9 或 -，并以字母开头`,
  noReaders: ({ name }) => `数据舱“${name}”没有任何读取方`,
  noReadersHint: '至少写一个读取方；或去掉 readers，表示 --to 中所有人都可打开',
  tooManyCompartments: ({ count, most }) => `连同内置的共 ${count} 个数据舱，一个交接包最多 ${most} 个`,
  unknownWord: ({ where, got, nearest, known }) =>
    `${where}：不认识“${got}”${nearest === undefined ? '' : `，是否想写“${nearest}”？`}${known === undefined ? '' : `（可用：${known}）`}`,
  declareCompartment: ({ name }) => `要用自定义数据舱，请先写在 compartments 下：${name}: { readers: [...] }`,
  epochRows: ({ got, most }) => `epochs.rows 为“${got}”，应为 1 至 ${most}`,
  epochBytes: ({ got }) => `epochs.bytes 为“${got}”，应为 1KiB 至 1GiB，例如 64MiB`,
  keyAge: ({ where, got }) => `${where} 为“${got}”，应为天数或年数，最多 100y，例如 90d 或 1y`,
  keyAgeOrder: ({ where }) => `${where}：due、warn、refuse 必须依次不减`,
  readerUnknown: ({ compartment, reader, nearest }) =>
    `数据舱“${compartment}”的读取方“${reader}”不在给出的公钥名片之中${nearest === undefined ? '' : `，是否想写“${nearest}”？`}`,
  readerUnknownHint: '请用 --to 加上对方的名片，或先确认信任：datadeed card trust 对方.card',
  readerAmbiguous: ({ compartment, reader }) =>
    `数据舱“${compartment}”的读取方“${reader}”对应不止一张名片，请改写为指纹`,
  noAddressee: '没有收件方：未用 --to 给出任何名片',
  noAddresseeHint: '请指明买方：--to 对方.card',
  allDropped: '策略去掉了所有列，没有可封存的内容',
  yamlHead: [
    'datadeed 对这些导出文件的判断。请核对、修改，然后用 --policy 封存。',
    '每列：type 语义类型，compartment 数据舱（同一批读取方可打开），action 动作；全部可选值列在文件末尾。',
    'found 是写这份文件时 datadeed 看到的类型，请不要改动：日后某列与 found 不符、新增或消失，',
    '封存会停下（退出码 14）。',
    '没有写在 compartments 下的数据舱，--to 中所有人都可打开。',
  ],
  yamlToCheck: ({ count }) =>
    `请核对标有 unsure: yes 的列，认可后去掉该标记，或运行 datadeed review 逐列询问。写这份文件时有 ${count} 列：`,
  yamlNothingToCheck: '每一列 datadeed 都有把握；仍请过目。',
  yamlReaders: 'compartments：谁可以打开哪个数据舱；写 --to 名片的名称或指纹',
  yamlUnsure: '？',
  yamlConfidence: ({ percent }) => `把握 ${percent}%`,
  yamlUnreviewed:
    '没有写在这里的列：refuse 拒绝（退出码 14）、seal-strict 封存给读取方最少的数据舱并列入报告、classify 按自动判断',
  yamlActions: ({ actions }) => `动作 action：${actions}（pseudonymise 须写明密钥，见 docs/policy.md）`,
  yamlTypes: '类型 type，按未另行指定时归入的数据舱排列：',
}
