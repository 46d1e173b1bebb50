import { isRemote, openMirror, rotateSeries } from '../../backup/index.ts'
import { DatadeedError } from '../../errors.ts'
import {
  assertCanOpen,
  assertCanSign,
  assertCardOpens,
  type Card,
  listTrustedCards,
} from '../../identity/index.ts'
import { listSuccessions } from '../../keys/index.ts'
import { cardsAs } from '../../ledger/index.ts'
import { say } from '../../messages/index.ts'
import { printable } from '../../messages/printable.ts'
import { buildRotationFacts, renderRotation } from '../../report/index.ts'
import { findCard, findConfirmedCards } from '../cards.ts'
import { warnOfOddClock } from '../clock.ts'
import type { Command } from '../command.ts'
import { assertKeysInUse } from '../key-dates.ts'
import { openKey } from '../keys.ts'
import { readKeyAges } from '../read-policy.ts'
import { openKnownSeries, readBackupPolicy, seriesFolder, seriesLabel } from '../series.ts'
import type { Session } from '../session.ts'
import type { Values } from '../values.ts'

/** Changes who can open the deeds of a series. */
export const backupRotate: Command = {
  async run(values, session) {
    warnOfOddClock(session)
    const [to, drop] = [values.list('to'), values.list('drop')]
    if (to.length + drop.length === 0) throw new DatadeedError('USAGE', say().rotate.nothingAsked)
    const folder = seriesFolder(values, await readBackupPolicy(values))
    const dryRun = values.on('dry-run')
    const change = { to: await findComing(values, session), dropped: await findGoing(values, session) }
    assertApart(change)
    const keyPath = values.text('key') ?? ''
    const key = await openKey(keyPath, values, session)
    assertCanSign(key)
    assertCanOpen(key)
    const limits = await readKeyAges(values)
    const signer = { key, path: keyPath }
    await assertKeysInUse({ signer, ofOldDeed: true, readers: change.to, limits }, session)
    if (!dryRun) session.recorder.about({ file: seriesLabel(folder), cards: cardsAs('own', [key.card]) })
    await using mirror = await openMirror(folder, { signal: session.signal })
    const series = await openKnownSeries(mirror, values, session)
    const cards = await listTrustedCards(session.home)
    const successions = [...(await listSuccessions(session.home)).values()]
    const trusted = new Map(cards.map((card) => [card.fingerprint, card]))
    const { home, now, signal, warn, recorder } = session
    const rotation = await rotateSeries({
      ...{ series, change, key, trusted, successions, dryRun },
      ...{ home, now, signal, warn, recorder },
    })
    const failure = rotation.faults[0]?.error
    return {
      text: renderRotation(rotation, dryRun),
      document: buildRotationFacts(rotation, dryRun),
      ...(failure === undefined ? nextOf(folder, values, session) : { failure }),
    }
  },
}

/** --confirm is for who comes: nothing is ever wrapped for who goes. */
async function findComing(values: Values, session: Session): Promise<Card[]> {
  const cards = await findConfirmedCards(values.list('to'), values.list('confirm'), session)
  for (const card of cards) assertCardOpens(card)
  return cards
}

async function findGoing(values: Values, session: Session): Promise<Card[]> {
  const cards: Card[] = []
  for (const word of values.list('drop')) cards.push(await findCard(word, session))
  return cards
}

/** A census reads folders of this computer. */
function nextOf(folder: string, values: Values, session: Session): { readonly next?: string } {
  const [card] = values.list('drop')
  if (card === undefined || isRemote(folder) || values.on('dry-run')) return {}
  return { next: say().rotate.next({ folder: session.word(folder), card: session.word(card) }) }
}

function assertApart({
  to,
  dropped,
}: {
  readonly to: readonly Card[]
  readonly dropped: readonly Card[]
}): void {
  const both = to.find(({ fingerprint }) => dropped.some((card) => card.fingerprint === fingerprint))
  if (both === undefined) return
  throw new DatadeedError('USAGE', say().rotate.both({ name: printable(both.name) }))
}
