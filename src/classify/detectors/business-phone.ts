import { findPhoneForm } from '../phone.ts'
import type { Detector } from './detector.ts'

/** Lines that no person has: 400, 800, 95xxx and toll-free numbers. */
export const businessPhone: Detector = {
  name: 'business-phone',
  type: 'business-phone',
  by: 'shape',
  strength: 0.9,
  least: 0.5,
  // A service number of five digits is a number like any other.
  matches: (cell) => cell.length > 7 && findPhoneForm(cell) === 'service',
}
