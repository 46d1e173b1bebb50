import type { ingest as english } from '../en/ingest.ts'

interface Place {
  path: string
  line: number
  character: number
}

const at = (p: Place) => `“${p.path}”第 ${p.line} 行第 ${p.character} 个字符`
const mib = (bytes: number) => `${bytes / 1024 / 1024} MiB`

export const ingest: typeof english = {
  isDirectory: (p) => `“${p.path}”是文件夹，需要的是导出文件`,
  notAFile: (p) => `“${p.path}”是管道、套接字或设备，需要的是普通文件`,
  hintCopyFirst: '请先把内容保存成文件，再指定该文件',
  cannotRead: (p) => `无法读取“${p.path}”（${p.reason}）`,
  changed: (p) => `读取期间“${p.path}”发生了变化，已读内容一律不用`,
  hintChanged: '请等写入它的程序结束，或先复制一份，再重新运行',
  standardInput: '标准输入',
  otherDigest: ({ path }) => `“${path}”的 SHA-256 与 --expect-sha256 不符`,
  otherRows: ({ path, got, expected }) => `“${path}”有 ${got} 行，--expect-rows 要求 ${expected} 行`,
  hintUnexpected: '可能被截断，或不是原来的那一份；请重新导出',
  packedBroken: ({ path, what }) => `“${path}”不是完整的 ${what} 数据：被截断、已损坏，或后面还有别的内容`,
  hintPackedBroken: '请从生成它的地方重新复制一份',
  packedRatio: ({ path, most }) => `“${path}”解压后超过原大小的 ${most} 倍`,
  hintPackedRatio: '正常的导出文件不会这样；如确认无误，请先解压，再指定解压后的文件',
  rowsOfMany: ({ path }) => `--expect-rows 只适用于单表导出，“${path}”不是`,
  tooManyFiles: ({ got, most }) => `合为一张表的文件有 ${got} 个，最多 ${most} 个`,
  hintTooManyFiles: '请先合并其中一些，或分成几张表',
  otherColumnCount: ({ path, first, got, expected }) => `“${path}”有 ${got} 列，“${first}”有 ${expected} 列`,
  otherColumnName: ({ path, first, column, got, expected }) =>
    `“${path}”第 ${column} 列名为“${got}”，而“${first}”里是“${expected}”`,
  otherEncoding: ({ path, first, got, expected }) => `“${path}”的编码是 ${got}，“${first}”是 ${expected}`,
  otherDelimiter: ({ path, first }) => `“${path}”的分隔符与“${first}”不同`,
  hintOneShape: '合为一张表的文件，列名、列序和写法都必须相同',
  hintJoined: '若每个文件各成一张表，请逐个指定文件而不是文件夹，也不要用 --join',
  cutUnseen: '标准输入：没有 --expect-rows 或 --expect-sha256，就无法知道数据是否被截断',
  foreignFormat: (p) => `“${p.path}”不是 CSV，实际内容是 ${p.what}`,
  protectedWorkbook: '加了密码的 Excel 工作簿（OLE）',
  aDeed: '交接包',
  hintUnpack: '请先解压，再指定里面的 CSV',
  hintSaveAsXlsx: '请用 Excel、WPS 或 LibreOffice 打开，另存为 .xlsx',
  hintRenameXlsx: '请把扩展名改为 .xlsx',
  hintWorkbookAlone: '请把它作为单独的 .xlsx 文件交给 datadeed：不压缩、不经管道、不与其他文件合并',
  hintPassword: '请用密码打开，取消密码，再另存为 .xlsx',
  hintExportAsCsv: '请在生成此文件的软件里把表导出为 CSV（UTF-8）',
  hintNameJson: '请把它存成单独的文件，文件名以 .jsonl（每行一个对象）或 .json（一个对象数组）结尾',
  hintNameDatabase: '请把文件名改为以 .db 结尾：其中的表会原样读取',
  hintDecrypt: '请先解密，再指定里面的 CSV',
  hintIsDeed: '它已经封存好了；要取出导出文件：datadeed restore',
  empty: (p) => `“${p.path}”里没有表：应有表头行，却只有空行或什么都没有`,
  hintEmpty: '请重新导出，并确认导出了数据',

  bomContradictsFlag: (p) => `“${p.path}”开头是 ${p.bom} 的字节顺序标记，而指定的编码是 ${p.flag}`,
  utf16WithoutBom: (p) => `“${p.path}”看起来是 UTF-16，但没有字节顺序标记，无法确定是哪一种`,
  utf32: (p) => `“${p.path}”是 UTF-32 编码，本工具不读取`,
  hintUtf32: '请转换一份副本：iconv -f UTF-32 -t UTF-8 旧.csv > 新.csv',
  halfUnit: (p) => `“${p.path}”共 ${p.size} 字节，${p.encoding} 应为偶数：文件在字符中间被截断`,
  badByte: (p) => `${at(p)}（字节偏移 ${p.offset}）：不是有效的 ${p.encoding}`,
  secondBom: (p) => `“${p.path}”第 ${p.line} 行：第 1 列的列名里又有一个字节顺序标记`,
  hintSecondBom: '请在副本中删去；常见原因是把各带一个标记的文件拼在了一起',
  noEncoding: (p) =>
    `“${p.path}”不是 UTF-8（首个问题在字节偏移 ${p.offset}，第 ${p.line} 行），按 ${p.tried.join('、')} 也都无法完整解码`,
  ambiguousEncoding: (p) =>
    `“${p.path}”不是 UTF-8（首个问题在字节偏移 ${p.offset}，第 ${p.line} 行）；可能是 ${p.candidates.join(' 或 ')}，但仅凭表头无法确定`,
  hintEncoding: (p) => `请指明编码：--encoding ${p.encoding}`,
  hintWestern: '如果出自西欧语言的软件：--encoding windows-1252',
  hintReExport: '请重新导出为 UTF-8；由不同编码拼接成的文件须先拆开',

  badSeparatorLine: (p) =>
    `“${p.path}”开头的 "sep=" 行所写的分隔符不是 "," ";" "|" 或制表符，或与 --delimiter 不一致`,
  hintSeparatorLine: '请不要加 --delimiter，或在副本中删去 "sep=" 行',
  ambiguousDelimiter: (p) =>
    `“${p.path}”可以按多种分隔符读取：${p.names.map((name) => `"${name}"`).join(' 和 ')}`,
  hintDelimiter: (p) => `请指明分隔符：--delimiter "${p.delimiter}"`,
  titleLine: (p) => `“${p.path}”：首行只有 1 个字段，而多数行以 "${p.delimiter}" 分成 ${p.usual} 个字段`,
  hintOneField: '如果那是标题行或合计行，请在副本中删去',

  nulByte: (p) => `${at(p)}：第 ${p.field} 个字段含 NUL 字符，CSV 文本不允许`,
  bareQuote: (p) => `${at(p)}：第 ${p.field} 个字段不以引号开头，中间却出现引号`,
  textAfterQuote: (p) => `${at(p)}：第 ${p.field} 个字段的右引号后面还有文字（该字段始于第 ${p.opened} 行）`,
  unclosedQuote: (p) => `${at(p)}：从这里开始的引号没有结束`,
  raggedRow: (p) => `“${p.path}”第 ${p.line} 行：有 ${p.got} 个字段，应为 ${p.expected} 个`,
  fieldTooLong: (p) => `${at(p)}：第 ${p.field} 个字段超过 ${mib(p.most)}`,
  rowTooLong: (p) => `“${p.path}”第 ${p.line} 行：该行超过 ${mib(p.most)}`,
  noRowEnd: (p) => `“${p.path}”：超过 ${mib(p.most)} 仍未见行尾`,
  headerTooLong: (p) => `“${p.path}”：表头行在前 ${mib(p.most)} 之内没有结束`,
  hintQuotes: '请重新导出：引号字段内的引号要写成两个（RFC 4180），不能用反斜杠',
  hintRagged: '请检查该行：字段中若有分隔符，整个字段须加引号',
  hintCheckExport: '请检查该处：导出可能被截断，或根本不是 CSV',

  typedNul: ({ path, row, column }) =>
    `“${path}”第 ${row} 行第 ${column} 列含有 NUL 字符，文本单元格无法保存`,
  typedSurrogate: ({ path, row, column }) =>
    `“${path}”第 ${row} 行第 ${column} 列含有半个代理对，不是有效字符`,
  typedCellTooLong: ({ path, row, column, most }) =>
    `“${path}”第 ${row} 行第 ${column} 列的单元格超过 ${mib(most)}`,
  typedRowTooLong: ({ path, row, most }) => `“${path}”第 ${row} 行超过 ${mib(most)}`,

  tooManyColumns: (p) => `“${p.path}”有 ${p.got} 列，最多允许 ${p.most} 列`,
  hintSplitTable: '请拆成几张表导出，每张都带上共有的那一列',
  emptyNames: (p) => `“${p.path}”第 ${p.line} 行：第 ${p.columns.join('、')} 列没有列名`,
  doubleName: (p) => `“${p.path}”第 ${p.line} 行：第 ${p.first} 列与第 ${p.second} 列同名“${p.name}”`,
  nameTooLong: (p) => `“${p.path}”第 ${p.line} 行：第 ${p.column} 列的列名超过 ${p.most} 字节`,
  valuesAsNames: (p) =>
    `“${p.path}”第 ${p.line} 行：第 ${p.columns.join('、')} 列的列名像是数据；列名不会加密`,
  hintNameColumns: '请在副本中给每一列各起一个列名',
  hintNoHeader: '如果首行就是数据：--no-header',
  hintHeader: '如果确实是列名：--header',

  badSegment: (p) => `种类为“${p.kind}”的列段不符合格式要求`,
  hintDamaged: '请核验交接包；若完好，则是生成它的程序有误，请向发送方索取新的',
}
