import type { LanguageCode, WordList } from '../word-list.ts'
import { careEast } from './care-east.ts'
import { careEnglish } from './care-english.ts'
import { careEuropeWest } from './care-europe-west.ts'
import { careOthers } from './care-others.ts'
import { dealings } from './dealings.ts'
import type { Family } from './family.ts'
import { money } from './money.ts'
import { people } from './people.ts'
import { scales } from './scales.ts'
import { things } from './things.ts'
import { thingsWorld } from './things-world.ts'

const FAMILIES: readonly Family[] = [
  careEast,
  careEnglish,
  careEuropeWest,
  careOthers,
  scales,
  money,
  people,
  things,
  thingsWorld,
  dealings,
]

/** The words of all subjects in one language. */
export function familiesOf(language: LanguageCode): readonly WordList[] {
  return FAMILIES.flatMap((family) => family[language] ?? [])
}
