import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { applyByteEdits } from './byte-edits.ts'
import { byteEdits, readAll, readChangedBytes } from './properties.ts'
import { blockTarget, frameTarget, zstdTarget } from './readers/blocks.ts'

const u32 = (value: number): Buffer => {
  const bytes = Buffer.alloc(4)
  bytes.writeUInt32BE(value >>> 0)
  return bytes
}
const mostly = <Value>(usual: Value, ...odd: readonly Value[]) =>
  fc.oneof({ weight: 12, arbitrary: fc.constant(usual) }, { weight: 1, arbitrary: fc.constantFrom(...odd) })
const text = fc.constantFrom(
  'a\nb\nc\n',
  '\n\n\n',
  '"a"\n""\n"1,5"\n',
  '"a\nb\nc\n',
  'a\nb\n',
  'a\r\nb\nc\n',
  '\0\n\n\n',
)
const entries = fc
  .uint8Array({ maxLength: 8 })
  .map((bytes) => Buffer.from(bytes.map((byte) => byte % 5)).toString('latin1'))
/** As a segment of a block of two columns and the row layout stands in its directory, or nearly so. */
const segment = (column: number, kind: number, content: fc.Arbitrary<string>) =>
  fc.record({
    column: mostly(column, 0, 1, 2, 0xffff, 0xffff_ffff),
    kind: mostly(kind, 0, 1, 2, 3, 4, 255),
    zeros: mostly(0, 1),
    extra: mostly(0, 1, -1, 0x7fffffff),
    content,
  })
const frames = fc
  .record({
    rows: mostly(3, 0, 2, 0xffff_ffff),
    more: mostly(0, 1, -1, 0x0fff_ffff),
    segments: fc
      .tuple(
        segment(0, 1, text),
        segment(0, 2, entries),
        segment(1, 1, text),
        segment(1, 2, entries),
        segment(0xffff, 2, entries),
      )
      .chain((all) => fc.subarray(all, { minLength: 1 })),
  })
  .map(({ rows, more, segments }) => {
    const records = segments.map(({ column, kind, zeros, extra, content }) =>
      Buffer.concat([
        u32(column),
        Buffer.of(kind, 0, 0, zeros),
        u32(Buffer.byteLength(content, 'latin1') + extra),
      ]),
    )
    const contents = segments.map(({ content }) => Buffer.from(content, 'latin1'))
    return Buffer.concat([u32(rows), u32(segments.length + more), ...records, ...contents])
  })

describe('the plaintext of a block that a seller changed before encrypting it', () => {
  it('gives segments that are written again as they were, or is refused by a code', async () => {
    const outcomes = await readChangedBytes(blockTarget, { seed: 131, numRuns: 1200 })
    expect(outcomes.get('accepted')).toBeGreaterThan(0)
    expect(outcomes.get('DAMAGED')).toBeGreaterThan(500)
    expect(outcomes.get('UNSUPPORTED')).toBeGreaterThan(0)
  })

  it('is refused whatever stands in its head', async () => {
    const border = fc.constantFrom(
      0,
      1,
      11,
      12,
      13,
      0x50,
      0x51,
      0x3e8,
      0x400,
      0x04000000,
      0x04000001,
      0x7fffffff,
      0xffffffff,
    )
    const heads = fc
      .tuple(fc.constantFrom(...blockTarget.seeds), fc.constantFrom(0, 1, 2, 255), border, border)
      .map(([seed, codec, length, plain]) =>
        Buffer.concat([Buffer.of(codec, 0, 0, 0), u32(length), u32(plain), seed.subarray(12)]),
      )
    const outcomes = await readAll(blockTarget, heads, { seed: 132, numRuns: 800 })
    expect([...outcomes.keys()].sort()).toEqual(['DAMAGED', 'LIMIT', 'UNSUPPORTED'])
  })
})

describe('a frame that a seller changed before compressing it', () => {
  it('gives segments that are written again as they were, or is refused by a code', async () => {
    const outcomes = await readChangedBytes(frameTarget, { seed: 133, numRuns: 1200 })
    expect([...outcomes.keys()].sort()).toEqual(['DAMAGED', 'UNSUPPORTED', 'accepted'])
  })

  it('is read as its directory says, or not at all', async () => {
    const outcomes = await readAll(frameTarget, frames, { seed: 134, numRuns: 1500 })
    expect([...outcomes.keys()].sort()).toEqual(['DAMAGED', 'UNSUPPORTED', 'accepted'])
  })

  it('is refused where it is neither', async () => {
    const changed = fc.tuple(frames, byteEdits).map(([frame, edits]) => {
      const { tokens, seeds: others } = frameTarget
      return applyByteEdits(frame, edits, { tokens, others })
    })
    const outcomes = await readAll(frameTarget, changed, { seed: 135, numRuns: 800 })
    expect(outcomes.get('DAMAGED')).toBeGreaterThan(400)
  })
})

describe('a Zstandard frame that somebody changed', () => {
  it('gives the length that was asked for and the bytes that the runtime gives, or is refused by a code', async () => {
    const outcomes = await readChangedBytes(zstdTarget, { seed: 136, numRuns: 3000 })
    expect([...outcomes.keys()].sort()).toEqual(['DAMAGED', 'LIMIT', 'accepted'])
  })
})
