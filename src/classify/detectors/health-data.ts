import { HEALTH, HEALTH_ROOTS } from '../lexicon.ts'
import type { Detector } from './detector.ts'

/** Diagnoses, drugs, allergies, pregnancy. */
export const healthData: Detector = {
  name: 'health-data',
  type: 'health-data',
  by: 'shape',
  strength: 0.88,
  least: 0.25,
  matches: (cell) => HEALTH.test(cell) || HEALTH_ROOTS.test(cell),
}
