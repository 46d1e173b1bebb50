import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { assertAllFields } from '../../src/deed/fields.ts'
import { openKernelMemory } from '../../src/kernel/kernel.ts'
import { hostileColumns } from '../ingest/kernel/hostile-bytes.ts'

describe('counting strict fields', () => {
  it('takes what the reference takes and nothing else', () => {
    const memory = openKernelMemory()
    if (memory === undefined) throw new Error('no kernel')
    let strict = 0
    const check = (bytes: Uint8Array, rows: number) => {
      memory.clear()
      const [at = -1] = memory.take([bytes.length]) ?? []
      // What stands behind the bytes must not matter.
      memory.bytes.fill(0x22, at, at + bytes.length + 64)
      memory.bytes.set(bytes, at)
      const expected = countByReference(bytes)
      expect(memory.call.countFields(at, at + bytes.length)).toBe(expected)
      if (expected === rows) strict++
    }
    const columns = fc.nat({ max: 12 }).chain((rows) => fc.tuple(hostileColumns(rows), fc.constant(rows)))
    fc.assert(
      fc.property(columns, ([found, rows]) => {
        for (const { cells } of found) if (cells.length > 0) check(cells, rows)
      }),
      { seed: 14, numRuns: 10_000 },
    )
    expect(strict).toBeGreaterThan(5000)
  })

  it.each(['"', '""', '","', '\n', '\r', ',', '\u0000', '"\n"', 'x"', '"x', '""x', '"\u0000"', ', "'])(
    'judges %j at every place of a block alike',
    (odd) => {
      const memory = openKernelMemory()
      if (memory === undefined) throw new Error('no kernel')
      for (let before = 0; before < 130; before++) {
        for (const [open, close] of [
          ['', '\n'],
          ['"', '"\n'],
          ['\n', '\n'],
          ['', ''],
        ]) {
          const bytes = Buffer.from(`${'v'.repeat(before)}${open}${odd}${close}`)
          memory.bytes.set(bytes)
          expect(memory.call.countFields(0, bytes.length)).toBe(countByReference(bytes))
        }
      }
    },
  )
})

/** How many strict fields there are; -1 if not all of them are. */
function countByReference(bytes: Uint8Array): number {
  const most = bytes.filter((byte) => byte === 0x0a).length
  for (let rows = most; rows > 0; rows--) {
    try {
      assertAllFields(bytes, rows)
      return rows
    } catch {}
  }
  return -1
}
