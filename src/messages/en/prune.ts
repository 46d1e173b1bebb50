/** Deeds of a series whose content was removed. */
export const prune = {
  pruneOfOther: (p: { name: string; sequence: number }) =>
    `${p.name} prunes another deed than the one that is there as number ${p.sequence}`,
  prunePaper: (p: { file: string; sequence: number; count: number; signer: string; created: string }) =>
    `${p.file} is number ${p.sequence} of a series: it prunes ${deeds(p.count)}, of which manifest and signatures stay; signed by ${p.signer} on ${p.created}`,
  paperRemoved: (p: { numbers: string }) => `pruned       ${p.numbers}`,
  link: (p: { count: number }) => `prunes ${deeds(p.count)}`,
  deed: (p: { by: number }) => `deed, pruned by ${p.by}`,
  pruned: (p: { count: string }) => `pruned       ${p.count}, of which manifest and signatures are kept`,
  verified: (p: { count: string }) => `pruned: ${p.count}, of which manifest and signatures were checked`,
  removing: (p: { name: string }) =>
    `pruned, but not all of its content is removed yet: ${p.name}; the next backup run or backup prune goes on`,
}

function deeds(count: number): string {
  return count === 1 ? '1 deed' : `${count} deeds`
}
