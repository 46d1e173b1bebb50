import { join } from 'node:path'
import { type FileSystem, writeNewFiles } from '../../files/index.ts'
import type { OpenedKey } from '../../identity/index.ts'
import type { Recorder } from '../../ledger/index.ts'
import { openPaper, signPaper } from '../../papers/index.ts'
import { sendStaged } from '../run/staging.ts'
import { publishSigners, type Turn, type TurnRequest, takeTurn } from '../run/take-turn.ts'
import { linkName } from '../series/links.ts'
import { rememberSeen } from '../series/memory.ts'
import { openOwnSeries } from '../series/series.ts'
import { PRUNE, type PrunePaper } from '../series/series-papers.ts'
import { RULES } from './choose-kept.ts'
import { type PlanPruneRequest, type PruneChoice, type PrunePlan, planPrune } from './plan-prune.ts'
import { removeContent } from './remove-content.ts'

export interface PruneRequest extends PlanPruneRequest, TurnRequest {
  readonly key: OpenedKey
  readonly recorder: Recorder
  /** The real one when absent. */
  readonly files?: FileSystem | undefined
}

export interface PruneReport {
  readonly plan: PrunePlan
  /** The prune mark; null where there was nothing to remove. */
  readonly mark: { readonly sequence: number; readonly name: string; readonly sha256: string } | null
}

/** What a prune would do, if nothing changes before it; nothing is written. @throws as pruneSeries, but for writing */
export async function previewPrune(
  request: Omit<PruneRequest, 'recorder' | 'files' | 'waitMs'>,
): Promise<PrunePlan> {
  await request.mirror.refresh()
  const series = await openOwnSeries(request.mirror, request.key.card, request)
  return planPrune(series, request)
}

/**
 * Removes the content of deeds that nothing keeps: plans first, then signs a mark that names each of them, and only then
 * removes files. Whatever ends it, the chain is whole, and the next prune or run goes on with what a mark names.
 * @throws DatadeedError as planPrune and takeTurn; NOSPACE, IO_WRITE
 */
export async function pruneSeries(request: PruneRequest): Promise<PruneReport> {
  const { recorder, signal, files, key } = request
  await using turn = await takeTurn(key.card, request)
  const { series } = turn
  recorder.about({ series: series.paper.series })
  const plan = await planPrune(series, request)
  const { removed, listed } = plan
  const earlier = listed.links.filter(({ pruned }) => pruned?.done === false)
  if (removed.length + earlier.length === 0) return { plan, mark: null }
  await recorder.intent()
  if (earlier.length > 0) await removeContent(series, earlier, { signal, files })
  const mark = removed.length === 0 ? null : await writeMark(turn, plan, request)
  if (mark === null) await recorder.outcome({ state: 'finished', counts: { deeds: earlier.length } })
  await removeContent(series, removed, { signal, files })
  return { plan, mark }
}

async function writeMark(
  { series, folder, place }: Turn,
  { choice, removed, deeds }: PrunePlan,
  { key, now, recorder, files, home }: PruneRequest,
): Promise<NonNullable<PruneReport['mark']>> {
  const { sequence } = place.link
  await publishSigners(series, key.card)
  const content = {
    ...place.link,
    removed: removed.map(({ sequence: number, deed, sha256 }) => ({
      ...{ sequence: number, deedId: deed?.deedId, manifest: sha256 },
    })),
    retention: describeRules(choice),
    ledgerHead: recorder.head,
  }
  const bytes = signPaper(PRUNE, content, { key, now })
  const name = linkName(sequence, 'prune')
  const { sha256 } = openPaper(bytes, PRUNE, { from: key.card, name })
  await recorder.outcome({
    ...{ sequence, paper: { kind: 'prune', sha256 }, state: 'pruned' },
    counts: { removed: removed.length, kept: deeds.length - removed.length },
  })
  await writeNewFiles([{ path: join(folder, name), content: bytes, access: 'owner-only' }], files)
  recorder.done()
  await sendStaged(series, folder, { sequence, kind: 'prune' })
  await rememberSeen(home, series.paper.series, { issuer: key.card.fingerprint, sequence, sha256 })
  return { sequence, name, sha256 }
}

function describeRules(choice: PruneChoice): PrunePaper['retention'] {
  if (choice.by === 'name') return null
  const [last, daily, weekly, monthly, yearly] = RULES.map((rule) => choice.retention[rule] ?? null)
  return {
    ...{ last: last ?? null, daily: daily ?? null, weekly: weekly ?? null },
    ...{ monthly: monthly ?? null, yearly: yearly ?? null },
  }
}
