import { DatadeedError } from '../errors.ts'
import { splitPath } from '../ingest/index.ts'
import { JSON_DEPTH } from '../limits.ts'
import { say } from '../messages/index.ts'
import { printable } from '../messages/printable.ts'

/** A member of the objects that rows become: a column's cells, objects, or both, of which a row has one. */
export interface JsonMember {
  /** Its name as JSON, with the colon. */
  readonly key: string
  /** Position of its column among the opened ones. */
  readonly column?: number
  readonly members: readonly JsonMember[]
}

interface GrowingMember {
  readonly key: string
  column?: number
  readonly members: GrowingMember[]
  readonly byName: Map<string, GrowingMember>
}

/**
 * The members of a table's objects, each where the first column of its own stands. With `paths` the columns' names are
 * paths (FORMAT.md section 10.7), else plain names.
 * @throws DatadeedError DAMAGED for a path that is none, LIMIT for one that is too deep
 */
export function buildMembers(
  columns: readonly { readonly name: string }[],
  { paths, table }: { readonly paths: boolean; readonly table: string },
): readonly JsonMember[] {
  const root: GrowingMember = { key: '', members: [], byName: new Map() }
  for (const [column, { name }] of columns.entries()) {
    let member = root
    for (const each of paths ? namesOf(name, table) : [name]) member = memberOf(member, each)
    member.column = column
  }
  return root.members.map(plain)
}

/** Names of the outermost members that the columns' paths begin with. */
export function outerNames(names: readonly string[], table: string): string[] {
  return names.map((name) => namesOf(name, table)[0] ?? '')
}

function namesOf(path: string, table: string): readonly string[] {
  const names = splitPath(path)
  if (names === undefined) {
    throw new DatadeedError('DAMAGED', say().restore.badPath({ table: printable(table) }), {
      hints: [say().restore.askSeller],
    })
  }
  if (names.length <= JSON_DEPTH) return names
  throw new DatadeedError('LIMIT', say().restore.deepPath({ table: printable(table), most: JSON_DEPTH }))
}

function memberOf({ members, byName }: GrowingMember, name: string): GrowingMember {
  const known = byName.get(name)
  if (known !== undefined) return known
  const member: GrowingMember = { key: `${JSON.stringify(name)}:`, members: [], byName: new Map() }
  byName.set(name, member)
  members.push(member)
  return member
}

/** What a worker gets. */
function plain({ key, column, members }: GrowingMember): JsonMember {
  return { key, ...(column === undefined ? {} : { column }), members: members.map(plain) }
}
