import { COMPANY } from '../lexicon.ts'
import type { Detector } from './detector.ts'

/** Names with a legal form or a word of business. */
export const companyName: Detector = {
  name: 'company-name',
  type: 'company-name',
  by: 'shape',
  strength: 0.86,
  least: 0.5,
  matches: (cell) => cell.length <= 40 && COMPANY.test(cell),
}
