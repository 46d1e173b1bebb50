import type { SampleCollector } from '../classify/index.ts'
import { randomBytes } from '../crypto/index.ts'
import {
  createDeedWriter,
  type DeedWriter,
  MIMETYPE,
  MIMETYPE_BYTES,
  README,
  README_BYTES,
  startProofThreads,
} from '../deed/index.ts'
import { DatadeedError, InternalError } from '../errors.ts'
import { assertCanSign, NewPseudonymKeys } from '../identity/index.ts'
import { say } from '../messages/index.ts'
import { programVersion } from '../version.ts'
import { assertExamined } from './assert-examined.ts'
import { totalsOf, withTotals } from './control-totals.ts'
import { DataKeys } from './data-keys.ts'
import { type EscrowOfDeed, makeEscrow } from './make-escrow.ts'
import { type NamedExports, openExports } from './open-exports.ts'
import { type PlannedSealing, planAgain, planSealing, readOnceNotes } from './plan-sealing.ts'
import {
  factsOf,
  gatherPseudonymKeys,
  keyedChanges,
  keyFilesOf,
  type PseudonymKeys,
} from './pseudonym-keys.ts'
import { readBack } from './read-back.ts'
import { buildPreview, buildReport } from './report.ts'
import type { MovedColumn, SealPreview, SealReport, SealRequest } from './request.ts'
import { sealTables, type TableOutcome } from './seal-tables.ts'
import { countWorkers, type SealThreads, startSealThreads } from './seal-threads.ts'
import { sealedFacts } from './sealed-facts.ts'
import { type WrappedKeys, wrapAllKeys } from './wrap-keys.ts'
import { writePapers } from './write-papers.ts'
import { writeRecord } from './write-record.ts'

const DEED_ID_BYTES = 16

/**
 * Seals exports into one deed. The deed has its name only when it is whole, signed and, unless told otherwise, read
 * back; a failure leaves sources and folder as they were.
 *
 * Columns that no policy decides are planned by the first rows; all rows are judged while they are sealed. If that puts
 * a column elsewhere, sealing begins anew, once, under the corrected plan and with other keys.
 * @throws DatadeedError with the code of the first thing that is refused or fails
 */
export async function sealExports(request: SealRequest): Promise<SealReport> {
  const started = performance.now()
  assertSeller(request)
  const { signal, progress } = request
  await request.recorder?.intent()
  await using writer = await openWriter(request)
  // They load while the exports are opened.
  await using pool: SealThreads = request.threads ?? (await startSealThreads(request))
  await using named = await openExports(request.exports, request)
  tellOpened(named, request)
  const planned = await planSealing(named.exports, request, {
    first: async (undecided) => {
      // A policy that decides everything needs no detectors loaded.
      const { classifyHeads } = await import('./classify-head.ts')
      return classifyHeads(undecided, { signal, progress })
    },
    whole: readAll(request, pool.size),
  })
  const run = { request, pool, started, notes: [...named.notes, ...readOnceNotes(planned)] }
  const first = await sealPlanned(planned, { ...run, writer, moved: [] })
  if (!('corrected' in first)) return first
  await writer[Symbol.asyncDispose]()
  await using second = await openWriter(request)
  const last = await sealPlanned(first.corrected, { ...run, writer: second, moved: first.moved })
  if ('corrected' in last) throw new InternalError('a plan that all rows were read for was corrected')
  return last
}

/** What sealing would do: every check up to the plan, nothing written. */
export async function previewSeal(request: SealRequest): Promise<SealPreview> {
  assertSeller(request)
  await using named = await openExports(request.exports, request)
  tellOpened(named, request)
  const whole = readAll(request, await countWorkers(request))
  const planned = await planSealing(named.exports, request, { first: whole, whole })
  await assertExamined(planned, request)
  return buildPreview({ request, notes: [...named.notes, ...readOnceNotes(planned)], ...planned })
}

/** @throws DatadeedError USAGE for a key that cannot sign, or not open the record that is to be kept */
function assertSeller({ seller, record }: SealRequest): void {
  assertCanSign(seller)
  if (record === undefined || seller.card.open !== undefined) return
  throw new DatadeedError('USAGE', say().seal.recordNeedsOpening, {
    hints: [say().seal.recordNeedsOpeningHint],
  })
}

/** Classifies by all rows. */
function readAll(
  { signal, progress }: SealRequest,
  workers: number,
): Parameters<typeof planSealing>[2]['whole'] {
  return async (exports) => {
    const { classifyNamedExports } = await import('./classify-exports.ts')
    return classifyNamedExports(exports, { workers, signal, progress })
  }
}

interface SealingRun {
  readonly request: SealRequest
  readonly pool: SealThreads
  readonly started: number
  readonly writer: DeedWriter
  /** The columns for which this is the second time. */
  readonly moved: readonly MovedColumn[]
  readonly notes: readonly string[]
}

/** Nothing that a contradicted plan has made is used again. */
interface Contradicted {
  readonly corrected: PlannedSealing
  readonly moved: readonly MovedColumn[]
}

