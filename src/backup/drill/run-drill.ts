import { join } from 'node:path'
import { DatadeedError } from '../../errors.ts'
import type { FileSystem } from '../../files/index.ts'
import type { Card, OpenedKey } from '../../identity/index.ts'
import type { Recorder } from '../../ledger/index.ts'
import { say } from '../../messages/index.ts'
import { fetchDeed } from '../remote/fetch-deed.ts'
import { faultOf } from '../series/check-chain.ts'
import { signerOf } from '../series/links.ts'
import { listSeries } from '../series/list-series.ts'
import type { OpenedSeries } from '../series/series.ts'
import { chooseDeed, type DrillChoice, type WholeDeed } from './choose-deed.ts'
import type { DrillStep, DrillTarget } from './drill-paper.ts'
import type { DrilledDeed, DrillProgress, DrillRestored } from './restore-and-compare.ts'
import type { DrillPlace, ThrowAway } from './throw-away.ts'
import { makeFolder } from './throw-away-folder.ts'

export interface DrillRequest {
  readonly series: OpenedSeries
  readonly choice: DrillChoice
  readonly into: DrillPlace
  /** A key that cannot be opened is a drill that fails. */
  readonly key: () => Promise<OpenedKey>
  /** What else must hold before a deed is restored. @throws DatadeedError */
  readonly before: (deed: string, from: Card) => Promise<void>
  readonly home: string
  readonly now: Date
  readonly recorder: Pick<Recorder, 'about'>
  readonly warn: (sentence: string, hints?: readonly string[]) => void
  readonly workers?: number | undefined
  readonly signal?: AbortSignal | undefined
  readonly progress?: ((step: DrillProgress) => void) | undefined
  /** The real one when absent. */
  readonly files?: FileSystem | undefined
}

/** How a drill went; what it did not come to is undefined. */
export interface DrillRun {
  readonly chosen: DrillChoice['kind']
  readonly target: DrillTarget
  readonly began: Date
  sequence?: number | null
  deed?: WholeDeed
  current?: string
  readonly milliseconds: { fetch?: number; restore?: number; compare?: number }
  restored?: DrillRestored
  failure?: { readonly step: DrillStep; readonly error: DatadeedError }
}

/**
 * Restores a deed of a series into a target that nobody else knows, compares every cell, and deletes the target, however
 * that ends. What goes wrong is how the drill went, and thrown by nobody.
 * @throws whatever is no DatadeedError: that the run is to stop, or a bug
 */
export async function runDrill(request: DrillRequest): Promise<DrillRun> {
  const { choice, into, now } = request
  const run: DrillRun = { chosen: choice.kind, target: into.kind, began: now, milliseconds: {} }
  const at: { step: DrillStep } = { step: 'find' }
  try {
    await drill(request, run, (next) => {
      at.step = next
    })
  } catch (error) {
    if (!(error instanceof DatadeedError)) throw error
    const { deed } = run
    const { step } = at
    // Of a deed in a series, other hints are of use than of one that somebody sent.
    const told = step === 'restore' && deed !== undefined ? faultOf(deed, 'damaged', error).error : error
    run.failure = { step, error: step === 'fetch' ? told : withOwnHint(told) }
  }
  return run
}

/** Its target stands where --into says. */
function withOwnHint(error: DatadeedError): DatadeedError {
  if (error.code !== 'NOSPACE') return error
  return new DatadeedError('NOSPACE', error.message, { cause: error, hints: [say().drill.noSpaceHint] })
}

async function drill(request: DrillRequest, run: DrillRun, begin: (step: DrillStep) => void): Promise<void> {
  const { series, recorder, signal, warn, workers, progress, files } = request
  const listed = await listSeries(series, request)
  if (listed.faults.length > 0) warn(say().drill.notWhole({ count: listed.faults.length }))
  const chosen = await chooseDeed(listed, request.choice)
  if ('error' in chosen) {
    run.sequence = chosen.sequence
    throw chosen.error
  }
  const { deed } = chosen
  Object.assign(run, { deed, sequence: deed.sequence, current: chosen.current })
  const { sequence, deedId, manifest } = deed.deed
  recorder.about({ sequence, deedId, manifest })
  const key = await request.key()
  // No other command of a series restores anything.
  const { compareAway, restoreAway } = await import('./restore-and-compare.ts')
  begin('fetch')
  await using _fetched = await timed(run, 'fetch', () => fetchDeed(series, deed))
  const path = join(series.folder, deed.name)
  const from = signerOf(series, deed).card
  const drilled: DrilledDeed = { deed: path, from, key, workers, signal, progress, files }
  begin('prepare')
  await request.before(path, from)
  await withTarget(request, begin, async (target) => {
    begin('restore')
    const restored = await timed(run, 'restore', () => restoreAway(drilled, target))
    run.restored = restored
    if (restored.deedId !== deedId) throw new DatadeedError('DAMAGED', say().backup.changedMeanwhile)
    begin('compare')
    await timed(run, 'compare', () => compareAway(drilled, target, restored))
  })
}

/** The target goes whatever happens; only where nothing else went wrong is what keeps it there how the drill ended. */
async function withTarget(
  { into, warn }: DrillRequest,
  begin: (step: DrillStep) => void,
  work: (target: ThrowAway) => Promise<void>,
): Promise<void> {
  await using target = await makeTarget(into, warn)
  try {
    await work(target)
  } catch (error) {
    await target.delete().catch((fault: unknown) => {
      if (!(fault instanceof DatadeedError)) throw fault
      warn(fault.message, fault.hints)
    })
    throw error
  }
  begin('delete')
  await target.delete()
}

async function makeTarget(into: DrillPlace, warn: DrillRequest['warn']): Promise<ThrowAway> {
  if (into.kind !== 'postgres') return makeFolder(into.kind, into.parent, { warn })
  const { makeSchema } = await import('./throw-away-schema.ts')
  return makeSchema(into.database, { warn })
}

async function timed<Result>(
  { milliseconds }: DrillRun,
  step: keyof DrillRun['milliseconds'],
  work: () => Promise<Result>,
): Promise<Result> {
  const started = performance.now()
  const result = await work()
  milliseconds[step] = Math.round(performance.now() - started)
  return result
}
