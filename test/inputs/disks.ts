import { open, stat } from 'node:fs/promises'
import type { SourceDisk } from '../../src/ingest/index.ts'

export function systemError(code: string): Error {
  return Object.assign(new Error(code), { code })
}

interface Calls {
  /** Before each call; what it throws is what the system answers. */
  readonly before?: (call: 'open' | 'stat' | 'read' | 'close') => void | Promise<void>
  /** From this byte on nothing can be read any more, as from a bad sector. */
  readonly badFrom?: number
}

/** The system's own files, through which every call passes by. */
export function watchedDisk({ before = () => {}, badFrom = Number.POSITIVE_INFINITY }: Calls): SourceDisk {
  return {
    async stat(path) {
      await before('stat')
      return stat(path, { bigint: true })
    },
    async open(path, flags) {
      await before('open')
      const handle = await open(path, flags)
      return {
        async stat(options) {
          await before('stat')
          return handle.stat(options)
        },
        async read(into, at, length, position) {
          await before('read')
          if (position >= badFrom) throw systemError('EIO')
          return handle.read(into, at, Math.min(length, badFrom - position), position)
        },
        async close() {
          await handle.close()
          await before('close')
        },
      }
    },
  }
}

/** A file that is nowhere but in memory, and never changes. */
export function memoryDisk(content: Uint8Array): SourceDisk {
  const stats = {
    isFile: () => true,
    isDirectory: () => false,
    size: BigInt(content.length),
    mtimeNs: 0n,
    ctimeNs: 0n,
    ino: 0n,
    dev: 0n,
  }
  return {
    stat: async () => stats,
    open: async () => ({
      stat: async () => stats,
      async read(into, at, length, position) {
        const piece = content.subarray(position, position + length)
        into.set(piece, at)
        return { bytesRead: piece.length }
      },
      close: async () => {},
    }),
  }
}
