import { buildSet } from '../build-set.ts'
import { finalTables } from './tables.ts'

/** fixtures/eval/final: written when the classifier was as good as the other sets could make it. */
export function buildFinalSet(): ReadonlyMap<string, string> {
  return buildSet('final', finalTables, { rows: 120, seed: 15_001 })
}
