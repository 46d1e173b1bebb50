import { InternalError } from '../errors.ts'
import {
  CHUNK_BYTES,
  COBBLESTONE_HEADER_BYTES,
  MessageKey,
  openMessageKey,
  SEALED_CHUNK_BYTES,
  TAG_BYTES,
} from './cobblestone-chunks.ts'
import { truncated } from './cobblestone-fault.ts'

/** Encrypts one message piece by piece, with at most a chunk held back. A finished one cannot be used again. */
export class CobblestoneEncryptor {
  readonly #key: MessageKey
  readonly #held: Gathered
  #header: Uint8Array
  #chunk = 0
  #finished = false

  constructor(key: Uint8Array, salt: Uint8Array, context: Uint8Array) {
    this.#key = new MessageKey(key, salt, context)
    this.#held = new Gathered(CHUNK_BYTES)
    this.#header = Buffer.concat([salt, this.#key.commitment])
  }

  /** The message's next bytes; may be none. */
  update(plain: Uint8Array): Uint8Array {
    if (this.#finished) throw new InternalError('a Cobblestone message is sealed once')
    const chunks = this.#held.chunksWith(plain)
    const out = Buffer.allocUnsafeSlow(this.#header.length + chunks * SEALED_CHUNK_BYTES)
    out.set(this.#header, 0)
    let at = this.#header.length
    this.#header = Buffer.alloc(0)
    for (const full of this.#held.take(plain)) {
      this.#key.seal(this.#chunk, full, out, at)
      this.#chunk += 1
      at += SEALED_CHUNK_BYTES
    }
    return out
  }

  /** The message's last bytes: its final chunk, shorter than the others, perhaps empty. */
  finish(): Uint8Array {
    const head = this.update(new Uint8Array(0))
    this.#finished = true
    const rest = this.#held.rest()
    const out = Buffer.allocUnsafeSlow(head.length + rest.length + TAG_BYTES)
    out.set(head, 0)
    this.#key.seal(this.#chunk, rest, out, head.length)
    return out
  }
}

/**
 * Decrypts one message piece by piece. It gives out a chunk only after its tag was checked, and only `finish` tells
 * that nothing is missing: what `update` gave is a true beginning until then. After a failure it only fails.
 */
export class CobblestoneDecryptor {
  readonly #inputKey: Uint8Array
  readonly #context: Uint8Array
  readonly #head = new Gathered(COBBLESTONE_HEADER_BYTES)
  readonly #held = new Gathered(SEALED_CHUNK_BYTES)
  #key: MessageKey | undefined
  #chunk = 0
  #seen = 0
  #ended: 'finished' | Error | undefined

  constructor(key: Uint8Array, context: Uint8Array) {
    this.#inputKey = key
    this.#context = context
  }

  /** @throws CobblestoneError (DAMAGED) altered, or not of this key and context */
  update(sealed: Uint8Array): Uint8Array {
    return this.#guarded(() => {
      this.#seen += sealed.length
      return this.#openChunks(this.#afterHeader(sealed))
    })
  }

  /** @throws CobblestoneError (DAMAGED) truncated, altered */
  finish(): Uint8Array {
    return this.#guarded(() => {
      const last = this.#held.rest()
      if (this.#key === undefined || last.length < TAG_BYTES) throw truncated(this.#seen)
      const out = Buffer.allocUnsafeSlow(last.length - TAG_BYTES)
      this.#key.open(this.#chunk, last, out, 0)
      this.#ended = 'finished'
      return out
    })
  }

  #afterHeader(sealed: Uint8Array): Uint8Array {
    if (this.#key !== undefined) return sealed
    const missing = COBBLESTONE_HEADER_BYTES - this.#head.rest().length
    for (const header of this.#head.take(sealed.subarray(0, missing))) {
      this.#key = openMessageKey(this.#inputKey, this.#context, header)
    }
    return sealed.subarray(missing)
  }

  #openChunks(sealed: Uint8Array): Uint8Array {
    const out = Buffer.allocUnsafeSlow(this.#held.chunksWith(sealed) * CHUNK_BYTES)
    let at = 0
    for (const full of this.#held.take(sealed)) {
      this.#key?.open(this.#chunk, full, out, at)
      this.#chunk += 1
      at += CHUNK_BYTES
    }
    return out
  }

  #guarded(step: () => Uint8Array): Uint8Array {
    if (this.#ended === 'finished') throw new InternalError('a Cobblestone message is opened once')
    if (this.#ended !== undefined) throw this.#ended
    try {
      return step()
    } catch (error) {
      this.#ended = error instanceof Error ? error : new InternalError('thrown values are errors')
      throw this.#ended
    }
  }
}

/** Cuts what comes in pieces of any size into pieces of one size, holding back less than one. */
class Gathered {
  readonly #size: number
  readonly #held: Buffer
  #length = 0

  constructor(size: number) {
    this.#size = size
    this.#held = Buffer.allocUnsafeSlow(size)
  }

  chunksWith(bytes: Uint8Array): number {
    return Math.floor((this.#length + bytes.length) / this.#size)
  }

  rest(): Uint8Array {
    return this.#held.subarray(0, this.#length)
  }

  *take(bytes: Uint8Array): Generator<Uint8Array> {
    let from = 0
    while (from < bytes.length) {
      if (this.#length === 0 && bytes.length - from >= this.#size) {
        yield bytes.subarray(from, from + this.#size)
        from += this.#size
        continue
      }
      const part = bytes.subarray(from, from + this.#size - this.#length)
      this.#held.set(part, this.#length)
      this.#length += part.length
      from += part.length
      if (this.#length < this.#size) return
      this.#length = 0
      yield this.#held
    }
  }
}
