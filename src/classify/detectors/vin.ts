import type { Detector } from './detector.ts'

/** Vehicle identification numbers: 17 characters without I, O and Q, the last four digits. */
export const vin: Detector = {
  name: 'vin',
  type: 'vin',
  by: 'shape',
  strength: 0.95,
  least: 0.6,
  matches: (cell) => /^(?=.*[A-Z])(?=.*\d)[A-HJ-NPR-Z0-9]{13}\d{4}$/.test(cell),
}
