import { InternalError } from '../errors.ts'
import { writeFault } from './file-faults.ts'
import type { FileSystem, NewFile } from './file-system.ts'
import { type Synced, syncOnce } from './sync.ts'

/** One file while it is written: from its beginning on, with a look back where a format needs it. */
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
  static async create(
    files: FileSystem,
    path: string,
    { shown, access = 'owner-only' }: { readonly shown: string; readonly access?: 'owner-only' | 'shared' },
  ): Promise<OutputFile> {
    try {
      return new OutputFile(shown, await files.createFile(path, access))
    } catch (cause) {
      throw writeFault(shown, cause)
    }
  }

  get length(): number {
    return this.#length
  }

  async protect(): Promise<void> {
    await this.#guard(() => this.#opened().protect())
  }

  async append(bytes: Uint8Array): Promise<void> {
    await this.overwrite(bytes, this.#length)
    this.#length += bytes.length
  }

  /** Systems may write less than they were asked to; the rest is written again, never left out. */
  async overwrite(bytes: Uint8Array, position: number): Promise<void> {
    const file = this.#opened()
    for (let at = 0; at < bytes.length; ) {
      const written = await this.#guard(() => file.write(bytes.subarray(at), position + at))
      // Asking on for ever would be no answer either.
      if (written <= 0) throw writeFault(this.#shown, undefined)
      at += written
    }
  }

  sync(): Promise<Synced> {
    return syncOnce(this.#shown, () => this.#opened().sync())
  }

  /** A failure to close is a failure to write; closing twice is none. */
  async close(): Promise<void> {
    const file = this.#file
    this.#file = undefined
    if (file !== undefined) await this.#guard(() => file.close())
  }

  async #guard<Result>(act: () => Promise<Result>): Promise<Result> {
    try {
      return await act()
    } catch (cause) {
      throw writeFault(this.#shown, cause)
    }
  }

  #opened(): NewFile {
    if (this.#file === undefined) throw new InternalError('a file is written to after its end')
    return this.#file
  }
}
