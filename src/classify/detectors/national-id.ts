import { isOldResidentId } from '../checks/chinese.ts'
import { isNationalId } from '../checks/national.ts'
import type { Detector } from './detector.ts'

/** Identity numbers with check digits, and the old Chinese ones by region and date. */
export const nationalId: Detector = {
  name: 'national-id',
  type: 'national-id',
  by: 'checksum',
  strength: 1,
  least: 0.5,
  matches: (cell) => isNationalId(cell) || isOldResidentId(cell),
}
