import { findDay, isRecentTimestamp, isTimestamp } from '../dates.ts'
import { shareOf } from '../view.ts'
import type { Detector } from './detector.ts'

/** Dates, times and timestamps. */
export const date: Detector = {
  name: 'date',
  type: 'date',
  by: 'shape',
  strength: 0.9,
  least: 0.6,
  matches: (cell) => isTimestamp(cell) || findDay(cell) !== undefined,
  // Ten digits beginning with 1 or 2 are an identity number in more than one country.
  suits: (view) => shareOf(view, isTimestamp) < 0.5 || shareOf(view, isRecentTimestamp) > 0.5,
}
