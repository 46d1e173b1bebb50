import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  chooseKept,
  findOddTimes,
  type Retention,
  RULES,
  type Snapshot,
} from '../../src/backup/prune/choose-kept.ts'

/** A snapshot of a deed of its own at each time, or of the deed that stands behind the time. */
const at = (...times: readonly (string | readonly [time: string, deed: number])[]): Snapshot[] =>
  times.map((each, index) => {
    const [time, deed] = typeof each === 'string' ? [each, index + 1] : each
    return { sequence: index + 1, created: time.length === 10 ? `${time}T01:00:00Z` : time, deed }
  })
const kept = (snapshots: readonly Snapshot[], retention: Retention) =>
  Object.fromEntries(chooseKept(snapshots, retention))

describe('which deeds rules keep', () => {
  it('keeps the newest of each day that has one, and counts no day without', () => {
    const snapshots = at('2026-11-01', '2026-11-01T23:59:59Z', '2026-11-05', '2026-11-09')
    expect(kept(snapshots, { daily: 3 })).toEqual({ 2: ['daily'], 3: ['daily'], 4: ['daily'] })
    expect(kept(snapshots, { daily: 2 })).toEqual({ 3: ['daily'], 4: ['daily'] })
  })

  it('keeps a deed for every night on which a mark said that it still held everything', () => {
    const snapshots = at(['2026-11-01', 1], ['2026-11-02', 1], ['2026-11-03', 3], ['2026-11-04', 1])
    expect(kept(snapshots, { last: 1 })).toEqual({ 1: ['last'] })
    expect(kept(snapshots, { daily: 2 })).toEqual({ 1: ['daily'], 3: ['daily'] })
  })

  it('begins weeks on Monday, also over the end of a year, and all periods in UTC', () => {
    // 2027-01-01 is a Friday: the week from 2026-12-28.
    const snapshots = at('2026-12-27', '2026-12-28', '2027-01-03T23:59:59Z', '2027-01-04T00:00:00Z')
    expect(kept(snapshots, { weekly: 9 })).toEqual({ 1: ['weekly'], 3: ['weekly'], 4: ['weekly'] })
    expect(kept(snapshots, { monthly: 9 })).toEqual({ 2: ['monthly'], 4: ['monthly'] })
    expect(kept(snapshots, { yearly: 1 })).toEqual({ 4: ['yearly'] })
  })

  it('lets each rule keep its own, so that one deed may serve several', () => {
    const snapshots = at('2025-12-31', '2026-10-31', '2026-11-01', '2026-11-02')
    expect(kept(snapshots, { last: 1, daily: 2, monthly: 2, yearly: 2 })).toEqual({
      1: ['yearly'],
      2: ['monthly'],
      3: ['daily'],
      4: ['last', 'daily', 'monthly', 'yearly'],
    })
    expect(kept(snapshots, {})).toEqual({})
    expect(kept([], { last: 3 })).toEqual({})
  })

  it('keeps of any series what each rule promises, and removes nothing more the second time', () => {
    const hours = fc.array(fc.tuple(fc.integer({ min: 0, max: 900 }), fc.boolean()), { maxLength: 80 })
    const retention = fc.record(
      Object.fromEntries(RULES.map((rule) => [rule, fc.integer({ min: 1, max: 9 })])),
      { requiredKeys: [] },
    )
    fc.assert(
      fc.property(hours, retention, (steps, rules: Retention) => {
        let [time, deed] = [Date.parse('2020-01-01T00:00:00Z'), 1]
        const snapshots = steps.map(([step, changed], index): Snapshot => {
          time += step * 3_600_000
          if (changed) deed = index + 1
          return { sequence: index + 1, created: new Date(time).toISOString(), deed }
        })
        const chosen = chooseKept(snapshots, rules)
        for (const rule of RULES) {
          const groups = Map.groupBy(snapshots, ({ sequence, created }) =>
            rule === 'last' ? String(sequence) : nameOf(rule, created),
          )
          const newest = [...groups.values()].map((group) => group.at(-1)?.deed)
          const promised = (rules[rule] ?? 0) === 0 ? [] : newest.slice(-(rules[rule] ?? 0))
          const held = [...chosen].filter(([, by]) => by.includes(rule)).map(([each]) => each)
          expect(held.sort((a, b) => a - b)).toEqual([...new Set(promised)])
        }
        const left = snapshots.filter((snapshot) => chosen.has(snapshot.deed))
        expect([...chooseKept(left, rules).keys()].sort()).toEqual([...chosen.keys()].sort())
      }),
    )
  })
})

/** By a way of its own: a week by its number in the year of its Thursday. */
function nameOf(rule: string, created: string): string {
  if (rule !== 'weekly') return created.slice(0, { daily: 10, monthly: 7 }[rule] ?? 4)
  const day = new Date(created)
  day.setUTCDate(day.getUTCDate() + 3 - ((day.getUTCDay() + 6) % 7))
  const first = Date.UTC(day.getUTCFullYear(), 0, 1)
  return `${day.getUTCFullYear()}-${Math.floor((day.getTime() - first) / 604_800_000)}`
}

describe('times that cannot be believed', () => {
  const odd = (times: readonly string[], now = '2026-11-25T00:00:00Z') => [
    ...findOddTimes(at(...times), new Date(now)),
  ]

  it('are those to come, and the few that stand in the way of the others', () => {
    expect(odd(['2026-11-01', '2026-11-01', '2026-11-02'])).toEqual([])
    expect(odd(['2026-11-01', '2026-11-26', '2026-11-03'])).toEqual([2])
    expect(odd(['2026-11-01', '2026-11-20', '2026-11-03', '2026-11-04'])).toEqual([2])
    expect(odd(['2026-11-10', '2026-11-11', '1970-01-01', '2026-11-12'])).toEqual([3])
    expect(odd([])).toEqual([])
  })

  it('leave the rest in order, whatever they are', () => {
    const day = fc.integer({ min: 1, max: 28 }).map((each) => `2026-11-${String(each).padStart(2, '0')}`)
    fc.assert(
      fc.property(fc.array(day, { maxLength: 30 }), (times) => {
        const out = new Set(odd(times))
        const rest = times.filter((_, index) => !out.has(index + 1))
        expect(rest).toEqual(rest.toSorted())
        expect(rest.every((each) => each <= '2026-11-24')).toBe(true)
        // Putting any one back breaks the order or lies ahead.
        for (const sequence of out) {
          const more = times.filter((_, index) => !out.has(index + 1) || index + 1 === sequence)
          const inOrder = more.every((each, index) => index === 0 || (more[index - 1] ?? '') <= each)
          expect(inOrder && (times[sequence - 1] ?? '') <= '2026-11-24').toBe(false)
        }
      }),
    )
  })
})
