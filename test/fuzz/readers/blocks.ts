import { deepStrictEqual } from 'node:assert'
import { zstdDecompressSync } from 'node:zlib'
import { sealCobblestone, sha256 } from '../../../src/crypto/index.ts'
import { frameLength, writeFrame } from '../../../src/deed/frame.ts'
import {
  type BlockIndex,
  type BlockPlace,
  blockContext,
  encodeIndex,
  openBlock,
  parseIndex,
  type TableBlocks,
} from '../../../src/deed/index.ts'
import { paddedLength } from '../../../src/deed/padme.ts'
import { buildZstdFrame, openZstdFrame } from '../../../src/deed/zstd-frame.ts'
import { DatadeedError } from '../../../src/errors.ts'
import { type CsvDialect, cutSlice, eachCell, joinSlice } from '../../../src/ingest/index.ts'
import { ROW_LAYOUT, type Segment } from '../../../src/table.ts'
import { Broken, CANARY, type Target } from '../target.ts'

const REFUSALS = ['DAMAGED', 'LIMIT', 'UNSUPPORTED'] as const
const ROWS = 3
const HEAD_BYTES = 12
const key = Buffer.alloc(32, 7)
const salt = Buffer.alloc(24, 9)
const place: BlockPlace = {
  deedId: Buffer.alloc(16, 1),
  table: 0,
  compartment: 0,
  epoch: 0,
  slice: 0,
  rows: ROWS,
}
const dialect: CsvDialect = { encoding: 'utf-8', delimiter: ';', lineEnd: '\n', columns: 2 }

const cells = (column: number, text: string): Segment => ({ column, kind: 'cells', bytes: Buffer.from(text) })
const source = (column: number, hex: string): Segment => ({
  column,
  kind: 'source',
  bytes: Buffer.from(hex, 'hex'),
})
const FRAMES: readonly (readonly Segment[])[] = [
  [cells(0, `${CANARY}\n\nc\n`), cells(1, '"a;b"\n""\n"1,5"\n')],
  [
    cells(0, 'a\nb\nc\n'),
    cells(1, '"x\ny"\n"1,5"\n"2,5"\n'),
    source(1, '01000000'),
    source(ROW_LAYOUT, '00020d0a020100'),
  ],
  [
    cells(0, 'a\nb\nc\n'),
    source(0, '000362630001'),
    cells(1, '"é""中"\n\n😀\n'),
    source(ROW_LAYOUT, '010a0d0a0a0d0a0a0a0a0a0a'),
  ],
]
const TOKENS = [
  '"',
  '""',
  '\n',
  '\r\n',
  ',',
  ';',
  '\0',
  '\u0080',
  '中',
  Buffer.from('0000000100000001', 'hex'),
  Buffer.from('000000ff', 'hex'),
  Buffer.from('0000ffff02000000', 'hex'),
  Buffer.from('8000', 'hex'),
  Buffer.from('ffffffff0f', 'hex'),
]
const ZSTD_TOKENS = [
  '28b52ffd',
  '28b52ffd20',
  '502a4d1800000000',
  '010000',
  '000000',
  '030000',
  '0200ff',
  'a4',
  '7f',
  'ffff',
].map((hex) => Buffer.from(hex, 'hex'))

function encodeFrame(segments: readonly Segment[]): Uint8Array {
  const frame = Buffer.alloc(frameLength(segments))
  writeFrame(ROWS, segments, frame)
  return frame
}

/** A block's plaintext around a frame. */
function plaintextOf(frame: Uint8Array): Buffer {
  const packed = buildZstdFrame(frame)
  const out = Buffer.alloc(paddedLength(HEAD_BYTES + packed.length))
  out.writeUInt8(1, 0)
  out.writeUInt32BE(packed.length, 4)
  out.writeUInt32BE(frame.length, 8)
  out.set(packed, HEAD_BYTES)
  return out
}

/** As a seller who signs whatever it likes would give it: encrypted and digested rightly. */
function openPlaintext(plaintext: Uint8Array): readonly Segment[] {
  const ciphertext = sealCobblestone(key, salt, blockContext(place), plaintext)
  const names = { table: 'customers', compartment: 'general' }
  const digest = sha256(ciphertext)
  return openBlock({
    ciphertext,
    sha256: digest,
    place,
    key,
    macKey: key,
    columns: [0, 1],
    layout: true,
    names,
  }).segments
}

