import { createReadStream } from 'node:fs'
import type { Readable } from 'node:stream'
import { DatadeedError } from '../errors.ts'
import { readFault, reasonOf } from '../files/index.ts'
import { PASSPHRASE_BYTES } from '../limits.ts'
import { say } from '../messages/index.ts'
import { printable } from '../messages/printable.ts'
import { readSmallFile } from './read-small-file.ts'

const FIRST_FREE_DESCRIPTOR = 3

/** Where a passphrase comes from. Never an argument or an environment value: others can see those. */
export type SecretSource =
  | { readonly kind: 'file'; readonly path: string }
  | { readonly kind: 'descriptor'; readonly number: number }
  | { readonly kind: 'stdin'; readonly stream: Readable }
  | { readonly kind: 'prompt'; readonly ask: () => Promise<string | undefined> }

/**
 * Reads the value of a passphrase flag: a file name, `fd:3`, or `-` for the given standard input.
 * @throws DatadeedError USAGE
 */
export function parseSecretSource(value: string, stdin: Readable): SecretSource {
  if (value === '-') return { kind: 'stdin', stream: stdin }
  if (!value.startsWith('fd:') && value !== '') return { kind: 'file', path: value }
  const number = Number(value.slice(3))
  if (/^fd:[0-9]{1,4}$/.test(value) && number >= FIRST_FREE_DESCRIPTOR) return { kind: 'descriptor', number }
  const hints = [say().identity.passphraseSourceHint]
  throw new DatadeedError('USAGE', say().identity.passphraseSource, { hints })
}

/**
 * The passphrase's bytes, without one line end at the end and without a byte order mark at the beginning.
 * The caller fills them with zeros after use.
 * @throws DatadeedError USAGE if it is empty or UTF-16, LIMIT, IO_READ
 */
export async function readSecret(source: SecretSource): Promise<Uint8Array> {
  const bytes = await rawSecret(source)
  if (bytes.length > PASSPHRASE_BYTES) throw tooLong()
  const utf16 = (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff)
  if (utf16) {
    const hints = [say().identity.passphraseUtf16Hint]
    throw new DatadeedError('USAGE', say().identity.passphraseUtf16, { hints })
  }
  const secret = withoutLineEnd(withoutMark(bytes))
  if (secret.length === 0) throw new DatadeedError('USAGE', say().identity.passphraseEmpty)
  return secret
}

async function rawSecret(source: SecretSource): Promise<Uint8Array> {
  switch (source.kind) {
    case 'file':
      return readSecretFile(source.path)
    case 'descriptor': {
      const stream = createReadStream('', { fd: source.number, autoClose: false })
      return readStream(stream, say().identity.theDescriptor({ number: source.number }))
    }
    case 'stdin':
      return readStream(source.stream, say().identity.theStandardInput)
    case 'prompt': {
      const typed = await source.ask()
      if (typed === undefined) throw new DatadeedError('USAGE', say().identity.passphraseNoPrompt)
      return Buffer.from(typed)
    }
    default:
      return source satisfies never
  }
}

/** The name is not shown: a passphrase in its place is a common slip. */
async function readSecretFile(path: string): Promise<Uint8Array> {
  try {
    return (await readSmallFile(path, PASSPHRASE_BYTES, tooLong)).bytes
  } catch (cause) {
    if (cause instanceof DatadeedError && cause.code !== 'IO_READ') throw cause
    const reason = reasonOf(cause instanceof DatadeedError ? cause.cause : cause)
    const { passphraseFileMissing, passphraseFileUnreadable, passphraseSourceHint } = say().identity
    const missing = ['ENOENT', 'ENOTDIR', 'ENAMETOOLONG'].includes(reason)
    throw new DatadeedError(
      'IO_READ',
      missing ? passphraseFileMissing : passphraseFileUnreadable({ reason }),
      { hints: [passphraseSourceHint] },
    )
  }
}

async function readStream(stream: Readable, place: string): Promise<Uint8Array> {
  const pieces: Buffer[] = []
  let length = 0
  try {
    for await (const piece of stream) {
      const bytes = Buffer.from(piece)
      length += bytes.length
      if (length > PASSPHRASE_BYTES) throw tooLong()
      pieces.push(bytes)
    }
  } catch (cause) {
    if (cause instanceof DatadeedError) throw cause
    throw readFault(printable(place), cause)
  }
  return Buffer.concat(pieces)
}

function withoutMark(bytes: Uint8Array): Uint8Array {
  return bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? bytes.subarray(3) : bytes
}

function withoutLineEnd(bytes: Uint8Array): Uint8Array {
  if (bytes.at(-1) !== 0x0a) return bytes
  return bytes.subarray(0, bytes.at(-2) === 0x0d ? -2 : -1)
}

function tooLong(): DatadeedError {
  return new DatadeedError('LIMIT', say().identity.passphraseTooLong({ most: PASSPHRASE_BYTES }))
}
