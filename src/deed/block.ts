import { constantTimeEqual, openCobblestone, sealCobblestone, sha256 } from '../crypto/index.ts'
import { DatadeedError } from '../errors.ts'
import { freeBuffer } from '../free-buffer.ts'
import type { KernelMemory } from '../kernel/kernel.ts'
import { BLOCK_PLAINTEXT_BYTES, FIELD_BYTES } from '../limits.ts'
import { say } from '../messages/index.ts'
import { printable } from '../messages/printable.ts'
import { ROW_LAYOUT, type Segment } from '../table.ts'
import { bufferOf } from './binary.ts'
import { leafOf } from './commitments.ts'
import { assertFields } from './fields.ts'
import { findFramePlace, frameLength, parseFrame, writeFrame } from './frame.ts'
import { paddedLength } from './padme.ts'
import { assertRowLayout, assertSourceEntries } from './source-entries.ts'
import { assertTags } from './tags.ts'
import { buildZstdFrame, openZstdFrame } from './zstd-frame.ts'

// FORMAT.md section 10.
const FORMAT_LABEL = Buffer.from('datadeed/v1')
const LABEL_BYTES = 16
const DEED_ID_BYTES = 16
const CODEC_ZSTD = 1
const HEAD_BYTES = 12

/** Where a block stands; all of it goes into the encryption's context. */
export interface BlockPlace {
  /** 16 raw bytes. */
  readonly deedId: Uint8Array
  readonly table: number
  readonly compartment: number
  readonly epoch: number
  readonly slice: number
  readonly rows: number
}

export interface SealBlockRequest {
  readonly place: BlockPlace
  /** The compartment's segments, ascending by column, `cells` before `source`, the row layout last. */
  readonly segments: readonly Segment[]
  /**
   * Free bytes before the first segment, which may be overwritten: where they are as many as the frame's directory needs
   * and the segments lie one behind the other, nothing is copied.
   */
  readonly headBytes?: number | undefined
  /** The data key of compartment and epoch. */
  readonly key: Uint8Array
  /** 24 random bytes, never used twice. */
  readonly salt: Uint8Array
  readonly macKey: Uint8Array
}

export interface OpenBlockRequest {
  readonly ciphertext: Uint8Array
  /** What the index says. */
  readonly sha256: Uint8Array
  readonly place: BlockPlace
  readonly key: Uint8Array
  readonly macKey: Uint8Array
  /** The compartment's assigned columns, ascending. */
  readonly columns: readonly number[]
  /** Whether this compartment carries the table's row layout. */
  readonly layout: boolean
  /** Whether the table's source is typed, so that its columns may have tags. */
  readonly typed?: boolean | undefined
  /** For sentences. */
  readonly names: { readonly table: string; readonly compartment: string }
}

export interface OpenedBlock {
  readonly segments: Segment[]
  readonly leaves: Uint8Array[]
  /** What was encrypted, padding and all; valid until this thread opens or seals its next block. */
  readonly plaintext: Uint8Array
}

/** The 52 bytes that bind a block to its place. */
export function blockContext({ deedId, table, compartment, epoch, slice, rows }: BlockPlace): Uint8Array {
  const context = Buffer.alloc(LABEL_BYTES + DEED_ID_BYTES + 5 * 4)
  context.set(FORMAT_LABEL)
  context.set(deedId, LABEL_BYTES)
  for (const [position, value] of [table, compartment, epoch, slice, rows].entries()) {
    context.writeUInt32BE(value, LABEL_BYTES + DEED_ID_BYTES + 4 * position)
  }
  return context
}

/**
 * Makes one slice of one compartment into a block: a frame, compressed, padded, encrypted; with the leaves of its
 * segments and the SHA-256 of the block. Pure in its arguments; runs in worker threads.
 * @throws DatadeedError LIMIT if readers would refuse it
 */
export function sealBlock({ place, segments, headBytes = 0, key, salt, macKey }: SealBlockRequest): {
  readonly ciphertext: Uint8Array
  readonly sha256: Uint8Array
  readonly leaves: Uint8Array[]
} {
  const plaintext = buildPlaintext(place.rows, segments, headBytes)
  const ciphertext = sealCobblestone(key, salt, blockContext(place), plaintext)
  const leaves = segments.map((segment) => leafOf(segment, place, macKey))
  return { ciphertext, sha256: sha256(ciphertext), leaves }
}

/**
 * All checks of a block, for verifying, restoring and reading back alike: digest, key commitment, every chunk's tag,
 * padding, the zstd frame, its directory, every field. Nothing is returned unless all of them pass.
 * @param memory where the segments shall lie, behind what was taken of it; without it they have memory of their own
 * @throws DatadeedError DAMAGED, LIMIT, UNSUPPORTED, each naming table, compartment and slice
 */
