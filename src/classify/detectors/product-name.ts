import { GOODS } from '../lexicon.ts'
import type { Detector } from './detector.ts'

/** Goods and services by their words and measures. */
export const productName: Detector = {
  name: 'product-name',
  type: 'product-name',
  by: 'shape',
  strength: 0.86,
  least: 0.4,
  matches: (cell) => cell.length <= 40 && GOODS.test(cell),
}
