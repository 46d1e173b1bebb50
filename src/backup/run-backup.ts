import { join } from 'node:path'
import { toBase64 } from '../crypto/index.ts'
import type { SeriesLink } from '../deed/index.ts'
import { DatadeedError } from '../errors.ts'
import { holdLock, realFileSystem, sweepPartials, writeNewFiles } from '../files/index.ts'
import type { Card } from '../identity/index.ts'
import type { Recorder } from '../ledger/index.ts'
import { say } from '../messages/index.ts'
import { printable } from '../messages/printable.ts'
import { openPaper, signPaper, withIssuerCard } from '../papers/index.ts'
import { type SealReport, type SealRequest, sealExports, TableDigests } from '../seal/index.ts'
import { findNextPlace, type NextPlace } from './find-place.ts'
import { LINK_KINDS, linkName } from './links.ts'
import { makeMemoryFolder, memoryPath, readSource, rememberSeen, rememberSource } from './memory.ts'
import type { Mirror } from './mirror.ts'
import { publishPaper } from './paper-file.ts'
import { isRemote } from './rclone.ts'
import { type OpenedSeries, openOwnSeries } from './series.ts'
import { MARK } from './series-papers.ts'
import { type KnownSuccessions, placeOf, successionName } from './signers.ts'
import { finishUploads, prepareStaging, sendStaged } from './staging.ts'
import { conditionsOf, keyOf, mayMark } from './unchanged.ts'

/** Another run of the same series may be at its end; a long one is not waited for. */
const WAIT_MS = 10_000

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
  const { mirror, home, seal, warn } = request
  const own = seal.seller.card
  const open = (): Promise<OpenedSeries> => openOwnSeries(mirror, own, request)
  const begun = await open()
  await makeMemoryFolder(home)
  const id = begun.paper.series
  using lock = await holdLock(memoryPath(home, id, 'lock'), { waitMs: request.waitMs ?? WAIT_MS })
  if (lock.takenOver !== undefined) warn(say().backup.lockTaken({ pid: lock.takenOver.pid }))
  const folder = await prepareStaging(begun, home)
  // Another run may have ended before this one had the lock.
  await mirror.refresh()
  const series = await open()
  if (await finishUploads(series, folder, { home, warn })) await mirror.refresh()
  const place = await findNextPlace(series, { home, warn, own })
  for (const each of new Set([folder, series.folder])) await sweep(each, place.link.sequence, warn)
  seal.recorder.about({ series: id, sequence: place.link.sequence })
  await publishSigners(series, own)
  const source = await readSource(home, id)
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

/** Puts the papers by which the key came to sign this series where everybody can see them, before its first link. */
async function publishSigners(series: OpenedSeries, own: Card): Promise<void> {
  for (const { card, followedBy } of series.signers.slice(0, placeOf(series.signers, own))) {
    const name = successionName(card)
    if (followedBy === undefined || (await realFileSystem.find(join(series.folder, name))) !== undefined)
      continue
    await publishPaper(series, name, withIssuerCard(followedBy.bytes, card, name))
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
  return isRemote(place) ? `${place}/${name}` : join(place, name)
}

function describe<Kind extends 'deed' | 'mark'>(
  { series, name }: OpenedSeries['paper'],
  kind: Kind,
  { sequence }: SeriesLink,
) {
  return { series: { id: series, name }, kind, sequence }
}

/** A killed run has left at most what it was writing, under the name that is written next. */
async function sweep(folder: string, sequence: number, warn: BackupRequest['warn']): Promise<void> {
  const names = LINK_KINDS.map((kind) => linkName(sequence, kind))
  const left = await sweepPartials(realFileSystem, { folder, names })
  for (const path of left) warn(say().backup.leftover({ path: printable(path) }))
  for (const name of names) {
    if ((await realFileSystem.find(join(folder, name))) === undefined) continue
    const sentence = say().backup.nameTaken({ name })
    throw new DatadeedError('EXISTS', sentence, { hints: [say().backup.nameTakenHint] })
  }
}
