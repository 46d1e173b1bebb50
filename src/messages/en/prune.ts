/** Deeds of a series whose content was removed. */
export const prune = {
  noRules:
    'nothing says which deeds to keep: no --keep-…, no --remove, and no retention under "backup" in a policy',
  noRulesHint: 'for example: --keep-last 3 --keep-daily 7 --keep-weekly 5 --keep-monthly 12 --keep-yearly 10',
  rulesAndNames: '--remove names the deeds to remove; it does not go with --keep-…',
  notANumber: (p: { flag: string; got: string }) =>
    `--${p.flag} takes the number of a deed, as "datadeed backup list" shows it; got "${p.got}"`,
  noDeed: (p: { numbers: readonly number[] }) => `the series has no such deed: ${p.numbers.join(', ')}`,
  noDeedHint:
    'its numbers: datadeed backup list --series FOLDER; of an unchanged night, name the deed that it is "as"; a hold in the policy must be of a number that is there',
  notWhole: (p: { why: string }) => `nothing is pruned, because the chain is not whole: ${p.why}`,
  notWholeHint: 'find out what has happened first: datadeed backup verify --series FOLDER',
  noGood: 'nothing is pruned: no deed of the series is as it was signed',
  damaged: (p: { name: string; why: string }) =>
    `${p.name} is not as it was signed (${p.why}); it stays, and so does the newest deed that is`,
  heldTooLate: (p: { sequence: number; by: number }) =>
    `deed ${p.sequence} is under hold, but its content was removed before, by ${p.by}`,
  prunedBefore: (p: { sequence: number; by: number }) => `deed ${p.sequence} was pruned before, by ${p.by}`,
  mustStay: (p: { deeds: readonly { sequence: number; guard: keyof typeof guards }[] }) =>
    `nothing is pruned: ${p.deeds.map(({ sequence, guard }) => `deed ${sequence} is ${guards[guard]}`).join('; ')}`,
  guardHints: {
    hold: 'take it out of --hold, or of hold under "backup" in the policy',
    newest: 'seal a new one first: datadeed backup run --always',
    drill: 'try another one first: datadeed backup drill --series FOLDER --key READER.key',
    form: 'put it back as a folder',
  },
  tooMany: (p: { got: number; most: number }) =>
    `${p.got} deeds would be pruned at once; a mark names at most ${p.most}: name them in parts, with --remove`,
  // Reports
  headings: ['Deed', 'Signed (UTC)', 'Rows', 'Size', 'Kept, why'],
  and: ', ',
  kept: {
    last: 'last',
    daily: 'daily',
    weekly: 'weekly',
    monthly: 'monthly',
    yearly: 'yearly',
    hold: 'on hold',
    newest: 'newest',
    drill: 'last drill passed',
    time: 'time is odd',
    form: 'is no folder',
    unnamed: 'not named',
  },
  removed: 'REMOVED',
  wouldRemove: 'would be REMOVED',
  done: (p: { removed: number; kept: number; bytes: string; mark: string }) =>
    `removed the content of ${deeds(p.removed)} (${p.bytes}), named in ${p.mark}; ${deeds(p.kept)} kept`,
  would: (p: { removed: number; kept: number; bytes: string }) =>
    `would remove the content of ${deeds(p.removed)} (${p.bytes}), and keep ${deeds(p.kept)}; nothing was changed`,
  nothing: 'nothing to remove',
  finished: (p: { names: string }) => `removed what an earlier prune had left: ${p.names}`,
  wouldFinish: (p: { names: string }) => `would remove what an earlier prune has left: ${p.names}`,
  odd: (p: { numbers: string }) =>
    `kept because of a time that lies ahead, or does not follow from the others: deeds ${p.numbers}; --remove N removes one all the same`,
  pruneOfOther: (p: { name: string; sequence: number }) =>
    `${p.name} prunes another deed than the one that is there as number ${p.sequence}`,
  prunePaper: (p: { file: string; sequence: number; count: number; signer: string; created: string }) =>
    `${p.file} is number ${p.sequence} of a series: it prunes ${deeds(p.count)}, of which manifest and signatures stay; signed by ${p.signer} on ${p.created}`,
  paperRemoved: (p: { numbers: string }) => `pruned       ${p.numbers}`,
  link: (p: { count: number }) => `prunes ${deeds(p.count)}`,
  deed: (p: { by: number }) => `deed, pruned by ${p.by}`,
  pruned: (p: { count: string }) => `pruned       ${p.count}, of which manifest and signatures are kept`,
  verified: (p: { count: string }) => `pruned: ${p.count}, of which manifest and signatures were checked`,
  goesOn: (p: { names: readonly string[] }) =>
    `what an earlier prune has left to be removed is removed now: ${few(p.names)}`,
  removing: (p: { name: string }) =>
    `pruned, but not all of its content is removed yet: ${p.name}; the next backup run or backup prune goes on`,
}

const guards = {
  hold: 'under hold',
  newest: 'the newest good one, or newer',
  drill: 'the last that passed a drill',
  form: 'no folder, so that no part of it can be removed',
}

/** Some names stand for many. */
function few(names: readonly string[]): string {
  return names.length > 5 ? `${names.slice(0, 4).join(', ')}, … (${names.length})` : names.join(', ')
}

function deeds(count: number): string {
  return count === 1 ? '1 deed' : `${count} deeds`
}
