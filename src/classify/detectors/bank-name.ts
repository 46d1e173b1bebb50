import { BANK } from '../lexicon.ts'
import type { Detector } from './detector.ts'

/** Names of banks and their branches. */
export const bankName: Detector = {
  name: 'bank-name',
  type: 'bank-name',
  by: 'shape',
  strength: 0.85,
  least: 0.6,
  matches: (cell) => cell.length <= 40 && BANK.test(cell),
}
