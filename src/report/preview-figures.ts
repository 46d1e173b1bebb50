import type { Messages } from '../messages/index.ts'
import type { AmountBand, CountBand, Preview, RoundedRows } from '../preview/index.ts'
import { formatCount } from './units.ts'

type Words = Messages['preview']

/** The figures of a preview in words of one language: the same on a page and in a terminal. */
export function formatRows(rows: RoundedRows, words: Words): string {
  return rows === 'few' ? words.few : words.about({ rows: formatCount(rows.about) })
}

export function formatBand(band: CountBand, words: Words): string {
  if (typeof band === 'string') return words[band]
  return words.counts({ from: formatCount(band.from), to: formatCount(band.below - 1) })
}

export function formatAmount(band: AmountBand, words: Words): string {
  if (typeof band === 'string') return words[band]
  const from = formatCount(band.from)
  return band.below === null
    ? words.amountsFrom({ from })
    : words.amounts({ from, below: formatCount(band.below) })
}

/** RFC 3339 to the day, as a person says it. */
export function dayOf({ created }: Preview): string {
  return created.slice(0, 10)
}
