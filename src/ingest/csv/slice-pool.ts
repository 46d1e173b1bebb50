/** Buffers kept for the next slice; more than workers ever hold at once would only be memory. */
const KEPT = 8

/** Shared buffers of one size, given out and taken back, so that a run does not allocate one a slice. */
export class SlicePool {
  readonly #bytes: number
  readonly #free: SharedArrayBuffer[] = []

  constructor(bytes: number) {
    this.#bytes = bytes
  }

  take(): Uint8Array<SharedArrayBuffer> {
    return new Uint8Array(this.#free.pop() ?? new SharedArrayBuffer(this.#bytes))
  }

  /** Buffers that had to grow are not kept. */
  giveBack(buffer: SharedArrayBuffer): void {
    if (buffer.byteLength === this.#bytes && this.#free.length < KEPT) this.#free.push(buffer)
  }
}
