import { CHINESE_CARD, isResidentId } from '../checks/chinese.ts'
import { passesLuhn } from '../checks/digits.ts'
import type { Detector } from './detector.ts'

/** Bank cards: an issuer's prefix, 16 to 19 digits and Luhn. One random column in ten cells passes Luhn, so most must. */
export const bankCard: Detector = {
  name: 'bank-card',
  type: 'bank-card',
  by: 'checksum',
  strength: 0.97,
  least: 0.6,
  matches: (cell) => {
    const digits = cell.replace(/[ -]/g, '')
    return CHINESE_CARD.test(digits) && !isResidentId(digits) && passesLuhn(digits)
  },
}
