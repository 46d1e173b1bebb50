import { resolve, sep } from 'node:path'
import { type OpenedSeries, openSeries, readSeen, readSeriesFile } from '../backup/index.ts'
import { DatadeedError } from '../errors.ts'
import { type Card, isTrusted } from '../identity/index.ts'
import { say } from '../messages/index.ts'
import { printable } from '../messages/printable.ts'
import { peekPaper, readIssuerCard } from '../papers/index.ts'
import { type BackupPolicy, findSeconds } from '../policy/index.ts'
import { findConfirmedCard } from './cards.ts'
import { findSigner } from './find-signer.ts'
import { readPolicy } from './read-policy.ts'
import type { Session } from './session.ts'
import type { Values } from './values.ts'

/** The section `backup` of the policy that is given, if one is. */
export async function readBackupPolicy(values: Values): Promise<BackupPolicy | undefined> {
  return (await readPolicy(values.text('policy')))?.policy.backup
}

/** The folder of the series. @throws DatadeedError USAGE */
export function seriesFolder(values: Values, policy: BackupPolicy | undefined): string {
  const folder = values.text('series') ?? policy?.destination
  if (folder !== undefined) return folder
  throw new DatadeedError('USAGE', say().backup.noDestination, { hints: [say().backup.noDestinationHint] })
}

/** Refuses a series that would be its own source. */
export function assertOutside(folder: string, sources: readonly string[]): void {
  const inner = resolve(folder)
  const holder = sources.find((path) => inner === resolve(path) || inner.startsWith(resolve(path) + sep))
  if (holder === undefined) return
  throw new DatadeedError('USAGE', say().backup.sourceInSeries({ path: printable(holder) }))
}

/**
 * A series to look at, under the card that --from names; else one that this computer has written or looked at before, or
 * a trusted one.
 * @throws DatadeedError UNTRUSTED
 */
export async function openKnownSeries(
  folder: string,
  values: Values,
  session: Session,
): Promise<OpenedSeries> {
  const word = values.text('from')
  if (word !== undefined) {
    return openSeries(folder, await findConfirmedCard(word, values.list('confirm'), session))
  }
  const bytes = await readSeriesFile(folder)
  const enclosed = readIssuerCard(bytes, printable(folder))
  const series = enclosed && (await openIfKnown(folder, enclosed, session))
  if (series !== undefined) return series
  const { issuer } = peekPaper(bytes, printable(folder))
  return openSeries(folder, await findSigner(values, session, async () => issuer))
}

/** The card out of the series itself counts only where its fingerprint was known before. */
async function openIfKnown(folder: string, card: Card, { home }: Session): Promise<OpenedSeries | undefined> {
  const series = await openSeries(folder, card)
  const seen = await readSeen(home, series.paper.series)
  return seen?.issuer === card.fingerprint || (await isTrusted(home, card)) ? series : undefined
}

/** @throws DatadeedError USAGE */
export function readAge(flag: string, text: string | undefined): number | undefined {
  if (text === undefined) return undefined
  const seconds = findSeconds(text)
  if (seconds !== undefined) return seconds
  throw new DatadeedError('USAGE', say().backup.duration({ flag, got: printable(text) }))
}
