import { closeSync } from 'node:fs'
import { join } from 'node:path'
import { openRegularFile, readExactly } from '../deed/index.ts'
import { DatadeedError } from '../errors.ts'
import type { Card } from '../identity/index.ts'
import { PAPER_BYTES } from '../limits.ts'
import { say } from '../messages/index.ts'
import { printable } from '../messages/printable.ts'
import { openPaper, peekPaper } from '../papers/index.ts'
import type { Mirror } from './mirror.ts'
import type { Remote } from './rclone.ts'
import { SERIES, type SeriesPaper } from './series-papers.ts'

/** The paper of a series, in its folder. */
export const SERIES_FILE = 'series.json'
/** The folder in it for reports of drills, which are no links. */
export const DRILLS = 'drills'

/** A series whose paper was verified under the card that its links are checked with, too. */
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
  readonly card: Card
}

/**
 * The bytes of the paper, which nobody has checked.
 * @throws DatadeedError IO_READ, with a hint where the folder is no series; LIMIT, DAMAGED
 */
export async function readSeriesFile({ folder, place }: Mirror): Promise<Uint8Array> {
  try {
    return await readPaperFile(join(folder, SERIES_FILE))
  } catch (cause) {
    if (!(cause instanceof DatadeedError) || cause.code !== 'IO_READ') throw cause
    throw new DatadeedError('IO_READ', say().backup.noSeries({ folder: printable(place) }), {
      cause,
      hints: [say().backup.noSeriesHint],
    })
  }
}

/** @throws DatadeedError SIGNATURE, DAMAGED, LIMIT, UNSUPPORTED; IO_READ */
export async function openSeries(mirror: Mirror, card: Card): Promise<OpenedSeries> {
  const bytes = await readSeriesFile(mirror)
  const { predicate, sha256 } = openPaper(bytes, SERIES, { from: card, name: SERIES_FILE })
  const { place, folder, remote, sizes } = mirror
  return { place, folder, remote, sizes, paper: predicate, sha256, card }
}

/** As openSeries, for whoever is to write it. @throws DatadeedError UNTRUSTED for another key than the one that began it */
export async function openOwnSeries(mirror: Mirror, card: Card): Promise<OpenedSeries> {
  const { issuer } = peekPaper(await readSeriesFile(mirror), SERIES_FILE)
  if (issuer.fingerprint !== card.fingerprint) {
    const told = { folder: printable(mirror.place), issuer: printable(issuer.name) }
    throw new DatadeedError('UNTRUSTED', say().backup.otherKey(told), { hints: [say().backup.otherKeyHint] })
  }
  return openSeries(mirror, card)
}

/** A paper of the series' folder: a regular file, no link. @throws DatadeedError IO_READ, DAMAGED, LIMIT */
export async function readPaperFile(path: string): Promise<Uint8Array> {
  const file = openRegularFile(path, 'refuse')
  try {
    if (file.size > PAPER_BYTES) {
      const size = { name: printable(path), got: file.size, most: PAPER_BYTES }
      throw new DatadeedError('LIMIT', say().papers.tooLong(size))
    }
    return await readExactly(file, 0, file.size)
  } finally {
    closeSync(file.fd)
  }
}
