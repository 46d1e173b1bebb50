import { buildAbroadSet } from './abroad/build.ts'
import { buildBlindSet } from './blind/build.ts'
import { buildChinaSet } from './china/build.ts'
import { buildChinaBSet } from './china-b/build.ts'
import { buildFinalSet } from './final/build.ts'
import { buildFreshSet } from './fresh/build.ts'
import { buildLastSet } from './last/build.ts'
import { buildOwnSet } from './own/build.ts'
import { buildStrangersSet } from './strangers/build.ts'
import { buildUnseenSet } from './unseen/build.ts'

/** The labelled sets in fixtures/eval, in the order in which they were made. */
export const SETS = [
  'dev',
  'own',
  'unseen',
  'fresh',
  'strangers',
  'last',
  'final',
  'china',
  'abroad',
  'blind',
  'china-b',
] as const

export type SetName = (typeof SETS)[number]

/** Those that are made here; `dev` came from elsewhere. */
export const BUILDERS: Readonly<Record<Exclude<SetName, 'dev'>, () => ReadonlyMap<string, string>>> = {
  own: buildOwnSet,
  unseen: buildUnseenSet,
  fresh: buildFreshSet,
  strangers: buildStrangersSet,
  last: buildLastSet,
  final: buildFinalSet,
  china: buildChinaSet,
  abroad: buildAbroadSet,
  blind: buildBlindSet,
  'china-b': buildChinaBSet,
}
