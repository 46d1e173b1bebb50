import type { databases as english } from '../en/databases.ts'

const mib = (bytes: number) => `${bytes / 1024 / 1024} MiB`
const at = (p: { path: string; table: string; columns: readonly number[] }) =>
  `“${p.path}”表“${p.table}”第 ${p.columns.join('、')} 列`

export const databases: typeof english = {
  names: ({ names, more }) => names.join('、') + (more > 0 ? `，另有 ${more} 个` : ''),
  foreignFlags: ({ path, flags }) => `“${path}”是数据库，${flags} 针对的是 CSV，这里用不上`,
  tableAndQuery: '--table 与 --query 都用来指定读什么，请只用一个',
  noDatabase: '--table 与 --query 用于数据库，而这里没有一个导出是数据库',
  hintNoDatabase:
    '数据库是 SQLite 文件（按内容或 .db、.db3、.sqlite、.sqlite3 的文件名识别），或 postgres://…',
  noSuchTables: ({ path, names }) => `“${path}”里没有这些表或视图：${names}`,
  hintTables: ({ names }) => `其中有：${names}；用 --table 表名 选择`,
  noTables: ({ path }) => `“${path}”是没有表的数据库`,
  hintNoTables: '请确认没有拿错数据库；软件可能把数据存在另一个文件里',
  viewsLeftOut: ({ path, names }) => `“${path}”：视图不读取，除非用 --table 指定：${names}`,
  virtualLeftOut: ({ path, names }) => `“${path}”：虚拟表不读取，除非用 --table 指定：${names}`,
  shadowLeftOut: ({ path, names }) => `“${path}”：虚拟表自用的内部表不收入：${names}`,

  noColumns: ({ path, table }) => `“${path}”表“${table}”没有列`,
  tooManyColumns: ({ path, table, got, most }) => `“${path}”表“${table}”有 ${got} 列，最多允许 ${most} 列`,
  emptyNames: (p) => `${at(p)}没有列名`,
  badNames: (p) => `${at(p)}的列名含有 NUL 或无效字符`,
  longNames: (p) => `${at(p)}的列名超过 1,024 字节`,
  valuesAsNames: (p) => `${at(p)}的列名像是数据；列名不会加密`,
  doubleNames: (p) => `${at(p)}与前面的列同名`,
  hintRename: '请自己给列命名：--query "SELECT … AS 列名, … FROM …"',

  badQuery: ({ path, reason }) => `“${path}”：查询无法执行：${reason}`,
  parameters: '其中有参数，却没有给出值',
  givesNoRows: '它不产生行',
  failedRunning: ({ code }) => `执行中出错（${code}）`,
  hintQuery: '请写一条 SELECT；本工具只读取，不改动',

  notSqlite: ({ path }) => `“${path}”的文件名像 SQLite 数据库，内容却不是`,
  hintNotSqlite:
    '它可能是加密的（聊天软件和 SQLCipher 会这样做），也可能不完整：请用生成它的软件导出明文数据',
  damaged: ({ path }) => `“${path}”已损坏，SQLite 无法完整读取`,
  refused: ({ path, code }) => `“${path}”无法作为数据库读取（SQLite ${code}）`,
  hintDamaged: ({ path }) => `请把能救回的内容存入新文件：sqlite3 "${path}" .recover | sqlite3 新.db`,
  beside: ({ path, beside }) => `“${path}”不完整：“${beside}”里还有尚未写入的改动`,
  hintBeside: '请关闭正在使用它的软件，等旁边那个文件消失或变空，再重新运行',
  hintCopy: ({ path }) => `或先制作一份完整副本，再封存副本：sqlite3 "${path}" "VACUUM INTO '副本.db'"`,
  notText: ({ path, table, row, column }) =>
    `“${path}”表“${table}”第 ${row} 行第 ${column} 列的文本不符合数据库的编码`,
  hintNotText: '如果那本来就是字节而不是文本：--query "SELECT CAST(… AS BLOB) AS …, … FROM …"',
  rowTooLong: ({ path, most }) => `“${path}”：有一行超过 ${mib(most)}`,
}