export function openBlock(request: OpenBlockRequest, memory?: KernelMemory): OpenedBlock {
  const { ciphertext, place, key, macKey, columns, layout, typed, names } = request
  try {
    if (!constantTimeEqual(sha256(ciphertext), request.sha256)) {
      throw new DatadeedError('DAMAGED', say().deed.blockDigest)
    }
    const plaintext = openCobblestone(key, blockContext(place), ciphertext, scratch(ciphertext.length))
    const frame = placeIn(memory, openPlaintext(plaintext))
    const segments = parseFrame(frame, { rows: place.rows, columns, layout, typed })
    assertSegments(segments, place.rows, memory)
    return { segments, leaves: segments.map((segment) => leafOf(segment, place, macKey)), plaintext }
  } catch (error) {
    if (!(error instanceof DatadeedError)) throw error
    const where = {
      table: printable(names.table),
      compartment: printable(names.compartment),
      slice: place.slice + 1,
      fault: error.message,
    }
    const hints = error.hints.length > 0 ? error.hints : [say().deed.askAgainHint]
    throw new DatadeedError(error.code, say().deed.block(where), { hints, cause: error })
  }
}

function buildPlaintext(rows: number, segments: readonly Segment[], headBytes: number): Uint8Array {
  for (const { kind, bytes } of segments) {
    if (kind === 'cells' && bytes.length > FIELD_BYTES) assertFields(bytes, rows)
  }
  const length = frameLength(segments)
  assertLength(length)
  const plain = findFramePlace(segments, headBytes) ?? scratch(length)
  writeFrame(rows, segments, plain)
  const frame = buildZstdFrame(plain)
  const padded = paddedLength(HEAD_BYTES + frame.length)
  assertLength(padded)
  // What was compressed is not needed any more, wherever it lay.
  const out = bufferOf(scratch(padded))
  out.fill(0, 0, HEAD_BYTES)
  out.writeUInt8(CODEC_ZSTD, 0)
  out.writeUInt32BE(frame.length, 4)
  out.writeUInt32BE(length, 8)
  out.set(frame, HEAD_BYTES)
  out.fill(0, HEAD_BYTES + frame.length)
  freeBuffer(frame)
  return out
}

/** The decompressed frame of a block's authenticated plaintext. */
function openPlaintext(bytes: Uint8Array): Uint8Array {
  assertLength(bytes.length)
  const plaintext = bufferOf(bytes)
  if (plaintext.length < HEAD_BYTES) throw new DatadeedError('DAMAGED', say().deed.paddingDamaged)
  const codec = plaintext.readUInt8(0)
  if (codec !== CODEC_ZSTD) {
    const hints = [say().deed.newerVersionHint]
    throw new DatadeedError('UNSUPPORTED', say().deed.unknownCodec({ codec }), { hints })
  }
  const end = HEAD_BYTES + plaintext.readUInt32BE(4)
  const padded = plaintext.length === paddedLength(end)
  if (
    plaintext.readUIntBE(1, 3) !== 0 ||
    end > plaintext.length ||
    !padded ||
    !isZero(plaintext.subarray(end))
  ) {
    throw new DatadeedError('DAMAGED', say().deed.paddingDamaged)
  }
  return openZstdFrame(bytes.subarray(HEAD_BYTES, end), plaintext.readUInt32BE(8))
}

/** Segments whose directory fits: each `source` or `tags` of a column stands right behind its `cells`. */
function assertSegments(segments: readonly Segment[], rows: number, memory?: KernelMemory): void {
  for (const [number, { column, kind, bytes }] of segments.entries()) {
    if (kind === 'cells') assertFields(bytes, rows, memory)
    else if (column === ROW_LAYOUT) assertRowLayout(bytes, rows)
    else if (kind === 'tags') assertTags(bytes, rows, segments[number - 1]?.bytes ?? bytes)
    else assertSourceEntries(bytes, rows, segments[number - 1]?.bytes ?? bytes)
  }
}

function assertLength(got: number): void {
  if (got <= BLOCK_PLAINTEXT_BYTES) return
  throw new DatadeedError('LIMIT', say().deed.frameTooLong({ got, most: BLOCK_PLAINTEXT_BYTES }))
}

function isZero(bytes: Uint8Array): boolean {
  for (let at = 0; at < bytes.length; at += 1) {
    if (bytes[at] !== 0) return false
  }
  return true
}

/** The frame moved into the kernel's memory, if there is such memory. */
function placeIn(memory: KernelMemory | undefined, frame: Uint8Array): Uint8Array {
  const at = memory?.take([frame.length])?.[0]
  if (memory === undefined || at === undefined) return frame
  const placed = memory.bytes.subarray(at, at + frame.length)
  placed.set(frame)
  freeBuffer(frame)
  return placed
}

const LARGEST_SCRATCH = 16 * 1024 * 1024
let scratchBytes = new Uint8Array(0)

/**
 * One buffer a thread for what is compressed or decrypted, valid until the next: filling fresh pages for each would cost
 * as much as compressing them.
 */
function scratch(length: number): Uint8Array {
  if (length > LARGEST_SCRATCH) return Buffer.allocUnsafeSlow(length)
  if (scratchBytes.length < length)
    scratchBytes = Buffer.allocUnsafeSlow(Math.min(LARGEST_SCRATCH, length * 2))
  return scratchBytes.subarray(0, length)
}
