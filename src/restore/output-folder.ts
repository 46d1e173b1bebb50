import { dirname, join, resolve } from 'node:path'
import { DatadeedError } from '../errors.ts'
import {
  type FileSystem,
  type Found,
  LeftBehind,
  type OutputFile,
  PartialOutput,
  realFileSystem,
  reasonOf,
  sweepPartials,
  syncFolder,
  writeFault,
} from '../files/index.ts'
import { say } from '../messages/index.ts'
import { printable } from '../messages/printable.ts'

/** A file of the output that does not have its name yet. */
export interface PendingFile {
  readonly name: string
  /** Where it stands until it has its name. */
  readonly path: string
  write(bytes: Uint8Array): Promise<void>
}

/**
 * The folder that a restore fills. Files carry `.partial` names and mode 0600 until `publish`; disposing without it
 * leaves the folder as it was.
 */
export interface OutputFolder extends AsyncDisposable {
  /** Unfinished files of these names, of other runs that were killed or are still going. */
  readonly leftovers: readonly string[]
  create(name: string): Promise<PendingFile>
  /** Ends the writing: what was written is on the disk, as far as the system tells, and stands there to be read. */
  settle(): Promise<void>
  /** Settles it unless that is done. Tells whether all of it outlasts a power cut, as far as the file system knows. */
  publish(): Promise<{ readonly lasting: boolean }>
}

/**
 * Opens or makes the folder and makes sure that none of the names is taken.
 * @throws DatadeedError EXISTS, PATH for a folder that is a link or no folder, IO_WRITE, NOSPACE
 */
export async function openOutputFolder(
  path: string,
  names: readonly string[],
  {
    files = realFileSystem,
    signal,
  }: { readonly files?: FileSystem | undefined; readonly signal?: AbortSignal | undefined } = {},
): Promise<OutputFolder> {
  const folder = resolve(path)
  await using opening = new AsyncDisposableStack()
  const made = opening.use(new MadeFolders(files))
  await made.make(folder)
  const identity = identityOf(await find(files, folder))
  for (const name of names) {
    if ((await find(files, join(folder, name))) === undefined) continue
    throw new DatadeedError('EXISTS', say().restore.fileExists({ path: printable(join(path, name)) }), {
      hints: [say().restore.chooseFolder],
    })
  }
  const leftovers = await sweepPartials(files, { folder, names })
  opening.move()
  const pending: { file: OutputFile; output: PartialOutput }[] = []
  const outputs: PartialOutput[] = []
  const assertSame = async (): Promise<void> => {
    const now = await find(files, folder)
    if (now === undefined) throw writeFault(folder, GONE)
    if (identityOf(now) === identity) return
    throw new DatadeedError('PATH', say().restore.folderSwapped({ path: printable(path) }))
  }

  let lasting = true
  let settled = false
  const settle = async (): Promise<void> => {
    if (settled) return
    for (const { file } of pending) {
      signal?.throwIfAborted()
      if ((await file.sync()) !== 'synced') lasting = false
      await file.close()
    }
    await assertSame()
    settled = true
  }

  return {
    leftovers,
    settle,
    async create(name) {
      await assertSame()
      const output = new PartialOutput(join(folder, name), 'file', files)
      outputs.push(output)
      const file = await output.createFile()
      // Nothing is written if another folder took the place in that moment.
      await assertSame()
      pending.push({ file, output })
      return { name, path: output.path, write: (bytes) => file.append(bytes) }
    },
    async publish() {
      await settle()
      await assertSame()
      signal?.throwIfAborted()
      for (const { output } of pending) await output.publish()
      for (const each of [folder, ...made.parents()]) {
        if ((await syncFolder(files, each)) !== 'synced') lasting = false
      }
      for (const { output } of pending) output.keep()
      made.keep()
      return { lasting }
    },
    async [Symbol.asyncDispose]() {
      const faults: LeftBehind[] = []
      for (const each of [...outputs, made]) {
        await each[Symbol.asyncDispose]().catch((fault: unknown) => {
          if (!(fault instanceof LeftBehind)) throw fault
          faults.push(fault)
        })
      }
      if (faults.length === 0) return
      throw new LeftBehind(
        faults.flatMap(({ paths }) => paths),
        faults[0],
      )
    },
  }
}

/** The folders that had to be made; unless they are kept, those that are empty go again, deepest first. */
class MadeFolders implements AsyncDisposable {
  readonly #files: FileSystem
  #made: string[] = []

  constructor(files: FileSystem) {
    this.#files = files
  }

  async make(folder: string): Promise<void> {
    const files = this.#files
    const missing: string[] = []
    for (let at = folder; (await find(files, at)) === undefined && at !== dirname(at); at = dirname(at)) {
      missing.unshift(at)
    }
    for (const each of missing) {
      try {
        await files.createFolder(each)
        this.#made.unshift(each)
        await files.protectFolder(each)
      } catch (cause) {
        throw writeFault(each, cause)
      }
    }
    if ((await find(files, folder))?.kind !== 'folder') throw notAFolder(folder)
  }

  /** Where their names stand. */
  parents(): string[] {
    return this.#made.map((each) => dirname(each))
  }

  keep(): void {
    this.#made = []
  }

  async [Symbol.asyncDispose](): Promise<void> {
    for (const each of this.#made) {
      await this.#files.removeFolder(each).catch((cause: unknown) => {
        // Gone already, or somebody put something into it.
        if (['ENOENT', 'ENOTDIR', 'ENOTEMPTY', 'EEXIST'].includes(reasonOf(cause))) return
        throw new LeftBehind([each], cause)
      })
    }
  }
}

const GONE = Object.assign(new Error('gone'), { code: 'ENOENT' })

function identityOf(found: Found | undefined): string {
  return `${found?.identity} ${found?.kind}`
}

async function find(files: FileSystem, path: string): Promise<Found | undefined> {
  try {
    return await files.find(path)
  } catch (cause) {
    const reason = reasonOf(cause)
    throw reason === 'ENOTDIR' || reason === 'ELOOP' ? notAFolder(path, cause) : writeFault(path, cause)
  }
}

function notAFolder(path: string, cause?: unknown): DatadeedError {
  const hints = [say().restore.chooseFolder]
  return new DatadeedError('PATH', say().restore.notAFolder({ path: printable(path) }), { hints, cause })
}
