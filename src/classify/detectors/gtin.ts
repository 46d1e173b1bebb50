import { passesGtin } from '../checks/digits.ts'
import { isTimestamp } from '../dates.ts'
import type { Detector } from './detector.ts'

/** EAN and GTIN with their check digit. */
export const gtin: Detector = {
  name: 'gtin',
  type: 'barcode',
  by: 'checksum',
  strength: 0.95,
  least: 0.8,
  matches: (cell) => /^\d{12,14}$/.test(cell) && passesGtin(cell) && !isTimestamp(cell),
}
