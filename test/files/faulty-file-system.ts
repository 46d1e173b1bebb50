import { type FileSystem, type NewFile, realFileSystem } from '../../src/files/index.ts'

/** A call of the port; those of an open file have `file.` before them. */
export type Call = keyof FileSystem | `file.${keyof NewFile}`

/** Stands before every call: throws as the system would, waits, or lets it pass. */
export type Gate = (call: Call, details: { readonly number: number; readonly path: string }) => unknown

const CALLS = Object.keys(realFileSystem) as (keyof FileSystem)[]

/** The real file system with a gate before each call. */
export function gated(gate: Gate, under: FileSystem = realFileSystem): FileSystem {
  let number = 0
  const pass = async (
    call: Call,
    path: string,
    act: (...given: never[]) => unknown,
    given: readonly unknown[],
  ) => {
    number += 1
    // Closing frees the descriptor even where it fails.
    const closing = call === 'file.close'
    const result = closing ? await act() : undefined
    await gate(call, { number, path })
    return closing ? result : await act(...(given as never[]))
  }
  const wrapFile = (file: NewFile, path: string): NewFile => {
    const wrap = (name: keyof NewFile) => [
      name,
      (...given: unknown[]) => pass(`file.${name}`, path, file[name] as never, given),
    ]
    return Object.fromEntries((['write', 'protect', 'sync', 'close'] as const).map(wrap))
  }
  const wrap = (name: keyof FileSystem) => [
    name,
    async (...given: unknown[]) => {
      const path = String(given.at(name === 'link' || name === 'rename' ? 1 : 0))
      const result = await pass(name, path, under[name] as never, given)
      return name === 'createFile' ? wrapFile(result as NewFile, path) : result
    },
  ]
  return Object.fromEntries(CALLS.map(wrap))
}

export function systemError(code: string): Error {
  return Object.assign(new Error('injected'), { code })
}

/** The real file system, whose calls are written down. */
export function spy(): { readonly files: FileSystem; readonly calls: readonly Call[] } {
  const calls: Call[] = []
  return { files: gated((call) => calls.push(call)), calls }
}

/** The real file system, whose n-th call, counted from 1, fails: once, or with every call that follows. */
export function refusing(
  number: number,
  { code, forEver = false }: { readonly code: string; readonly forEver?: boolean },
): FileSystem {
  return gated((_, { number: at }) => {
    if (at === number || (forEver && at > number)) throw systemError(code)
  })
}
