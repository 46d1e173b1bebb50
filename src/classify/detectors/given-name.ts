import { isGivenName } from '../lexicon.ts'
import type { Detector } from './detector.ts'

/** Cities and brands are called after people: ten different names at least, and no header that says otherwise. */
const LEAST_DISTINCT = 10

/** Single words that are common given names. */
export const givenName: Detector = {
  name: 'given-name',
  type: 'given-name',
  by: 'shape',
  strength: 0.8,
  least: 0.6,
  matches: (cell) => /^\p{L}[\p{L}'’-]{1,20}$/u.test(cell) && isGivenName(cell),
  suits: (view) => view.distinct.length >= LEAST_DISTINCT,
}
