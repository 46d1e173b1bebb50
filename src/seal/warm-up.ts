import { randomBytes } from '../crypto/index.ts'
import type { SealThreads } from './seal-threads.ts'

/** Some thousand rows with what exports have: text of several alphabets, numbers, quotes, line feeds, empty cells. */
const ROW = '10001,张三,13800000000,"a, ""b""\n备注",,2024-01-31 10:00:00,0.00,Łódź\r\n'
const ROWS = 2000
const SHARES = [
  { compartment: 0, columns: [0, 1, 2, 3], layout: true },
  { compartment: 1, columns: [4, 5, 6, 7], layout: false },
]

/**
 * Lets each thread seal made-up rows once, under keys that nobody keeps: the runtime compiles on the way what would make
 * the first slices slow. For when cards and keys are still to be read, and the export is long.
 */
export function warmUp(threads: SealThreads): void {
  const bytes = new Uint8Array(new SharedArrayBuffer(ROWS * Buffer.byteLength(ROW)))
  bytes.set(Buffer.from(ROW.repeat(ROWS)))
  const dialect = { encoding: 'utf-8', delimiter: ',', lineEnd: '\r\n', columns: 8 } as const
  const macKeys = SHARES.map(() => randomBytes(32))
  threads.prepare({
    deedId: randomBytes(16),
    tables: [{ dialect, shares: SHARES, changes: [], totals: [] }],
    macKeys,
  })
  for (let thread = 0; thread < threads.size; thread++) {
    const place = { table: 0, slice: 0, offset: 0, last: true, epoch: 0 }
    const keys = SHARES.map(() => randomBytes(32))
    const salts = SHARES.map(() => randomBytes(24))
    // Whatever becomes of it: a thread that fails will say so when it gets a slice.
    threads.run({ ...place, bytes, keys, salts }).catch(() => undefined)
  }
}
