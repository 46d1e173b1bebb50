import { basename, resolve, sep } from 'node:path'
import { isRemote, type Mirror, type OpenedSeries, openSeries, readSeriesFile } from '../backup/index.ts'
import { DatadeedError, InternalError } from '../errors.ts'
import { say } from '../messages/index.ts'
import { printable } from '../messages/printable.ts'
import { peekPaper } from '../papers/index.ts'
import { type BackupPolicy, findSeconds } from '../policy/index.ts'
import { findConfirmedCard } from './cards.ts'
import { findTrustedSigner } from './find-signer.ts'
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

/** What the ledger calls it: no path. */
export function seriesLabel(folder: string): string {
  return isRemote(folder)
    ? (folder.split(/[/:]/).findLast((part) => part !== '') ?? '')
    : basename(resolve(folder))
}

/** Refuses a series that would be its own source. */
export function assertOutside(folder: string, sources: readonly string[]): void {
  if (isRemote(folder)) return
  const inner = resolve(folder)
  const holder = sources.find((path) => inner === resolve(path) || inner.startsWith(resolve(path) + sep))
  if (holder === undefined) return
  throw new DatadeedError('USAGE', say().backup.sourceInSeries({ path: printable(holder) }))
}

/**
 * A series to look at, under the card that --from names; else one that this computer has written or looked at before, or
 * one of whose signers is trusted here.
 * @throws DatadeedError UNTRUSTED
 */
export async function openKnownSeries(
  mirror: Mirror,
  values: Values,
  session: Session,
): Promise<OpenedSeries> {
  const { home, now } = session
  const word = values.text('from')
  const from = word === undefined ? undefined : await findConfirmedCard(word, values.list('confirm'), session)
  const series = await openSeries(mirror, { home, now, from })
  if (series !== undefined) return series
  const { issuer } = peekPaper(await readSeriesFile(mirror), printable(mirror.place))
  const card = await findTrustedSigner(issuer, session)
  throw new InternalError(`the card of ${card.name} is trusted, and was not found to be`)
}

/** @throws DatadeedError USAGE */
export function readAge(flag: string, text: string | undefined): number | undefined {
  if (text === undefined) return undefined
  const seconds = findSeconds(text)
  if (seconds !== undefined) return seconds
  throw new DatadeedError('USAGE', say().backup.duration({ flag, got: printable(text) }))
}
