import { createDecipheriv } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { derive, forgeForTwo } from '../../fixtures/crypto/two-keys.ts'
import { fixedBytes } from '../../fixtures/deeds/parties.ts'
import { CobblestoneError } from '../../src/crypto/cobblestone-fault.ts'
import { toHex } from '../../src/crypto/index.ts'
import { frameLength, writeFrame } from '../../src/deed/frame.ts'
import { blockContext, dataKeyCommitment } from '../../src/deed/index.ts'
import { buildZstdFrame } from '../../src/deed/zstd-frame.ts'
import { DatadeedError } from '../../src/errors.ts'
import type { Segment } from '../../src/table.ts'
import {
  type Block,
  commitToOrders,
  editBlock,
  editPlaintext,
  layBlocks,
  ORDERS,
  placeOf,
  plaintextOf,
  readBlocks,
} from '../deed/edit-blocks.ts'
import { type Entry, editManifest, writeZip } from '../deed/edit-deed.ts'
import { keyPayload, putAgeFile, wrapClassic } from '../deed/edit-keys.ts'
import { openWhole } from '../deed/open-deed.ts'
import { useSpecimen } from './buyers-way.ts'

const specimen = useSpecimen()
const SALT_BYTES = 24
const HEADER_BYTES = 56
const CHUNK = 16_384 + 16

const cells = (column: number, text: string): Segment => ({ column, kind: 'cells', bytes: Buffer.from(text) })

/** The specimen with other cells in the block of `orders`, everything that is signed made to fit. */
function withCells(segments: readonly Segment[]): readonly Entry[] {
  const { deed, entries } = specimen()
  const frame = Buffer.alloc(frameLength(segments))
  writeFrame(2, segments, frame)
  const plaintext = plaintextOf(buildZstdFrame(frame), frame.length)
  return commitToOrders(
    editPlaintext(entries, deed, ORDERS, () => plaintext),
    deed,
    segments,
  )
}

/** Some 55 KB that do not compress: a block of four chunks. */
function largeDeed(): readonly Entry[] {
  const noise = Array.from({ length: 1600 }, (_, at) => toHex(fixedBytes(`noise ${at}`))).join('')
  return withCells([cells(0, `${noise}\nA-2\n`), cells(1, '10.00\n8.50\n')])
}

const changed = (edit: (bytes: Buffer) => Uint8Array, entries = specimen().entries) =>
  editBlock(entries, specimen().deed, ORDERS, edit)
/** What goes wrong inside a block; `verify --key` opens them by the same function. */
const end = (entries: readonly Entry[]) => specimen().endOfZip(entries, { acts: ['restore'] })

/** What the block itself is told to suffer from. */
async function faultOf(entries: readonly Entry[]): Promise<string> {
  const { deed, folder } = specimen()
  const path = await writeZip(`${folder}/fault.deed`, entries)
  try {
    await openWhole(path, { from: deed.seller.card, key: deed.buyer })
    return 'none'
  } catch (error) {
    if (!(error instanceof DatadeedError)) throw error
    return error.cause instanceof CobblestoneError ? error.cause.fault : error.code
  }
}

