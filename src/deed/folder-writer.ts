import { dirname, join, relative } from 'node:path'
import { InternalError } from '../errors.ts'
import type { DeedFiles } from './deed-files.ts'
import type { EntryWriter } from './entry-writer.ts'
import { writeFault } from './file-faults.ts'
import { OutputFile } from './output-file.ts'

/** Writes a deed's entries as files of a folder, each synced when it ends; sentences name the folder by `shown`. */
export async function openFolderWriter(path: string, shown: string, files: DeedFiles): Promise<EntryWriter> {
  const shownFor = (inside: string): string => join(shown, relative(path, inside))
  const made = new Set<string>()
  let current: OutputFile | undefined
  const guard = async (folder: string, act: (folder: string) => Promise<void>): Promise<void> => {
    try {
      await act(folder)
    } catch (cause) {
      throw writeFault(shownFor(folder), cause)
    }
  }
  const makeFolder = async (folder: string): Promise<void> => {
    if (made.has(folder)) return
    if (folder !== path) await makeFolder(dirname(folder))
    await guard(folder, (name) => files.createFolder(name))
    made.add(folder)
  }
  await makeFolder(path)
  const opened = (): OutputFile => {
    if (current === undefined) throw new InternalError('bytes came for no entry')
    return current
  }
  return {
    async begin(name) {
      const target = join(path, name)
      await makeFolder(dirname(target))
      current = await OutputFile.create(files, target, shownFor(target))
    },
    append: (bytes) => opened().append(bytes),
    async end() {
      await opened().sync()
      await opened().close()
      current = undefined
    },
    async finish() {},
    async sync() {
      // Children first, so that no folder lasts without what it holds.
      for (const folder of [...made].reverse()) await guard(folder, (name) => files.syncFolder(name))
    },
    async close() {
      await current?.close()
      current = undefined
    },
  }
}
