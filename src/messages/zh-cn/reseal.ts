import type { reseal as english } from '../en/reseal.ts'

export const reseal: typeof english = {
  opensPart: (p) => `您的密钥打不开 ${p.closed.join('、')}：只有能打开全部数据舱的人才能重新封存`,
  opensPartHint:
    '请由能打开全部数据舱的人来做（datadeed inspect 交接包 会列出）；若另有授权书，请用 --grant 给出',
  nobodyOpens: (p) => `没有人能打开 ${p.names.join('、')}：原来能打开它的名片都不受信任，或没有被点名`,
  nobodyOpensHint: '请用 --to 逐一写明谁能打开新交接包；交接包原来没有的名片，将接替未被点名的读取方',
  noRoomFor: (p) => `${p.names.join('、')} 没有可接替的人：原来的读取方都还在`,
  noRoomForHint: '请先不写这张名片重新封存，再授权给它：datadeed grant 新交接包 --to 名片 …',
  subjectsDiffer: (p) => `${p.name} 正文所说的交接包与签名所指的不一致`,
  readBackFailed: '写入的内容读回后与原交接包不一致；新交接包已丢弃，原交接包未动',
  otherTables: '新交接包的表或列与旧交接包不同',
  inSeries: (p) => `这个交接包是备份系列的第 ${p.sequence} 号：在这里移除会使链中断`,
  inSeriesHint: (p) =>
    `请去掉 --retire；系列中不再需要的交接包用以下命令清理：datadeed backup prune --remove ${p.sequence}`,
  retiresNoLink: (p) => `“${p.path}”是一个链接；--retire 要移除的是交接包本身，请直接写它的路径`,
  progress: {
    reseal: (p) => `正在重新封存 ${p.table}`,
    'read-back': (p) => `正在读回 ${p.table}`,
  },
  keyOnlyOpens: (p) => `${p.name} 的密钥只能打开，而新交接包需要签名`,
  keyOnlyOpensHint:
    '请另给一个能签名的密钥：--sign-key 我的另一个.key；可用 datadeed keygen 名称 --role sign 生成',
  resealed: (p) => `已重新封存  ${p.output}  （交接包 ${p.id}）`,
  wentOn: (p) => `先前已重新封存  ${p.output}  （交接包 ${p.id}）；这次补完了剩下的步骤`,
  wouldReseal: (p) => `将重新封存  ${p.output}`,
  of: (p) => `来自      ${p.deed}  （交接包 ${p.id}，由 ${p.seller} 封存）`,
  size: (p) => `${p.tables} 个表共 ${p.rows} 行，${p.bytes}，用时 ${p.time}`,
  sameContent: (p) => `已读回：内容与 ${p.seller} 为旧交接包所签的逐字节一致`,
  signedBy: (p) => `签署      ${p.name}；打开它的人用 --from 给出这张名片`,
  paperWritten: (p) => `文书      ${p.paper} 说明哪个交接包接替哪个`,
  leftOut: (p): string => {
    const why = {
      compromised: '名片在本机已标记为失密',
      unknown: '名片在本机不受信任',
      'not-named': '名片没有用 --to 点名',
    }
    return `${p.name} 打不开新交接包：${why[p.because]}`
  },
  follows: (p) => `${p.by} 接替 ${p.was}，能打开同样的内容`,
  escrowLeft: '旧交接包有托管，新交接包没有',
  outsideSeries: (p) => `旧交接包是备份系列的第 ${p.sequence} 号；新交接包不在系列之内`,
  retired: (p) => `旧交接包已从此处移除；其清单和签名保留在 ${p.folder}`,
  limits: ['发出去的密钥收不回来：持有旧交接包密钥和副本的人，仍能读那份副本。'],
  next: (p) =>
    `下一步：把 ${p.output} 交给各读取方；对方打开无误后，加 --retire 再运行一次以移除 ${p.deed}，并请各方删除其余副本`,
  nextInSeries: (p) =>
    `下一步：把 ${p.output} 交给各读取方；对方打开无误后，由系列的备份主机用以下命令清理旧的：datadeed backup prune --remove ${p.sequence}；并请各方删除 ${p.deed} 的其余副本`,
  nextRetired: (p) => `下一步：把 ${p.output} 交给各读取方，并请各方删除 ${p.deed} 的其余副本`,
  isPaper: (p) => `${p.file} 说明哪个交接包接替哪个，签名与所述相符`,
  paperBefore: (p) => `旧交接包  ${p.id}，由 ${p.seller} 封存`,
  paperAfter: (p) => `新交接包  ${p.id}`,
  paperTables: (p) => `内容      ${p.tables.join('、')}，共 ${p.rows} 行`,
  paperMeans: '“两者内容相同”是签署人的话：签署人打开过两者；能打开两者的人可以再次核对',
}
