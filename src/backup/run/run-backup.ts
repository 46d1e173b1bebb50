import { join } from 'node:path'
import { toBase64 } from '../../crypto/index.ts'
import type { SeriesLink } from '../../deed/index.ts'
import { DatadeedError } from '../../errors.ts'
import { writeNewFiles } from '../../files/index.ts'
import type { Recorder } from '../../ledger/index.ts'
import { say } from '../../messages/index.ts'
import { openPaper, signPaper } from '../../papers/index.ts'
import { type SealReport, type SealRequest, sealExports, TableDigests } from '../../seal/index.ts'
import { finishRemoval } from '../prune/remove-content.ts'
import type { Mirror } from '../remote/mirror.ts'
import { isRemote, placeBelow } from '../remote/rclone.ts'
import { linkName } from '../series/links.ts'
import { readSource, rememberSeen, rememberSource } from '../series/memory.ts'
import type { OpenedSeries } from '../series/series.ts'
import { MARK } from '../series/series-papers.ts'
import type { KnownSuccessions } from '../series/signers.ts'
import { type NextPlace, warnOfClock } from './find-place.ts'
import { sendStaged } from './staging.ts'
import { publishSigners, takeTurn } from './take-turn.ts'
import { conditionsOf, keyOf, mayMark } from './unchanged.ts'

export interface BackupRequest {
  readonly mirror: Mirror
  readonly home: string
  /** How to seal; the run says where and as which link. */
  readonly seal: Omit<
    SealRequest,
    'output' | 'form' | 'suite' | 'readback' | 'link' | 'digests' | 'recorder'
  > & {
    readonly recorder: Recorder
  }
  /** A deed even where the sources are unchanged. */
  readonly always: boolean
  readonly warn: (sentence: string, hints?: readonly string[]) => void
  readonly waitMs?: number | undefined
  /** Successions that lie beside the key. */
  readonly beside?: KnownSuccessions['beside']
}

export interface BackupReport {
  readonly series: { readonly id: string; readonly name: string }
  readonly kind: 'deed' | 'mark'
  readonly sequence: number
  readonly path: string
  /** Digest of the link. */
  readonly sha256: string
  readonly previous: string
  /** The deed that holds the sources as they are now. */
  readonly deed: { readonly sequence: number; readonly deedId: string }
  /** Null for a mark. */
  readonly sealed: SealReport | null
}

/**
 * Adds one link to a series: a deed of its sources, read back; or, where they are what they were, a signed mark. Whatever
 * ends a run, the series is whole, and the next run takes away what this one has left.
 * @throws DatadeedError LOCKED while another run is going on; UNTRUSTED for another key than the series'; all that sealing
 * throws
 */
export async function runBackup(request: BackupRequest): Promise<BackupReport> {
  const { home, seal } = request
  const own = seal.seller.card
  await using turn = await takeTurn(own, request)
  const { series, folder, place } = turn
  warnOfClock(place, { now: seal.now, warn: request.warn })
  const id = series.paper.series
  await finishPrune(series, request)
  seal.recorder.about({ series: id, sequence: place.link.sequence })
  await publishSigners(series, own)
  const source = await readSource(request, id)
  const conditions = conditionsOf(series, seal)
  const report =
    !request.always && (await mayMark(series, request, { source, place, conditions }))
      ? await writeMark(series, place, { request, folder })
      : await sealNext(series, place, { request, folder, conditions, key: keyOf(source) })
  const { sequence, kind, sha256: digest } = report
  await sendStaged(series, folder, { sequence, kind })
  await rememberSeen(home, id, { issuer: own.fingerprint, sequence, sha256: digest })
  return report
}

/** Not to have removed everything yet is no reason not to make a backup. */
async function finishPrune(series: OpenedSeries, { seal, warn }: BackupRequest): Promise<void> {
  try {
    const onDeeds = (names: readonly string[]): void => warn(say().prune.goesOn({ names }))
    await finishRemoval(series, { own: seal.seller.card, signal: seal.signal, onDeeds })
  } catch (error) {
    if (!(error instanceof DatadeedError) || error.code === 'INTERNAL') throw error
    warn(error.message, error.hints)
  }
}

async function writeMark(
  { place, paper }: OpenedSeries,
  { link, deed }: NextPlace,
  { request: { seal }, folder }: { readonly request: BackupRequest; readonly folder: string },
): Promise<BackupReport> {
  const { recorder, seller, now } = seal
  const { sequence, previous } = link
  await recorder.intent()
  const content = { ...link, unchanged: deed, ledgerHead: recorder.head }
  const bytes = signPaper(MARK, content, { key: seller, now })
  const name = linkName(sequence, 'mark')
  const { sha256: digest, predicate } = openPaper(bytes, MARK, { from: seller.card, name })
  const { deedId, manifest } = predicate.unchanged
  await recorder.outcome({ deedId, manifest, paper: { kind: 'mark', sha256: digest }, state: 'unchanged' })
  await writeNewFiles([{ path: join(folder, name), content: bytes, access: 'owner-only' }])
  recorder.done()
  return {
    ...describe(paper, 'mark', link),
    ...{ path: pathIn(place, name), sha256: digest, previous, deed: predicate.unchanged, sealed: null },
  }
}

async function sealNext(
  { place, paper }: OpenedSeries,
  { link }: NextPlace,
  {
    request,
    folder,
    conditions,
    key,
  }: {
    readonly request: BackupRequest
    readonly folder: string
    readonly conditions: string
    readonly key: Uint8Array
  },
): Promise<BackupReport> {
  const { seal, home } = request
  const digests = new TableDigests(key)
  const name = linkName(link.sequence, 'deed')
  const path = pathIn(place, name)
  const sealed = await sealExports({
    ...seal,
    ...{ output: join(folder, name), form: 'folder', suite: paper.suite, readback: true, link, digests },
    access: accessOf(paper, seal),
  })
  const manifest = sealed.manifestSha256
  const tables = digests.finish()
  await rememberSource(home, paper.series, { key: toBase64(key), manifest, conditions, tables })
  const deed = { sequence: link.sequence, deedId: sealed.deedId }
  return {
    ...describe(paper, 'deed', link),
    path,
    sha256: manifest,
    previous: link.previous,
    deed,
    sealed: { ...sealed, output: path },
  }
}

/** As the series' paper has it: who may change the readers of its deeds later. */
export function accessOf(
  { grantors = [] }: OpenedSeries['paper'],
  { access }: BackupRequest['seal'],
): BackupRequest['seal']['access'] {
  return { ...access, grantors }
}

/** As a person would name it. */
function pathIn(place: string, name: string): string {
  return isRemote(place) ? placeBelow(place, name) : join(place, name)
}

function describe<Kind extends 'deed' | 'mark'>(
  { series, name }: OpenedSeries['paper'],
  kind: Kind,
  { sequence }: SeriesLink,
) {
  return { series: { id: series, name }, kind, sequence }
}
