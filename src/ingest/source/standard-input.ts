import type { Readable } from 'node:stream'
import { InternalError } from '../../errors.ts'
import { say } from '../../messages/index.ts'
import { cannotRead, type SourceFile } from '../source-file.ts'

/** Bytes from the start that may be read again: more than a header line and the sample ever take. */
const HEAD_BYTES = 4 * 1024 * 1024

/** @param look - gets every byte as it comes, and is called at the end, when it may still throw */
export function openStandardInput(
  look: { readonly update: (bytes: Uint8Array) => void; readonly end: () => void },
  stream: Readable = process.stdin,
): SourceFile {
  return new StandardInput(stream, look)
}

/** A stream as an export: the head can be looked at again, all that follows goes by once. */
class StandardInput implements SourceFile {
  readonly path = say().ingest.standardInput
  readonly rereadable = false
  readonly #stream: Readable
  readonly #look: Parameters<typeof openStandardInput>[0]
  readonly #pieces: AsyncIterator<Uint8Array>
  readonly #head: Uint8Array[] = []
  /** What has come beyond the head and was not read yet, and where it begins. */
  #rest: Uint8Array[] = []
  #restAt = HEAD_BYTES
  #came = 0
  #size = Infinity

  constructor(stream: Readable, look: Parameters<typeof openStandardInput>[0]) {
    this.#stream = stream
    this.#look = look
    this.#pieces = stream[Symbol.asyncIterator]()
  }

  get size(): number {
    return this.#size
  }

  async reach(offset: number): Promise<void> {
    while (this.#came < offset && this.#size === Infinity) await this.#take()
  }

  async readInto(into: Uint8Array, offset: number): Promise<void> {
    await this.reach(offset + into.length)
    if (offset + into.length > this.#came) throw new InternalError('standard input was read beyond its end')
    const inHead = into.subarray(0, Math.max(0, HEAD_BYTES - offset))
    copyFrom(this.#head, 0, inHead, offset)
    const behind = into.subarray(inHead.length)
    if (behind.length === 0) return
    const at = offset + inHead.length
    if (at < this.#restAt) throw new InternalError('standard input was read a second time')
    copyFrom(this.#rest, this.#restAt, behind, at)
    this.#forget(at + behind.length)
  }

  async assertUnchanged(): Promise<void> {}

  async [Symbol.asyncDispose](): Promise<void> {
    this.#stream.destroy()
  }

  async #take(): Promise<void> {
    let next: IteratorResult<Uint8Array>
    try {
      next = await this.#pieces.next()
    } catch (cause) {
      throw cannotRead(this.path, cause)
    }
    if (next.done) {
      this.#look.end()
      this.#size = this.#came
      return
    }
    this.#look.update(next.value)
    const inHead = Math.max(0, Math.min(next.value.length, HEAD_BYTES - this.#came))
    if (inHead > 0) this.#head.push(next.value.subarray(0, inHead))
    if (inHead < next.value.length) this.#rest.push(next.value.subarray(inHead))
    this.#came += next.value.length
  }

  #forget(before: number): void {
    let [first] = this.#rest
    while (first !== undefined && this.#restAt + first.length <= before) {
      this.#restAt += first.length
      this.#rest.shift()
      ;[first] = this.#rest
    }
  }
}

/** Copies what lies from `from` on out of pieces that begin at `at`. */
function copyFrom(pieces: readonly Uint8Array[], at: number, into: Uint8Array, from: number): void {
  let start = at
  let filled = 0
  for (const piece of pieces) {
    if (filled === into.length) return
    const skip = from + filled - start
    if (skip < piece.length) {
      const part = piece.subarray(skip, skip + into.length - filled)
      into.set(part, filled)
      filled += part.length
    }
    start += piece.length
  }
}
