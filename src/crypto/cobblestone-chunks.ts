import {
  createCipheriv,
  createDecipheriv,
  createHmac,
  createSecretKey,
  type KeyObject,
  timingSafeEqual,
} from 'node:crypto'
import { DatadeedError, InternalError } from '../errors.ts'
import { say } from '../messages/index.ts'
import { altered, badKeyLength, foreignKey, truncated } from './cobblestone-fault.ts'

/** C2SP chunked-encryption, instantiation Cobblestone-256: https://c2sp.org/chunked-encryption */
export const COBBLESTONE_KEY_BYTES = 32
export const COBBLESTONE_SALT_BYTES = 24
/** Salt, then the 32-byte commitment. */
export const COBBLESTONE_HEADER_BYTES = 56
/** Plain bytes of every chunk but the last, which is always shorter ("Message chunking"). */
export const CHUNK_BYTES = 16384
export const TAG_BYTES = 16
export const SEALED_CHUNK_BYTES = CHUNK_BYTES + TAG_BYTES

const MOST_CHUNKS = 2 ** 38
const NONCE_BYTES = 12
const COMMITMENT_BYTES = 32
const CIPHER = 'aes-256-gcm'
// Without this Node takes tags of 4 bytes as well (DEP0182).
const TAG_OPTIONS = { authTagLength: TAG_BYTES } as const
// "Key derivation": info = "c2sp.org/chunked-encryption@v1+" || aead || 0x00 || salt || context
const INFO_PREFIX = Buffer.from('c2sp.org/chunked-encryption@v1+AEAD_AES_256_GCM\0', 'latin1')

/**
 * The derived key of one message; seals and opens its chunks by number. Under each salt a message is sealed
 * only once, in ascending chunks, so that no nonce comes twice.
 */
export class MessageKey {
  readonly commitment: Uint8Array
  readonly #key: KeyObject
  readonly #nonce: Buffer
  readonly #baseHigh: number
  readonly #baseLow: number

  constructor(inputKey: Uint8Array, salt: Uint8Array, context: Uint8Array) {
    if (inputKey.length !== COBBLESTONE_KEY_BYTES) throw badKeyLength(inputKey.length, COBBLESTONE_KEY_BYTES)
    if (salt.length !== COBBLESTONE_SALT_BYTES) throw new InternalError('a Cobblestone salt has 24 bytes')
    const derived = expand(inputKey, Buffer.concat([INFO_PREFIX, salt, context]))
    // A KeyObject, because raw key bytes cost more than twice the time on each chunk.
    this.#key = createSecretKey(derived.subarray(0, COBBLESTONE_KEY_BYTES))
    this.#nonce = Buffer.from(derived.subarray(COBBLESTONE_KEY_BYTES, COBBLESTONE_KEY_BYTES + NONCE_BYTES))
    this.commitment = Buffer.from(derived.subarray(COBBLESTONE_KEY_BYTES + NONCE_BYTES, DERIVED_BYTES))
    this.#baseHigh = this.#nonce.readUInt8(7)
    this.#baseLow = this.#nonce.readUInt32BE(8)
    derived.fill(0)
  }

  /** Writes the sealed chunk, 16 bytes longer than the plain one, into `out` at `at`. */
  seal(chunk: number, plain: Uint8Array, out: Uint8Array, at: number): void {
    const cipher = createCipheriv(CIPHER, this.#key, this.#nonceOf(chunk), TAG_OPTIONS)
    const sealed = cipher.update(plain)
    out.set(sealed, at)
    giveBack(sealed)
    cipher.final()
    out.set(cipher.getAuthTag(), at + plain.length)
  }

  /**
   * Writes the opened chunk, 16 bytes shorter than the sealed one, into `out` at `at`, after its tag was checked.
   * @throws CobblestoneError altered
   */
  open(chunk: number, sealed: Uint8Array, out: Uint8Array, at: number): void {
    const end = sealed.length - TAG_BYTES
    const decipher = createDecipheriv(CIPHER, this.#key, this.#nonceOf(chunk), TAG_OPTIONS)
    decipher.setAuthTag(sealed.subarray(end))
    const plain = decipher.update(sealed.subarray(0, end))
    try {
      decipher.final()
    } catch {
      throw altered(chunk)
    }
    out.set(plain, at)
    giveBack(plain)
  }

  /** "AEAD usage": the base nonce XOR the chunk number, which reaches into its last 5 bytes. */
  #nonceOf(chunk: number): Uint8Array {
    if (chunk >= MOST_CHUNKS) throw new DatadeedError('LIMIT', say().crypto.cobblestoneTooLong)
    this.#nonce[7] = this.#baseHigh ^ Math.floor(chunk / 0x1_0000_0000)
    this.#nonce.writeUInt32BE((this.#baseLow ^ chunk) >>> 0, 8)
    return this.#nonce
  }
}

/**
 * Frees the memory of a copied chunk now: a few thousand of them waiting for the garbage collector make it run every other
 * slice, which costs as much as decrypting.
 */
function giveBack({ buffer, byteLength }: Uint8Array): void {
  if (buffer instanceof ArrayBuffer && buffer.byteLength === byteLength) buffer.transfer(0)
}

/**
 * Reads salt and commitment and derives the key. The commitment is compared in constant time before anything is
 * decrypted: a ciphertext made to open under two keys, or moved to another place, ends here.
 * @throws CobblestoneError truncated, key
 */
export function openMessageKey(key: Uint8Array, context: Uint8Array, header: Uint8Array): MessageKey {
  if (header.length < COBBLESTONE_HEADER_BYTES) throw truncated(header.length)
  const messageKey = new MessageKey(key, header.subarray(0, COBBLESTONE_SALT_BYTES), context)
  const commitment = header.subarray(COBBLESTONE_SALT_BYTES, COBBLESTONE_HEADER_BYTES)
  if (!timingSafeEqual(commitment, messageKey.commitment)) throw foreignKey()
  return messageKey
}

/** Bytes of the message that so many plain bytes become. */
export function cobblestoneLength(plainLength: number): number {
  return COBBLESTONE_HEADER_BYTES + plainLength + TAG_BYTES * (Math.floor(plainLength / CHUNK_BYTES) + 1)
}

/**
 * Plain bytes of a message of so many bytes; known from the length alone, before anything is allocated.
 * @throws CobblestoneError truncated, for a length that no whole message has
 */
export function cobblestonePlainLength(length: number): number {
  const body = length - COBBLESTONE_HEADER_BYTES
  const last = body % SEALED_CHUNK_BYTES
  if (body < TAG_BYTES || last < TAG_BYTES) throw truncated(length)
  return Math.floor(body / SEALED_CHUNK_BYTES) * CHUNK_BYTES + last - TAG_BYTES
}

const DERIVED_BYTES = COBBLESTONE_KEY_BYTES + NONCE_BYTES + COMMITMENT_BYTES

/** HKDF-Expand (RFC 5869 section 2.3) with SHA-512; node:crypto offers it only together with Extract. */
function expand(prk: Uint8Array, info: Uint8Array): Buffer {
  const first = createHmac('sha512', prk).update(info).update(Buffer.of(1)).digest()
  const second = createHmac('sha512', prk).update(first).update(info).update(Buffer.of(2)).digest()
  return Buffer.concat([first, second])
}
