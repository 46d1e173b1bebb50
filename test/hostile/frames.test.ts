import { describe, expect, it } from 'vitest'
import { frameLength, writeFrame } from '../../src/deed/frame.ts'
import { buildZstdFrame } from '../../src/deed/zstd-frame.ts'
import type { Segment } from '../../src/table.ts'
import { commitToOrders, editPlaintext, ORDERS, type PlaintextLie, plaintextOf } from '../deed/edit-blocks.ts'
import type { Entry } from '../deed/edit-deed.ts'
import { type Act, useSpecimen } from './buyers-way.ts'

const specimen = useSpecimen()
const MAGIC = Buffer.from('28b52ffd', 'hex')
const SKIPPABLE = Buffer.from('502a4d180400000061626364', 'hex')

const cells = (column: number, text: string): Segment => ({ column, kind: 'cells', bytes: Buffer.from(text) })
const HONEST = [cells(0, 'A-1\nA-2\n'), cells(1, '10.00\n8.50\n')]

function plainOf(segments: readonly Segment[], rows = 2): Buffer {
  const frame = Buffer.alloc(frameLength(segments))
  writeFrame(rows, segments, frame)
  return frame
}

const PLAIN = plainOf(HONEST)
const FRAME = Buffer.from(buildZstdFrame(PLAIN))

/** A frame of one raw block with the given head. */
function rawFrame(head: Buffer): Buffer {
  const block = Buffer.alloc(3)
  block.writeUIntLE((PLAIN.length << 3) | 1, 0, 3)
  return Buffer.concat([MAGIC, head, block, PLAIN])
}

/**
 * The specimen with another compressed frame in the block of `orders`, encrypted under its true key and signed.
 * test/deed/block.test.ts holds more such frames against the block alone.
 */
const withFrame = (frame: Uint8Array, length = PLAIN.length, lie: PlaintextLie = {}): readonly Entry[] =>
  editPlaintext(specimen().entries, specimen().deed, ORDERS, () => plaintextOf(frame, length, lie))
/** `verify --key` opens blocks by the same function; one case of each code goes through both. */
const end = (entries: readonly Entry[], acts: readonly Act[] = ['restore']) =>
  specimen().endOfZip(entries, { acts })
const endWith = (...frame: Parameters<typeof withFrame>) => end(withFrame(...frame))

describe('a zstd frame in a validly signed deed', () => {
  it.each([
    ['E16 bytes behind it', Buffer.concat([FRAME, Buffer.of(0)])],
    ['E17 a second frame behind it', Buffer.concat([FRAME, FRAME])],
    ['E18 a skippable frame before it', Buffer.concat([SKIPPABLE, FRAME])],
    ['E19 its last byte missing', FRAME.subarray(0, -1)],
    ['E20 the id of a dictionary', rawFrame(Buffer.of(0x01, 0, 7))],
    ['E23 a content size one too large', rawFrame(Buffer.of(0x20, PLAIN.length + 1))],
  ])('is refused with %s', async (_, frame) => {
    expect(await endWith(frame)).toBe(5)
  })

  it('E22 is refused with a window over 8 MiB', async () => {
    expect(await endWith(rawFrame(Buffer.of(0x00, (31 - 10) << 3)))).toBe(4)
  })

  it('is refused with an unknown codec', async () => {
    expect(await end(withFrame(FRAME, PLAIN.length, { codec: 2 }), ['verify', 'restore'])).toBe(9)
  })
})

describe('E30 columns of one block', () => {
  const withCells = (...segments: Segment[]): readonly Entry[] => {
    const plain = plainOf(segments)
    return commitToOrders(withFrame(buildZstdFrame(plain), plain.length), specimen().deed, segments)
  }

  it.each([
    ['fewer cells than rows', [cells(0, 'A-1\nA-2\n'), cells(1, '10.00\n')]],
    ['more cells than rows', [cells(0, 'A-1\nA-2\nA-3\n'), cells(1, '10.00\n8.50\n')]],
  ])('are refused with %s, though plainRoot and signatures fit', async (_, segments) => {
    expect(await end(withCells(...segments))).toBe(5)
  })

  it('are taken as they were', async () => {
    expect(await end(withCells(...HONEST))).toBe(0)
  })
})
