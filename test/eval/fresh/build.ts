import { buildSet } from '../build-set.ts'
import { chinaTables } from './tables-china.ts'
import { worldTables } from './tables-world.ts'

/** fixtures/eval/fresh: written after the classifier was mended by the unseen set, to see what it does with strangers. */
export function buildFreshSet(): ReadonlyMap<string, string> {
  return buildSet('fresh', [...chinaTables, ...worldTables], { rows: 120, seed: 5001 })
}
