import { buildSet } from '../build-set.ts'
import { asiaTables } from './tables-asia.ts'
import { englishCareTables } from './tables-english-care.ts'
import { englishTradeTables } from './tables-english-trade.ts'
import { westTables } from './tables-west.ts'

/** fixtures/eval/abroad: systems and trades abroad, labelled by somebody who did not know the classifier. */
export function buildAbroadSet(): ReadonlyMap<string, string> {
  const tables = [...englishTradeTables, ...englishCareTables, ...asiaTables, ...westTables]
  return buildSet('abroad', tables, { rows: 60, seed: 23_001 })
}
