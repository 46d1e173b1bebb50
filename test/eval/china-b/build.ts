import { buildSet } from '../build-set.ts'
import { careTables } from './tables-care.ts'
import { peopleTables } from './tables-people.ts'
import { systemTables } from './tables-systems.ts'
import { tradeTables } from './tables-trade.ts'

/** fixtures/eval/china-b: Chinese systems and trades, written by one who had not seen the classifier. */
export function buildChinaBSet(): ReadonlyMap<string, string> {
  const tables = [...careTables, ...peopleTables, ...tradeTables, ...systemTables]
  return buildSet('china-b', tables, { rows: 60, seed: 27_001 })
}
