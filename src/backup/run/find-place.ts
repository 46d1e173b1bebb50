import type { SeriesLink } from '../../deed/index.ts'
import { DatadeedError } from '../../errors.ts'
import type { Card } from '../../identity/index.ts'
import { say } from '../../messages/index.ts'
import { printable } from '../../messages/printable.ts'
import { cameBack, findReturning } from '../series/check-chain.ts'
import { type Link, listLinks, readLink } from '../series/links.ts'
import type { ListRequest } from '../series/list-series.ts'
import { readSeen } from '../series/memory.ts'
import type { Removals } from '../series/removals.ts'
import type { OpenedSeries } from '../series/series.ts'
import { placeOf } from '../series/signers.ts'

/** Where the next link stands. */
export interface NextPlace {
  readonly link: SeriesLink
  /** The newest deed, unless its content was pruned: what a mark would name. */
  readonly deed: Link['deed']
  /** Behind which link it stands, of those that are there. */
  readonly newest: Pick<Link, 'sequence' | 'created'> | undefined
}

/** A clock may be set right by so much. */
const CLOCK_MS = 5 * 60 * 1000

/** By what is signed under a wrong clock no age can be told, and no rule says whether it is kept. */
export function warnOfClock(
  { newest }: NextPlace,
  { now, warn }: { readonly now: Date } & Pick<ListRequest, 'warn'>,
): void {
  if (newest === undefined || Date.parse(newest.created) <= now.getTime() + CLOCK_MS) return
  warn(say().backup.signedAhead(newest), [say().backup.signedAheadHint])
}

/**
 * The place behind the newest link that this host has signed, or that it remembers to have: a series that was brought
 * back to an earlier state goes on behind what is gone, so that the gap shows and no number is given twice.
 * @throws DatadeedError IO_READ; UNTRUSTED where the series went on under a card that follows `own`
 */
export async function findNextPlace(
  series: OpenedSeries,
  { home, own, warn }: ListRequest & { readonly own: Card },
): Promise<NextPlace> {
  const { newest, deed } = await findNewest(series, warn)
  if (newest !== undefined) assertNoSuccessor(series, own, newest)
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
  return { link: { series: id, sequence: sequence + 1, previous }, deed, newest }
}

/**
 * The newest link that can be read and counts, and the deed that it or the newest before it tells of; what stands behind
 * it and does not is told, and left to a person.
 */
async function findNewest(
  series: OpenedSeries,
  warn: ListRequest['warn'],
): Promise<{ readonly newest: Link | undefined; readonly deed: Link['deed'] }> {
  const { signers } = series
  const pass = (name: string, error: DatadeedError): void =>
    warn(say().backup.passedOver({ name, why: error.message }), error.hints)
  const { links } = await listLinks(series.folder)
  const removals: Removals = new Map()
  const read: Link[] = []
  // Where the last signer has signed, whoever stands behind it is known to count or not; else that may lie far back.
  let settled = false
  for (const named of links.toReversed()) {
    try {
      const link = await readLink(series, named, removals)
      read.unshift(link)
      settled ||= placeOf(signers, link.signer) === signers.length - 1
      if (settled && link.deed !== null) break
    } catch (error) {
      if (!(error instanceof DatadeedError) || error.code === 'INTERNAL' || error.code === 'IO_READ')
        throw error
      pass(named.name, error)
    }
  }
  const returning = findReturning(read, signers)
  for (const link of returning) pass(link.name, cameBack(link))
  const counted = read.filter((link) => !returning.has(link))
  const deed = counted.findLast((link) => link.deed !== null)?.deed ?? null
  return { newest: counted.at(-1), deed: deed !== null && removals.has(deed.sequence) ? null : deed }
}

function assertNoSuccessor({ signers }: OpenedSeries, own: Card, { sequence, signer }: Link): void {
  if (placeOf(signers, signer) <= placeOf(signers, own)) return
  const told = { own: printable(own.name), signer: printable(signer.name), sequence }
  throw new DatadeedError('UNTRUSTED', say().signers.wentOn(told), {
    hints: [say().signers.wentOnHint({ signer: printable(signer.name) })],
  })
}
