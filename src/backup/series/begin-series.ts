import { randomBytes, toHex } from '../../crypto/index.ts'
import type { Party } from '../../deed/index.ts'
import { DatadeedError } from '../../errors.ts'
import { realFileSystem, writeFault } from '../../files/index.ts'
import {
  assertCanSign,
  assertCardOpens,
  assertCardSigns,
  type Card,
  type OpenedKey,
} from '../../identity/index.ts'
import { cardsAs, type Recorder } from '../../ledger/index.ts'
import { say } from '../../messages/index.ts'
import { printable } from '../../messages/printable.ts'
import { openPaper, signPaper } from '../../papers/index.ts'
import { isRemote, Remote } from '../remote/rclone.ts'
import { rememberSeen } from './memory.ts'
import { publishPaper } from './paper-file.ts'
import { SERIES, SERIES_FILE, type SeriesPaper } from './series-papers.ts'

export interface BeginRequest {
  /** A folder, or a remote: made if it is not there; it must be empty. */
  readonly folder: string
  readonly name: string
  readonly key: OpenedKey
  /** Confirmed cards of those who are to read the deeds. */
  readonly readers: readonly Card[]
  /** Confirmed cards of those who may change the readers of its deeds; else the readers whose cards can sign. */
  readonly grantors?: readonly Card[] | undefined
  readonly suite: 'hybrid' | 'classic'
  readonly home: string
  readonly now: Date
  readonly signal: AbortSignal
  readonly recorder: Recorder
}

export interface BegunSeries {
  readonly folder: string
  readonly paper: SeriesPaper
}

/**
 * Begins a series: an empty folder with its paper.
 * @throws DatadeedError USAGE for a key that cannot sign or a card that cannot open; EXISTS, NOSPACE, IO_WRITE
 */
export async function beginSeries(request: BeginRequest): Promise<BegunSeries> {
  const { folder, name, key, suite, home, now, recorder } = request
  assertCanSign(key)
  for (const reader of request.readers) assertCardOpens(reader)
  for (const grantor of request.grantors ?? []) assertCardSigns(grantor)
  await recorder.intent()
  const remote = isRemote(folder) ? new Remote(folder, request.signal) : undefined
  await (remote === undefined ? prepareFolder(folder) : assertEmpty(folder, await remote.list()))
  const series = toHex(randomBytes(16))
  const readers = distinct(request.readers)
  const grantors = distinct(request.grantors ?? request.readers.filter(({ sign }) => sign !== undefined))
  const content = { series, name, suite, readers, grantors, ledgerHead: recorder.head }
  const bytes = signPaper(SERIES, content, { key, now, withCard: true })
  const { predicate, sha256 } = openPaper(bytes, SERIES, { from: key.card, name: SERIES_FILE })
  await recorder.outcome({
    series,
    sequence: 0,
    paper: { kind: 'series', sha256 },
    cards: [...cardsAs('reader', readers), ...cardsAs('grantor', grantors)],
  })
  await publishPaper({ folder, remote }, SERIES_FILE, bytes)
  recorder.done()
  await rememberSeen(home, series, { issuer: key.card.fingerprint, sequence: 0, sha256 })
  return { folder, paper: predicate }
}

function distinct(cards: readonly Card[]): Party[] {
  const parties = cards.map(({ name, fingerprint }) => ({ name, fingerprint }))
  return [...new Map(parties.map((party) => [party.fingerprint, party])).values()]
}

async function prepareFolder(folder: string): Promise<void> {
  if ((await realFileSystem.find(folder)) !== undefined) {
    const names = await realFileSystem.list(folder).catch((cause: unknown) => {
      throw writeFault(folder, cause)
    })
    return assertEmpty(folder, names)
  }
  try {
    await realFileSystem.createFolder(folder)
    await realFileSystem.protectFolder(folder)
  } catch (cause) {
    throw writeFault(folder, cause)
  }
}

function assertEmpty(folder: string, { length }: readonly unknown[]): void {
  if (length === 0) return
  const sentence = say().backup.notEmpty({ folder: printable(folder) })
  throw new DatadeedError('EXISTS', sentence, { hints: [say().backup.notEmptyHint] })
}
