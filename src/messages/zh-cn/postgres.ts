import type { postgres as english } from '../en/postgres.ts'

export const postgres: typeof english = {
  passwordInUrl: '数据库地址里写了密码，命令行上的内容别人看得到',
  hintPasswordFile:
    '请去掉密码，改在 ~/.pgpass（chmod 600）或 PGPASSFILE 指定的文件里写一行 主机:端口:数据库:用户:密码',
  hintPasswordElse: '也可以放在服务文件里（postgres://?service=名称），或放在 PGPASSWORD 里',
  badUrl: '这不是 PostgreSQL 数据库的地址',
  hintUrl: '应为 postgres://用户@主机:端口/数据库；只写 postgres: 则全部取自环境（PGHOST、PGSERVICE 等）',
  severalHosts: '地址里有多台主机，而快照只属于一台',
  notUnderstood: ({ name }) => `连接要求“${name}”，这里不支持`,
  hintNotUnderstood: '请从地址、服务文件或环境变量中去掉；它可能关系到安全，所以不会被悄悄忽略',
  badValue: ({ name, expected }) => `连接参数“${name}”没有这样的值，应为 ${expected}`,
  noService: ({ service, files }) => `${files.map((file) => `“${file}”`).join('和')}里都没有服务“${service}”`,
  badServiceLine: ({ path, line }) => `“${path}”第 ${line} 行：应为 名称=值`,
  noCertificate: ({ path, reason }) => `无法读取证书文件“${path}”（${reason}）`,
  hintCertificate:
    'sslmode 为 verify-ca 或 verify-full 时，需要签发服务器证书的机构：sslrootcert=文件，或 sslrootcert=system',

  passwordMissing: {
    missing: ({ path, file }) => `“${path}”需要密码，而密码文件“${file}”不存在`,
    'no-line': ({ path, file }) => `“${path}”需要密码，而“${file}”里没有一行与主机、端口、数据库和用户都相符`,
    'open-to-others': ({ path, file }) => `“${path}”需要密码，而“${file}”别人也能读，因此没有使用`,
  },
  hintPasswordLine:
    '每行是 主机:端口:数据库:用户:密码；* 表示任意，Unix 套接字写作 localhost，内容里的 : 和 \\ 要写成 \\: 和 \\\\',
  hintPasswordMode: ({ file }) => `chmod 600 "${file}"`,
  wrongPassword: ({ path }) => `“${path}”不接受该用户的密码`,
  hintWrongPassword: '请依次查看 PGPASSWORD、服务文件、密码文件（~/.pgpass）：用的是最先相符的那个',
  notLetIn: ({ path }) => `“${path}”不允许该用户从这里登录`,
  hintNotLetIn: '规则在服务器的 pg_hba.conf 里；请检查用户、数据库和 sslmode',
  noDatabase: ({ path }) => `“${path}”没有这个数据库`,
  hintNoDatabase: '不写库名时取与用户同名的库；psql -l 可以列出全部',
  tooManyConnections: ({ path }) => `“${path}”没有空闲的连接`,
  hintTooMany: '本工具需要两个连接；请关掉一些，或稍后再运行',
  cannotConnect: ({ path, reason }) => `无法连接“${path}”（${reason}）`,
  hintCannotConnect: '请检查主机、端口和 sslmode；用 psql 连接同一地址可以看到更多说明',

  tooOld: ({ path }) => `“${path}”早于 PostgreSQL 10，本工具从 10 开始支持`,
  noEncoding: ({ path }) => `“${path}”的编码是 SQL_ASCII：无从知道其中的字节是什么字符`,
  hintNoEncoding: '请把它的备份恢复到一个有明确编码的数据库，再封存',
  hintNoTables: '请检查数据库和该用户的搜索路径；其他模式里的表写作 模式.表名',
  schemasLeftOut: ({ path, names }) => `“${path}”：不在搜索路径里的表不读取，除非用 --table 指定：${names}`,
  noRightOn: ({ path, names }) => `“${path}”：该用户无权读取：${names}`,
  noRight: ({ path }) => `“${path}”：该用户无权读取某张表的全部行（或视图、查询所需的内容）`,
  hintNoRight: '请让管理员授权（GRANT SELECT；行被隐藏时还要 BYPASSRLS），或用 --table 指定其他的表',
  broken: ({ path, reason }) => `“${path}”：还没读完，连接就断了（${reason}）；已读内容一律不用`,
  hintBroken: '请看看服务器是否被停掉、网络是否中断，然后重新运行',
  failed: ({ path, reason }) => `“${path}”：服务器出错停下了（${reason}）`,
  hintFailed: '这是 PostgreSQL 的错误代码（见其手册附录）；服务器日志里有详情',
}
