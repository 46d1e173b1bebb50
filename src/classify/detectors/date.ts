import { findDay, isTimestamp } from '../dates.ts'
import type { Detector } from './detector.ts'

/** Dates, times and timestamps. */
export const date: Detector = {
  name: 'date',
  type: 'date',
  by: 'shape',
  strength: 0.9,
  least: 0.6,
  matches: (cell) => isTimestamp(cell) || findDay(cell) !== undefined,
}
