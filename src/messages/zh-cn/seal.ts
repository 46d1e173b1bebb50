import type { seal as english } from '../en/seal.ts'

export const seal: typeof english = {
  noSuchTotal: (p) => `--control-total “${p.word}”：没有这一列`,
  totalMeansTwo: (p) => `--control-total “${p.word}”可以指不止一列；请用 --name 给其中一个表另起名字`,
  totalNotSealed: (p) => `--control-total “${p.word}”：只有原样封存的列才能求和`,
  totalsHint: '请写成 表.列，表名以交接包中的为准：datadeed seal … --dry-run 会列出表和列',
  tooManyTotals: (p) => `控制总数有 ${p.got} 个，最多保留 ${p.most} 个`,
  recordNeedsOpening: '封存底单要加密给您自己的公钥名片，而您的密钥只能签名',
  recordNeedsOpeningHint:
    '请制作兼有两种用途的密钥：datadeed keygen 名称 --role both；或不带 --record 封存，那样核对回执时不核对其证明',
  tooManyEpochs: (p) => `这些导出文件会让一个数据舱用到 ${p.most} 个以上的数据密钥`,
  widenEpochs: '请在策略中调大 epochs.rows 或 epochs.bytes，或减少一次封存的文件',
  nameIsNoText: (p) => `“${p.path}”的表名为空，或不是合法的 Unicode 文字`,
  dealIdTooLong: (p) => `--deal 超过 ${p.most} 个字符`,
  nameTooLong: (p) => `“${p.path}”的表名超过 ${p.most} 字节`,
  nameIsValue: (p) => `文件名“${p.path}”里有疑似手机号、卡号、证件号或邮箱的内容，而表名任何人都看得到`,
  nameForMany: ({ path, tables }) => `“${path}”有 ${tables} 张表，一个名称不够用`,
  nameForManyHint: '请按各表自己的名称分别命名：--name "表名=新名称"',
  readOnce: ({ table, columns, compartment }) =>
    `表“${table}”只能读一遍：策略没有决定的 ${columns} 列都归入最严格的数据舱 ${compartment}`,
  nameMatchesNothing: ({ name }) => `--name 里的“${name}”既不是导出文件，也不是其中的表`,
  giveName: '请自行给表命名，例如 --name "members.csv=会员"',
  sameName: (p) => `“${p.first}”与“${p.second}”都会成为表“${p.name}”`,
  tableDropped: (p) => `策略把表“${p.table}”的所有列都舍弃了`,
  tableDroppedHint: '请不要加入这个导出文件，或至少封存其中一列',
  readBackFailed: '写出的内容读回后与封存内容不一致，交接包已丢弃',
  readBackHint: '请检查磁盘后重新封存；没有发布任何文件',
  readerCannotOpen: (p) => `名片“${p.name}”没有可供封存的公钥`,
  readerCannotOpenHint: '请对方提供以 --role open 或 --role both 生成的名片',
}
