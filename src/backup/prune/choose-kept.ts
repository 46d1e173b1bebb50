/** Rules by which copies are kept, from the finest to the coarsest. */
export const RULES = ['last', 'daily', 'weekly', 'monthly', 'yearly'] as const
export type Rule = (typeof RULES)[number]

/** How many copies each rule keeps; a rule that is absent keeps none. */
export type Retention = { readonly [Each in Rule]?: number | undefined }

/** A moment at which a deed held what the sources held: its own, or that of a mark that names it. */
export interface Snapshot {
  readonly sequence: number
  /** As it was signed. */
  readonly created: string
  /** Number of the deed. */
  readonly deed: number
}

const DAY_MS = 86_400_000

/**
 * By the number of a deed, the rules that keep it: each keeps the newest snapshot of as many periods as it says, counted
 * back from the newest one that has a snapshot. Snapshots come in the order of the series, and of time.
 */
export function chooseKept(
  snapshots: readonly Snapshot[],
  retention: Retention,
): ReadonlyMap<number, readonly Rule[]> {
  const kept = new Map<number, Rule[]>()
  for (const rule of RULES) {
    const most = retention[rule] ?? 0
    const periods = new Set<string>()
    for (const { sequence, created, deed } of snapshots.toReversed()) {
      if (periods.size >= most) break
      const period = rule === 'last' ? String(sequence) : periodOf(rule, new Date(created))
      if (periods.has(period)) continue
      periods.add(period)
      const rules = kept.get(deed) ?? []
      if (!rules.includes(rule)) kept.set(deed, [...rules, rule])
    }
  }
  return kept
}

/** A calendar's day, ISO week, month or year in UTC; a week is called by its Monday. */
function periodOf(rule: Exclude<Rule, 'last'>, time: Date): string {
  switch (rule) {
    case 'daily':
      return time.toISOString().slice(0, 10)
    case 'weekly': {
      const sinceMonday = (time.getUTCDay() + 6) % 7
      return new Date(time.getTime() - sinceMonday * DAY_MS).toISOString().slice(0, 10)
    }
    case 'monthly':
      return time.toISOString().slice(0, 7)
    case 'yearly':
      return time.toISOString().slice(0, 4)
    default:
      return rule satisfies never
  }
}

/**
 * Numbers of links whose time cannot be believed: those to come, and of all others as few as must be left out for the rest
 * to be in the order of time (all but a longest sequence that does not fall). A clock that was wrong for one night
 * makes that night odd, not all that follow.
 */
export function findOddTimes(
  links: readonly Pick<Snapshot, 'sequence' | 'created'>[],
  now: Date,
): ReadonlySet<number> {
  const times = links.map(({ created }) => Date.parse(created))
  /** At each length, the link at which a sequence of that length can end earliest. */
  const ends: number[] = []
  const before = new Map<number, number | undefined>()
  for (const [at, time] of times.entries()) {
    if (time > now.getTime()) continue
    const length = countUpTo(ends, (end) => (times[end] ?? 0) <= time)
    before.set(at, ends[length - 1])
    ends[length] = at
  }
  const ordered = new Set<number>()
  for (let at: number | undefined = ends.at(-1); at !== undefined; at = before.get(at)) ordered.add(at)
  return new Set(links.filter((_, at) => !ordered.has(at)).map(({ sequence }) => sequence))
}

/** How many from the first on pass, of a list of which those come first; by halving. */
function countUpTo(list: readonly number[], passes: (item: number) => boolean): number {
  let [low, high] = [0, list.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if (passes(list[middle] ?? 0)) low = middle + 1
    else high = middle
  }
  return low
}
