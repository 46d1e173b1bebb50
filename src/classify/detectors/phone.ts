import { findPhoneForm } from '../phone.ts'
import type { Detector } from './detector.ts'

/** Telephone numbers of any country and kind. */
export const phone: Detector = {
  name: 'phone',
  type: 'phone',
  by: 'shape',
  strength: 0.86,
  least: 0.6,
  matches: (cell) => findPhoneForm(cell) !== undefined,
}
