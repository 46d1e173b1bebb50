import type { SeriesLink } from '../deed/index.ts'
import { DatadeedError } from '../errors.ts'
import { say } from '../messages/index.ts'
import { type Link, listLinks, readLink } from './links.ts'
import type { ListRequest } from './list-series.ts'
import { readSeen } from './memory.ts'
import type { Removals } from './removals.ts'
import type { OpenedSeries } from './series.ts'

/** Where the next link stands. */
export interface NextPlace {
  readonly link: SeriesLink
  /** The newest deed, unless its content was pruned: what a mark would name. */
  readonly deed: Link['deed']
}

/**
 * The place behind the newest link that this host has signed, or that it remembers to have: a series that was brought
 * back to an earlier state goes on behind what is gone, so that the gap shows and no number is given twice.
 * @throws DatadeedError IO_READ
 */
export async function findNextPlace(series: OpenedSeries, { home, warn }: ListRequest): Promise<NextPlace> {
  const { newest, deed } = await findNewest(series, warn)
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
  return { link: { series: id, sequence: sequence + 1, previous }, deed }
}

/**
 * The newest link that can be read, and the deed that it or the newest before it tells of; what stands behind it and
 * cannot be read is told, and left to a person.
 */
async function findNewest(
  series: OpenedSeries,
  warn: ListRequest['warn'],
): Promise<{ readonly newest: Link | undefined; readonly deed: Link['deed'] }> {
  const { links } = await listLinks(series.folder)
  const removals: Removals = new Map()
  let newest: Link | undefined
  for (const named of links.toReversed()) {
    try {
      const link = await readLink(series, named, removals)
      newest ??= link
      if (link.deed === null) continue
      return { newest, deed: removals.has(link.deed.sequence) ? null : link.deed }
    } catch (error) {
      if (!(error instanceof DatadeedError) || error.code === 'INTERNAL' || error.code === 'IO_READ')
        throw error
      warn(say().backup.passedOver({ name: named.name, why: error.message }), error.hints)
    }
  }
  return { newest, deed: null }
}
