import { findPhoneForm } from '../phone.ts'
import type { Detector } from './detector.ts'

/** Chinese fixed lines: area code and seven or eight digits. */
export const landline: Detector = {
  name: 'landline',
  type: 'landline',
  by: 'shape',
  strength: 0.85,
  least: 0.5,
  matches: (cell) => findPhoneForm(cell) === 'landline',
}
