import type { json as english } from '../en/json.ts'

interface Place {
  path: string
  line: number
  offset: number
}

const at = (p: Place) => `“${p.path}”第 ${p.line} 行（字节偏移 ${p.offset}）`
const mib = (bytes: number) => `${bytes / 1024 / 1024} MiB`

export const json: typeof english = {
  empty: (p) => `“${p.path}”里没有表：没有任何带成员的对象`,
  wide: (p) => `“${p.path}”是 UTF-16 或 UTF-32；交换用的 JSON 应为 UTF-8`,
  hintWide: '请转换一份副本：iconv -f UTF-16 -t UTF-8 旧.jsonl > 新.jsonl',
  foreign: (p) => `“${p.path}”不是 JSON，实际内容是 ${p.what}`,
  hintForeign: '请指定 JSON 文件本身：每行一个对象（.jsonl），或一个对象数组（.json）',
  arrayInLines: (p) => `“${p.path}”里是一个数组；这种文件名应为每行一个对象`,
  hintNameJson: '请复制一份，文件名改以 .json 结尾',
  noArray: (p) => `“${p.path}”不以数组开头；这种文件名应为一个对象数组`,
  hintNameJsonl: '如果是每行一个对象：请复制一份，文件名改以 .jsonl 结尾',
  hintInnerArray: '如果数据行在某个对象里的数组中：请只取出该数组，例如 jq .rows 旧.json > 新.json',
  csvOnly: (p) => `${p.flags} 只适用于 CSV，而“${p.path}”按 JSON 读取`,
  hintCsvOnly: '请去掉该选项；需要它的导出文件请另用一条命令封存',
  emptyName: (p) => `“${p.path}”：有成员名为空，交接包的列不能没有名称`,
  hintEmptyName: '请在副本中给它起一个名称',
  valuesAsNames: (p) =>
    `“${p.path}”：有成员名像是数据（共 ${p.count} 列，例如第 ${p.columns.join('、')} 列）；列名不会加密`,
  hintKeyedByValue: '如果对象以手机号、日期等作键：请改导出为对象数组，把该键作为成员',
  faults: {
    encoding: (p) => `${at(p)}：不是有效的 UTF-8`,
    byte: (p) => `${at(p)}：不是有效的 JSON，此处应为别的字符`,
    cut: (p) => `${at(p)}：对象不完整，到此中断`,
    control: (p) => `${at(p)}：字符串里有未转义的控制字符，JSON 应写成 \\u00XX`,
    escape: (p) => `${at(p)}：反斜杠之后不是 JSON 的转义`,
    behind: (p) => `${at(p)}：值的后面还有内容`,
    noObject: (p) => `${at(p)}：该行不是对象`,
    keyTwice: (p) => `${at(p)}：对象中同一名称出现两次，各程序取哪一个并不一致`,
    nul: (p) => `${at(p)}：含有 NUL 字符，单元格无法保存`,
    surrogate: (p) => `${at(p)}：含有半个代理对，不是有效字符`,
    depth: (p) => `${at(p)}：嵌套超过 ${p.most} 层`,
    cellSize: (p) => `${at(p)}：该单元格超过 ${mib(p.most)}`,
    rowSize: (p) => `${at(p)}：从这里开始的一行超过 ${mib(p.most)}`,
    nameSize: (p) => `${at(p)}：列名将超过 ${p.most} 字节`,
    columns: (p) => `${at(p)}：超过 ${p.most} 列；嵌套对象的每个成员各成一列`,
  },
  hints: {
    encoding:
      '请重新导出为 UTF-8；若全文同为一种编码，可转换一份副本：iconv -f GB18030 -t UTF-8 旧.jsonl > 新.jsonl',
    byte: '请检查该处：应为每行一个对象（.jsonl）或一个对象数组（.json），并严格符合 RFC 8259',
    cut: '请检查该处：导出可能被截断，或 .jsonl 中一个对象占了多行',
    control: '请用会转义控制字符的程序重新导出',
    escape: '请用能写出有效 JSON 的程序重新导出',
    behind: '应为每行一个对象（.jsonl），或一个数组且其后别无内容（.json）',
    noObject: '每行都必须是对象，形如 {"名称": 值, …}；请按此重新导出',
    keyTwice: '请重新导出，使每个名称在其对象中只出现一次',
    nul: '请在数据来源处或在副本中删去',
    surrogate: '文字在字符中间被截断；请在数据来源处改正',
    depth: '请把内层导出成单独的表，或作为文本导出',
    cellSize: '请不要把图片等大块内容放进导出文件',
    rowSize: '请检查该处：可能缺少换行，或根本不是导出文件',
    nameSize: '请把成员名改短，或把内层对象导出成单独的表',
    columns: '如果对象以数据作键：请改导出为对象数组',
  },
}
