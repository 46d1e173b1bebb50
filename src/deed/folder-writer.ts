import { dirname, join, relative } from 'node:path'
import { InternalError } from '../errors.ts'
import { type FileSystem, OutputFile, type PartialOutput, syncFolder, writeFault } from '../files/index.ts'
import type { EntryWriter } from './entry-writer.ts'

/** Writes a deed's entries as files of a folder, each synced when it ends; sentences name the folder by its target. */
export async function openFolderWriter(output: PartialOutput, files: FileSystem): Promise<EntryWriter> {
  const { path, target } = output
  const shownFor = (inside: string): string => join(target, relative(path, inside))
  await output.createFolder()
  const made = new Set([path])
  let current: OutputFile | undefined
  let length = 0
  let lasting = true
  const makeFolder = async (folder: string): Promise<void> => {
    if (made.has(folder)) return
    await makeFolder(dirname(folder))
    try {
      await files.createFolder(folder)
      await files.protectFolder(folder)
    } catch (cause) {
      throw writeFault(shownFor(folder), cause)
    }
    made.add(folder)
  }
  const opened = (): OutputFile => {
    if (current === undefined) throw new InternalError('bytes came for no entry')
    return current
  }
  return {
    get length() {
      return length
    },
    async begin(name) {
      const inside = join(path, name)
      await makeFolder(dirname(inside))
      current = await OutputFile.create(files, inside, { shown: shownFor(inside) })
      await current.protect()
    },
    append: (bytes) => opened().append(bytes),
    async end() {
      if ((await opened().sync()) !== 'synced') lasting = false
      await opened().close()
      length += opened().length
      current = undefined
    },
    async finish() {},
    async sync() {
      // Children first, so that no folder lasts without what it holds.
      for (const folder of [...made].reverse()) {
        if ((await syncFolder(files, folder, shownFor(folder))) !== 'synced') lasting = false
      }
      return lasting ? 'synced' : 'unsupported'
    },
    async close() {
      await current?.close()
      current = undefined
    },
  }
}
