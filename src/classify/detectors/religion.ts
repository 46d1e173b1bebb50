import { RELIGIOUS } from '../lexicon.ts'
import type { Detector } from './detector.ts'

/** Religions and confessions. */
export const religion: Detector = {
  name: 'religion',
  type: 'religion',
  by: 'shape',
  strength: 0.9,
  least: 0.6,
  matches: (cell) => cell.length <= 40 && RELIGIOUS.test(cell),
}
