import { passesLuhn } from '../checks/digits.ts'
import type { Detector } from './detector.ts'

const ISSUED =
  /^(?:4\d{12}(?:\d{3})?|5[1-5]\d{14}|2(?:22[1-9]|2[3-9]\d|[3-6]\d{2}|7[01]\d|720)\d{12}|3[47]\d{13}|3(?:0[0-5]|[68]\d)\d{11}|6(?:011|5\d{2}|4[4-9]\d)\d{12}|35\d{14})$/

/** Cards of the international schemes: Visa, Mastercard, American Express, Diners, Discover, JCB. */
export const creditCard: Detector = {
  name: 'credit-card',
  type: 'credit-card',
  by: 'checksum',
  strength: 0.96,
  least: 0.6,
  matches: (cell) => {
    const digits = cell.replace(/[ -]/g, '')
    return ISSUED.test(digits) && passesLuhn(digits)
  },
}
