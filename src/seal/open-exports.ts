import { DatadeedError } from '../errors.ts'
import { type OpenedExport, openExport, type TableSource } from '../ingest/index.ts'
import { NAME_BYTES } from '../limits.ts'
import { say } from '../messages/index.ts'
import { printable } from '../messages/printable.ts'
import type { ClassifyRequest, ExportRequest } from './request.ts'

/** An opened export and the table name it gets in the deed. */
export interface NamedExport {
  readonly name: string
  readonly source: TableSource
}

export interface NamedExports extends AsyncDisposable {
  readonly exports: readonly NamedExport[]
  /** What a person should know of what was left out. */
  readonly notes: readonly string[]
}

/**
 * Opens every export and names its table.
 * @throws DatadeedError USAGE for two exports of one name or an empty one, VALUE for a name that is itself a value.
 */
export async function openExports(
  requests: readonly ExportRequest[],
  { askEncoding, signal, progress }: Pick<ClassifyRequest, 'askEncoding' | 'signal' | 'progress'> = {},
): Promise<NamedExports> {
  const opened: OpenedExport[] = []
  const close = async (): Promise<void> => {
    for (const each of opened) await each[Symbol.asyncDispose]()
  }
  try {
    const exports: NamedExport[] = []
    for (const request of requests) {
      const each = await openExport(request.path, {
        ...request,
        signal,
        opening: (bytes, total) => progress?.({ phase: 'open', table: request.path, bytes, total, rows: 0 }),
        ...(askEncoding === undefined ? {} : { ask: (candidates) => askEncoding(request.path, candidates) }),
      })
      opened.push(each)
      for (const source of each.tables) exports.push({ name: await nameOf(source, each, request), source })
    }
    assertDistinct(exports)
    assertAllNamed(exports, requests)
    const notes = opened.flatMap((each) => each.notes)
    return { exports, notes, [Symbol.asyncDispose]: close }
  } catch (error) {
    await close()
    throw error
  }
}

/** Where an export has several tables, each is named by TABLE=NAME. */
async function nameOf(
  source: TableSource,
  { tables }: OpenedExport,
  request: ExportRequest,
): Promise<string> {
  if (tables.length > 1 && request.name !== undefined) {
    throw new DatadeedError(
      'USAGE',
      say().seal.nameForMany({ path: printable(request.path), tables: tables.length }),
      {
        hints: [say().seal.nameForManyHint],
      },
    )
  }
  const given = request.name ?? request.tableNames?.get(source.name)
  const name = given ?? source.name
  await assertName(name, { path: request.path, given: given !== undefined })
  return name
}

/** The file's name becomes public: one that is a phone or ID number must be replaced by the seller. */
async function assertName(
  name: string,
  { path, given }: { readonly path: string; readonly given: boolean },
): Promise<void> {
  if (name === '' || !name.isWellFormed()) {
    throw new DatadeedError('USAGE', say().seal.nameIsNoText({ path: printable(path) }), {
      hints: [say().seal.giveName],
    })
  }
  if (Buffer.byteLength(name) > NAME_BYTES) {
    throw new DatadeedError('LIMIT', say().seal.nameTooLong({ path: printable(path), most: NAME_BYTES }))
  }
  if (given) return
  const words = name.split(/[\s_\-—.,，、（）()[\]【】]+/u).filter((word) => MAY_BE_VALUE.test(word))
  if (words.length === 0) return
  const { classifyTable } = await import('../classify/index.ts')
  const columns = words.map((word, index) => ({ index, name: '', values: [word], rows: 1 }))
  const decided = classifyTable({ name: '', columns }, { evidence: 'telling' })
  const personal = decided.some(({ type }) => NAME_LIKE_VALUES.has(type))
  if (personal) {
    throw new DatadeedError('VALUE', say().seal.nameIsValue({ path: printable(path) }), {
      hints: [say().seal.giveName],
    })
  }
}

/** Every one of these has a digit or an at sign, masked ones too; for other words no detector is asked. */
const MAY_BE_VALUE = /[@＠\p{N}]/u
const NAME_LIKE_VALUES: ReadonlySet<string> = new Set([
  'mobile',
  'national-id',
  'bank-card',
  'email',
  'credit-card',
])

function assertDistinct(opened: readonly NamedExport[]): void {
  const seen = new Map<string, string>()
  for (const { name, source } of opened) {
    const other = seen.get(name)
    if (other !== undefined) {
      const params = { name: printable(name), first: printable(other), second: printable(source.path) }
      throw new DatadeedError('USAGE', say().seal.sameName(params), { hints: [say().seal.giveName] })
    }
    seen.set(name, source.path)
  }
}

/** A name given to a table that no export has is a slip of the pen. */
function assertAllNamed(opened: readonly NamedExport[], requests: readonly ExportRequest[]): void {
  const tables = new Set(opened.map(({ source }) => source.name))
  const given = new Set(requests.flatMap(({ tableNames }) => [...(tableNames?.keys() ?? [])]))
  const [missing] = [...given].filter((name) => !tables.has(name))
  if (missing === undefined) return
  throw new DatadeedError('USAGE', say().seal.nameMatchesNothing({ name: printable(missing) }), {
    hints: [say().seal.giveName],
  })
}
