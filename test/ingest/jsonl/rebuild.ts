import { splitPath } from '../../../src/ingest/index.ts'
import type { TypedCell } from './read-typed.ts'

type Members = Map<string, string | Members>

/** A row's cells as the JSON object that they came from, up to the order of its members. */
export function rebuild(columns: readonly { readonly name: string }[], cells: readonly TypedCell[]): string {
  const row: Members = new Map()
  for (const [at, { kind, text }] of cells.entries()) {
    if (kind === 'absent') continue
    const names = splitPath(columns[at]?.name ?? '') ?? []
    const last = names.pop() ?? ''
    let members = row
    for (const name of names) {
      const inner = members.get(name) ?? new Map()
      if (typeof inner === 'string') throw new Error('an object where a value stands')
      members.set(name, inner)
      members = inner
    }
    if (members.has(last)) throw new Error('a value where an object stands')
    members.set(last, kind === 'text' ? JSON.stringify(text) : (text ?? 'null'))
  }
  return write(row)
}

function write(members: Members): string {
  const all = Array.from(members, ([name, own]) => {
    return `${JSON.stringify(name)}:${typeof own === 'string' ? own : write(own)}`
  })
  return `{${all.join()}}`
}
