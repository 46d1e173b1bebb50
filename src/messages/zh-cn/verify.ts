import type { verify as english } from '../en/verify.ts'

export const verify: typeof english = {
  notCheckedAuthentic: '真实性：没有给出出让方的公钥名片，请加 --from 出让方.card',
  notCheckedFresh: '时效：此交接包没有有效期；没有台账，无从得知是否已有更新的交接包',
  notCheckedRestorable: '可恢复：没有给出密钥，请加 --key 我的.key 打开每个数据块',
  notCheckedFailed: (p) => `${p.verdict}：因上述问题无法检查`,
  partly: (p) => `可恢复：已检查 ${p.opened}；这把密钥打不开 ${p.closed}`,
  expired: (p) => `此交接包已于 ${p.date} 过期`,
  expiredHint: '请向出让方索取新的交接包；恢复到文件夹仍然可以进行',
}
