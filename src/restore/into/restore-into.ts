import type { VerifiedDeed } from '../../deed/index.ts'
import { DatadeedError } from '../../errors.ts'
import { assertMayImport, type Facts, targetFacts } from '../../ledger/index.ts'
import { say } from '../../messages/index.ts'
import { openForReader } from '../open-for-reader.ts'
import { openedFacts } from '../opened-facts.ts'
import { describeTables } from './describe-report.ts'
import { startLoadThreads } from './load-threads.ts'
import { openTarget } from './open-target.ts'
import { planTables } from './plan-tables.ts'
import { proveTables } from './prove-tables.ts'
import { type Reading, readTables } from './read-tables.ts'
import type { IntoReport, IntoRequest } from './request.ts'
import { settleTypes } from './settle-types.ts'
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
  request.recorder?.about(openedFacts(deed, chosen.names))
  await using target = await openTarget(request, deedId)
  const planned = planTables(deed, chosen, { ...target, prefix: request.prefix })
  if (planned.length === 0) throw new DatadeedError('NO_KEY', say().restore.nothingOpens)
  const remembered = await askMemory(request, deed, target)
  const found = await target.look(planned)
  const { signal, progress } = request
  const reading: Reading = { deed, keys: chosen.keys, pool, signal, progress }
  const looking = performance.now()
  const tables = await settleTypes(planned, { found, target, reading, request })
  const scanSeconds = secondsSince(looking)
  const told = {
    ...({ deed: request.deed, deedId, into: request.into, target: target.kind } as const),
    tables: describeTables(tables, { found, target, existing: request.existing }),
    absent: deed.manifest.tables.flatMap(({ name }, number) =>
      tables.some((table) => table.number === number) ? [] : [name],
    ),
    opened: chosen.names,
    closed: chosen.closed,
    leftOut: chosen.leftOut,
    rows: tables.reduce((sum, { rows }) => sum + rows, 0),
    scanSeconds,
  }
  if (request.dryRun) {
    const seconds = secondsSince(started)
    return { ...told, dryRun: true, lasting: true, leftovers: [], seconds, readBackSeconds: 0 }
  }
  await request.recorder?.intent(remembered)
  await target.make(tables)
  await readTables(tables, reading, {
    form: target.form,
    step: 'load',
    open: async (table) => {
      const load = await target.load(table)
      return { take: (slice) => load.write(slice), end: (rows) => load.finish(rows) }
    },
  })
  await pool[Symbol.asyncDispose]()
  const loaded = performance.now()
  await proveTables(target, tables, reading, request.workers)
  const readBackSeconds = secondsSince(loaded)
  signal?.throwIfAborted()
  const counts = { tables: tables.length, rows: told.rows }
  const known = request.memory === undefined ? {} : targetFacts(request.memory.home, target.identity)
  await request.recorder?.outcome({ counts, ...known })
  const { lasting } = await target.commit().catch((fault: unknown) => {
    // The server may have it all the same: an import that may have been is remembered as one.
    if (fault instanceof DatadeedError && fault.code === 'IO_WRITE') request.recorder?.done()
    throw fault
  })
  request.recorder?.done()
  const { leftovers } = target
  return { ...told, dryRun: false, lasting, leftovers, seconds: secondsSince(started), readBackSeconds }
}

/** @throws DatadeedError REPLAYED, EXPIRED, POSTDATED */
async function askMemory(
  { memory }: IntoRequest,
  { manifest }: VerifiedDeed,
  { identity, isNew }: DatabaseTarget,
): Promise<Facts> {
  if (memory === undefined) return {}
  const { deedId, series, sequence, created, expires, seller } = manifest
  const deed = { deedId, series, sequence, created, expires, seller: seller.fingerprint }
  return assertMayImport({ ...memory, deed, target: isNew ? undefined : identity })
}

function secondsSince(moment: number): number {
  return (performance.now() - moment) / 1000
}
