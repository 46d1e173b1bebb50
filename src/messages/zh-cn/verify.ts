import type { verify as english } from '../en/verify.ts'

export const verify: typeof english = {
  notCheckedFresh: 'fresh：尚未过期，本机台账里也没有更新的交接包；是否另有更新的，只有卖方知道',
  newerSeen: (p) => `这个交接包在其系列中是第 ${p.sequence} 号；本机曾见过第 ${p.newer} 号`,
  newerSeenHint: '请使用更新的交接包；用 datadeed ledger show 可查看是何时见到的',
  notCheckedRestorable: 'restorable：没有给出密钥，请加 --key 我的.key 打开每个数据块',
  partly: (p) => `restorable：已检查 ${p.opened.join('、')}；这把密钥打不开 ${p.closed.join('、')}`,
  expired: (p) => `此交接包已于 ${p.date} 过期`,
  expiredHint: '请向卖方确认是否仍然有效；仍可恢复到文件夹',
}
