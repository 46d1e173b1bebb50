import { closeSync, type Dirent } from 'node:fs'
import { lstat, readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { DatadeedError, InternalError } from '../errors.ts'
import { readFault } from '../files/index.ts'
import { DEED_ENTRIES } from '../limits.ts'
import { say } from '../messages/index.ts'
import { printable } from '../messages/printable.ts'
import type { Container, ContainerEntry } from './container.ts'
import { sortEntries } from './layout.ts'
import { parseEntryName } from './names.ts'
import { notRegular, type OpenedFile, openRegularFile, readExactly, readInto } from './read-file.ts'

const SUBFOLDER = /^(?:data|keys|data\/(?:0|[1-9][0-9]{0,9}))$/

/**
 * Opens a deed in folder form: the entries as regular files and nothing else, links refused.
 * @throws DatadeedError IO_READ, DAMAGED, PATH for a name that is no entry's, LIMIT for the number of entries
 */
export async function openFolderContainer(path: string): Promise<Container> {
  const entries = sortEntries(await listEntries(path))
  const sizes = new Map(entries.map(({ name, size }) => [name, size]))
  const placed = new Map<string, OpenedFile>()
  const open = (name: string): OpenedFile => {
    const size = sizes.get(name)
    if (size === undefined) throw new InternalError('an entry was asked for that the container does not list')
    const file = openRegularFile(join(path, name), 'refuse')
    if (file.size === size) return file
    closeSync(file.fd)
    throw new DatadeedError('DAMAGED', say().deed.changedWhileRead({ name }))
  }
  const openToStay = (name: string): OpenedFile => {
    const file = placed.get(name) ?? open(name)
    placed.set(name, file)
    return file
  }
  return {
    path,
    form: 'folder',
    entries,
    size: entries.reduce((sum, { size }) => sum + size, 0),
    async read(name, offset, into) {
      await readInto(openToStay(name), offset, into)
    },
    async readWhole(name, most) {
      const size = sizes.get(name) ?? 0
      if (size > most) throw new DatadeedError('LIMIT', say().deed.entryTooLong({ name, got: size, most }))
      const file = open(name)
      try {
        return await readExactly(file, 0, file.size)
      } finally {
        closeSync(file.fd)
      }
    },
    place(name) {
      return { fd: openToStay(name).fd, position: 0 }
    },
    async [Symbol.asyncDispose]() {
      for (const { fd } of placed.values()) closeSync(fd)
      placed.clear()
    },
  }
}

async function listEntries(root: string): Promise<ContainerEntry[]> {
  const entries: ContainerEntry[] = []
  const folders = ['']
  for (let folder = folders.pop(); folder !== undefined; folder = folders.pop()) {
    const found = await list(join(root, folder))
    if (found.length === 0 && folder !== '') throw emptyFolder(folder)
    for (const item of found) {
      const name = folder === '' ? item.name : `${folder}/${item.name}`
      if (item.isDirectory() && SUBFOLDER.test(name)) folders.push(name)
      else entries.push({ name, size: await sizeOf(root, name, item) })
      if (entries.length + folders.length > DEED_ENTRIES) {
        throw new DatadeedError(
          'LIMIT',
          say().deed.tooManyEntries({ got: entries.length, most: DEED_ENTRIES }),
        )
      }
    }
  }
  return entries
}

async function list(folder: string): Promise<Dirent[]> {
  try {
    return await readdir(folder, { withFileTypes: true })
  } catch (cause) {
    throw readFault(folder, cause)
  }
}

async function sizeOf(root: string, name: string, item: Dirent): Promise<number> {
  parseEntryName(name)
  const path = join(root, name)
  if (!item.isFile()) throw notRegular(path)
  const found = await lstat(path).catch((cause: unknown) => {
    throw readFault(path, cause)
  })
  if (!found.isFile()) throw notRegular(path)
  return found.size
}

function emptyFolder(name: string): DatadeedError {
  return new DatadeedError('DAMAGED', say().deed.emptyFolder({ name: printable(name) }))
}
