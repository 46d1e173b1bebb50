import { DatadeedError } from '../../errors.ts'
import { PACKED_BYTES, PACKED_RATIO } from '../../limits.ts'
import { say } from '../../messages/index.ts'
import { printable } from '../../messages/printable.ts'
import { changedWhileRead, type SourceFile } from '../source-file.ts'
import { type Compression, unpack } from './unpack.ts'

/**
 * A packed file as what it unpacks to. It is unpacked once to its end before anything of it is believed, which tells its
 * size, and again whenever it is read from an earlier place than before.
 * @throws FORMAT, LIMIT, IO_READ
 */
export async function openPackedSource(file: SourceFile, compression: Compression): Promise<SourceFile> {
  const most = Math.max(PACKED_BYTES, file.size * PACKED_RATIO)
  let size = 0
  for await (const piece of unpack(file, compression)) {
    size += piece.length
    if (size > most) throw overRatio(file)
  }
  await file.assertUnchanged()
  return new PackedSource(file, compression, size)
}

class PackedSource implements SourceFile {
  readonly path: string
  readonly size: number
  readonly compression: Compression
  readonly rereadable = true
  readonly #file: SourceFile
  #pieces: AsyncGenerator<Uint8Array> | undefined
  /** The last piece, and where it begins. */
  #piece: Uint8Array = new Uint8Array(0)
  #at = 0

  constructor(file: SourceFile, compression: Compression, size: number) {
    this.path = file.path
    this.size = size
    this.compression = compression
    this.#file = file
  }

  async reach(): Promise<void> {}

  async readInto(into: Uint8Array, offset: number): Promise<void> {
    if (this.#pieces === undefined || offset < this.#at) await this.#restart()
    for (let filled = 0; filled < into.length; ) {
      const from = offset + filled - this.#at
      if (from >= this.#piece.length) {
        await this.#next()
        continue
      }
      const part = this.#piece.subarray(from, from + into.length - filled)
      into.set(part, filled)
      filled += part.length
    }
  }

  assertUnchanged(): Promise<void> {
    return this.#file.assertUnchanged()
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.#pieces?.return(undefined)
    await this.#file[Symbol.asyncDispose]()
  }

  async #restart(): Promise<void> {
    await this.#pieces?.return(undefined)
    this.#pieces = unpack(this.#file, this.compression)
    this.#piece = new Uint8Array(0)
    this.#at = 0
  }

  async #next(): Promise<void> {
    const next = await this.#pieces?.next()
    if (next === undefined || next.done) throw changedWhileRead(this.path)
    this.#at += this.#piece.length
    this.#piece = next.value
  }
}

function overRatio({ path }: SourceFile): DatadeedError {
  const { ingest } = say()
  return new DatadeedError('LIMIT', ingest.packedRatio({ path: printable(path), most: PACKED_RATIO }), {
    hints: [ingest.hintPackedRatio],
  })
}
