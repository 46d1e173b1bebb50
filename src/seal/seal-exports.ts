import { randomBytes } from '../crypto/index.ts'
import {
  createDeedWriter,
  type DeedWriter,
  MIMETYPE,
  MIMETYPE_BYTES,
  README,
  README_BYTES,
} from '../deed/index.ts'
import { assertCanSign } from '../identity/index.ts'
import { buildPlan, type Plan } from '../policy/index.ts'
import { programVersion } from '../version.ts'
import { assertSealable } from './assert-sealable.ts'
import { DataKeys } from './data-keys.ts'
import { type DecidedExport, decideColumns } from './decide-columns.ts'
import { type NamedExport, openExports } from './open-exports.ts'
import { planTables, type SealableTable } from './plan-tables.ts'
import { readBack } from './read-back.ts'
import { buildPreview, buildReport } from './report.ts'
import type { SealPreview, SealReport, SealRequest } from './request.ts'
import { sealTables, type TableOutcome } from './seal-tables.ts'
import { countWorkers, type SealThreads, startSealThreads } from './seal-threads.ts'
import { rehearseWrapping, writePapers } from './write-papers.ts'

const DEED_ID_BYTES = 16

/**
 * Seals exports into one deed. The deed has its name only when it is whole, signed and, unless told otherwise, read
 * back; a failure leaves sources and folder as they were.
 * @throws DatadeedError with the code of the first thing that is refused or fails
 */
export async function sealExports(request: SealRequest): Promise<SealReport> {
  const started = performance.now()
  assertCanSign(request.seller)
  const { form, signal, files } = request
  await using writer = await createDeedWriter(request.output, { form, signal, files })
  // Without a policy other threads classify first.
  const begin = request.policy === undefined ? 'when-prepared' : 'now'
  await using pool: SealThreads = request.threads ?? (await startSealThreads(request, begin))
  const workers = pool.size
  await using named = await openExports(request.exports, request.askEncoding)
  const { plan, tables } = await planSealing(named.exports, request, workers)
  const deedId = randomBytes(DEED_ID_BYTES)
  using keys = new DataKeys(plan.compartments.length, randomBytes)
  const outcomes = await sealData(tables, { request, plan, deedId, keys, writer, pool })
  await pool[Symbol.asyncDispose]()
  const sealed = {
    request,
    plan,
    tables,
    outcomes,
    deedId,
    keys,
    entries: writer.entries,
    tool: programVersion(),
  }
  const { sha256 } = await writePapers(sealed, writer)
  await writer.sync()
  if (request.readback) await readBack(writer.partialPath, { keys, plan, workers, request })
  const { lasting } = await writer.publish()
  const epochs = plan.compartments.map((_, compartment) => keys.secretsOf(compartment).epochs.size)
  const seconds = (performance.now() - started) / 1000
  const { length: bytes, leftovers } = writer
  return buildReport({ ...sealed, epochs, manifestSha256: sha256, bytes, lasting, leftovers, seconds })
}

/** What sealing would do: every check up to the plan, nothing written. */
export async function previewSeal(request: SealRequest): Promise<SealPreview> {
  assertCanSign(request.seller)
  await using named = await openExports(request.exports, request.askEncoding)
  const planned = await planSealing(named.exports, request, await countWorkers(request))
  return buildPreview({ request, ...planned })
}

async function planSealing(
  named: readonly NamedExport[],
  request: SealRequest,
  workers: number,
): Promise<{ plan: Plan; tables: SealableTable[]; decided: DecidedExport[] }> {
  const { signal, progress, addressees, trusted } = request
  const policy = request.policy?.policy
  const decided = await decideColumns(named, policy, { workers, signal, progress })
  const plan = buildPlan({
    tables: decided.map(({ name, source, decisions }) => ({ name, columns: source.columns, decisions })),
    ...(policy === undefined ? {} : { policy }),
    addressees,
    trusted,
  })
  assertSealable(plan, request)
  return { plan, tables: planTables(named, plan), decided }
}

interface SealingRun {
  readonly request: SealRequest
  readonly plan: Plan
  readonly deedId: Uint8Array
  readonly keys: DataKeys
  readonly writer: DeedWriter
  readonly pool: SealThreads
}

/** Everything of the deed that stands before the manifest. */
async function sealData(tables: readonly SealableTable[], sealing: SealingRun): Promise<TableOutcome[]> {
  const { request, plan, deedId, keys, writer, pool } = sealing
  await writer.writeEntry(MIMETYPE, MIMETYPE_BYTES)
  await writer.writeEntry(README, README_BYTES)
  pool.prepare({
    deedId,
    tables: tables.map(({ source, shares }) => ({ dialect: source.dialect, shares })),
    macKeys: plan.compartments.map((_, compartment) => keys.secretsOf(compartment).macKey),
  })
  const { signal, progress } = request
  const rehearsed = rehearseWrapping(plan, request)
  // Its failure is told when the tables are done with; until then it must not end the process.
  rehearsed.catch(() => undefined)
  const run = { deedId, keys, epochs: plan.epochs, writer, pool, signal, progress }
  const outcomes = await sealTables(tables, run)
  await rehearsed
  return outcomes
}
