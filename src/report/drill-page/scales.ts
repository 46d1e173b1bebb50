const DAY_MS = 86_400_000
/** Shorter histories are told by days. */
const DAYS_BY_DAY = 75

/** A date on the axis. */
export interface Tick {
  readonly at: number
  readonly label: string
}

/** The end of an axis: the next 1, 2, 4 or 5 of a power of ten, or the next power of two; never 0. */
export function niceMost(value: number, base: 10 | 2): number {
  if (value <= 0) return 1
  if (base === 2) return 2 ** Math.ceil(Math.log2(value))
  const power = 10 ** Math.floor(Math.log10(value))
  return ([1, 2, 4, 5, 10].find((step) => step * power >= value) ?? 10) * power
}

/** At most so many dates from the first to the last moment: beginnings of months, or days where it was not so long. */
export function timeTicks(from: number, to: number, most: number): Tick[] {
  const days = (to - from) / DAY_MS
  if (days < DAYS_BY_DAY) {
    const count = Math.max(1, Math.min(most, Math.floor(days) + 1, 5))
    const ticks = Array.from({ length: count }, (_, at) =>
      count === 1 ? from : from + ((to - from) * at) / (count - 1),
    )
    return ticks.map((at) => ({ at, label: new Date(at).toISOString().slice(0, 10) }))
  }
  const first = new Date(from)
  const months: number[] = []
  for (let month = first.getUTCMonth() + 1; ; month++) {
    const at = Date.UTC(first.getUTCFullYear(), month)
    if (at > to) break
    months.push(at)
  }
  const every = [1, 2, 3, 6, 12, 24, 60].find((step) => months.length / step <= most) ?? 120
  return months
    .filter((at) => monthsOf(at) % every === 0)
    .map((at) => ({ at, label: new Date(at).toISOString().slice(0, 7) }))
}

/** So that every third month is January, April …, whenever the first drill was. */
function monthsOf(at: number): number {
  const date = new Date(at)
  return date.getUTCFullYear() * 12 + date.getUTCMonth()
}
