import { buildSet } from '../build-set.ts'
import { chineseTables } from './tables-chinese.ts'
import { englishTables } from './tables-english.ts'
import { worldTables } from './tables-world.ts'

/** fixtures/eval/own: labelled tables of our own. */
export function buildOwnSet(): ReadonlyMap<string, string> {
  return buildSet('own', [...chineseTables, ...englishTables, ...worldTables], { rows: 240, seed: 1 })
}