/** Seals under a plan, keys included, to the end; or up to where all rows have been read and contradict it. */
async function sealPlanned(first: PlannedSealing, run: SealingRun): Promise<SealReport | Contradicted> {
  const { request, pool, writer } = run
  const deedId = randomBytes(DEED_ID_BYTES)
  const pseudonymKeys = gatherPseudonymKeys(first.plan, request, randomBytes)
  using keys = new DataKeys(factsOf(first.plan, pseudonymKeys), randomBytes)
  const readings = findReadings(first)
  const { outcomes, wrapped, escrow } = await sealData(first, {
    ...run,
    deedId,
    keys,
    pseudonymKeys,
    readings,
  })
  const { planned, moved } = await planAgain(first, readings, request)
  if (moved.length > 0) return { corrected: planned, moved }
  await assertExamined(planned, request)
  await pool[Symbol.asyncDispose]()
  // They load while the papers are written.
  await using threads = request.readback ? startProofThreads(pool.size) : undefined
  const { plan, tables } = planned
  const { entries } = writer
  const sealed = { request, plan, tables, outcomes, deedId, keys, entries, tool: programVersion() }
  const read = await writePapers({ ...sealed, wrapped, escrow: escrow?.statement }, writer)
  await writer.sync()
  if (threads !== undefined) await readBack(writer.partialPath, { keys, plan, threads, request })
  await request.recorder?.outcome(sealedFacts({ plan, outcomes, deedId, manifest: read.sha256 }))
  const keyFiles = new Set(keyFilesOf(plan, request).map(({ file }) => file))
  await using secrets = await NewPseudonymKeys.write(keyFiles, request.files)
  await using record = await writeRecord(sealed, read)
  const { lasting } = await writer.publish()
  request.recorder?.done()
  secrets.keep()
  record?.keep()
  const epochs = plan.compartments.map((_, compartment) => keys.secretsOf(compartment).epochs.size)
  const seconds = (performance.now() - run.started) / 1000
  const { length: bytes, leftovers } = writer
  const written = {
    manifestSha256: read.sha256,
    bytes,
    lasting,
    leftovers,
    seconds,
    moved: run.moved,
    notes: run.notes,
  }
  return buildReport({ ...sealed, epochs, ...written })
}

/** Of the tables of which only the first rows have been judged. */
function findReadings({ decided }: PlannedSealing): Map<number, SampleCollector> {
  return new Map(
    decided.flatMap(({ unfinished }, number) =>
      unfinished === undefined ? [] : [[number, unfinished] as const],
    ),
  )
}

/** Everything of the deed that stands before the manifest. */
async function sealData(
  { plan, tables }: PlannedSealing,
  run: SealingRun &
    Pick<Parameters<typeof sealTables>[1], 'deedId' | 'keys' | 'readings'> & {
      readonly pseudonymKeys: PseudonymKeys
    },
): Promise<{ outcomes: TableOutcome[]; wrapped: WrappedKeys[]; escrow: EscrowOfDeed | undefined }> {
  const { request, deedId, keys, writer, pool, readings } = run
  await writer.writeEntry(MIMETYPE, MIMETYPE_BYTES)
  await writer.writeEntry(README, README_BYTES)
  pool.prepare({
    deedId,
    tables: tables.map((table) => ({
      dialect: table.source.dialect,
      shares: table.shares,
      changes: keyedChanges(table, run.pseudonymKeys),
      totals: table.totals,
    })),
    macKeys: plan.compartments.map((_, compartment) => keys.secretsOf(compartment).macKey),
  })
  const { signal, progress, digests } = request
  const phase = run.moved.length === 0 ? 'seal' : 'seal-again'
  const common = { deedId, keys, epochs: plan.epochs, writer, pool, readings, phase } as const
  const escrow = await makeEscrow(request, deedId)
  // While the threads seal the last slices. A failure is told in its turn; until then it must not end the process.
  const wrapping = Promise.withResolvers<WrappedKeys[]>()
  wrapping.promise.catch(() => undefined)
  const wrap = (): void => wrapping.resolve(wrapAllKeys({ request, plan, keys, deedId, escrow }))
  // The sums go into what is wrapped, and are known when the last slice is sealed.
  const summed = tables.some(({ totals }) => totals.length > 0)
  const allCut = summed ? () => undefined : wrap
  const outcomes = await sealTables(tables, { ...common, signal, progress, digests, allCut })
  if (summed) {
    keys.tellFacts(withTotals(factsOf(plan, run.pseudonymKeys), plan, totalsOf(tables, outcomes)))
    wrap()
  }
  return { outcomes, wrapped: await wrapping.promise, escrow }
}

/** @throws what the listener throws */
function tellOpened({ exports }: NamedExports, { opened }: SealRequest): void {
  opened?.(exports.map(({ name, source }) => ({ name, columns: source.columns, remarks: source.remarks })))
}

function openWriter({ output, form, signal, files }: SealRequest): Promise<DeedWriter> {
  return createDeedWriter(output, { form, signal, files })
}
