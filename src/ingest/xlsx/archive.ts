import { Readable } from 'node:stream'
import { crc32 } from 'node:zlib'
import { type Entry, fromRandomAccessReaderPromise, RandomAccessReader, type ZipFile } from 'yauzl'
import { DatadeedError } from '../../errors.ts'
import { WORKBOOK_PARTS } from '../../limits.ts'
import { say } from '../../messages/index.ts'
import { printable } from '../../messages/printable.ts'
import type { SourceFile } from '../source-file.ts'
import { inflatePart } from './inflate-part.ts'
import { brokenPart, damagedArchive, refuse } from './refusals.ts'

const READ_BYTES = 256 * 1024
const DEFLATED = 8
const STORED = 0

/** The parts of a workbook, found by name; whatever else lies in the archive is never unpacked. */
export interface Archive {
  readonly path: string
  /** Names of all parts, without a leading slash. */
  readonly names: readonly string[]
  has(name: string): boolean
  /** Bytes that a part takes in the archive, packed. */
  packedSize(name: string): number
  /** @throws FORMAT, LIMIT, IO_READ, CHANGED while it is read; SYNTAX if there is no such part. */
  open(name: string, limits: PartLimits): Promise<OpenPart>
}

export interface PartLimits {
  readonly bytes: number
}

/** A part while it is unpacked; its length and checksum are compared at its end. */
export interface OpenPart {
  readonly bytes: AsyncIterable<Uint8Array>
  /** Packed bytes read so far. */
  readonly read: () => number
}

/**
 * Reads the directory of a workbook's archive. Part names are compared as OPC does (ECMA-376-2, 6.2.2.3), without case:
 * where two entries share one, readers disagree which is the sheet.
 * @throws FORMAT, LIMIT, IO_READ, CHANGED
 */
export async function openArchive(file: SourceFile): Promise<Archive> {
  const { path } = file
  const zip = await asOurs(path, () =>
    fromRandomAccessReaderPromise(new FileReader(file), file.size, { autoClose: false, decodeStrings: true }),
  )
  if (zip.entryCount > WORKBOOK_PARTS) {
    const sentence = say().xlsx.tooManyParts({
      path: printable(path),
      got: zip.entryCount,
      most: WORKBOOK_PARTS,
    })
    throw refuse('LIMIT', sentence, ['hintSaveAgain'])
  }
  const entries = new Map<string, Entry>()
  await asOurs(path, async () => {
    for await (const entry of zip.eachEntry()) {
      const key = keyOf(entry.fileName)
      if (entries.has(key)) {
        const name = printable(entry.fileName, 80)
        throw refuse('FORMAT', say().xlsx.doublePart({ path: printable(path), part: name }), [
          'hintSaveAgain',
        ])
      }
      entries.set(key, entry)
    }
  })
  return {
    path,
    names: [...entries.values()].map(({ fileName }) => fileName),
    has: (name) => entries.has(keyOf(name)),
    packedSize: (name) => entries.get(keyOf(name))?.compressedSize ?? 0,
    open: (name, limits) => {
      const entry = entries.get(keyOf(name))
      if (entry === undefined) throw refuse('FORMAT', missing(path, name), ['hintSaveAgain'])
      return openPart({ zip, entry, path, limits })
    },
  }
}

function missing(path: string, name: string): string {
  return say().xlsx.missingPart({ path: printable(path), part: printable(name, 80) })
}

function keyOf(name: string): string {
  return name.replace(/^\/+/, '').toLowerCase()
}

async function openPart(of: {
  readonly zip: ZipFile
  readonly entry: Entry
  readonly path: string
  readonly limits: PartLimits
}): Promise<OpenPart> {
  const { zip, entry, path, limits } = of
  const place = { path, part: entry.fileName }
  if (entry.isEncrypted()) {
    throw refuse('FORMAT', say().xlsx.encryptedPart({ path: printable(path) }), ['hintPassword'])
  }
  if (entry.compressionMethod !== DEFLATED && entry.compressionMethod !== STORED) throw brokenPart(place)
  const local = await asOurs(path, () => zip.readLocalFileHeaderPromise(entry))
  // A reader that goes by the local headers must find the same part there.
  if (!local.fileName.equals(entry.fileNameRaw) || local.compressionMethod !== entry.compressionMethod) {
    throw damagedArchive(path)
  }
  const raw = await asOurs(path, () => zip.openReadStreamPromise(entry, { decodeFileData: false }))
  let packed = 0
  const counted = async function* (): AsyncGenerator<Buffer> {
    for await (const piece of raw) {
      packed += piece.length
      yield piece
    }
  }
  const inflated = inflatePart(counted(), {
    deflated: entry.compressionMethod === DEFLATED,
    packed: entry.compressedSize,
    place,
    limits,
  })
  return { bytes: checked(inflated, entry, path), read: () => packed }
}

/** @throws FORMAT where a part's length or checksum is another than the directory says */
async function* checked(
  pieces: AsyncIterable<Uint8Array>,
  { uncompressedSize, crc32: expected }: Entry,
  path: string,
): AsyncGenerator<Uint8Array> {
  let sum = 0
  let length = 0
  for await (const piece of pieces) {
    sum = crc32(piece, sum)
    length += piece.length
    if (length > uncompressedSize) throw damagedArchive(path)
    yield piece
  }
  if (length !== uncompressedSize || sum !== expected) throw damagedArchive(path)
}

/** What the library finds wrong is told as ours; what the disk did is that already. */
async function asOurs<Result>(path: string, work: () => Promise<Result>): Promise<Result> {
  try {
    return await work()
  } catch (cause) {
    throw cause instanceof DatadeedError ? cause : damagedArchive(path, cause)
  }
}

/** The archive's bytes by way of the file that must not change. */
class FileReader extends RandomAccessReader {
  readonly #file: SourceFile

  constructor(file: SourceFile) {
    super()
    this.#file = file
  }

  override read(
    buffer: Buffer,
    offset: number,
    length: number,
    position: number,
    callback: (error: Error | null) => void,
  ): void {
    if (position < 0 || position + length > this.#file.size) {
      callback(damagedArchive(this.#file.path))
      return
    }
    this.#file.readInto(buffer.subarray(offset, offset + length), position).then(
      () => callback(null),
      (error: Error) => callback(error),
    )
  }

  override _readStreamForRange(start: number, end: number): Readable {
    return Readable.from(readRange(this.#file, start, end), { objectMode: false })
  }

  override close(callback: (error: Error | null) => void): void {
    callback(null)
  }
}

async function* readRange(file: SourceFile, start: number, end: number): AsyncGenerator<Buffer> {
  for (let at = start; at < end; at += READ_BYTES) {
    const piece = Buffer.allocUnsafe(Math.min(READ_BYTES, end - at))
    await file.readInto(piece, at)
    yield piece
  }
}