describe('a block in a validly signed deed', () => {
  it('opens where it is consistent, also of several chunks', async () => {
    const large = largeDeed()
    expect(readBlocks(large, 1)[0]?.bytes.length).toBeGreaterThan(3 * CHUNK)
    expect(await specimen().endOfZip(large)).toBe(0)
  })

  it('E02 with its last tag cut to 15, 12, 8, 4 or no bytes is refused', async () => {
    for (const kept of [15, 12, 8, 4, 0]) {
      const cut = changed((bytes) => bytes.subarray(0, bytes.length - 16 + kept))
      expect(await faultOf(cut)).toBe('altered')
      if (kept === 12) expect(await end(cut)).toBe(5)
    }
  })

  it('E03 without its last chunk is refused, and called cut off', async () => {
    const cut = changed((bytes) => bytes.subarray(0, HEADER_BYTES + 3 * CHUNK), largeDeed())
    expect(await specimen().endOfZip(cut)).toBe(5)
    expect(await faultOf(cut)).toBe('truncated')
  })

  it('E04 E05 E06 with a short chunk before its end, an empty one behind it, or more bytes is refused', async () => {
    const large = largeDeed()
    const tampered = [
      changed(
        (bytes) =>
          Buffer.concat([bytes.subarray(0, HEADER_BYTES + CHUNK - 9), bytes.subarray(HEADER_BYTES + CHUNK)]),
        large,
      ),
      changed((bytes) => Buffer.concat([bytes, bytes.subarray(-16)]), large),
      changed((bytes) => Buffer.concat([bytes, Buffer.of(0)]), large),
      changed((bytes) => Buffer.concat([bytes, bytes.subarray(HEADER_BYTES, HEADER_BYTES + CHUNK)]), large),
    ]
    for (const entries of tampered) expect(await faultOf(entries)).toBe('altered')
    expect(await end(tampered[1] ?? [])).toBe(5)
  })

  it('E07 E08 with two chunks swapped, or one doubled, is refused', async () => {
    const chunk = (bytes: Buffer, at: number) =>
      bytes.subarray(HEADER_BYTES + at * CHUNK, HEADER_BYTES + (at + 1) * CHUNK)
    const order = (...numbers: number[]) =>
      changed(
        (bytes) => Buffer.concat([bytes.subarray(0, HEADER_BYTES), ...numbers.map((at) => chunk(bytes, at))]),
        largeDeed(),
      )
    expect(await faultOf(order(0, 1, 2, 3))).toBe('none')
    for (const entries of [order(1, 0, 2, 3), order(0, 0, 1, 2, 3), order(0, 2, 3), order(0, 0, 2, 3)]) {
      expect(await faultOf(entries)).toBe('altered')
    }
    expect(await end(order(1, 0, 2, 3))).toBe(5)
  })

  it('E09 whose columns have each other’s cells is refused by the plainRoot', async () => {
    const swapped = [cells(0, '10.00\n8.50\n'), cells(1, 'A-1\nA-2\n')]
    const { deed } = specimen()
    const honest = commitToOrders(withCells(swapped), deed, [
      cells(0, 'A-1\nA-2\n'),
      cells(1, '10.00\n8.50\n'),
    ])
    expect(await end(honest)).toBe(5)
  })

  it.each([
    ['E10 of another compartment', 0, 1],
    ['E10 of another slice and epoch', 0, 2],
    ['E07 of another slice', 1, 3],
  ])('%s is refused though index and manifest are signed', async (_, left, right) => {
    const { deed, entries } = specimen()
    const blocks = readBlocks(entries, 0)
    const [one, two] = [blocks[left] as Block, blocks[right] as Block]
    const swapped = blocks.map((block) => {
      if (block === one) return { ...block, bytes: two.bytes }
      return block === two ? { ...block, bytes: one.bytes } : block
    })
    const moved = layBlocks(entries, deed, { table: 0, blocks: swapped })
    expect(await faultOf(moved)).toBe('key')
    if (right === 1) expect(await end(moved)).toBe(5)
  })

  it('E11 of another deed of the same seller, under the same keys, is refused', async () => {
    const { others } = specimen()
    const foreign = changed(() => readBlocks(others, 1)[0]?.bytes ?? Buffer.alloc(0))
    expect(await end(foreign)).toBe(5)
    expect(await faultOf(foreign)).toBe('key')
  })

  it('E13 E14 with another salt or commitment is refused before any of it is decrypted', async () => {
    const flip = (at: number) =>
      changed((bytes) =>
        Buffer.concat([bytes.subarray(0, at), Buffer.of(bytes.readUInt8(at) ^ 1), bytes.subarray(at + 1)]),
      )
    for (const at of [0, SALT_BYTES - 1, SALT_BYTES, HEADER_BYTES - 1])
      expect(await faultOf(flip(at))).toBe('key')
    expect(await end(flip(SALT_BYTES))).toBe(5)
  })
})

describe('E12 a block that AES-256-GCM opens under two keys', () => {
  const salt = Buffer.alloc(24, 9)
  /** The block, the key that it is committed to, and the other one. */
  function forge() {
    const { deed, entries } = specimen()
    const { place, key } = placeOf(entries, deed, ORDERS)
    const context = blockContext(place)
    const other = fixedBytes('the other key')
    const [mine, theirs] = [derive(key, salt, context), derive(other, salt, context)]
    const sealed = forgeForTwo(mine, theirs)
    for (const { key, nonce } of [mine, theirs]) {
      const decipher = createDecipheriv('aes-256-gcm', key, nonce, { authTagLength: 16 }).setAuthTag(
        sealed.subarray(16),
      )
      decipher.update(sealed.subarray(0, 16))
      expect(() => decipher.final()).not.toThrow()
    }
    const block = (commitment: Uint8Array) => changed(() => Buffer.concat([salt, commitment, sealed]))
    return { place, other, block, mine, theirs }
  }
  const withKey = async (entries: readonly Entry[], key: Uint8Array) => {
    const { deed } = specimen()
    const general = deed.keys[0]
    if (general === undefined) throw new Error('the fixture has two compartments')
    const payload = keyPayload(deed, 'general', { epochs: new Map([...general.epochs, [1, key]]) })
    return putAgeFile(entries, deed, {
      compartment: 'general',
      bytes: await wrapClassic(payload, [deed.buyer]),
    })
  }

  it('is refused to a reader who was given the other key: it is not the manifest’s', async () => {
    const { block, mine, other } = forge()
    const entries = await withKey(block(mine.commitment), other)
    expect(await end(entries)).toBe(5)
    expect(await faultOf(entries)).toBe('DAMAGED')
  })

  it('is refused under the manifest’s key if it is committed to the other, without a try', async () => {
    const { block, mine, theirs, other, place } = forge()
    expect(await faultOf(block(theirs.commitment))).toBe('key')
    const turned = editManifest(block(mine.commitment), specimen().deed.seller, ({ predicate }) => {
      predicate.compartments[0].epochs[1].key = toHex(dataKeyCommitment(other, place))
    })
    const entries = await withKey(turned, other)
    expect(await end(entries)).toBe(5)
    expect(await faultOf(entries)).toBe('key')
    expect(await faultOf(block(Buffer.alloc(32)))).toBe('key')
  })
})
