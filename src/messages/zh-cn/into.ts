import type {
  into as english,
  intoPostgres as englishPostgres,
  intoSqlite as englishSqlite,
} from '../en/into.ts'

const quoted = (names: readonly string[]) => names.map((name) => `“${name}”`).join('、')

export const into: typeof english = {
  noTarget: '这不是可以恢复进去的数据库',
  hintTarget:
    '应写 sqlite:文件、postgres://用户@主机:端口/数据库，或只写 postgres:（一切取自 PGHOST 等环境变量）',
  schemaOfSqlite: '--schema 只用于 PostgreSQL；SQLite 文件没有模式',
  tooManyColumns: (p) => `${quoted(p.tables)}：该数据库的一张表最多 ${p.most} 列`,
  hintColumns: '改为恢复成文件（-o 文件夹），或只取部分列：--compartments 名称,…',
  tablesExist: (p) => `“${p.path}”中已有：${quoted(p.tables)}；未写入任何内容`,
  hintTablesExist:
    '用 --prefix 给新表另起名字，用 --replace 删除现有的表并重新建立，或用 --append 把行追加进去',
  hintOtherNames: '用 --prefix 给新表另起名字',
  cannotAppend: (p) => `“${p.path}”中有表不能接收这些行，未写入任何内容：${p.faults.join('；')}`,
  hintCannotAppend: '改动那些表，或用 --prefix 在旁边新建',
  lacksColumn: (p) => `表“${p.table}”没有列“${p.column}”`,
  takesNoText: (p) => `表“${p.table}”的列“${p.column}”是 ${p.declared}，文本不能原样存入`,
  needsColumn: (p) => `表“${p.table}”的列“${p.column}”必须有值，而交接包中没有`,
  cellsDoNotFit: (p) =>
    `表“${p.table}”的列“${p.column}”是 ${p.declared}，有 ${p.cells} 个单元格存入后不再是原来的文本（首个在第 ${p.row} 行）`,
  doNotFit: (p) => `“${p.path}”中有列不能接收这些单元格，未写入任何内容：${p.faults.join('；')}`,
  hintDoNotFit: '把那些列改为文本，或用 --prefix 在旁边新建表',
  tookOthers: (p) => `“${p.path}”的表“${p.table}”只收下 ${p.rows} 行中的 ${p.got} 行；没有保留任何内容`,
  tableDiffers: (p) =>
    `表“${p.table}”：${[
      ...(p.missing > 0 ? [`缺 ${p.missing} 行`] : []),
      ...(p.extra > 0 ? [`多 ${p.extra} 行`] : []),
      ...(p.different > 0 ? [`${p.different} 行在以下列中不同：${p.columns.join('、')}`] : []),
    ].join('，')}`,
  notTheSame: (p) => `从数据库读回的内容与封存的不一致，因此什么都没有保留：${p.tables.join('；')}`,
  hintNotTheSame: '检查是否有触发器、规则会改动写入的内容，或改为恢复到单独的表',
}

export const intoSqlite: typeof englishSqlite = {
  notAFile: (p) => `“${p.path}”不是文件`,
  busy: (p) => `另一个程序正在写入“${p.path}”；未作任何改动`,
  readOnly: (p) => `“${p.path}”无法打开或写入（SQLite ${p.code}）`,
  damaged: (p) => `“${p.path}”已损坏，SQLite 无法完整读取；未作任何改动`,
  full: (p) => `空间不足，无法写入“${p.path}”；未作任何改动`,
  tooLarge: (p) => `“${p.path}”：SQLite 存不下这么长的值；未作任何改动`,
  rule: (p) => `“${p.path}”：表的约束拒绝了某一行；未作任何改动`,
  noDatabase: (p) => `“${p.path}”已存在，但不是 SQLite 数据库；未作任何改动`,
  failed: (p) => `“${p.path}”无法写入（SQLite ${p.code}）；未作任何改动`,
  hints: {
    busy: '等那个程序结束，或恢复到新文件',
    readOnly: '检查文件夹以及两者的权限',
    damaged: '恢复到新文件',
    full: '清理磁盘空间，或改用另一块磁盘上的文件',
    tooLarge: '改为恢复成文件：-o 文件夹',
    rule: '恢复到单独的表，例如使用 --prefix',
    noDatabase: '换一个文件名；文件不存在时会新建',
    failed: '检查磁盘后重新运行该命令',
  },
}

export const intoPostgres: typeof englishPostgres = {
  tooOld: (p) => `“${p.path}”的版本早于 PostgreSQL 10，不支持写入`,
  notUtf8: (p) => `“${p.path}”的编码是 ${p.encoding}，存不下所有字符；只有 UTF8 可以`,
  hintNotUtf8: "新建一个可用的数据库：CREATE DATABASE 名称 ENCODING 'UTF8' TEMPLATE template0",
  noSchema: (p) => `“${p.path}”中没有模式“${p.schema}”`,
  noSchemaAtAll: (p) => `“${p.path}”：该用户搜索路径中的模式都不存在`,
  hintNoSchema: '先建立它：CREATE SCHEMA 名称；此处名称区分大小写',
  hintSchema: '指定一个：--schema 名称',
  anotherRestore: (p) => `另一次恢复正在写入“${p.path}”的这个模式`,
  hintAnotherRestore: '等它完成，或恢复到另一个模式：--schema 名称',
  commitUnknown: (p) => `“${p.path}”：连接恰好在提交的那一刻中断，无法得知是全部保留还是全部未保留`,
  hintCommitUnknown: '看一看那些表是否存在：要么完整，要么完全没有',
  noWriteRight: (p) => `“${p.path}”：该用户无权这样做；未作任何改动`,
  readOnly: (p) => `“${p.path}”不接受改动：它是副本，或被设为只读`,
  diskFull: (p) => `“${p.path}”：服务器空间已满；未作任何改动`,
  busy: (p) => `“${p.path}”：另一个会话占用着所需的表；未作任何改动`,
  appeared: (p) => `“${p.path}”：其间出现了同名的对象；未作任何改动`,
  needed: (p) => `“${p.path}”：要替换的表还被别的对象（如视图）使用；未作任何改动`,
  tooLarge: (p) => `“${p.path}”：有一行放不进 PostgreSQL 的表（${p.reason}）；未作任何改动`,
  rule: (p) => `“${p.path}”：表拒绝了某一行（${p.reason}）；未作任何改动`,
  brokenWrite: (p) => `“${p.path}”：写完之前连接中断（${p.reason}）；没有保留任何内容`,
  failedWrite: (p) => `“${p.path}”：服务器因错误停止（${p.reason}）；未作任何改动`,
  hints: {
    noWriteRight: '请管理员授予该用户在此模式中建表的权限（GRANT CREATE）；只有所有者才能替换表',
    readOnly: '改用主服务器，或可写入的数据库',
    diskFull: '在服务器磁盘上腾出空间',
    busy: '在 pg_stat_activity 中找到它，等它结束后重新运行该命令',
    appeared: '重新运行该命令',
    needed: '先删除那个对象，或恢复到旁边：--prefix 或 --schema',
    tooLarge: '只恢复部分列：--compartments 名称,…；或恢复成文件：-o 文件夹',
    rule: '该代码见 PostgreSQL 文档附录“错误代码”；服务器日志中有更多说明',
    brokenWrite: '检查服务器是否停止、网络是否中断，然后重新运行该命令',
    failedWrite: '该代码见 PostgreSQL 文档附录“错误代码”；服务器日志中有更多说明',
  },
}
