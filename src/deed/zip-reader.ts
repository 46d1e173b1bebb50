import { closeSync } from 'node:fs'
import { crc32 } from 'node:zlib'
import { DatadeedError, InternalError } from '../errors.ts'
import { DEED_ENTRIES } from '../limits.ts'
import { say } from '../messages/index.ts'
import { printable } from '../messages/printable.ts'
import type { Container } from './container.ts'
import { ENTRY_NAME_BYTES } from './names.ts'
import { type OpenedFile, openRegularFile, readExactly, readInto } from './read-file.ts'
import {
  buildCentralHeader,
  buildEndRecords,
  buildLocalHeader,
  CENTRAL_HEADER_BYTES,
  type CentralDirectory,
  LARGEST_END_BYTES,
  parseCentralHeader,
  parseEndRecords,
  type ZipEntry,
} from './zip-records.ts'

const MOST_CENTRAL_BYTES = CENTRAL_HEADER_BYTES + ENTRY_NAME_BYTES + 12

/**
 * Opens a deed in ZIP form. Everything but names, sizes and checksums is fixed, so two programs cannot read two
 * different deeds out of one file (FORMAT.md section 2.1).
 * @throws DatadeedError IO_READ, DAMAGED, LIMIT for the number of entries
 */
export async function openZipContainer(path: string): Promise<Container> {
  const file = openRegularFile(path, 'follow')
  try {
    const directory = await readDirectory(file)
    const entries = await readEntries(file, directory)
    await assertLocalHeaders(file, entries)
    return zipContainer(file, entries)
  } catch (error) {
    closeSync(file.fd)
    throw error
  }
}

function zipContainer(file: OpenedFile, entries: readonly ZipEntry[]): Container {
  const byName = new Map(entries.map((entry) => [entry.name, entry]))
  const find = (name: string): ZipEntry => {
    const entry = byName.get(name)
    if (entry === undefined)
      throw new InternalError('an entry was asked for that the container does not list')
    return entry
  }
  const startOf = (entry: ZipEntry): number => entry.offset + buildLocalHeader(entry).length
  return {
    path: file.path,
    form: 'file',
    entries: entries.map(({ name, size }) => ({ name, size })),
    size: file.size,
    async read(name, offset, into) {
      const entry = find(name)
      if (offset + into.length > entry.size) throw damaged(file)
      await readInto(file, startOf(entry) + offset, into)
    },
    async readWhole(name, most) {
      const entry = find(name)
      if (entry.size > most) {
        throw new DatadeedError('LIMIT', say().deed.entryTooLong({ name, got: entry.size, most }))
      }
      const bytes = await readExactly(file, startOf(entry), entry.size)
      if (crc32(bytes) !== entry.crc32) throw new DatadeedError('DAMAGED', say().deed.entryChecksum({ name }))
      return bytes
    },
    place(name) {
      return { fd: file.fd, position: startOf(find(name)) }
    },
    async [Symbol.asyncDispose]() {
      closeSync(file.fd)
    },
  }
}

async function readDirectory(file: OpenedFile): Promise<CentralDirectory> {
  const tailBytes = Math.min(file.size, LARGEST_END_BYTES)
  const tail = await readExactly(file, file.size - tailBytes, tailBytes)
  const directory = parseEndRecords(tail)
  if (directory === undefined) throw notADeed(file)
  const { count, size, offset } = directory
  if (count > DEED_ENTRIES) {
    throw new DatadeedError('LIMIT', say().deed.tooManyEntries({ got: count, most: DEED_ENTRIES }))
  }
  // Nothing may stand between the directory and the end records.
  const end = offset + size + buildEndRecords(directory).length
  if (size > count * MOST_CENTRAL_BYTES || end !== file.size) throw damaged(file)
  return directory
}

/** Walks the central directory; each header must be the very bytes that name, size, checksum and place ask for. */
async function readEntries(file: OpenedFile, { count, size, offset }: CentralDirectory): Promise<ZipEntry[]> {
  const bytes = await readExactly(file, offset, size)
  const entries: ZipEntry[] = []
  let at = 0
  let next = 0
  while (entries.length < count) {
    const claimed = parseCentralHeader(bytes.subarray(at))
    if (claimed === undefined) throw damaged(file)
    const entry = { ...claimed, offset: next }
    const expected = buildCentralHeader(entry)
    if (!bytes.subarray(at, at + expected.length).equals(expected)) throw badHeader(entries.length)
    entries.push(entry)
    at += expected.length
    next += buildLocalHeader(entry).length + entry.size
  }
  if (at !== size || next !== offset) throw damaged(file)
  return entries
}

async function assertLocalHeaders(file: OpenedFile, entries: readonly ZipEntry[]): Promise<void> {
  for (const [number, entry] of entries.entries()) {
    const expected = buildLocalHeader(entry)
    const header = await readExactly(file, entry.offset, expected.length)
    if (!header.equals(expected)) throw badHeader(number)
  }
}

function badHeader(number: number): DatadeedError {
  return new DatadeedError('DAMAGED', say().deed.zipHeader({ number: number + 1 }))
}

function notADeed({ path }: OpenedFile): DatadeedError {
  const hints = [say().deed.askAgainHint, say().deed.maybePaperHint]
  return new DatadeedError('DAMAGED', say().deed.notADeed({ path: printable(path) }), { hints })
}

function damaged({ path }: OpenedFile): DatadeedError {
  const hints = [say().deed.askAgainHint]
  return new DatadeedError('DAMAGED', say().deed.zipDamaged({ path: printable(path) }), { hints })
}
