import { DatadeedError, InternalError } from '../errors.ts'
import { say } from '../messages/index.ts'
import {
  CHUNK_BYTES,
  COBBLESTONE_HEADER_BYTES,
  COBBLESTONE_SALT_BYTES,
  cobblestoneLength,
  cobblestonePlainLength,
  MessageKey,
  openMessageKey,
  SEALED_CHUNK_BYTES,
} from './cobblestone-chunks.ts'

/**
 * Encrypts a whole message: salt (24), commitment (32), then the chunks, each with its 16-byte tag.
 * @param key 32 uniformly random bytes
 * @param salt 24 random bytes that never come twice under this key
 * @param context what this message is and where it stands; opening needs the same bytes
 * @param target where to write, if it is to be used again: fresh pages cost a third of the time. Apart from `plaintext`
 * @returns the message; a view of `target`, if there is one
 */
export function sealCobblestone(
  key: Uint8Array,
  salt: Uint8Array,
  context: Uint8Array,
  plaintext: Uint8Array,
  target?: Uint8Array,
): Uint8Array {
  const messageKey = new MessageKey(key, salt, context)
  const out = roomFor(cobblestoneLength(plaintext.length), target)
  out.set(salt, 0)
  out.set(messageKey.commitment, COBBLESTONE_SALT_BYTES)
  let at = COBBLESTONE_HEADER_BYTES
  for (let chunk = 0, start = 0; start <= plaintext.length; chunk += 1, start += CHUNK_BYTES) {
    messageKey.seal(chunk, plaintext.subarray(start, start + CHUNK_BYTES), out, at)
    at += SEALED_CHUNK_BYTES
  }
  return out
}

/**
 * Decrypts a whole message; nothing is returned unless all of it authenticates.
 * @param target as for sealCobblestone; after a failure its content is meaningless and must not be used
 * @throws CobblestoneError (DAMAGED): truncated, altered, or not of this key and context
 */
export function openCobblestone(
  key: Uint8Array,
  context: Uint8Array,
  ciphertext: Uint8Array,
  target?: Uint8Array,
): Uint8Array {
  const messageKey = openMessageKey(key, context, ciphertext)
  const out = roomFor(cobblestonePlainLength(ciphertext.length), target)
  for (let chunk = 0, start = 0; start <= out.length; chunk += 1, start += CHUNK_BYTES) {
    messageKey.open(chunk, sealedChunk(ciphertext, chunk), out, start)
  }
  return out
}

/** Where to read: the whole message, and the plain bytes from `start` to before `end`. */
export interface CobblestoneRange {
  readonly ciphertext: Uint8Array
  readonly start: number
  readonly end: number
}

/**
 * Decrypts only the chunks that hold a range, and the last one, whose tag authenticates the message's length.
 * @throws CobblestoneError (DAMAGED) as openCobblestone; USAGE for a range outside the message
 */
export function openCobblestoneRange(
  key: Uint8Array,
  context: Uint8Array,
  range: CobblestoneRange,
): Uint8Array {
  const { ciphertext, start, end } = range
  const messageKey = openMessageKey(key, context, ciphertext)
  const length = cobblestonePlainLength(ciphertext.length)
  const lastChunk = Math.floor(length / CHUNK_BYTES)
  const scratch = Buffer.allocUnsafeSlow(CHUNK_BYTES)
  messageKey.open(lastChunk, sealedChunk(ciphertext, lastChunk), scratch, 0)
  if (
    !(Number.isSafeInteger(start) && Number.isSafeInteger(end) && 0 <= start && start <= end && end <= length)
  ) {
    throw new DatadeedError('USAGE', say().crypto.cobblestoneRange({ start, end, length }))
  }
  const out = Buffer.allocUnsafeSlow(end - start)
  for (let chunk = Math.floor(start / CHUNK_BYTES); chunk * CHUNK_BYTES < end; chunk += 1) {
    const base = chunk * CHUNK_BYTES
    messageKey.open(chunk, sealedChunk(ciphertext, chunk), scratch, 0)
    const from = Math.max(start - base, 0)
    out.set(scratch.subarray(from, Math.min(end - base, CHUNK_BYTES)), base + from - start)
  }
  return out
}

function roomFor(length: number, target: Uint8Array | undefined): Uint8Array {
  if (target === undefined) return Buffer.allocUnsafeSlow(length)
  if (target.length < length)
    throw new InternalError('a Cobblestone target is as long as what is written to it')
  return target.subarray(0, length)
}

function sealedChunk(ciphertext: Uint8Array, chunk: number): Uint8Array {
  const at = COBBLESTONE_HEADER_BYTES + chunk * SEALED_CHUNK_BYTES
  return ciphertext.subarray(at, at + SEALED_CHUNK_BYTES)
}
