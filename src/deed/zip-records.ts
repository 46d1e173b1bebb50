import { bufferOf } from './binary.ts'

// FORMAT.md section 2.1, after APPNOTE 6.3.10. Every field is a function of name, size, CRC-32 and offset, so a reader
// builds what it expects and compares the bytes.
const LOCAL = 0x04034b50
const CENTRAL = 0x02014b50
const END = 0x06054b50
const END64 = 0x06064b50
const LOCATOR64 = 0x07064b50

const VERSION = 20
const VERSION64 = 45
const MADE_BY = 0x032d
const DATE = 0x0021
const EXTERNAL = 0x81a40000
const ZIP64_FIELD = 0x0001
const ZIP64_EXTRA_BYTES = 12
const U16 = 0xffff
const U32 = 0xffffffff

export const LOCAL_HEADER_BYTES = 30
export const CENTRAL_HEADER_BYTES = 46
export const END_BYTES = 22
const END64_BYTES = 56
const LOCATOR64_BYTES = 20
/** The end records at their longest. */
export const LARGEST_END_BYTES = END64_BYTES + LOCATOR64_BYTES + END_BYTES

export interface ZipEntry {
  readonly name: string
  readonly size: number
  readonly crc32: number
  /** Of the local header, in the file. */
  readonly offset: number
}

export interface CentralDirectory {
  readonly count: number
  readonly size: number
  readonly offset: number
}

/** Local header and name. */
export function buildLocalHeader({ name, size, crc32 }: Omit<ZipEntry, 'offset'>): Uint8Array {
  const header = Buffer.alloc(LOCAL_HEADER_BYTES + name.length)
  header.writeUInt32LE(LOCAL, 0)
  writeCommon(header, 4, VERSION, { name, size, crc32 })
  header.write(name, LOCAL_HEADER_BYTES, 'latin1')
  return header
}

/** Central header, name, and the ZIP64 field where the offset asks for it. */
export function buildCentralHeader(entry: ZipEntry): Uint8Array {
  const { name, offset } = entry
  const extra = offset >= U32 ? ZIP64_EXTRA_BYTES : 0
  const header = Buffer.alloc(CENTRAL_HEADER_BYTES + name.length + extra)
  header.writeUInt32LE(CENTRAL, 0)
  header.writeUInt16LE(MADE_BY, 4)
  writeCommon(header, 6, extra > 0 ? VERSION64 : VERSION, entry)
  header.writeUInt16LE(extra, 30)
  header.writeUInt32LE(EXTERNAL, 38)
  header.writeUInt32LE(Math.min(offset, U32), 42)
  header.write(name, CENTRAL_HEADER_BYTES, 'latin1')
  if (extra > 0) {
    const at = CENTRAL_HEADER_BYTES + name.length
    header.writeUInt16LE(ZIP64_FIELD, at)
    header.writeUInt16LE(8, at + 2)
    header.writeBigUInt64LE(BigInt(offset), at + 4)
  }
  return header
}

/** The end record, behind the ZIP64 records if a field of it cannot hold its value. */
export function buildEndRecords({ count, size, offset }: CentralDirectory): Uint8Array {
  const end = Buffer.alloc(END_BYTES)
  end.writeUInt32LE(END, 0)
  end.writeUInt16LE(Math.min(count, U16), 8)
  end.writeUInt16LE(Math.min(count, U16), 10)
  end.writeUInt32LE(Math.min(size, U32), 12)
  end.writeUInt32LE(Math.min(offset, U32), 16)
  if (count < U16 && size < U32 && offset < U32) return end
  const end64 = Buffer.alloc(END64_BYTES)
  end64.writeUInt32LE(END64, 0)
  // "Size of the record" leaves out its own first 12 bytes.
  end64.writeBigUInt64LE(BigInt(END64_BYTES - 12), 4)
  end64.writeUInt16LE(MADE_BY, 12)
  end64.writeUInt16LE(VERSION64, 14)
  end64.writeBigUInt64LE(BigInt(count), 24)
  end64.writeBigUInt64LE(BigInt(count), 32)
  end64.writeBigUInt64LE(BigInt(size), 40)
  end64.writeBigUInt64LE(BigInt(offset), 48)
  const locator = Buffer.alloc(LOCATOR64_BYTES)
  locator.writeUInt32LE(LOCATOR64, 0)
  locator.writeBigUInt64LE(BigInt(offset + size), 8)
  locator.writeUInt32LE(1, 16)
  return Buffer.concat([end64, locator, end])
}

/** Where the central directory claims to lie, from the file's last bytes; undefined if they are no end of ours. */
export function parseEndRecords(tail: Uint8Array): CentralDirectory | undefined {
  const bytes = bufferOf(tail)
  if (bytes.length < END_BYTES) return undefined
  const directory = claimedDirectory(bytes)
  if (directory === undefined) return undefined
  const expected = buildEndRecords(directory)
  if (expected.length > bytes.length) return undefined
  return bytes.subarray(bytes.length - expected.length).equals(expected) ? directory : undefined
}

/** The entry that a central header names, without any judgement on its other fields; undefined if it is cut. */
export function parseCentralHeader(bytes: Uint8Array): Omit<ZipEntry, 'offset'> | undefined {
  const header = bufferOf(bytes)
  if (header.length < CENTRAL_HEADER_BYTES) return undefined
  const nameLength = header.readUInt16LE(28)
  if (header.length < CENTRAL_HEADER_BYTES + nameLength) return undefined
  const name = header.toString('latin1', CENTRAL_HEADER_BYTES, CENTRAL_HEADER_BYTES + nameLength)
  return { name, crc32: header.readUInt32LE(16), size: header.readUInt32LE(24) }
}

function claimedDirectory(bytes: Buffer): CentralDirectory | undefined {
  const end = bytes.subarray(bytes.length - END_BYTES)
  const [count, size, offset] = [end.readUInt16LE(10), end.readUInt32LE(12), end.readUInt32LE(16)]
  if (count !== U16 && size !== U32 && offset !== U32) return { count, size, offset }
  if (bytes.length < LARGEST_END_BYTES) return undefined
  const end64 = bytes.subarray(bytes.length - LARGEST_END_BYTES)
  const wide = [32, 40, 48].map((at) => Number(end64.readBigUInt64LE(at)))
  const [count64 = 0, size64 = 0, offset64 = 0] = wide
  return wide.every(Number.isSafeInteger) ? { count: count64, size: size64, offset: offset64 } : undefined
}

/** The 22 bytes that local and central headers share: version needed to name length. */
function writeCommon(header: Buffer, at: number, version: number, entry: Omit<ZipEntry, 'offset'>): void {
  header.writeUInt16LE(version, at)
  // Flags, method and time are 0.
  header.writeUInt16LE(DATE, at + 8)
  header.writeUInt32LE(entry.crc32, at + 10)
  header.writeUInt32LE(entry.size, at + 14)
  header.writeUInt32LE(entry.size, at + 18)
  header.writeUInt16LE(entry.name.length, at + 22)
}
