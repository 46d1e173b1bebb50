import { passesLuhn } from '../checks/digits.ts'
import type { Detector } from './detector.ts'

/** IMEI: 15 digits and Luhn. */
export const imei: Detector = {
  name: 'imei',
  type: 'device-id',
  by: 'checksum',
  strength: 0.88,
  least: 0.8,
  matches: (cell) => /^[0-9]{15}$/.test(cell) && !/^3[47]/.test(cell) && passesLuhn(cell),
}
