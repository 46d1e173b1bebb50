import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { type FileSystem, type NewFile, realFileSystem } from '../../src/files/index.ts'

/** What a run asked of the disk, in its order. */
export type Event =
  | { readonly does: 'create'; readonly file: number; readonly path: string }
  | { readonly does: 'write'; readonly file: number; readonly at: number; readonly bytes: Buffer }
  | { readonly does: 'sync'; readonly file: number }
  | { readonly does: 'create folder' | 'sync folder' | 'remove'; readonly path: string }
  | { readonly does: 'link' | 'rename'; readonly from: string; readonly to: string }

/** The real file system, which writes down every change. */
export function recorded(): { readonly files: FileSystem; readonly events: readonly Event[] } {
  const events: Event[] = []
  let made = 0
  const removing = (path: string): void => void events.push({ does: 'remove', path })
  const files: FileSystem = {
    ...realFileSystem,
    async createFile(path, access) {
      const real = await realFileSystem.createFile(path, access)
      const file = made++
      events.push({ does: 'create', file, path })
      const written: NewFile = {
        ...real,
        async write(bytes, at) {
          const count = await real.write(bytes, at)
          events.push({ does: 'write', file, at, bytes: Buffer.from(bytes.subarray(0, count)) })
          return count
        },
        async sync() {
          await real.sync()
          events.push({ does: 'sync', file })
        },
      }
      return written
    },
    async createFolder(path) {
      await realFileSystem.createFolder(path)
      events.push({ does: 'create folder', path })
    },
    async syncFolder(path) {
      await realFileSystem.syncFolder(path)
      events.push({ does: 'sync folder', path })
    },
    async link(from, to) {
      await realFileSystem.link(from, to)
      events.push({ does: 'link', from, to })
    },
    async rename(from, to) {
      await realFileSystem.rename(from, to)
      events.push({ does: 'rename', from, to })
    },
    removeFile: (path) => realFileSystem.removeFile(path).then(() => removing(path)),
    removeFolder: (path) => realFileSystem.removeFolder(path).then(() => removing(path)),
    removeTree: (path) => realFileSystem.removeTree(path).then(() => removing(path)),
  }
  return { files, events }
}

interface FileNode {
  readonly writes: { readonly at: number; readonly bytes: Buffer; lasting: boolean }[]
}
interface FolderNode {
  /** As the running system sees it. */
  readonly names: Map<string, Node>
  /** On their way to the disk; what belongs together arrives together. */
  readonly changes: { readonly set: readonly (readonly [name: string, node?: Node])[]; lasting: boolean }[]
}
type Node = FileNode | FolderNode

const emptyFolder = (): FolderNode => ({ names: new Map(), changes: [] })

/**
 * What may lie on a disk when the power goes: all that was synced, and of the rest whatever `chance` keeps, in any
 * selection and order, writes torn at a sector.
 */
export class Disk {
  readonly #root: string
  readonly #top = emptyFolder()
  readonly #files = new Map<number, FileNode>()

  constructor(root: string, events: readonly Event[]) {
    this.#root = root
    for (const event of events) this.#take(event)
  }

  /** Lays out below `folder` what is found after a power cut; `chance` answers with a number from 0 to 1. */
  layOut(folder: string, chance: () => number): void {
    layOutFolder(this.#top, folder, chance)
  }

  #take(event: Event): void {
    switch (event.does) {
      case 'create': {
        const node: FileNode = { writes: [] }
        this.#files.set(event.file, node)
        this.#set([[event.path, node]])
        return
      }
      case 'write':
        this.#files.get(event.file)?.writes.push({ at: event.at, bytes: event.bytes, lasting: false })
        return
      case 'sync':
        for (const write of this.#files.get(event.file)?.writes ?? []) write.lasting = true
        return
      case 'create folder':
        this.#set([[event.path, emptyFolder()]])
        return
      case 'sync folder':
        for (const change of this.#folder(event.path)?.changes ?? []) change.lasting = true
        return
      case 'link':
        this.#set([[event.to, this.#find(event.from)]])
        return
      case 'rename':
        this.#set([[event.to, this.#find(event.from)], [event.from]])
        return
      case 'remove':
        this.#set([[event.path]])
        return
      default:
        event satisfies never
    }
  }

  /** Changes of names in one folder. */
  #set(entries: readonly (readonly [path: string, node?: Node | undefined])[]): void {
    const parent = this.#folder(dirname(entries[0]?.[0] ?? ''))
    if (parent === undefined) throw new Error('a change in a folder that the model does not know')
    const set = entries.map(([path, node]) => {
      const name = relative(dirname(path), path)
      if (node === undefined) parent.names.delete(name)
      else parent.names.set(name, node)
      return node === undefined ? ([name] as const) : ([name, node] as const)
    })
    parent.changes.push({ set, lasting: false })
  }

  #find(path: string): Node | undefined {
    const names = relative(this.#root, path)
      .split('/')
      .filter((name) => name !== '')
    return names.reduce<Node | undefined>(
      (node, name) => (node !== undefined && 'names' in node ? node.names.get(name) : undefined),
      this.#top,
    )
  }

  /** Undefined for one outside of the modelled disk. */
  #folder(path: string): FolderNode | undefined {
    if (relative(this.#root, path).startsWith('..')) return undefined
    const node = this.#find(path)
    return node !== undefined && 'names' in node ? node : undefined
  }
}

function layOutFolder(node: FolderNode, folder: string, chance: () => number): void {
  mkdirSync(folder)
  const names = new Map<string, Node>()
  for (const { set, lasting } of node.changes) {
    if (!lasting && chance() < 0.5) continue
    for (const [name, inner] of set) {
      if (inner === undefined) names.delete(name)
      else names.set(name, inner)
    }
  }
  for (const [name, inner] of names) {
    if ('names' in inner) layOutFolder(inner, join(folder, name), chance)
    else writeFileSync(join(folder, name), contentOf(inner, chance))
  }
}

const SECTOR = 512

function contentOf({ writes }: FileNode, chance: () => number): Buffer {
  const kept = writes.flatMap(({ at, bytes, lasting }) => {
    const luck = lasting ? 1 : chance()
    if (luck < 0.3) return []
    const torn =
      luck < 0.6 ? bytes.subarray(0, Math.floor((bytes.length * chance()) / SECTOR) * SECTOR) : bytes
    return [{ at, bytes: torn }]
  })
  const content = Buffer.alloc(kept.reduce((most, { at, bytes }) => Math.max(most, at + bytes.length), 0))
  for (const { at, bytes } of kept) bytes.copy(content, at)
  return content
}
