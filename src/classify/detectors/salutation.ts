import { SALUTED } from '../lexicon.ts'
import type { Detector } from './detector.ts'

/** Forms of address. */
export const salutation: Detector = {
  name: 'salutation',
  type: 'salutation',
  by: 'shape',
  strength: 0.86,
  least: 0.8,
  matches: (cell) => cell.length <= 40 && SALUTED.test(cell),
}
