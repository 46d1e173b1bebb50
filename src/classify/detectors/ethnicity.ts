import { ETHNIC } from '../lexicon.ts'
import type { Detector } from './detector.ts'

/** The ethnic groups of China. */
export const ethnicity: Detector = {
  name: 'ethnicity',
  type: 'ethnicity',
  by: 'shape',
  strength: 0.9,
  least: 0.8,
  matches: (cell) => cell.length <= 40 && ETHNIC.test(cell),
}
