import { MARITAL } from '../lexicon.ts'
import type { Detector } from './detector.ts'

/** Married, single and the like. */
export const maritalStatus: Detector = {
  name: 'marital-status',
  type: 'marital-status',
  by: 'shape',
  strength: 0.9,
  least: 0.7,
  matches: (cell) => cell.length <= 40 && MARITAL.test(cell),
}
