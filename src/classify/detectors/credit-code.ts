import { looksLikeCreditCode } from '../checks/chinese.ts'
import type { Detector } from './detector.ts'

/** Company registration numbers of 18 characters; few exports have valid check characters, so the form decides. */
export const creditCode: Detector = {
  name: 'credit-code',
  type: 'unified-social-credit-code',
  by: 'shape',
  strength: 0.95,
  least: 0.5,
  matches: looksLikeCreditCode,
}
