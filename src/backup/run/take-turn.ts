import { join } from 'node:path'
import { DatadeedError } from '../../errors.ts'
import { holdLock, realFileSystem, sweepPartials } from '../../files/index.ts'
import type { Card } from '../../identity/index.ts'
import { say } from '../../messages/index.ts'
import { printable } from '../../messages/printable.ts'
import { withIssuerCard } from '../../papers/index.ts'
import { claimNumber } from '../remote/claim.ts'
import type { Mirror } from '../remote/mirror.ts'
import { LINK_KINDS, linkName } from '../series/links.ts'
import { makeMemoryFolder, memoryPath } from '../series/memory.ts'
import { publishPaper } from '../series/paper-file.ts'
import { type OpenedSeries, openOwnSeries } from '../series/series.ts'
import { type KnownSuccessions, placeOf, successionName } from '../series/signers.ts'
import { findNextPlace, type NextPlace } from './find-place.ts'
import { finishUploads, prepareStaging } from './staging.ts'

/** Another run may be at its end; a long one is not waited for. */
const WAIT_MS = 10_000

export interface TurnRequest extends Pick<KnownSuccessions, 'beside'> {
  readonly mirror: Mirror
  readonly home: string
  readonly warn: (sentence: string, hints?: readonly string[]) => void
  readonly waitMs?: number | undefined
}

/** A series that nobody else adds to until this is disposed: no run on this host, and on a remote no other host. */
export interface Turn extends AsyncDisposable {
  readonly series: OpenedSeries
  /** Where the next link is written. */
  readonly folder: string
  readonly place: NextPlace
}

/**
 * Takes the lock of a series, sends what an earlier run could not, takes away what a killed one has left, finds the
 * place of the next link, and claims it on a remote.
 * @throws DatadeedError LOCKED while another run is going on, or another host has the number; UNTRUSTED for another key than
 * the series'; EXISTS for a next name that is taken
 */
export async function takeTurn(own: Card, request: TurnRequest): Promise<Turn> {
  const { mirror, home, warn, waitMs = WAIT_MS } = request
  const open = (): Promise<OpenedSeries> => openOwnSeries(mirror, own, request)
  const begun = await open()
  await makeMemoryFolder(home)
  await using stack = new AsyncDisposableStack()
  const lock = stack.use(await holdLock(memoryPath(home, begun.paper.series, 'lock'), { waitMs }))
  if (lock.takenOver !== undefined) warn(say().backup.lockTaken({ pid: lock.takenOver.pid }))
  const folder = await prepareStaging(begun, home)
  // Another run may have ended before this one had the lock.
  await mirror.refresh()
  const series = await open()
  if (await finishUploads(series, folder, { home, warn })) await mirror.refresh()
  const place = await findNextPlace(series, { home, warn, own })
  for (const each of new Set([folder, series.folder])) await sweep(each, place.link.sequence, warn)
  stack.use(await claimNumber(series, place.link.sequence, { home, warn }))
  const held = stack.move()
  return { series, folder, place, [Symbol.asyncDispose]: () => held.disposeAsync() }
}

/** Puts the papers by which the key came to sign this series where everybody can see them, before its first link. */
export async function publishSigners(series: OpenedSeries, own: Card): Promise<void> {
  for (const { card, followedBy } of series.signers.slice(0, placeOf(series.signers, own))) {
    const name = successionName(card)
    if (followedBy === undefined || (await realFileSystem.find(join(series.folder, name))) !== undefined)
      continue
    await publishPaper(series, name, withIssuerCard(followedBy.bytes, card, name))
  }
}

/** A killed run has left at most what it was writing, under the name that is written next. */
async function sweep(folder: string, sequence: number, warn: TurnRequest['warn']): Promise<void> {
  const names = LINK_KINDS.map((kind) => linkName(sequence, kind))
  const left = await sweepPartials(realFileSystem, { folder, names })
  for (const path of left) warn(say().backup.leftover({ path: printable(path) }))
  for (const name of names) {
    if ((await realFileSystem.find(join(folder, name))) === undefined) continue
    const sentence = say().backup.nameTaken({ name })
    throw new DatadeedError('EXISTS', sentence, { hints: [say().backup.nameTakenHint] })
  }
}
