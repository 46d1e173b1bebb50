import type { SourceFile } from '../source-file.ts'

/** Where a frame lies in its file. */
export interface FramePlace {
  readonly start: number
  readonly end: number
}

const MAGIC = 0xfd2fb528
const SKIPPABLE = 0x184d2a50
const DICTIONARY_BYTES = [0, 1, 2, 4] as const
const SIZE_BYTES = [0, 2, 4, 8] as const
/** Magic, descriptor, window, dictionary id, content size: the longest frame header (RFC 8878, 3.1.1). */
const LONGEST_HEADER = 18

/**
 * The Zstandard frames of a file, one behind the other up to its end (RFC 8878). Node's decompressor stops behind the
 * first and says nothing of what it left, so that each frame is found, and handed to it, by itself; frames to be skipped
 * hold nothing of the content.
 * @returns undefined at the first place that is no whole frame
 */
export async function findFrames(file: SourceFile): Promise<FramePlace[] | undefined> {
  const frames: FramePlace[] = []
  for (let at = 0; at < file.size; ) {
    const head = await peek(file, at, LONGEST_HEADER)
    if (head.length < 8) return undefined
    const magic = head.readUInt32LE(0)
    if ((magic & 0xfffffff0) >>> 0 === SKIPPABLE) {
      at += 8 + head.readUInt32LE(4)
      if (at > file.size) return undefined
      continue
    }
    const end = magic === MAGIC ? await findEnd(file, at, head) : undefined
    if (end === undefined) return undefined
    frames.push({ start: at, end })
    at = end
  }
  return frames
}

async function findEnd(file: SourceFile, start: number, head: Buffer): Promise<number | undefined> {
  const descriptor = head.readUInt8(4)
  const single = (descriptor & 0x20) !== 0
  const sizeBytes = SIZE_BYTES[descriptor >> 6] || (single ? 1 : 0)
  const header = 5 + (single ? 0 : 1) + (DICTIONARY_BYTES[descriptor & 3] ?? 0) + sizeBytes
  const checksum = (descriptor & 4) === 0 ? 0 : 4
  for (let at = start + header; ; ) {
    const block = await peek(file, at, 3)
    if (block.length < 3) return undefined
    const word = block.readUIntLE(0, 3)
    const kind = (word >> 1) & 3
    // A block of one byte repeated takes one, whatever its size says; kind 3 is reserved.
    if (kind === 3) return undefined
    at += 3 + (kind === 1 ? 1 : word >> 3)
    if ((word & 1) === 1) return at + checksum <= file.size ? at + checksum : undefined
  }
}

async function peek(file: SourceFile, at: number, most: number): Promise<Buffer> {
  const bytes = Buffer.alloc(Math.max(0, Math.min(most, file.size - at)))
  if (bytes.length > 0) await file.readInto(bytes, at)
  return bytes
}