/** What a block held gives back rows that are read as these very cells, or is refused then. */
function assertJoins(segments: readonly Segment[]): void {
  const joined = joinedUnlessDamaged(segments)
  if (joined === undefined) return
  const again = cutSlice(joined, dialect, { number: 0, offset: 0, last: true })
  if (again.rows !== ROWS) throw new Broken('gives back another number of rows')
  deepStrictEqual(textsOf(again.segments), textsOf(segments))
}

function joinedUnlessDamaged(segments: readonly Segment[]): Uint8Array | undefined {
  try {
    return joinSlice({ number: 0, rows: ROWS, segments }, dialect)
  } catch (error) {
    if (error instanceof DatadeedError && error.code === 'DAMAGED') return undefined
    throw error
  }
}

function textsOf(segments: readonly Segment[]): string[][] {
  const cells = segments.filter(({ kind }) => kind === 'cells')
  return cells.map((segment) => Array.from(eachCell(segment), ({ text }) => text))
}

export const blockTarget: Target = {
  name: 'block',
  seeds: FRAMES.map((segments) => plaintextOf(encodeFrame(segments))),
  tokens: [...TOKENS, ...ZSTD_TOKENS],
  codes: REFUSALS,
  read(input) {
    const segments = openPlaintext(input)
    const plain = zstdDecompressSync(
      input.subarray(HEAD_BYTES, HEAD_BYTES + Buffer.from(input).readUInt32BE(4)),
    )
    if (!plain.equals(encodeFrame(segments))) throw new Broken('a frame that is not written again as it was')
    assertJoins(segments)
  },
}

export const frameTarget: Target = {
  name: 'frame',
  seeds: FRAMES.map(encodeFrame),
  tokens: TOKENS,
  codes: REFUSALS,
  read(input) {
    const segments = openPlaintext(plaintextOf(input))
    if (!Buffer.from(input).equals(encodeFrame(segments)))
      throw new Broken('a frame that is not written again as it was')
    assertJoins(segments)
  },
}

/** Four bytes say what length is asked for; the frame follows. */
export const zstdTarget: Target = {
  name: 'zstd',
  seeds: ['', 'a', 'a'.repeat(3000), `${CANARY}中`.repeat(9)].map((text) => {
    const length = Buffer.alloc(4)
    length.writeUInt32BE(Buffer.byteLength(text))
    return Buffer.concat([length, buildZstdFrame(Buffer.from(text))])
  }),
  tokens: ZSTD_TOKENS,
  codes: ['DAMAGED', 'LIMIT'],
  read(input) {
    if (input.length < 4) return
    const length = Buffer.from(input).readUInt32BE(0)
    const plain = openZstdFrame(input.subarray(4), length)
    if (plain.length !== length) throw new Broken('another length than the one asked for')
    if (!zstdDecompressSync(input.subarray(4)).equals(plain))
      throw new Broken('other bytes than the runtime gives')
  },
}

const table: TableBlocks = {
  rows: 60,
  slices: 3,
  compartments: [0, 2],
  epochs: new Map([
    [0, new Set([0, 1])],
    [2, new Set([0, 5])],
  ]),
  partSizes: [400, 200],
}
const record = (slice: number, compartment: number, epoch: number, part: number, offset: number) => ({
  slice,
  compartment,
  epoch,
  rows: 20,
  part,
  offset,
  length: 100,
  sha256: Buffer.alloc(32, slice),
})

export const indexTarget: Target = {
  name: 'index',
  seeds: [
    encodeIndex([
      record(0, 0, 0, 0, 0),
      record(0, 2, 0, 0, 100),
      record(1, 0, 0, 0, 200),
      record(1, 2, 5, 0, 300),
      record(2, 0, 1, 1, 0),
      record(2, 2, 5, 1, 100),
    ]),
  ],
  tokens: ['datadeed.index.1', Buffer.alloc(64), Buffer.from('0000000000000064', 'hex')],
  codes: ['DAMAGED', 'LIMIT'],
  read(input) {
    const index: BlockIndex = parseIndex(input, table, 'data/0.index')
    deepStrictEqual(Buffer.from(encodeIndex([...index])), Buffer.from(input))
  },
}
