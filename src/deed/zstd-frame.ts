import { constants, zstdCompressSync, zstdDecompressSync } from 'node:zlib'
import { DatadeedError } from '../errors.ts'
import { BLOCK_PLAINTEXT_BYTES, ZSTD_RATIO, ZSTD_WINDOW_LOG } from '../limits.ts'
import { say } from '../messages/index.ts'
import { bufferOf } from './binary.ts'

// RFC 8878 sections 3.1.1 (frames and blocks) and 3.1.2 (skippable frames).
const MAGIC = 0xfd2fb528
const MAX_BLOCK_BYTES = 128 * 1024
const RAW = 0
const RLE = 1
const RESERVED = 3
const SMALLEST_CHUNK = 64
/**
 * Level 3's search with the tables of a fast level, and no match under 7 bytes: columns are full of short ones that cost
 * more to tell than their bytes. 3 % smaller than level 1 in a sixth more time (docs/performance.md).
 */
const PARAMS = {
  [constants.ZSTD_c_compressionLevel]: 3,
  [constants.ZSTD_c_strategy]: constants.ZSTD_dfast,
  [constants.ZSTD_c_minMatch]: 7,
  [constants.ZSTD_c_hashLog]: 15,
  [constants.ZSTD_c_chainLog]: 14,
  [constants.ZSTD_c_windowLog]: 18,
}

/**
 * Compresses into one frame that `openZstdFrame` takes. The output buffer is larger than any result: the runtime would
 * append a second, empty frame to a result that fills its buffer to the last byte.
 */
export function buildZstdFrame(plain: Uint8Array): Uint8Array {
  const frame = zstdCompressSync(plain, {
    chunkSize: compressBound(plain.length),
    params: PARAMS,
  })
  return withinRatio(frame, plain.length)
}

/** More than any compressed form of `length` bytes: zstd's own bound (ZSTD_COMPRESSBOUND) and a little. */
function compressBound(length: number): number {
  const small = length < MAX_BLOCK_BYTES ? (MAX_BLOCK_BYTES - length) >> 11 : 0
  return length + (length >> 8) + small + SMALLEST_CHUNK
}

/**
 * Columns of one repeated value compress better than the ratio that readers allow against bombs: empty raw blocks
 * (RFC 8878 section 3.1.1.2), 3 bytes each, bring the frame to the length it must have.
 */
function withinRatio(frame: Uint8Array, length: number): Uint8Array {
  const lacking = Math.ceil(length / ZSTD_RATIO) - frame.length
  if (lacking <= 0) return frame
  const { headerLength } = parseHeader(bufferOf(frame))
  const empty = Buffer.alloc(Math.ceil(lacking / 3) * 3)
  return Buffer.concat([frame.subarray(0, headerLength), empty, frame.subarray(headerLength)])
}

/**
 * Decompresses exactly one frame to exactly `length` bytes. The runtime's decoder drops what follows a frame and all
 * that follows a skippable one without a word, so the frame is walked here first.
 * @throws DatadeedError LIMIT for length, ratio and window; DAMAGED for all else
 */
export function openZstdFrame(frame: Uint8Array, length: number): Uint8Array {
  assertLength(frame.length, length)
  const header = parseHeader(bufferOf(frame))
  if (header.window > 2 ** ZSTD_WINDOW_LOG) {
    throw new DatadeedError(
      'LIMIT',
      say().deed.zstdWindow({ got: header.window, most: 2 ** ZSTD_WINDOW_LOG }),
    )
  }
  if (header.contentSize !== undefined && header.contentSize !== length) throw damaged()
  walkBlocks(bufferOf(frame), header)
  const plain = decompress(frame, length)
  if (plain.length !== length) throw damaged()
  return plain
}

function assertLength(frameLength: number, length: number): void {
  if (length > BLOCK_PLAINTEXT_BYTES) {
    throw new DatadeedError('LIMIT', say().deed.frameTooLong({ got: length, most: BLOCK_PLAINTEXT_BYTES }))
  }
  if (length > ZSTD_RATIO * frameLength) {
    throw new DatadeedError(
      'LIMIT',
      say().deed.zstdRatio({ got: length, frame: frameLength, most: ZSTD_RATIO }),
    )
  }
}

interface FrameHeader {
  readonly headerLength: number
  readonly window: number
  readonly contentSize: number | undefined
  readonly checksum: boolean
}

function parseHeader(frame: Buffer): FrameHeader {
  if (frame.length < 6 || frame.readUInt32LE(0) !== MAGIC) throw damaged()
  const descriptor = frame.readUInt8(4)
  const sizeFlag = descriptor >> 6
  const singleSegment = (descriptor & 0x20) !== 0
  // Bit 3 is reserved and must be zero; bits 0 and 1 would announce a dictionary.
  if ((descriptor & 0x0b) !== 0) throw damaged()
  const sizeAt = singleSegment ? 5 : 6
  const sizeBytes = sizeFlag === 0 ? (singleSegment ? 1 : 0) : 2 ** sizeFlag
  const headerLength = sizeAt + sizeBytes
  if (frame.length < headerLength) throw damaged()
  const contentSize = readContentSize(frame, sizeAt, sizeBytes)
  const window = singleSegment ? (contentSize ?? 0) : windowOf(frame.readUInt8(5))
  return { headerLength, window, contentSize, checksum: (descriptor & 0x04) !== 0 }
}

function readContentSize(frame: Buffer, at: number, bytes: number): number | undefined {
  switch (bytes) {
    case 0:
      return undefined
    case 1:
      return frame.readUInt8(at)
    case 2:
      return frame.readUInt16LE(at) + 256
    case 4:
      return frame.readUInt32LE(at)
    default:
      return Number(frame.readBigUInt64LE(at))
  }
}

/** RFC 8878 section 3.1.1.1.2. */
function windowOf(descriptor: number): number {
  const base = 2 ** (10 + (descriptor >> 3))
  return base + (base / 8) * (descriptor & 0x07)
}

/** Follows the block headers to the last one, which must end the bytes (but for the checksum). */
function walkBlocks(frame: Buffer, { headerLength, window, checksum }: FrameHeader): void {
  const most = Math.min(MAX_BLOCK_BYTES, Math.max(window, 1))
  let at = headerLength
  for (let last = false; !last; ) {
    if (at + 3 > frame.length) throw damaged()
    const header = frame.readUIntLE(at, 3)
    last = (header & 1) === 1
    const type = (header >> 1) & 3
    const size = header >> 3
    if (type === RESERVED || (size > most && !(type === RAW && size === 0))) throw damaged()
    at += 3 + (type === RLE ? 1 : size)
  }
  if (at + (checksum ? 4 : 0) !== frame.length) throw damaged()
}

function decompress(frame: Uint8Array, length: number): Uint8Array {
  try {
    return zstdDecompressSync(frame, {
      maxOutputLength: Math.max(length, 1),
      // A byte more: the runtime would set out a second buffer behind one that is filled to the last byte.
      chunkSize: Math.max(length + 1, SMALLEST_CHUNK),
      params: { [constants.ZSTD_d_windowLogMax]: ZSTD_WINDOW_LOG },
    })
  } catch {
    throw damaged()
  }
}

function damaged(): DatadeedError {
  return new DatadeedError('DAMAGED', say().deed.zstdDamaged)
}
