import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { type SmallDeed, writeSmallDeed } from '../../fixtures/deeds/small-deed.ts'
import {
  checkBlockDigests,
  examineDeed,
  openCompartmentKeys,
  openVerifiedDeed,
  proveBlocks,
  startProofThreads,
} from '../../src/deed/index.ts'
import { assertCanOpen } from '../../src/identity/index.ts'
import { useTemporaryFolder } from './open-deed.ts'

const folder = useTemporaryFolder()

/** A folder deed with the given bytes of its first blocks file changed. */
async function damagedDeed(
  ...places: readonly number[]
): Promise<{ readonly path: string; readonly deed: SmallDeed }> {
  const path = join(folder(), 'deed')
  const deed = await writeSmallDeed(path, { form: 'folder', suite: 'classic' })
  const blocks = join(path, 'data/0/0.blocks')
  const bytes = await readFile(blocks)
  for (const at of places) bytes.writeUInt8(bytes.readUInt8(at) ^ 1, at)
  await writeFile(blocks, bytes)
  return { path, deed }
}

describe('the blocks of a deed', () => {
  it('are all whole in a whole deed, with keys and without', async () => {
    const { path, deed } = await damagedDeed()
    await using opened = await openVerifiedDeed(path, { from: deed.seller.card })
    const steps: number[] = []
    expect(await checkBlockDigests(opened, { onBlocks: ({ blocks }) => steps.push(blocks) })).toEqual([])
    expect(steps).toEqual([4, 1])
    const { fingerprint } = deed.buyer.card
    const keys = await openCompartmentKeys(opened, assertCanOpen(deed.buyer), fingerprint)
    await using threads = startProofThreads(1)
    expect(await proveBlocks(opened, keys.opened, { threads })).toEqual([])
  })

  it('are each named if they are damaged, with keys and without', async () => {
    const { path, deed } = await damagedDeed(0, 2 * 1096 + 500)
    await using opened = await openVerifiedDeed(path, { from: deed.seller.card })
    const digests = await checkBlockDigests(opened, {})
    expect(digests.map(({ code }) => code)).toEqual(['DAMAGED', 'DAMAGED'])
    const { fingerprint } = deed.buyer.card
    const keys = await openCompartmentKeys(opened, assertCanOpen(deed.buyer), fingerprint)
    await using threads = startProofThreads(2)
    const proofs = await proveBlocks(opened, keys.opened, { threads })
    expect(proofs.map(({ message }) => message)).toEqual(digests.map(({ message }) => message))
    expect(proofs[0]?.message).toContain('slice 1, compartment "general", table "会员"')
  })

  it('are still checked in a deed that fails elsewhere', async () => {
    const { path, deed } = await damagedDeed(7)
    await writeFile(join(path, 'README.txt'), 'other')
    await using examination = await examineDeed(path, { from: deed.seller.card })
    expect(examination.failures.map(({ verdict }) => verdict)).toEqual(['complete'])
    expect(examination.deed).toBeUndefined()
    const { blocks } = examination
    expect(blocks === undefined ? [] : (await checkBlockDigests(blocks, {})).length).toBe(1)
  })

  it('are told to be cut if their file shrinks while it is read', async () => {
    const { path, deed } = await damagedDeed()
    await using opened = await openVerifiedDeed(path, { from: deed.seller.card })
    await writeFile(join(path, 'data/0/0.blocks'), 'short')
    expect((await checkBlockDigests(opened, {})).map(({ code }) => code)).toEqual(['DAMAGED'])
  })
})
