import { closeSync } from 'node:fs'
import { join } from 'node:path'
import { openRegularFile, readExactly } from '../deed/index.ts'
import { DatadeedError } from '../errors.ts'
import type { Card } from '../identity/index.ts'
import { PAPER_BYTES } from '../limits.ts'
import { say } from '../messages/index.ts'
import { printable } from '../messages/printable.ts'
import { openPaper, peekPaper } from '../papers/index.ts'
import { SERIES, type SeriesPaper } from './series-papers.ts'

/** The paper of a series, in its folder. */
export const SERIES_FILE = 'series.json'

/** A series whose paper was verified under the card that its links are checked with, too. */
export interface OpenedSeries {
  readonly folder: string
  readonly paper: SeriesPaper
  /** Of the paper's statement: what the first link stands behind. */
  readonly sha256: string
  readonly card: Card
}

/**
 * The bytes of the paper, which nobody has checked.
 * @throws DatadeedError IO_READ, with a hint where the folder is no series; LIMIT, DAMAGED
 */
export async function readSeriesFile(folder: string): Promise<Uint8Array> {
  try {
    return await readPaperFile(join(folder, SERIES_FILE))
  } catch (cause) {
    if (!(cause instanceof DatadeedError) || cause.code !== 'IO_READ') throw cause
    throw new DatadeedError('IO_READ', say().backup.noSeries({ folder: printable(folder) }), {
      cause,
      hints: [say().backup.noSeriesHint],
    })
  }
}

/** @throws DatadeedError SIGNATURE, DAMAGED, LIMIT, UNSUPPORTED; IO_READ */
export async function openSeries(folder: string, card: Card): Promise<OpenedSeries> {
  const bytes = await readSeriesFile(folder)
  const { predicate, sha256 } = openPaper(bytes, SERIES, { from: card, name: SERIES_FILE })
  return { folder, paper: predicate, sha256, card }
}

/** As openSeries, for whoever is to write it. @throws DatadeedError UNTRUSTED for another key than the one that began it */
export async function openOwnSeries(folder: string, card: Card): Promise<OpenedSeries> {
  const { issuer } = peekPaper(await readSeriesFile(folder), SERIES_FILE)
  if (issuer.fingerprint !== card.fingerprint) {
    const told = { folder: printable(folder), issuer: printable(issuer.name) }
    throw new DatadeedError('UNTRUSTED', say().backup.otherKey(told), { hints: [say().backup.otherKeyHint] })
  }
  return openSeries(folder, card)
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
