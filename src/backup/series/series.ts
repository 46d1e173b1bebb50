import { join } from 'node:path'
import { DatadeedError } from '../../errors.ts'
import { assertNotCompromised, type Card, isTrusted, listTrustedCards } from '../../identity/index.ts'
import { dayOf, listSuccessions, type Successions } from '../../keys/index.ts'
import { say } from '../../messages/index.ts'
import { printable } from '../../messages/printable.ts'
import { openPaper, peekPaper, readIssuerCard } from '../../papers/index.ts'
import type { Mirror } from '../remote/mirror.ts'
import type { Remote } from '../remote/rclone.ts'
import { isMissing, readSeen } from './memory.ts'
import { readPaperFile } from './paper-file.ts'
import { SERIES, SERIES_FILE, type SeriesPaper } from './series-papers.ts'
import { followSigners, type KnownSuccessions, placeOf, type Signers } from './signers.ts'

/** A series whose paper was verified under the card that began it, of which the one that is confirmed is a successor, or itself. */
export interface OpenedSeries {
  /** As it was named: a folder, or a remote. */
  readonly place: string
  /** Where it can be read. */
  readonly folder: string
  /** Of one on a remote: to be read there, deed by deed. */
  readonly remote: Remote | undefined
  readonly sizes: ReadonlyMap<string, number> | undefined
  readonly paper: SeriesPaper
  /** Of the paper's statement: what the first link stands behind. */
  readonly sha256: string
  readonly signers: Signers
  /** Which of the signers is the first that was confirmed here. */
  readonly anchor: number
}

/** What is known of cards where a series is opened. */
export interface OpenRequest {
  readonly home: string
  readonly now: Date
}

/**
 * The bytes of the paper, which nobody has checked.
 * @throws DatadeedError IO_READ, with a hint where the folder is no series; LIMIT, DAMAGED
 */
export async function readSeriesFile({ folder, place }: Mirror): Promise<Uint8Array> {
  try {
    return await readPaperFile(join(folder, SERIES_FILE))
  } catch (cause) {
    if (!(cause instanceof DatadeedError) || !isMissing(cause)) throw cause
    throw new DatadeedError('IO_READ', say().backup.noSeries({ folder: printable(place) }), {
      cause,
      hints: [say().backup.noSeriesHint],
    })
  }
}

/**
 * A series to look at: one of its signers must be `from`, trusted here, or the one under whom this computer has looked at
 * it before. Undefined where none is.
 * @throws DatadeedError SIGNATURE, DAMAGED, LIMIT, UNSUPPORTED, IO_READ; UNTRUSTED for a card that is compromised, has two
 * successors, or vouches too late
 */
export async function openSeries(
  mirror: Mirror,
  { home, now, from }: OpenRequest & { readonly from?: Card | undefined },
): Promise<OpenedSeries | undefined> {
  const bytes = await readSeriesFile(mirror)
  const first = await findFirstCard(bytes, home, from)
  if (first === undefined) return undefined
  const known = await listSuccessions(home)
  const { paper, sha256, signers } = await readUnder(first, bytes, { known, mirror, home })
  if (from !== undefined && placeOf(signers, from) < 0) openPaper(bytes, SERIES, { from, name: SERIES_FILE })
  const confirmed = await areConfirmed(signers, { series: paper.series, home, given: from })
  const anchor = confirmed.indexOf(true)
  if (anchor < 0) return undefined
  assertVouchedInTime(signers.slice(confirmed.lastIndexOf(true)), known, now)
  return { ...placeIn(mirror), paper, sha256, signers, anchor }
}

/**
 * The same for whoever is to write it, whose own card vouches for those before it: it has signed that it follows them.
 * @throws DatadeedError as openSeries; UNTRUSTED for a key that is none of the series'
 */
export async function openOwnSeries(
  mirror: Mirror,
  own: Card,
  { home, beside }: Pick<OpenRequest, 'home'> & Pick<KnownSuccessions, 'beside'>,
): Promise<OpenedSeries> {
  const bytes = await readSeriesFile(mirror)
  const first = await findFirstCard(bytes, home, own)
  const known = await listSuccessions(home)
  const read = first && (await readUnder(first, bytes, { known, beside, mirror, home }))
  if (read !== undefined && placeOf(read.signers, own) >= 0) {
    const confirmed = await areConfirmed(read.signers, { series: read.paper.series, home, given: own })
    return { ...placeIn(mirror), ...read, anchor: confirmed.indexOf(true) }
  }
  const { issuer } = peekPaper(bytes, SERIES_FILE)
  const told = { folder: printable(mirror.place), issuer: printable(issuer.name) }
  throw new DatadeedError('UNTRUSTED', say().backup.otherKey(told), { hints: [say().backup.otherKeyHint] })
}

/** The card that the paper names as its issuer: one that is at hand, else the one in its envelope, for its fingerprint only. */
async function findFirstCard(
  bytes: Uint8Array,
  home: string,
  given: Card | undefined,
): Promise<Card | undefined> {
  const { issuer } = peekPaper(bytes, SERIES_FILE)
  const atHand = [...(given === undefined ? [] : [given]), ...(await listTrustedCards(home))]
  const card = atHand.find(({ fingerprint }) => fingerprint === issuer.fingerprint)
  return card ?? readIssuerCard(bytes, SERIES_FILE)
}

async function readUnder(
  first: Card,
  bytes: Uint8Array,
  { mirror, home, ...sources }: KnownSuccessions & { readonly mirror: Mirror; readonly home: string },
): Promise<Pick<OpenedSeries, 'paper' | 'sha256' | 'signers'>> {
  const { predicate: paper, sha256 } = openPaper(bytes, SERIES, { from: first, name: SERIES_FILE })
  const signers = await followSigners(first, { ...sources, folder: mirror.folder })
  await assertNotCompromised(
    home,
    signers.map(({ card }) => card),
  )
  return { paper, sha256, signers }
}

/** Of each of the signers, whether its card was given, is trusted here, or is whose series this was when it was seen before. */
async function areConfirmed(
  signers: Signers,
  {
    series,
    home,
    given,
  }: { readonly series: string; readonly home: string; readonly given?: Card | undefined },
): Promise<boolean[]> {
  const seen = await readSeen(home, series)
  const confirmed: boolean[] = []
  for (const { card } of signers)
    confirmed.push(
      [given?.fingerprint, seen?.issuer].includes(card.fingerprint) || (await isTrusted(home, card)),
    )
  return confirmed
}

/** A card that is retired brings no trust to whoever has not taken its successor before. */
function assertVouchedInTime(signers: readonly Signers[number][], known: Successions, now: Date): void {
  for (const { card, followedBy } of signers) {
    if (followedBy === undefined || known.has(card.fingerprint) || now < followedBy.retiredFrom) continue
    const told = { name: printable(card.name), date: dayOf(followedBy.retiredFrom) }
    throw new DatadeedError('UNTRUSTED', say().keys.retired(told), { hints: [say().keys.callInsteadHint] })
  }
}

function placeIn({ place, folder, remote, sizes }: Mirror) {
  return { place, folder, remote, sizes }
}
