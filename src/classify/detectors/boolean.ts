import { YES_NO } from '../lexicon.ts'
import type { Detector } from './detector.ts'

/** Yes and no in several languages. */
export const boolean: Detector = {
  name: 'boolean',
  type: 'boolean',
  by: 'shape',
  strength: 0.88,
  least: 0.9,
  matches: (cell) => YES_NO.test(cell) || cell === '0' || cell === '1',
  suits: (view) => view.distinct.length <= 4 && view.distinct.some((cell) => YES_NO.test(cell)),
}
