import { GENDERED } from '../lexicon.ts'
import type { Detector } from './detector.ts'

/** Words and letters for gender. */
export const gender: Detector = {
  name: 'gender',
  type: 'gender',
  by: 'shape',
  strength: 0.8,
  least: 0.9,
  matches: (cell) => cell.length <= 40 && GENDERED.test(cell),
}
