import { buildSet } from '../build-set.ts'
import { careTables } from './tables-care.ts'
import { tradeTables } from './tables-trade.ts'

/** fixtures/eval/china: Chinese systems and trades, written before the classifier first saw one of them. */
export function buildChinaSet(): ReadonlyMap<string, string> {
  return buildSet('china', [...tradeTables, ...careTables], { rows: 60, seed: 17_001 })
}
