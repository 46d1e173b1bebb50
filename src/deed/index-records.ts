import { DatadeedError, InternalError } from '../errors.ts'
import { BLOCK_BYTES, BLOCKS_FILE_BYTES, INDEX_BYTES } from '../limits.ts'
import { say } from '../messages/index.ts'
import { bufferOf } from './binary.ts'

// FORMAT.md section 9.
const MAGIC = Buffer.from('datadeed.index.1', 'latin1')
export const INDEX_HEAD_BYTES = 16
export const INDEX_RECORD_BYTES = 64

/** Where one block stands and what it is. */
export interface IndexRecord {
  readonly slice: number
  readonly compartment: number
  readonly epoch: number
  readonly rows: number
  readonly part: number
  readonly offset: number
  readonly length: number
  /** 32 bytes. */
  readonly sha256: Uint8Array
}

/** What the manifest and the container say about a table's blocks. */
export interface TableBlocks {
  readonly rows: number
  readonly slices: number
  /** Compartments that the table uses, ascending. */
  readonly compartments: readonly number[]
  /** Epochs that the manifest lists, by compartment. */
  readonly epochs: ReadonlyMap<number, ReadonlySet<number>>
  /** Sizes of the blocks files, by part. */
  readonly partSizes: readonly number[]
}

export function encodeIndex(records: readonly IndexRecord[]): Uint8Array {
  const length = INDEX_HEAD_BYTES + INDEX_RECORD_BYTES * records.length
  if (length > INDEX_BYTES) throw new DatadeedError('LIMIT', say().deed.indexTooLong({ most: INDEX_BYTES }))
  const out = Buffer.alloc(length)
  out.set(MAGIC)
  for (const [number, record] of records.entries()) {
    const at = INDEX_HEAD_BYTES + INDEX_RECORD_BYTES * number
    out.writeUInt32BE(record.slice, at)
    out.writeUInt32BE(record.compartment, at + 4)
    out.writeUInt32BE(record.epoch, at + 8)
    out.writeUInt32BE(record.rows, at + 12)
    out.writeUInt32BE(record.part, at + 16)
    out.writeBigUInt64BE(BigInt(record.offset), at + 20)
    out.writeUInt32BE(record.length, at + 28)
    out.set(record.sha256, at + 32)
  }
  return out
}

/** The records of one table, decoded when they are asked for: a large deed has a million of them. */
export class BlockIndex {
  readonly length: number
  readonly #bytes: Buffer

  constructor(bytes: Uint8Array) {
    this.#bytes = bufferOf(bytes)
    this.length = (bytes.length - INDEX_HEAD_BYTES) / INDEX_RECORD_BYTES
  }

  at(number: number): IndexRecord {
    if (number >= this.length) throw new InternalError('an index was asked for more records than it has')
    const bytes = this.#bytes
    const at = INDEX_HEAD_BYTES + INDEX_RECORD_BYTES * number
    return {
      slice: bytes.readUInt32BE(at),
      compartment: bytes.readUInt32BE(at + 4),
      epoch: bytes.readUInt32BE(at + 8),
      rows: bytes.readUInt32BE(at + 12),
      part: bytes.readUInt32BE(at + 16),
      offset: Number(bytes.readBigUInt64BE(at + 20)),
      length: bytes.readUInt32BE(at + 28),
      sha256: bytes.subarray(at + 32, at + 64),
    }
  }

  *[Symbol.iterator](): Generator<IndexRecord> {
    for (let number = 0; number < this.length; number += 1) yield this.at(number)
  }
}

/**
 * Reads a table's index. Every slice has one block for each compartment of the table, and the blocks tile the blocks
 * files without gap or overlap, so that no byte of them goes unchecked.
 * @throws DatadeedError LIMIT for a block's length, DAMAGED for all else
 */
export function parseIndex(bytes: Uint8Array, table: TableBlocks, name: string): BlockIndex {
  const { slices, compartments, partSizes } = table
  const count = slices * compartments.length
  const whole = bytes.length === INDEX_HEAD_BYTES + INDEX_RECORD_BYTES * count
  if (!whole || !bufferOf(bytes.subarray(0, INDEX_HEAD_BYTES)).equals(MAGIC)) {
    throw new DatadeedError('DAMAGED', say().deed.indexShape({ name, expected: count }))
  }
  const index = new BlockIndex(bytes)
  const tiles = new Tiles(partSizes)
  const lastEpochs = compartments.map(() => 0)
  let [rows, sliceRows] = [0, 0]
  for (let number = 0; number < count; number += 1) {
    const record = index.at(number)
    const position = number % compartments.length
    if (record.length > BLOCK_BYTES) {
      throw new DatadeedError(
        'LIMIT',
        say().deed.blockTooLong({ name, got: record.length, most: BLOCK_BYTES }),
      )
    }
    if (position === 0) {
      rows += record.rows
      sliceRows = record.rows
    }
    const expected =
      record.slice === Math.floor(number / compartments.length) &&
      record.compartment === compartments[position] &&
      record.rows === sliceRows &&
      record.epoch >= (lastEpochs[position] ?? 0) &&
      table.epochs.get(record.compartment)?.has(record.epoch) === true
    if (!expected || !tiles.take(record)) throw badRecord(name, number)
    lastEpochs[position] = record.epoch
  }
  if (rows !== table.rows || !tiles.complete) throw badRecord(name, count)
  return index
}

/** Lays blocks one behind the other over the blocks files. */
class Tiles {
  readonly #sizes: readonly number[]
  #part = -1
  #end = 0

  constructor(sizes: readonly number[]) {
    this.#sizes = sizes
  }

  take({ part, offset, length }: IndexRecord): boolean {
    const nextPart = this.#part < 0 || (part === this.#part + 1 && this.#partIsFull)
    if (nextPart) {
      this.#part += 1
      this.#end = 0
    }
    if (part !== this.#part || offset !== this.#end || length === 0) return false
    this.#end += length
    return this.#end <= Math.min(this.#sizes[part] ?? 0, BLOCKS_FILE_BYTES)
  }

  /** Whether the last part is full and there is none behind it. */
  get complete(): boolean {
    return this.#part === this.#sizes.length - 1 && (this.#part < 0 || this.#partIsFull)
  }

  get #partIsFull(): boolean {
    return this.#end === this.#sizes[this.#part]
  }
}

function badRecord(name: string, number: number): DatadeedError {
  return new DatadeedError('DAMAGED', say().deed.indexRecord({ name, number }))
}
