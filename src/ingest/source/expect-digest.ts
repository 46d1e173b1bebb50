import { createHash } from 'node:crypto'
import { DatadeedError } from '../../errors.ts'
import { say } from '../../messages/index.ts'
import { printable } from '../../messages/printable.ts'
import type { SourceFile } from '../source-file.ts'

const READ_BYTES = 1024 * 1024

/** Compares the SHA-256 of an export's own bytes, packed as they are, with the one that its maker told. */
export class ExpectedDigest {
  readonly #expected: string | undefined
  readonly #path: string
  readonly #hash = createHash('sha256')

  /** @param expected - lower-case hex; anything passes without it */
  constructor(expected: string | undefined, path: string) {
    this.#expected = expected
    this.#path = path
  }

  update(bytes: Uint8Array): void {
    if (this.#expected !== undefined) this.#hash.update(bytes)
  }

  /** @throws VALUE */
  end(): void {
    if (this.#expected === undefined || this.#hash.digest('hex') === this.#expected) return
    const { ingest } = say()
    throw new DatadeedError('VALUE', ingest.otherDigest({ path: printable(this.#path) }), {
      hints: [ingest.hintUnexpected],
    })
  }

  /** Reads a whole file for it. @throws VALUE, IO_READ, CHANGED */
  async read(file: SourceFile): Promise<void> {
    if (this.#expected === undefined) return
    const buffer = new Uint8Array(READ_BYTES)
    for (let at = 0; at < file.size; at += READ_BYTES) {
      const piece = buffer.subarray(0, Math.min(READ_BYTES, file.size - at))
      await file.readInto(piece, at)
      this.update(piece)
    }
    this.end()
  }
}
