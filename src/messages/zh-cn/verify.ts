import type { verify as english } from '../en/verify.ts'

export const verify: typeof english = {
  notCheckedFresh: '时效：未见过期；但没有台账，无从得知是否已有更新的交接包',
  notCheckedRestorable: '可恢复：没有给出密钥，请加 --key 我的.key 打开每个数据块',
  partly: (p) => `可恢复：已检查 ${p.opened.join('、')}；这把密钥打不开 ${p.closed.join('、')}`,
  expired: (p) => `此交接包已于 ${p.date} 过期`,
}
