import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { DatadeedError } from '../errors.ts'
import { assertNotCompromised, type Card, type OpenedKey } from '../identity/index.ts'
import {
  type AgeLimits,
  dayOf,
  judgeAge,
  listSuccessions,
  readLife,
  readSuccessionFile,
  type Successions,
} from '../keys/index.ts'
import { say } from '../messages/index.ts'
import { printable } from '../messages/printable.ts'
import type { Session } from './session.ts'

type KeySession = Pick<Session, 'home' | 'now' | 'warn'>

/** Which keys a command is about to use for something new. */
interface KeyUses {
  /** It signs. */
  readonly signer?: { readonly key: OpenedKey; readonly path: string }
  /** Where it signs about a deed that is there already, which no other key can: its dates are told, and hold up nothing. */
  readonly ofOldDeed?: boolean
  /** Something is sealed to them. */
  readonly readers?: readonly Card[]
  /** Of the policy; absent: the usual ones. */
  readonly limits?: AgeLimits | undefined
}

/**
 * Warns of keys that are old, and of cards that have a successor.
 * @throws DatadeedError UNTRUSTED for one that is marked as compromised; RULE for a key over its limit, before its first day, or that only opens by now
 */
export async function assertKeysInUse(uses: KeyUses, session: KeySession): Promise<void> {
  const { signer, ofOldDeed = false, readers = [], limits } = uses
  await assertNotCompromised(session.home, [...(signer === undefined ? [] : [signer.key.card]), ...readers])
  const known = await listSuccessions(session.home)
  const told = new Set<string>()
  const warn: KeySession['warn'] = (sentence, hints) => {
    if (!told.has(sentence)) session.warn(sentence, hints)
    told.add(sentence)
  }
  const judge = (card: Card, use: keyof AgeLimits, successions: Successions, tolerant: boolean): void => {
    const refusal = findRefusal(card, use, { successions, now: session.now, limits })
    if (refusal === undefined) tellAge(card, use, { successions, now: session.now, warn, limits })
    else if (tolerant) warn(refusal.message)
    else throw refusal
  }
  if (signer !== undefined) judge(signer.key.card, 'signing', await withMark(known, signer), ofOldDeed)
  for (const card of new Map(readers.map((each) => [each.fingerprint, each])).values())
    judge(card, 'reader', known, false)
}

interface At {
  readonly successions: Successions
  readonly now: Date
  readonly limits: AgeLimits | undefined
}

function findRefusal(card: Card, use: keyof AgeLimits, at: At): DatadeedError | undefined {
  const { state, created, activeFrom, decryptOnlyFrom, followedBy } = readLife(card, at.successions, at.now)
  const name = printable(card.name)
  const words = say().keys
  const refuse = (sentence: string, hint: string) => new DatadeedError('RULE', sentence, { hints: [hint] })
  if (state === 'pre-active' && activeFrom !== null)
    return refuse(words.notYetActive({ name, date: dayOf(activeFrom) }), words.notYetActiveHint)
  if (state !== 'active' && decryptOnlyFrom !== null) {
    const successor = printable(followedBy?.name ?? '')
    const told = { name, date: dayOf(decryptOnlyFrom), successor }
    return refuse(words.onlyOpensSince(told), words.useSuccessorHint({ successor }))
  }
  const { days, verdict, steps } = judgeAge(created, use, at)
  if (verdict !== 'refuse') return undefined
  const told = { name, use: words.uses[use], days, most: steps.refuse, date: dayOf(created) }
  return refuse(words.tooOld(told), words.rotateHints[use])
}

function tellAge(
  card: Card,
  use: keyof AgeLimits,
  { successions, now, limits, warn }: At & Pick<KeySession, 'warn'>,
): void {
  const life = readLife(card, successions, now)
  const name = printable(card.name)
  const words = say().keys
  if (life.followedBy !== null && life.decryptOnlyFrom !== null) {
    const successor = printable(life.followedBy.name)
    warn(words.hasSuccessor({ name, successor, date: dayOf(life.decryptOnlyFrom) }), [
      words.useSuccessorHint({ successor }),
    ])
    return
  }
  const { days, verdict, steps } = judgeAge(life.created, use, { now, limits })
  if (verdict !== 'warn') return
  const told = { name, use: words.uses[use], days, most: steps.refuse, date: dayOf(life.created) }
  warn(words.gettingOld(told), [words.rotateHints[use]])
}

/** What lies beside a key file says of it what another installation of its owner's has done. */
async function withMark(
  known: Successions,
  { key, path }: { readonly key: OpenedKey; readonly path: string },
): Promise<Successions> {
  const beside = join(dirname(path), `${key.name}.succession`)
  if (known.has(key.card.fingerprint) || !existsSync(beside)) return known
  const mark = await readSuccessionFile(beside)
  if (mark.from.fingerprint !== key.card.fingerprint) return known
  return new Map([...known, [mark.from.fingerprint, mark]])
}
