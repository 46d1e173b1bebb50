import { isNationalId } from '../checks/national.ts'
import { shareOf } from '../view.ts'
import type { Detector } from './detector.ts'

/** Chinese passports E G D S P, permits for Hong Kong and Macau C, home return permits H M. */
const DOCUMENT = /^(?:[EG]\d{8}|E[A-HJ-NP-Z]\d{7}|[DSP]E?\d{7,8}|C[A-HJ-NP-Z]?\d{7,8}|[HM]\d{8}(?:\d{2})?)$/i

/** Passports and permits of China's neighbours, perhaps among resident IDs. */
export const idDocument: Detector = {
  name: 'id-document',
  type: 'id-document',
  by: 'shape',
  strength: 0.7,
  least: 0.7,
  matches: (cell) => DOCUMENT.test(cell) || isNationalId(cell),
  suits: (view) => shareOf(view, (cell) => DOCUMENT.test(cell)) > 0.03,
}
