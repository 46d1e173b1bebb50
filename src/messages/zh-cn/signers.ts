import type { signers as en } from '../en/signers.ts'

export const signers: typeof en = {
  tooMany: (p) => `这个备份系列先后由超过 ${p.most} 张名片签署`,
  twoHint: '请拨打您早已知道的号码向持有人核实；错误的那份文书不应留在系列的 signers 文件夹里',
  tooEarly: (p) => `它自称签署于 ${p.signed}，而“${p.name}”的名片自 ${p.date} 起才启用`,
  tooLate: (p) => `它自称签署于 ${p.signed}，而“${p.name}”的名片自 ${p.date} 起不再签署任何内容`,
  cameBack: (p) => `它由“${p.signer}”签署，而那时系列已由其后继名片接续`,
  cameBackHint: '有人持有旧密钥，或者某个旧任务仍在使用它：请查明是谁；这一环不算数',
  notSignedYet: (p) =>
    `本机认得的“${p.known}”还没有签署过其中任何一环；现有内容出自“${p.unknown}”，本机不认得它`,
  notSignedYetHint: '请把旧名片也设为受信任，或等下一次备份之后再看：datadeed card trust 旧名片.card',
  wentOn: (p) => `“${p.signer}”已接替“${p.own}”，并签署了系列的第 ${p.sequence} 号；“${p.own}”不能再往后签署`,
  wentOnHint: (p) => `请改用 ${p.signer} 的密钥：--key ${p.signer}.key`,
  signedBy: (p) => p.names.join('、随后由 '),
}
