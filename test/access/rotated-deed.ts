import { cpSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import {
  type CardFollows,
  planRotation,
  type RotateAccessRequest,
  rotateAccess,
} from '../../src/access/index.ts'
import { openVerifiedDeed, SUCCESSION } from '../../src/deed/index.ts'
import { cardToJson } from '../../src/identity/index.ts'
import { signPaper } from '../../src/papers/index.ts'
import { NOW, party } from '../hostile/make-deed.ts'
import { cards } from './held-deeds.ts'

export const ROTATED = 'access.rotated.json'

/** The statement by which other readers open a deed, as `by` makes it; the readers that stay are all trusted. */
export async function rotation(
  path: string,
  by: string,
  {
    to = [],
    drop = [],
    successions = [],
  }: {
    readonly to?: readonly string[]
    readonly drop?: readonly string[]
    readonly successions?: RotateAccessRequest['successions']
  },
): Promise<Uint8Array> {
  const [from, { key }] = [(await party('seller')).card, await party(by)]
  const change = {
    to: await cards(...to),
    dropped: await cards(...drop),
  }
  const all = await cards('seller', 'buyer', 'finance', 'lawyer')
  const trusted = new Map(all.map((card) => [card.fingerprint, card]))
  await using deed = await openVerifiedDeed(path, { from })
  const plan = planRotation(deed, change)
  const request = { key, from, to: change.to, trusted, successions, now: NOW, ledgerHead: null }
  return (await rotateAccess(deed, plan, request)).bytes
}

/** A paper by which `to` follows `from`; `by` signs it in the place of `from` where it is forged. */
export async function succession(from: string, to: string, by = from): Promise<CardFollows> {
  const [before, after, signer] = [await party(from), await party(to), await party(by)]
  const at = '2026-03-04T00:00:00Z'
  const dates = {
    activeFrom: at,
    decryptOnlyFrom: '2026-05-01T00:00:00Z',
    retiredFrom: '2027-01-01T00:00:00Z',
  }
  const { name, fingerprint } = before.card
  const content = {
    ledgerHead: null,
    successor: cardToJson(after.card),
    issuer: { name, fingerprint },
    ...dates,
  }
  const bytes = signPaper(SUCCESSION, content, { key: signer.key, now: NOW, alsoBy: [after.key] })
  return { from: before.card, to: after.card, bytes }
}

/** A copy of a deed's folder with a statement put into it; its first age files are gone, or left as by a killed run. */
export function withRotation(
  path: string,
  copy: string,
  statement: Uint8Array,
  { keys = 'gone' }: { readonly keys?: 'gone' | 'left' } = {},
): string {
  rmSync(copy, { recursive: true, force: true })
  cpSync(path, copy, { recursive: true })
  writeFileSync(join(copy, ROTATED), statement)
  if (keys === 'gone') rmSync(join(copy, 'keys'), { recursive: true })
  return copy
}
