import { looksLikeNationalId } from '../checks/national.ts'
import { distinctRatio } from '../view.ts'
import type { Detector } from './detector.ts'

/** Identity numbers without check digits whose form is their own. */
export const nationalIdForm: Detector = {
  name: 'national-id-form',
  type: 'national-id',
  by: 'shape',
  strength: 0.85,
  least: 0.7,
  matches: looksLikeNationalId,
  suits: (view) => distinctRatio(view) > 0.3,
}
