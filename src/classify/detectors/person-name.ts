import { isGivenName, isHanName, isJapaneseName, isKoreanName, isLatinName } from '../lexicon.ts'
import { shareOf } from '../view.ts'
import type { Detector } from './detector.ts'

/** Brands and dishes begin with surnames too, but a shop sells few of them; people have many names. */
const LEAST_DISTINCT = 20

/** Names of people, in Chinese, Japanese, Korean and Latin writing. */
export const personName: Detector = {
  name: 'person-name',
  type: 'person-name',
  by: 'shape',
  strength: 0.87,
  least: 0.8,
  matches: (cell) => isHanName(cell) || isJapaneseName(cell) || isKoreanName(cell) || isLatinName(cell),
  suits: (view) => {
    if (view.distinct.length < LEAST_DISTINCT) return false
    const latin = shareOf(view, isLatinName)
    return latin < 0.5 || shareOf(view, isGivenName) > 0.4
  },
}
