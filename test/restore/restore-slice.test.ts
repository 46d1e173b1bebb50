import { join } from 'node:path'
import { expect, it } from 'vitest'
import { writeSmallDeed } from '../../fixtures/deeds/small-deed.ts'
import { openCompartmentKeys, openVerifiedDeed, sliceBlocks } from '../../src/deed/index.ts'
import { assertCanOpen } from '../../src/identity/index.ts'
import { openKernelMemory } from '../../src/kernel/kernel.ts'
import { planRestore } from '../../src/restore/plan-restore.ts'
import { restoreSlice, type TableShape } from '../../src/restore/restore-job.ts'
import { useTemporaryFolder } from '../deed/open-deed.ts'

const folder = useTemporaryFolder()

it('gives the same rows and leaves in memory of its own and in shared memory where another slice was', async () => {
  const path = join(folder(), 'small.deed')
  const { seller, buyer } = await writeSmallDeed(path, { form: 'file', suite: 'classic' })
  await using deed = await openVerifiedDeed(path, { from: seller.card })
  const { opened } = await openCompartmentKeys(deed, assertCanOpen(buyer), buyer.card.fingerprint)
  const nameOf = (compartment: number) => deed.manifest.compartments[compartment]?.name ?? ''
  const shared = openKernelMemory()?.memory
  const places: boolean[] = []
  for (const names of [new Set(['general', 'contact']), new Set(['general']), new Set(['contact'])]) {
    const keys = new Map([...opened].filter(([compartment]) => names.has(nameOf(compartment))))
    const shapes: TableShape[] = []
    const tables = planRestore(deed, names, { format: 'csv' })
    for (const { number, shape } of tables) shapes[number] = shape
    for (const { number: table } of tables) {
      for (const blocks of sliceBlocks(deed, table, keys)) {
        const job = { table, rowsBefore: 41, last: true, ...blocks }
        const own = restoreSlice(shapes, job)
        const inShared = restoreSlice(shapes, { ...job, memory: shared })
        expect(own.bytes.length).toBeGreaterThan(0)
        expect(Buffer.from(inShared.bytes)).toEqual(Buffer.from(own.bytes))
        expect(inShared.leaves).toEqual(own.leaves)
        expect(own.bytes.buffer).toBeInstanceOf(ArrayBuffer)
        places.push(inShared.bytes.buffer instanceof SharedArrayBuffer)
      }
    }
  }
  // What the kernel leaves to the reference has memory of its own.
  expect(places).toContain(true)
  expect(places).toContain(false)
})
