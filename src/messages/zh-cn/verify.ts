import type { verify as english } from '../en/verify.ts'

export const verify: typeof english = {
  notCheckedFresh: 'fresh：尚未过期；但没有台账，无从得知是否已有更新的交接包',
  notCheckedRestorable: 'restorable：没有给出密钥，请加 --key 我的.key 打开每个数据块',
  partly: (p) => `restorable：已检查 ${p.opened.join('、')}；这把密钥打不开 ${p.closed.join('、')}`,
  expired: (p) => `此交接包已于 ${p.date} 过期`,
  expiredHint: '请向卖方确认是否仍然有效；仍可恢复到文件夹',
}
