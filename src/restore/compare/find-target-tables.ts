import { readdir, stat } from 'node:fs/promises'
import { basename, extname, join } from 'node:path'
import type { VerifiedDeed } from '../../deed/index.ts'
import { DatadeedError } from '../../errors.ts'
import { readFault } from '../../files/index.ts'
import { isDatabase, type ListedTable, listTables } from '../../ingest/index.ts'
import { say } from '../../messages/index.ts'
import { printable } from '../../messages/printable.ts'
import type { NamedCompartments } from '../choose-compartments.ts'
import { buildFileNames } from '../file-names.ts'
import { findSqliteFile } from '../into/open-target.ts'
import type { PlannedTable } from '../into/plan-tables.ts'
import { isOwnTable } from '../into/sqlite/own-tables.ts'
import { planNames } from './plan-names.ts'

/** What a deed is compared with, as a person names it. */
export interface TargetRequest {
  /** A folder, a file, `sqlite:FILE` or `postgres:…`. */
  readonly target: string
  /** By the deed's name of a table its name in the target, where that is another. */
  readonly tableNames?: ReadonlyMap<string, string> | undefined
  /** Of PostgreSQL. */
  readonly schema?: string | undefined
  /** What stands before every table's name in a database. */
  readonly prefix?: string | undefined
}

/** A table of the target that a table of the deed is compared with. */
export interface FoundTable {
  /** As the target calls it. */
  readonly name: string
  /** What opens it: a file, or the database. */
  readonly operand: string
  readonly kind: 'file' | 'database'
  /** Of a database: how a restore into it would call the columns. */
  readonly planned?: PlannedTable | undefined
}

export interface TargetTables {
  readonly kind: 'folder' | 'file' | 'database'
  /** By position in the manifest. */
  readonly found: ReadonlyMap<number, FoundTable>
  /** What else there is. */
  readonly others: readonly string[]
}

/** What a restore writes, and what people make of it. */
const TABLE_FILE = /\.(?:csv|tsv|tab|txt|jsonl|ndjson|json|xlsx|xlsm)(?:\.(?:gz|zst))?$/i

/**
 * Finds the tables of a target by the names that a restore gives them.
 * @throws DatadeedError IO_READ, USAGE for names that neither side has
 */
export async function findTargetTables(
  deed: Pick<VerifiedDeed, 'manifest'>,
  chosen: NamedCompartments,
  request: TargetRequest,
): Promise<TargetTables> {
  const { manifest } = deed
  const names = manifest.tables.map(({ name }) => name)
  assertKnown(request.tableNames, names)
  const file = findSqliteFile(request.target)
  const operand = file ?? request.target
  if (file !== undefined || isDatabase(operand)) {
    const planned = await planNames(deed, chosen, { operand, prefix: request.prefix })
    return findInDatabase(names, planned, { ...request, operand })
  }
  const found = await stat(operand).catch((cause: unknown) => {
    throw readFault(operand, cause)
  })
  return found.isDirectory() ? findInFolder(names, operand, request) : findFile(names, operand, request)
}

async function findInFolder(
  names: readonly string[],
  folder: string,
  { tableNames }: TargetRequest,
): Promise<TargetTables> {
  const entries = await readdir(folder, { withFileTypes: true }).catch((cause: unknown) => {
    throw readFault(folder, cause)
  })
  const files = entries.flatMap((entry) =>
    entry.isDirectory() || !TABLE_FILE.test(entry.name) ? [] : [entry.name],
  )
  const restored = buildFileNames(names.map((name) => ({ name, extension: '' })))
  const found = new Map<number, FoundTable>()
  for (const [number, name] of names.entries()) {
    const stem = tableNames?.get(name) ?? restored[number]?.slice(0, -1) ?? name
    const file = files.find((each) => each === stem) ?? files.find((each) => stemOf(each) === stem)
    if (file !== undefined) found.set(number, { name: file, operand: join(folder, file), kind: 'file' })
  }
  const taken = new Set(Array.from(found.values(), ({ name }) => name))
  return { kind: 'folder', found, others: files.filter((file) => !taken.has(file)) }
}

/** One file is one table: the one that it is named for, or the only one. */
function findFile(
  names: readonly string[],
  file: string,
  { tableNames = new Map() }: TargetRequest,
): TargetTables {
  const base = basename(file)
  const [given] = tableNames.keys()
  const restored = buildFileNames(names.map((name) => ({ name, extension: '' })))
  const named = given ?? names.find((_, at) => restored[at]?.slice(0, -1) === stemOf(base))
  const number = named !== undefined ? names.indexOf(named) : names.length === 1 ? 0 : -1
  if (number < 0) {
    const { compare } = say()
    const list = names.map((name) => printable(name)).join(', ')
    throw new DatadeedError('USAGE', compare.whichTable({ file: printable(base), tables: list }), {
      hints: [compare.hintWhichTable({ table: printable(names[0] ?? ''), file: printable(base) })],
    })
  }
  const found = new Map([[number, { name: base, operand: file, kind: 'file' as const }]])
  return { kind: 'file', found, others: [] }
}

async function findInDatabase(
  names: readonly string[],
  planned: readonly PlannedTable[],
  { operand, tableNames, schema, prefix = '' }: TargetRequest & { readonly operand: string },
): Promise<TargetTables> {
  const all = await listTables(operand)
  const scope = all.filter((each) => (schema === undefined ? each.inPath : each.schema === schema))
  // A table that has another's very name is that one's.
  const exact = new Set(planned.map(({ table }) => table))
  const free = scope.filter(({ relation }) => !exact.has(relation))
  const found = new Map<number, FoundTable>()
  for (const table of planned) {
    const given = tableNames?.get(table.name)
    const its =
      given === undefined
        ? (scope.find(({ relation }) => relation === table.table) ??
          findNamed(free, table.table) ??
          findNamed(free, `${prefix}${names[table.number]}`))
        : (findNamed(scope, given) ?? all.find((each) => `${each.schema}.${each.relation}` === given))
    if (its === undefined) continue
    found.set(table.number, { name: its.name, operand, kind: 'database', planned: table })
  }
  const taken = new Set(Array.from(found.values(), ({ name }) => name))
  const others = scope.filter(
    ({ name, relation }) => !taken.has(name) && relation.startsWith(prefix) && !isOwnTable(relation),
  )
  return { kind: 'database', found, others: others.map(({ name }) => name) }
}

/** Databases do not always keep the case of a name. */
function findNamed(tables: readonly ListedTable[], name: string): ListedTable | undefined {
  const folded = tables.filter(({ relation }) => relation.toLowerCase() === name.toLowerCase())
  return tables.find(({ relation }) => relation === name) ?? (folded.length === 1 ? folded[0] : undefined)
}

function stemOf(file: string): string {
  const plain = file.replace(/\.(?:gz|zst)$/i, '')
  return plain.slice(0, plain.length - extname(plain).length)
}

function assertKnown(tableNames: TargetRequest['tableNames'], names: readonly string[]): void {
  const unknown = [...(tableNames?.keys() ?? [])].filter((name) => !names.includes(name))
  if (unknown.length === 0) return
  const list = (all: readonly string[]): string => all.map((name) => printable(name)).join(', ')
  throw new DatadeedError('USAGE', say().compare.noSuchTable({ names: list(unknown), known: list(names) }))
}
