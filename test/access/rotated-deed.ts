import { cpSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { planRotation, rotateAccess } from '../../src/access/index.ts'
import { openVerifiedDeed } from '../../src/deed/index.ts'
import { NOW, party } from '../hostile/make-deed.ts'
import { cards } from './held-deeds.ts'

export const ROTATED = 'access.rotated.json'

/** The statement by which other readers open a deed, as `by` makes it; the readers that stay are all trusted. */
export async function rotation(
  path: string,
  by: string,
  { to = [], drop = [] }: { readonly to?: readonly string[]; readonly drop?: readonly string[] },
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
  const request = { key, from, to: change.to, trusted, now: NOW, ledgerHead: null }
  return (await rotateAccess(deed, plan, request)).bytes
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
