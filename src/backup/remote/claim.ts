import { setTimeout as wait } from 'node:timers/promises'
import { DatadeedError } from '../../errors.ts'
import { say } from '../../messages/index.ts'
import { printable } from '../../messages/printable.ts'
import { isLinkName, numberOf } from '../series/links.ts'
import { hostId } from '../series/memory.ts'
import type { OpenedSeries } from '../series/series.ts'
import { claimName, findClaim } from './claim-name.ts'
import { Remote } from './rclone.ts'
import type { RemoteName } from './rclone-lists.ts'

/** After so long a claim of another host is taken to be of a run that is no more: no upload of one link takes a day. */
const STALE_MS = 24 * 60 * 60 * 1000
/** How often, and after how long each time, it is looked whether another writer has withdrawn. */
const LOOKS = 10
const LOOK_MS = 1000
/** How long a run that was stopped still tries to take its claim away. */
const WITHDRAW_MS = 5000

interface ClaimRequest {
  readonly home: string
  readonly warn: (sentence: string, hints?: readonly string[]) => void
  /** What of this number may be there: what an earlier run of this host has sent a part of. */
  readonly begun?: string
}

/**
 * Takes a number of a series on a remote for this host until it is disposed of. Storages create nothing exclusively, but a
 * listing shows what was written before it: whoever finds no claim beside its own is alone, since another writer would
 * find this one.
 * @throws DatadeedError LOCKED where another host has the number or takes it; IO_READ, IO_WRITE
 */
export async function claimNumber(
  { remote, paper }: OpenedSeries,
  sequence: number,
  { home, warn, begun }: ClaimRequest,
): Promise<AsyncDisposable> {
  await using stack = new AsyncDisposableStack()
  if (remote === undefined) return stack.move()
  const own = { sequence, host: await hostId(home, paper.series) }
  const name = claimName(own)
  await remote.putClaim(name)
  stack.defer(() => withdraw(remote, name).catch(() => warn(say().claims.stays({ name }))))
  for (let looks = 1; ; looks += 1) {
    const there = await remote.listNames()
    assertNoLink(there, { sequence, allowed: begun, place: remote.place })
    const rivals = findRivals(there, own)
    const stale = rivals.filter(({ ageMs }) => ageMs > STALE_MS)
    for (const rival of stale) {
      warn(say().claims.takenOver({ name: rival.name, hours: Math.floor(rival.ageMs / 3_600_000) }))
      await remote.removeFile(rival.name)
    }
    const live = rivals.filter((rival) => !stale.includes(rival))
    const [first] = live
    if (first === undefined) return stack.move()
    // Of two that see each other the one with the lower id waits for the other to withdraw; who is alone never sees a rival.
    const yields = live.some(({ host }) => host < own.host) || looks === LOOKS
    if (yields) throw claimedByOther(remote.place, first.name)
    await wait(LOOK_MS, undefined, { signal: remote.signal })
  }
}

/** A run that was stopped does it as well: else no other host could go on before a day has passed. */
function withdraw(remote: Remote, name: string): Promise<void> {
  const stopped = remote.signal?.aborted === true
  const from = stopped ? new Remote(remote.place, AbortSignal.timeout(WITHDRAW_MS)) : remote
  return from.removeFile(name)
}

/** That no link of this number is there but one of this name. @throws DatadeedError LOCKED */
export function assertNoLink(
  there: readonly RemoteName[],
  {
    sequence,
    allowed,
    place,
  }: { readonly sequence: number; readonly allowed?: string | undefined; readonly place: string },
): void {
  const other = there.find(({ name }) => isLinkName(name) && numberOf(name) === sequence && name !== allowed)
  if (other === undefined) return
  const sentence = say().claims.taken({ place: printable(place), name: other.name })
  throw new DatadeedError('LOCKED', sentence, { hints: [say().claims.takenHint] })
}

/** Claims of other hosts to the same number, with how much older they are than the own one by the storage's time. */
function findRivals(there: readonly RemoteName[], own: { readonly sequence: number; readonly host: string }) {
  const claims = there.flatMap(({ name, modified }) => {
    const claim = findClaim(name)
    return claim?.sequence === own.sequence ? [{ name, host: claim.host, modified }] : []
  })
  const mine = claims.find(({ host }) => host === own.host)?.modified ?? Number.NaN
  return claims
    .filter(({ host }) => host !== own.host)
    .map(({ name, host, modified }) => ({ name, host, ageMs: mine - modified }))
}

function claimedByOther(place: string, name: string): DatadeedError {
  const told = { place: printable(place), name }
  return new DatadeedError('LOCKED', say().claims.claimed(told), { hints: [say().claims.claimedHint(told)] })
}
