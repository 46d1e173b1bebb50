import { buildSet } from '../build-set.ts'
import { lastTables } from './tables.ts'

/** fixtures/eval/last: written after the classifier was mended by all other sets. */
export function buildLastSet(): ReadonlyMap<string, string> {
  return buildSet('last', lastTables, { rows: 120, seed: 12_001 })
}
