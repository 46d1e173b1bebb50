import type { SourceFile } from '../source-file.ts'
import { openSource } from './open-source.ts'

/** One of the files, as a part of the whole. */
interface Part {
  readonly file: SourceFile
  /** Where its bytes begin in the whole, and in itself: behind a byte order mark. */
  readonly start: number
  readonly from: number
  /** With the line end that it got if it had none. */
  readonly length: number
}

const LF = 0x0a
const BOM = Buffer.from('\ufeff')

/** What is asked of each file once it is open, with its first bytes. */
type LookAtHead = (head: Uint8Array, path: string) => void

/**
 * Files of lines as one file, one behind the other; a last line without an end gets one.
 * @throws what opening any of them, or looking at its head, throws
 */
export async function openJoinedLines(
  { paths, label }: { readonly paths: readonly string[]; readonly label: string },
  { headBytes, look }: { readonly headBytes: number; readonly look: LookAtHead },
): Promise<SourceFile> {
  const parts: Part[] = []
  try {
    let start = 0
    for (const path of paths) {
      const part = await openPart(path, start, { headBytes, look })
      parts.push(part)
      start += part.length
    }
    return new JoinedLines(label, parts)
  } catch (cause) {
    for (const { file } of parts) await file[Symbol.asyncDispose]()
    throw cause
  }
}

async function openPart(
  path: string,
  start: number,
  { headBytes, look }: { readonly headBytes: number; readonly look: LookAtHead },
): Promise<Part> {
  const file = await openSource(path)
  try {
    const head = Buffer.alloc(Math.min(file.size, headBytes))
    await file.readInto(head, 0)
    look(head, path)
    const from = head.subarray(0, BOM.length).equals(BOM) ? BOM.length : 0
    const last = Buffer.alloc(Math.min(1, file.size - from))
    await file.readInto(last, file.size - last.length)
    const ended = last.length === 0 || last[0] === LF
    return { file, start, from, length: file.size - from + (ended ? 0 : 1) }
  } catch (cause) {
    await file[Symbol.asyncDispose]()
    throw cause
  }
}

class JoinedLines implements SourceFile {
  readonly path: string
  readonly size: number
  readonly compression: SourceFile['compression']
  readonly rereadable = true
  readonly #parts: readonly Part[]

  constructor(path: string, parts: readonly Part[]) {
    const [first, ...more] = parts
    const alike = more.every(({ file }) => file.compression === first?.file.compression)
    this.path = path
    this.size = parts.reduce((sum, { length }) => sum + length, 0)
    this.compression = alike ? first?.file.compression : undefined
    this.#parts = parts
  }

  async reach(): Promise<void> {}

  async readInto(into: Uint8Array, offset: number): Promise<void> {
    for (let filled = 0; filled < into.length; ) {
      const at = offset + filled
      const part = this.#partAt(at)
      const most = into.subarray(filled, filled + part.start + part.length - at)
      const own = most.subarray(0, Math.max(0, part.file.size - part.from - (at - part.start)))
      await part.file.readInto(own, part.from + at - part.start)
      if (own.length < most.length) most[own.length] = LF
      filled += most.length
    }
  }

  locate(offset: number): { readonly file: SourceFile; readonly offset: number } {
    const { file, start, from } = this.#partAt(Math.min(offset, this.size - 1))
    return { file, offset: from + offset - start }
  }

  async assertUnchanged(): Promise<void> {
    for (const { file } of this.#parts) await file.assertUnchanged()
  }

  async [Symbol.asyncDispose](): Promise<void> {
    for (const { file } of this.#parts) await file[Symbol.asyncDispose]()
  }

  #partAt(offset: number): Part {
    const part = this.#parts.findLast(({ start, length }) => start <= offset && offset < start + length)
    if (part === undefined) throw new RangeError('a place beyond the joined files')
    return part
  }
}
