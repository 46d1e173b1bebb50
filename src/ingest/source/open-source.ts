import { say } from '../../messages/index.ts'
import { openSourceFile, type SourceDisk, type SourceFile } from '../source-file.ts'
import { ExpectedDigest } from './expect-digest.ts'
import { openPackedSource } from './packed-source.ts'
import { openStandardInput } from './standard-input.ts'

/** The operand that means standard input. */
export const STANDARD_INPUT = '-'

const PACKED = /\.(gz|zst)$/i

/** A name without what says that the file is packed. */
export function unpackedName(operand: string): string {
  return operand.replace(PACKED, '')
}

/** How the bytes are come by; the same for every kind of export that is a stream of bytes. */
export interface ByteOptions {
  /** Where a file is read from, if not from the system's own files. */
  readonly disk?: SourceDisk | undefined
  /** Of the bytes as they come, packed or not; lower-case hex. */
  readonly expectSha256?: string | undefined
}

/**
 * Opens an export's bytes: a file as it is, a packed one as what it unpacks to, or standard input. What is packed under
 * another name is left to its reader, which refuses it by what it is.
 * @throws FORMAT, IO_READ, LIMIT, VALUE if the digest is not the expected one (of standard input: where it ends)
 */
export async function openSource(
  operand: string,
  { disk, expectSha256 }: ByteOptions = {},
): Promise<SourceFile> {
  if (operand === STANDARD_INPUT) {
    return openStandardInput(new ExpectedDigest(expectSha256, say().ingest.standardInput))
  }
  const file = await openSourceFile(operand, disk)
  const packed = PACKED.exec(operand)
  try {
    await new ExpectedDigest(expectSha256, operand).read(file)
    if (packed === null) return file
    return await openPackedSource(file, packed[1]?.toLowerCase() === 'gz' ? 'gzip' : 'zstd')
  } catch (cause) {
    await file[Symbol.asyncDispose]()
    throw cause
  }
}
