import { type CountBand, countBand, FEW, type Interval, possibleCounts } from './bands.ts'

/**
 * The parts of a whole as a preview may tell them: every part below ten only as that, and no such part narrower than it by
 * what is told of the others and of the whole. Where the bands alone would narrow it, the smallest part of ten or more is
 * held back too, and then one cannot tell which of those held back are the small ones (complementary suppression).
 * @param whole - what a reader knows of the sum of all parts
 * @returns undefined if no way to tell the parts is safe
 */
export function breakDown(parts: readonly number[], whole: Interval): readonly CountBand[] | undefined {
  if (parts.reduce((sum, part) => sum + part, 0) < FEW) return undefined
  const banded = parts.map(countBand)
  if (hidesFew(banded, whole)) return banded
  const smallest = Math.min(...parts.filter((part) => part >= FEW))
  const held = parts.indexOf(smallest)
  const withheld = banded.map((band, part) => (band === 'few' || part === held ? 'withheld' : band))
  return held >= 0 && hidesFew(withheld, whole) ? withheld : undefined
}

/** Whether every part that is held back could still be any number from 0 to 9, for all that can be computed. */
export function hidesFew(bands: readonly CountBand[], whole: Interval): boolean {
  const ranges = bands.map(possibleCounts)
  const least = ranges.reduce((sum, range) => sum + range.least, 0)
  const most = ranges.reduce((sum, range) => sum + range.most, 0)
  return bands.every((band, part) => {
    if (typeof band === 'object') return true
    const { least: ownLeast, most: ownMost } = ranges[part] ?? possibleCounts(band)
    // Infinity less infinity is no number: what others could be is summed up without this one.
    const othersMost =
      ownMost === Number.POSITIVE_INFINITY
        ? ranges.reduce((sum, range, other) => (other === part ? sum : sum + range.most), 0)
        : most - ownMost
    return whole.least - othersMost <= 0 && whole.most - (least - ownLeast) >= FEW - 1
  })
}
