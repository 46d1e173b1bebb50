import { buildSet } from '../build-set.ts'
import { worldTables } from './tables-asia.ts'
import { shopTables } from './tables-china-shops.ts'
import { tradeTables } from './tables-china-trades.ts'
import { europeTables } from './tables-europe.ts'
import { hardTables } from './tables-hard.ts'
import { platformTables } from './tables-platforms.ts'

/** fixtures/eval/unseen: systems, trades and languages that were unknown when the word lists were written. */
export function buildUnseenSet(): ReadonlyMap<string, string> {
  const tables = [
    ...shopTables,
    ...tradeTables,
    ...platformTables,
    ...europeTables,
    ...worldTables,
    ...hardTables,
  ]
  return buildSet('unseen', tables, { rows: 160, seed: 1001 })
}
