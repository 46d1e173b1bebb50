import { InternalError } from '../../errors.ts'
import { postgresFault } from '../../postgres/index.ts'
import { readSlices } from '../csv/slices.ts'
import { assertColumnNames } from '../database/column-names.ts'
import { assertDatabaseOptions, type DatabaseOptions } from '../database/options.ts'
import type { ExportOptions } from '../open-export.ts'
import type { ColumnRemark, OpenedExport, SliceRequest, SourceSlice, TableSource } from '../table-source.ts'
import { typedDialect, typedPreamble } from '../typed/slice-writer.ts'
import { CopyFile } from './copy-file.ts'
import { describeOneQuery, describeTables, type Relation, runningFault } from './find-columns.ts'
import { findTables } from './find-tables.ts'
import { remarkLargeObjects } from './large-objects.ts'
import { Snapshot } from './snapshot.ts'

/**
 * Opens a PostgreSQL database as it is at this moment: the tables of the search path, those that are named, or the rows
 * of one query. The server writes them as the CSV of a typed table itself, so that no cell is touched here.
 *
 * @throws USAGE, IO_READ, EMPTY, ENCODING, SHAPE, VALUE, LIMIT, UNSUPPORTED
 */
export async function openPostgresExport(
  operand: string,
  options: ExportOptions = {},
): Promise<OpenedExport> {
  const chosen = assertDatabaseOptions(operand, options)
  const snapshot = await Snapshot.open(operand)
  try {
    const { relations, notes } = await findRelations(snapshot, chosen)
    for (const { columns, name } of relations) assertColumnNames(columns, operand, name)
    const tables: TableSource[] = []
    for (const relation of relations) {
      const remarks = await remarkLargeObjects(snapshot.holder, relation)
      tables.push(asTable(snapshot, relation, remarks))
    }
    return {
      path: operand,
      tables,
      notes,
      [Symbol.asyncDispose]: () => snapshot[Symbol.asyncDispose](),
    }
  } catch (cause) {
    await snapshot[Symbol.asyncDispose]()
    throw postgresFault(cause, operand)
  }
}

async function findRelations(
  { holder, path }: Snapshot,
  { tables = [], query }: DatabaseOptions,
): Promise<{ readonly relations: readonly Relation[]; readonly notes: readonly string[] }> {
  if (query !== undefined) return { relations: [await describeOneQuery(holder, query, path)], notes: [] }
  const found = await findTables(holder, tables, path)
  return { relations: await describeTables(holder, found.tables), notes: found.notes }
}

function asTable(snapshot: Snapshot, relation: Relation, remarks: readonly ColumnRemark[]): TableSource {
  const { columns, from, name, bytes } = relation
  return {
    path: snapshot.path,
    name,
    size: bytes,
    dialect: typedDialect(columns.length),
    preamble: typedPreamble(columns),
    preambleLines: 1,
    columns,
    description: { kind: 'postgres', from, serverVersion: snapshot.serverVersion },
    remarks,
    excluded: () => [],
    rereadable: true,
    slices: (request) => copySlices(snapshot, relation, request),
    assertUnchanged: async () => undefined,
  }
}

/** Where a COPY can be started: for each reading anew. */
export type CopySource = Pick<Snapshot, 'path' | 'copy'>

/** The last slice comes only if as many rows have come as the server says it sent. */
export async function* copySlices(
  snapshot: CopySource,
  { columns, from, sql, bytes }: Omit<Relation, 'name'>,
  request: SliceRequest,
): AsyncGenerator<SourceSlice> {
  request.signal?.throwIfAborted()
  const copying = await snapshot.copy(`COPY (${sql}\n) TO STDOUT (FORMAT csv, ENCODING 'UTF8')`)
  const faultOf = from === 'query' ? runningFault : postgresFault
  await using file = new CopyFile(snapshot.path, copying, { faultOf, signal: request.signal })
  let rows = 0
  let whole = false
  for await (const slice of readSlices(file, 0, typedDialect(columns.length), request)) {
    rows += slice.rowEnds
    whole = slice.last
    if (whole) assertRows(rows, file.rows)
    yield { ...slice, readTo: bytes === 0 ? slice.readTo : Math.min(bytes, slice.readTo) }
  }
  if (!whole) assertRows(rows, file.rows)
}

/** Every row ends with a line end, in quotes or not; a server that counts otherwise does not speak its own CSV. */
function assertRows(got: number, sent: number | undefined): void {
  if (got !== sent) throw new InternalError('a COPY brought other rows than the server counted')
}
