import { DatadeedError } from '../../errors.ts'
import { say } from '../../messages/index.ts'
import { openForReader } from '../open-for-reader.ts'
import { openedFacts } from '../opened-facts.ts'
import { loadTables } from './load-tables.ts'
import { startLoadThreads } from './load-threads.ts'
import { openTarget } from './open-target.ts'
import { type PlannedTable, planTables } from './plan-tables.ts'
import { proveTables } from './prove-tables.ts'
import type { IntoReport, IntoRequest, IntoTable } from './request.ts'
import type { DatabaseTarget } from './target.ts'

/**
 * Restores what this key opens of a deed into a database, in one transaction that is committed only when all of it was
 * read back and compared with the deed; a failure leaves the database as it was.
 * @throws DatadeedError with the code of the first thing that is wrong
 */
export async function restoreInto(request: IntoRequest): Promise<IntoReport> {
  const started = performance.now()
  await using pool = request.threads ?? (await startLoadThreads(request))
  await using opening = await openForReader(request)
  const { deed, chosen } = opening
  const { deedId } = deed.manifest
  await using target = await openTarget(request, deedId)
  const tables = planTables(deed, chosen, { ...target, prefix: request.prefix })
  if (tables.length === 0) throw new DatadeedError('NO_KEY', say().restore.nothingOpens)
  await target.look(tables)
  const facts = { deed: request.deed, deedId, into: request.into, target: target.kind } as const
  const told = {
    ...facts,
    tables: tables.map((table) => describe(table, target, request)),
    absent: deed.manifest.tables.flatMap(({ name }, number) =>
      tables.some((table) => table.number === number) ? [] : [name],
    ),
    opened: chosen.names,
    closed: chosen.closed,
    leftOut: chosen.leftOut,
    leftovers: target.leftovers,
    rows: tables.reduce((sum, { rows }) => sum + rows, 0),
  }
  if (request.dryRun) {
    return { ...told, dryRun: true, lasting: true, seconds: secondsSince(started), readBackSeconds: 0 }
  }
  await request.recorder?.intent(openedFacts(deed, chosen.names))
  await target.make(tables)
  const loading = { deed, keys: chosen.keys, signal: request.signal, progress: request.progress }
  await loadTables(target, tables, { ...loading, pool })
  await pool[Symbol.asyncDispose]()
  const loaded = performance.now()
  await proveTables(target, tables, loading, request.workers)
  const readBackSeconds = secondsSince(loaded)
  request.signal?.throwIfAborted()
  await request.recorder?.outcome({ counts: { tables: tables.length, rows: told.rows } })
  const { lasting } = await target.commit()
  request.recorder?.done()
  return { ...told, dryRun: false, lasting, seconds: secondsSince(started), readBackSeconds }
}

function describe(table: PlannedTable, target: DatabaseTarget, { existing }: IntoRequest): IntoTable {
  const { name, rows, changed, missing, absentAsNull } = table
  const columns = table.columns.map((column) => ({
    name: column.deed === null ? null : column.name,
    column: column.column,
    type: target.typeOf(column),
    semanticType: column.described?.type ?? null,
    compartment: column.described?.compartment ?? null,
  }))
  const done = existing === 'refuse' ? 'made' : existing === 'replace' ? 'replaced' : 'appended'
  return { name, table: table.table, rows, done, columns, changed, missing, absentAsNull }
}

function secondsSince(moment: number): number {
  return (performance.now() - moment) / 1000
}
