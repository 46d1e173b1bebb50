import type { prune as english } from '../en/prune.ts'

export const prune: typeof english = {
  pruneOfOther: (p) => `${p.name} 所清理的，不是现有的第 ${p.sequence} 号交接包`,
  prunePaper: (p) =>
    `${p.file} 是系列中的第 ${p.sequence} 号：清理了 ${p.count} 个交接包，只保留其清单和签名；由 ${p.signer} 签于 ${p.created}`,
  paperRemoved: (p) => `已清理       ${p.numbers}`,
  link: (p) => `清理 ${p.count} 个交接包`,
  deed: (p) => `交接包，内容已由第 ${p.by} 号清理`,
  pruned: (p) => `已清理       ${p.count} 个，保留其清单和签名`,
  verified: (p) => `已清理的交接包：${p.count} 个，已核验所保留的清单和签名`,
  removing: (p) => `已清理但内容尚未全部删除：${p.name}；下次 backup run 或 backup prune 会接着删除`,
}
