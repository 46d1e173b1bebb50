import { crc32 } from 'node:zlib'
import { InternalError } from '../errors.ts'
import type { DeedFiles, NewFile } from './deed-files.ts'
import { writeFault } from './file-faults.ts'

/** One file of a deed while it is written: from its beginning on, with a look back at the ZIP's headers. */
export class OutputFile {
  readonly #shown: string
  #file: NewFile | undefined
  #length = 0

  private constructor(shown: string, file: NewFile) {
    this.#shown = shown
    this.#file = file
  }

  /**
   * @param shown - the path that sentences name: where the file will stand in the end
   * @throws DatadeedError EXISTS, NOSPACE, IO_WRITE
   */
  static async create(files: DeedFiles, path: string, shown: string): Promise<OutputFile> {
    try {
      return new OutputFile(shown, await files.createFile(path))
    } catch (cause) {
      throw writeFault(shown, cause)
    }
  }

  get length(): number {
    return this.#length
  }

  async append(bytes: Uint8Array): Promise<void> {
    await this.overwrite(bytes, this.#length)
    this.#length += bytes.length
  }

  /** Systems may write less than they were asked to; the rest is written again, never left out. */
  async overwrite(bytes: Uint8Array, position: number): Promise<void> {
    const file = this.#opened()
    try {
      for (let at = 0; at < bytes.length; ) at += await file.write(bytes.subarray(at), position + at)
    } catch (cause) {
      throw writeFault(this.#shown, cause)
    }
  }

  async sync(): Promise<void> {
    try {
      await this.#opened().sync()
    } catch (cause) {
      throw writeFault(this.#shown, cause)
    }
  }

  /** A failure to close is a failure to write; closing twice is none. */
  async close(): Promise<void> {
    const file = this.#file
    this.#file = undefined
    try {
      await file?.close()
    } catch (cause) {
      throw writeFault(this.#shown, cause)
    }
  }

  #opened(): NewFile {
    if (this.#file === undefined) throw new InternalError('a deed is written to after its end')
    return this.#file
  }
}

/** CRC-32 of an entry that is written piece by piece. */
export class RunningCrc {
  #value = 0

  add(bytes: Uint8Array): void {
    this.#value = crc32(bytes, this.#value)
  }

  get value(): number {
    return this.#value
  }
}
