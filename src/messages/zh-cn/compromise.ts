import type { compromise as english } from '../en/compromise.ts'

export const compromise: typeof english = {
  needsReason: (p) => `请说明为什么这张名片又可以使用：--reason 理由，最多 ${p.most} 个字符；台账会留存`,
  notMarked: (p) => `“${p.name}”的名片在本机没有失密标记`,
  marked: (p) =>
    `本机从现在起拒绝“${p.name}”的名片（${p.digits}）${p.date === null ? '' : `；自 ${p.date} 起失密`}`,
  unmarked: (p) => `“${p.name}”的名片已取消失密标记`,
  lookedNowhere: '没有查看任何交接包；要查看请用 --among 交接包|文件夹|rclone:远程:路径',
  looked: (p) => `查看了 ${p.deeds} 个交接包，受影响的有 ${p.reached} 个`,
  reach: (p) => `  ${p.deed}：${p.does.join('；')}`,
  opens: (p) => `它能打开 ${p.names.join('、')}`,
  wasReader: '当初是封存给它的',
  signed: (p) =>
    p.before === null ? '由它签署' : p.before ? '由它签署，自称早于该日' : '由它在该日之后签署',
  mayGrant: '允许它授权',
  hasGranted: '由它授权给过别人',
  holdsShare: '它持有一份托管份额',
  blank: {
    newCard: '新名片.card',
    newKey: '新密钥.key',
    myKey: '我的.key',
    hostKey: '主机.key',
    sources: '导出文件…',
    reader: '读取方.card',
    seller: '卖方.card',
    exports: '导出文件…',
    folder: '文件夹',
  },
  mend: '请按以下顺序补救：',
  stepTrust: (p) =>
    `打电话给“${p.name}”的主人；对方用 keygen 另做一把密钥（旧密钥签的接替书会被拒绝），并念出新名片的数字`,
  stepSigned: (p) => `由其主人用新密钥、从原始数据重新封存 ${p.deed} 的导出文件，然后删除旧交接包和所有副本`,
  stepBegin: (p) => `由备份主机用新密钥另建一个系列来代替 ${p.folder}；其中的交接包从现在起都会被拒绝`,
  stepReseal: (p) => `由另一位能打开 ${p.deed} 全部内容的人换新密钥重新封存，不再给“${p.name}”的旧名片`,
  stepResealCopy: (p) =>
    `${p.deed} 是从系列中拷出的副本：用不着就删除；要留下内容，则由另一位能打开其全部内容的人换新密钥重新封存，不再给“${p.name}”的旧名片，然后删除它`,
  stepRetire: (p) => `各读取方打开无误后，再运行一次以移除 ${p.deed}；其余副本由持有者删除`,
  stepRotate: (p) =>
    `由另一位能打开 ${p.folder} 中各交接包且可授权的人，把“${p.name}”的旧名片移出密钥文件；已复制这些文件的人仍能打开`,
  stepRun: (p) => `由备份主机在 ${p.folder} 中再加一个交接包，数据密钥是新的`,
  stepPrune: (p) =>
    `再由备份主机从 ${p.folder} 中清理泄露的密钥还能打开的交接包；必须保留可恢复的，先重新封存到别的文件夹`,
  stepCheck: '再清点一次，看是否还有它能打开的交接包',
  limits: [
    '发出去的密钥收不回来：拿到这把密钥的人，仍能打开手中的每一份副本。',
    '只计入用 --grant 给出的授权书；而且只有本机拒绝这张名片，请通知其他各方。',
  ],
}
