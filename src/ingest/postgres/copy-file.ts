import type { SourceFile } from '../source-file.ts'
import type { Copying } from './snapshot.ts'

/** The error that a person sees for one of the server's. */
type FaultOf = (cause: unknown, path: string) => unknown

/**
 * What a COPY sends, as a file that is read once from its start to its end. Every read waits for the server, and no
 * more is held than was asked for.
 */
export class CopyFile implements SourceFile {
  readonly path: string
  readonly rereadable = false
  size = Number.POSITIVE_INFINITY
  /** Once all has been read: the rows that the server says it sent. */
  rows: number | undefined
  readonly #copying: Copying
  readonly #faultOf: FaultOf
  readonly #signal: AbortSignal | undefined
  #pieces: Uint8Array[] = []
  #got = 0

  constructor(
    path: string,
    copying: Copying,
    { faultOf, signal }: { faultOf: FaultOf; signal?: AbortSignal | undefined },
  ) {
    this.path = path
    this.#copying = copying
    this.#faultOf = faultOf
    this.#signal = signal
    signal?.addEventListener('abort', this.#stop, { once: true })
  }

  async reach(offset: number): Promise<void> {
    while (this.#got < offset && this.size === Number.POSITIVE_INFINITY) {
      const piece = await this.#asked(() => this.#copying.out.next())
      if (piece === undefined) {
        this.rows = await this.#asked(() => this.#copying.out.countRows())
        this.size = this.#got
      } else {
        this.#pieces.push(piece)
        this.#got += piece.length
      }
    }
  }

  /** Offsets ascend without gaps. */
  async readInto(into: Uint8Array, offset: number): Promise<void> {
    await this.reach(offset + into.length)
    let filled = 0
    let used = 0
    for (; filled < into.length; used++) {
      const piece = this.#pieces[used] ?? new Uint8Array(0)
      const part = piece.subarray(0, into.length - filled)
      into.set(part, filled)
      filled += part.length
      if (part.length === piece.length) continue
      this.#pieces[used] = piece.subarray(part.length)
      break
    }
    this.#pieces.splice(0, used)
  }

  /** A snapshot does not change. */
  async assertUnchanged(): Promise<void> {}

  async [Symbol.asyncDispose](): Promise<void> {
    this.#signal?.removeEventListener('abort', this.#stop)
    this.#copying.finish(this.rows !== undefined)
  }

  readonly #stop = (): void => this.#copying.finish(false)

  async #asked<Answer>(ask: () => Promise<Answer>): Promise<Answer> {
    try {
      return await ask()
    } catch (cause) {
      this.#signal?.throwIfAborted()
      throw this.#faultOf(cause, this.path)
    }
  }
}
