import type { Detector } from './detector.ts'

/** Post codes with a form of their own: Japan, Brazil, Britain, Canada. */
export const postalCode: Detector = {
  name: 'postal-code',
  type: 'postal-code',
  by: 'shape',
  strength: 0.86,
  least: 0.7,
  matches: (cell) =>
    /^〒?\d{3}-\d{4}$|^\d{5}-\d{3}$|^[A-Z]{1,2}\d[A-Z\d]? \d[A-Z]{2}$|^[A-Z]\d[A-Z] \d[A-Z]\d$/.test(cell),
}
