import { CHINESE_MOBILE } from '../checks/chinese.ts'
import { findPhoneForm } from '../phone.ts'
import { shareOf } from '../view.ts'
import type { Detector } from './detector.ts'
import { hasManyPrefixes } from './mobile.ts'

/** Telephone numbers of any country and kind. */
export const phone: Detector = {
  name: 'phone',
  type: 'phone',
  by: 'shape',
  strength: 0.86,
  least: 0.6,
  matches: (cell) => findPhoneForm(cell) !== undefined,
  suits: (view) => hasManyPrefixes(view) || shareOf(view, (cell) => CHINESE_MOBILE.test(cell)) < 0.5,
}
