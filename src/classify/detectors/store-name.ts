import { STORE } from '../lexicon.ts'
import type { Detector } from './detector.ts'

/** Names that end in shop or branch. */
export const storeName: Detector = {
  name: 'store-name',
  type: 'store-name',
  by: 'shape',
  strength: 0.88,
  least: 0.6,
  matches: (cell) => cell.length <= 40 && STORE.test(cell),
}
