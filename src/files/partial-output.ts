import { basename, dirname, join } from 'node:path'
import { LeftBehind, NO_LINKS, reasonOf, writeFault } from './file-faults.ts'
import type { FileSystem } from './file-system.ts'
import { partialName } from './leftovers.ts'
import { OutputFile } from './output-file.ts'

const GONE: ReadonlySet<string> = new Set(['ENOENT', 'ENOTDIR'])

/**
 * A file or folder that stands under a passing name beside its target until it is whole. Unless it is kept, disposing it
 * takes it away under both names, and nothing of anybody else's.
 */
export class PartialOutput implements AsyncDisposable {
  readonly target: string
  /** Where it stands until it is published. */
  readonly path: string
  readonly #files: FileSystem
  readonly #form: 'file' | 'folder'
  #file: OutputFile | undefined
  #identity: string | undefined
  #state: 'absent' | 'made' | 'done' = 'absent'

  /** `beside`: where its passing name stands, if not beside the target: no folder may hold more than it should. */
  constructor(target: string, form: 'file' | 'folder', files: FileSystem, beside: string = target) {
    this.target = target
    this.path = join(dirname(beside), partialName(basename(beside)))
    this.#form = form
    this.#files = files
  }

  /** @throws DatadeedError NOSPACE, IO_WRITE; sentences name the target, as everywhere here */
  async createFile(access: 'owner-only' | 'shared' = 'owner-only'): Promise<OutputFile> {
    const file = await OutputFile.create(this.#files, this.path, { shown: this.target, access })
    this.#file = file
    this.#state = 'made'
    if (access === 'owner-only') await file.protect()
    return file
  }

  async createFolder(): Promise<void> {
    await this.#guard(() => this.#files.createFolder(this.path))
    this.#state = 'made'
    await this.#guard(() => this.#files.protectFolder(this.path))
  }

  /**
   * Gives it its name, never over another. A file: a second name and then the first one's removal, which cannot go over
   * a file that came up meanwhile; without hard links, a look and a rename. A folder: a look and a rename, which no
   * system does over a folder that holds anything.
   * @throws DatadeedError EXISTS, NOSPACE, IO_WRITE
   */
  async publish(): Promise<void> {
    await this.#guard(async () => {
      this.#identity = (await this.#files.find(this.path))?.identity
      if (this.#form === 'file' && (await this.#linked())) return this.#files.removeFile(this.path)
      if ((await this.#files.find(this.target)) !== undefined) throw systemError('EEXIST')
      await this.#files.rename(this.path, this.target)
    })
  }

  /** Puts it in the place of whatever has the name: readers see the old file or the new one, never a part. */
  async replace(): Promise<void> {
    await this.#guard(() => this.#files.rename(this.path, this.target))
  }

  /** From here on it stays. */
  keep(): void {
    this.#state = 'done'
  }

  /** @throws LeftBehind with what could not be taken away */
  async [Symbol.asyncDispose](): Promise<void> {
    if (this.#state !== 'made') return
    this.#state = 'done'
    await this.#file?.close().catch(() => undefined)
    const left: string[] = []
    const failures: unknown[] = []
    const attempt = async (path: string, act: () => Promise<void>): Promise<void> => {
      await act().catch((error: unknown) => {
        if (GONE.has(reasonOf(error))) return
        left.push(path)
        failures.push(error)
      })
    }
    await attempt(this.path, () => this.#remove(this.path))
    // It may have its name already, if the failure came just behind.
    await attempt(this.target, async () => {
      if (this.#identity === undefined) return
      const found = await this.#files.find(this.target)
      if (found?.identity === this.#identity) await this.#remove(this.target)
    })
    if (left.length > 0) throw new LeftBehind(left, failures[0])
  }

  #remove(path: string): Promise<void> {
    return this.#form === 'file' ? this.#files.removeFile(path) : this.#files.removeTree(path)
  }

  async #linked(): Promise<boolean> {
    try {
      await this.#files.link(this.path, this.target)
      return true
    } catch (error) {
      if (NO_LINKS.has(reasonOf(error))) return false
      throw error
    }
  }

  async #guard(act: () => Promise<void>): Promise<void> {
    try {
      await act()
    } catch (cause) {
      throw writeFault(this.target, cause)
    }
  }
}

function systemError(code: string): Error {
  return Object.assign(new Error(code), { code })
}
