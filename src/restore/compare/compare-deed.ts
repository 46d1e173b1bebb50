import type { VerifiedDeed } from '../../deed/index.ts'
import { DatadeedError } from '../../errors.ts'
import { say } from '../../messages/index.ts'
import { printable } from '../../messages/printable.ts'
import { openForReader } from '../open-for-reader.ts'
import { openedFacts } from '../opened-facts.ts'
import { planRestore, type RestorableTable } from '../plan-restore.ts'
import { compareTable } from './compare-table.ts'
import { startCompareThreads } from './compare-threads.ts'
import type { RowsComparison } from './comparison.ts'
import { type FoundTable, findTargetTables } from './find-target-tables.ts'
import type { ComparedTable, CompareReport, CompareRequest } from './report.ts'

/**
 * Compares what this key opens of a deed with a target: a database, a folder or one file. Nothing is written; every block
 * passes its checks and every plainRoot is compared in the same reading.
 * @throws DatadeedError with the code of the first thing that is wrong with either; that they differ is no error
 */
export async function compareDeed(request: CompareRequest): Promise<CompareReport> {
  const started = performance.now()
  await using threads = request.threads ?? startCompareThreads(request.workers)
  await using opening = await openForReader(request)
  const { deed, chosen } = opening
  request.recorder?.about(openedFacts(deed, chosen.names))
  const { kind, found, others } = await findTargetTables(deed, chosen, request)
  const plans = new Plans(deed, chosen, request)
  const tables = plans.as('csv').filter(({ number }) => kind !== 'file' || found.has(number))
  if (tables.length === 0) throw new DatadeedError('NO_KEY', say().restore.nothingOpens)
  assertMatchOn(request, tables, deed)
  const compared: ComparedTable[] = []
  for (const table of tables) {
    const its = found.get(table.number)
    const written = its === undefined ? undefined : plans.writtenAs(its, table.number)
    const work = { deed, keys: chosen.keys, threads, request, table, written }
    compared.push(await compareTable(its, work))
  }
  const equal = compared.every((table) => table.equal) && (kind !== 'folder' || others.length === 0)
  request.recorder?.about({ counts: countRows(compared), state: equal ? 'same' : 'different' })
  const numbers = new Set(tables.map(({ number }) => number))
  return {
    deed: request.deed,
    deedId: deed.manifest.deedId,
    target: request.target,
    kind,
    equal,
    inOrder: request.inOrder ?? false,
    tables: compared,
    otherTables: others,
    tablesNotCompared: deed.manifest.tables.flatMap(({ name }, at) => (numbers.has(at) ? [] : [name])),
    opened: chosen.names,
    closed: chosen.closed,
    leftOut: chosen.leftOut,
    rows: compared.reduce((sum, { rows }) => sum + (rows?.deedRows ?? 0), 0),
    seconds: (performance.now() - started) / 1000,
  }
}

function countRows(compared: readonly ComparedTable[]): Record<string, number> {
  const sum = (count: (rows: RowsComparison) => number): number =>
    compared.reduce((all, { rows }) => all + (rows === null ? 0 : count(rows)), 0)
  return {
    tables: compared.length,
    rows: sum(({ deedRows }) => deedRows),
    missing: sum(({ missing }) => missing),
    extra: sum(({ extra }) => extra),
    different: sum(({ different }) => different),
  }
}

type Format = 'csv' | 'jsonl' | undefined

/** How a restore would write the tables, by format; worked out once each. */
class Plans {
  readonly #known = new Map<Format, RestorableTable[]>()
  readonly #plan: (format: Format) => RestorableTable[]

  constructor(
    deed: VerifiedDeed,
    { names, leftOut }: { readonly names: readonly string[]; readonly leftOut: readonly string[] },
    { spreadsheetSafe }: CompareRequest,
  ) {
    this.#plan = (format) => planRestore(deed, new Set(names), { format, spreadsheetSafe, leftOut })
  }

  as(format: Format): RestorableTable[] {
    const known = this.#known.get(format) ?? this.#plan(format)
    this.#known.set(format, known)
    return known
  }

  /** Undefined where no restore writes a file of that name. */
  writtenAs({ kind, name }: FoundTable, number: number): RestorableTable | undefined {
    if (kind === 'database') return undefined
    if (/\.jsonl$/i.test(name)) return this.as('jsonl').find((table) => table.number === number)
    const format = /\.json$/i.test(name) ? undefined : 'csv'
    const table = this.as(format).find((each) => each.number === number)
    return name.toLowerCase().endsWith(`.${table?.format}`) ? table : undefined
  }
}

/** @throws USAGE for a column that no compared table has, or that this reader does not open */
function assertMatchOn(
  { matchOn = [] }: CompareRequest,
  tables: readonly RestorableTable[],
  { manifest }: VerifiedDeed,
): void {
  const { compare } = say()
  for (const { table: asked, columns } of matchOn) {
    const asList = (names: readonly string[]): string => names.map((name) => printable(name)).join(', ')
    const known = manifest.tables.some(({ name }) => name === asked)
    if (asked !== undefined && !known) {
      const all = asList(manifest.tables.map(({ name }) => name))
      throw new DatadeedError('USAGE', compare.noSuchTable({ names: printable(asked), known: all }))
    }
    const own = tables.filter(({ name }) => asked === undefined || name === asked)
    const fits = own.some(({ shape }) =>
      columns.every((key) => shape.columns.some(({ name }) => name === key)),
    )
    if (!fits) throw new DatadeedError('USAGE', compare.noKeyColumns({ columns: asList(columns) }))
  }
}
