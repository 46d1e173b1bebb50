import type { keys as english } from '../en/keys.ts'

export const keys: typeof english = {
  cannotFollow: (p) => `${p.name}所附的名片不能接替签发者：两者是同一张，或用途不同`,
  datesOutOfOrder: (p) => `${p.name}中的日期先后颠倒`,
  tooLong: (p) => `${p.name}超过 ${p.most} 字节，不会是接替书`,
  noCardInside: (p) => `${p.name}没有附带用来核对签名的名片`,
  storedDiffers: (p) => `“${p.path}”的文件名是一张名片的指纹，但它不是由这张名片签署的`,
  storedDiffersHint: '文件被人改过；请删除它，再向对方索取一次接替书',
  oldNotTrusted: (p) => `这份接替书由“${p.name}”的名片（${p.fingerprint}…）签署，而本机并不信任这张名片`,
  oldNotTrustedHint: '先信任旧名片，或者直接核对新名片的数字：datadeed card trust 名片（会逐步询问）',
  leadsElsewhere: (p) => `没有接替书通向“${p.name}”的名片；给出的接替书通向：${p.names.join('、')}`,
  twoSuccessors: (p) =>
    `“${p.name}”指定了两张接替的名片：“${p.first}”和“${p.second}”，其中一张可能出自盗用者`,
  retired: (p) => `“${p.name}”的名片已于 ${p.date} 停用，它签的接替书不再带来信任`,
  callInsteadHint: '请拨打早已知道的号码找到本人，按数字信任新名片：datadeed card trust 新名片.card',
  onlyOpens: (p) => `“${p.name}”的密钥只能打开，不能签名，所以无法为接替者作证`,
  onlyOpensHint: '用 datadeed keygen 另做一把，并请对方在电话里核对数字；用途为 both 的密钥才可以轮换',
  rotatedAlready: (p) => `“${p.name}”的密钥已经轮换过，接替它的是“${p.successor}”`,
  rotatedAlreadyHint: '请轮换最新的那一把；一张名片只有一张接替的名片',
  rotated: (p) =>
    `${p.key}   私钥：绝不外传，请在安全处另存一份\n${p.card}   公钥名片：发给对方\n${p.succession}   接替书：一并发给对方，由旧名片为新名片作证`,
  nextRotate: (p) =>
    `下一步：把 ${p.card} 和 ${p.succession} 发给所有信任旧名片的人，请他们运行\n      datadeed card trust ${p.card} --successor ${p.succession}\n      ${p.opens ? `请保留 ${p.key}：封存给旧名片的内容只有它能打开` : `由 ${p.key} 签名的备份系列可用新密钥继续：今后运行 datadeed backup run 时改写 --key ${p.newKey}`}`,
  nextTrustSuccessor: (p) =>
    `下一步：今后封存、核验新内容时用 ${p.new}；${p.old} 以前签过的，仍用 ${p.old} 核验`,
  vouchedBy: (p) => `作证经过      ${p.path.join(' → ')}`,
  successionPaper: (p) => `${p.file} 是一份接替书，新旧两张名片都已签名`,
  names: (p) => `“${p.old}”由“${p.new}”接替  ${p.fingerprint}`,
  activeFrom: (p) => `${p.date}    ${p.name} 启用`,
  decryptOnlyFrom: (p) => `${p.date}    ${p.name} 此后只用于打开：不再签署新内容，也不再向它封存`,
  retiredFrom: (p) => `${p.date}    ${p.name} 停用：它为接替者作的证不再带来信任`,
  states: {
    'pre-active': (p) => `${p.date} 起启用`,
    active: () => '使用中',
    'decrypt-only': (p) => `${p.date} 起只用于打开`,
    retired: (p) => `${p.date} 起停用`,
  },
  stateFollowed: (p) => `${p.told}${p.date === null ? '' : `，到 ${p.date} 为止`}，由 ${p.successor} 接替`,
  compromised: (p) =>
    p.since !== null
      ? `拒绝使用：${p.since} 起失密`
      : `拒绝使用：${p.marked === null ? '' : `${p.marked} `}标记为失密`,
  cardState: (p) => `状态      ${p.state}`,
  notYetActive: (p) => `“${p.name}”的名片要到 ${p.date} 才启用`,
  notYetActiveHint: '在此之前请用它所接替的旧名片：datadeed card list',
  onlyOpensSince: (p) => `“${p.name}”的密钥自 ${p.date} 起只用于打开，由“${p.successor}”接替`,
  hasSuccessor: (p) => `“${p.name}”由“${p.successor}”接替，从 ${p.date} 起只用于打开`,
  useSuccessorHint: (p) => `今后新的内容请用“${p.successor}”`,
  uses: { signing: '签名密钥', reader: '读取方密钥' },
  tooOld: (p) =>
    `“${p.name}”的${p.use}已用 ${p.days} 天（生成于 ${p.date}）；满 ${p.most} 天的密钥不再用于新内容`,
  gettingOld: (p) =>
    `“${p.name}”的${p.use}已用 ${p.days} 天（生成于 ${p.date}）；满 ${p.most} 天后，新内容将拒绝使用它`,
  rotateHints: {
    signing: '用 datadeed keys rotate 我的.key 生成下一把',
    reader: '请向对方索取下一张名片：由对方运行 datadeed keys rotate 或 keygen',
  },
  sealedTooLate: (p) => `“${p.name}”的名片自 ${p.date} 起不再封存，而这个交接包自称封存于 ${p.sealed}`,
  sealedTooLateHint: (p) => `请打电话问本人：旧密钥可能落在别人手里；新的内容应由“${p.successor}”封存`,
  sellerOnlyOpens: (p) => `“${p.name}”的名片自 ${p.date} 起不再封存；这个交接包自称早于该日`,
  sellerRetired: (p) => `“${p.name}”的名片自 ${p.date} 起停用；这个交接包自称早于该日`,
}
