import type { SeriesLink } from '../deed/index.ts'
import { DatadeedError } from '../errors.ts'
import { say } from '../messages/index.ts'
import { type Link, listLinks, readLink } from './links.ts'
import type { ListRequest } from './list-series.ts'
import { readSeen } from './memory.ts'
import type { OpenedSeries } from './series.ts'

/** Where the next link stands. */
export interface NextPlace {
  readonly link: SeriesLink
  /** The newest that is there; undefined in a series without one. */
  readonly newest: Link | undefined
}

/**
 * The place behind the newest link that this host has signed, or that it remembers to have: a series that was brought
 * back to an earlier state goes on behind what is gone, so that the gap shows and no number is given twice.
 * @throws DatadeedError IO_READ
 */
export async function findNextPlace(series: OpenedSeries, { home, warn }: ListRequest): Promise<NextPlace> {
  const newest = await findNewest(series, warn)
  const id = series.paper.series
  const seen = await readSeen(home, id)
  const there = newest ?? { sequence: 0, sha256: series.sha256 }
  const remembered = seen !== undefined && seen.sequence >= there.sequence ? seen : undefined
  const { sequence, sha256: previous } = remembered ?? there
  if (sequence > there.sequence) {
    const told = { seen: sequence, newest: there.sequence }
    warn(say().backup.rolledBack(told), [say().backup.goesOnHint])
  } else if (previous !== there.sha256) {
    warn(say().backup.rewritten({ sequence }), [say().backup.goesOnHint])
  }
  return { link: { series: id, sequence: sequence + 1, previous }, newest }
}

/** The newest link that can be read; what stands behind it and cannot is told, and left to a person. */
async function findNewest(series: OpenedSeries, warn: ListRequest['warn']): Promise<Link | undefined> {
  const { links } = await listLinks(series.folder)
  for (const named of links.toReversed()) {
    try {
      return await readLink(series, named)
    } catch (error) {
      if (!(error instanceof DatadeedError) || error.code === 'INTERNAL' || error.code === 'IO_READ')
        throw error
      warn(say().backup.passedOver({ name: named.name, why: error.message }), error.hints)
    }
  }
  return undefined
}
