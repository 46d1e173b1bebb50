import { buildSet } from '../build-set.ts'
import { eastAsianTables } from './tables-asia-east.ts'
import { careTables } from './tables-china-care.ts'
import { peopleTables } from './tables-china-people.ts'
import { shopTables } from './tables-china-shops.ts'
import { eastTables } from './tables-europe-east.ts'
import { westTables } from './tables-europe-west.ts'
import { hardTables } from './tables-hard.ts'
import { servicePlatforms } from './tables-platforms-services.ts'
import { shopPlatforms } from './tables-platforms-shops.ts'
import { worldTables } from './tables-world.ts'

/** fixtures/eval/unseen: systems, trades and languages that were unknown when the word lists were written. */
export function buildUnseenSet(): ReadonlyMap<string, string> {
  const chinese = [...shopTables, ...peopleTables, ...careTables]
  const platforms = [...shopPlatforms, ...servicePlatforms]
  const elsewhere = [...westTables, ...eastTables, ...eastAsianTables, ...worldTables]
  return buildSet('unseen', [...chinese, ...platforms, ...elsewhere, ...hardTables], {
    rows: 160,
    seed: 1001,
  })
}
