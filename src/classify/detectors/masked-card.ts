import type { Detector } from './detector.ts'

const MASKED = /^(?:\d{4}|\d{6}|[*xX•]{4})[ -]?(?:[*xX•]{2,6}[ -]?){1,3}[*xX•\d]{0,2}\d{4}$/

/** Cards of which only the first and last digits are shown. */
export const maskedCard: Detector = {
  name: 'masked-card',
  type: 'credit-card',
  by: 'shape',
  strength: 0.84,
  least: 0.5,
  matches: (cell) => MASKED.test(cell),
}
