import { CHINESE_MOBILE } from '../checks/chinese.ts'
import { findPhoneForm } from '../phone.ts'
import type { ColumnView } from '../view.ts'
import type { Detector } from './detector.ts'

const FORMS: ReadonlySet<string> = new Set(['mobile', 'masked', 'scientific'])

/** Chinese mobile numbers in any spelling. Three prefixes at least, for a serial number keeps to one. */
export const mobile: Detector = {
  name: 'mobile',
  type: 'mobile',
  by: 'shape',
  strength: 0.9,
  least: 0.5,
  matches: (cell) => FORMS.has(findPhoneForm(cell) ?? ''),
  suits: hasManyPrefixes,
}

/** Numbers given out in sequence keep to one prefix; those of people do not. */
export function hasManyPrefixes({ distinct }: ColumnView): boolean {
  const plain = distinct.filter((cell) => CHINESE_MOBILE.test(cell))
  return plain.length < 20 || new Set(plain.map((cell) => cell.slice(0, 3))).size >= 3
}
