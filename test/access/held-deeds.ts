import { readFileSync } from 'node:fs'
import {
  type GrantRequest,
  grantAccess,
  type PassShareRequest,
  passShare,
  readGrants,
} from '../../src/access/index.ts'
import { DSSE_PAYLOAD_TYPE, signDsse } from '../../src/crypto/index.ts'
import { openCompartmentKeys, openVerifiedDeed } from '../../src/deed/index.ts'
import { DatadeedError } from '../../src/errors.ts'
import {
  assertCanOpen,
  assertCanSign,
  type Card,
  cardToJson,
  type OpenedKey,
} from '../../src/identity/index.ts'
import type { SealRequest } from '../../src/seal/index.ts'
import { Folder, NOW, party, policy, seal } from '../hostile/make-deed.ts'

// biome-ignore lint/suspicious/noExplicitAny: tests write what no type allows
type Json = any

export const COMPARTMENTS = ['identity', 'contact', 'financial'] as const

const POLICY = policy(
  'drift: names',
  'columns:',
  '  members:',
  '    id: {type: member-no, compartment: identity}',
  '    phone: {type: mobile, compartment: contact}',
  '    balance: {type: amount, compartment: financial}',
)

export async function cards(...names: readonly string[]): Promise<Card[]> {
  return Promise.all(names.map(async (name) => (await party(name)).card))
}

/** Deeds of three compartments, what is granted of them, and what that opens; in a folder that is gone at the end. */
export class HeldDeeds extends Folder {
  #files = 0

  async seal(name: string, access: SealRequest['access'], more: Partial<SealRequest> = {}): Promise<string> {
    const path = this.write('members.csv', 'id,phone,balance\nM1,13800138000,12.30\n')
    await seal(this.at(name), [{ path }], { policy: POLICY, access, ...more })
    return this.at(name)
  }

  /** A grant as `by` makes it. */
  async grant(
    deed: string,
    by: string,
    to: readonly string[],
    more: Partial<GrantRequest> = {},
  ): Promise<Uint8Array> {
    const request = await this.#request(deed, by)
    const made = { ...request, to: await cards(...to), compartments: 'all', grants: [], ...more } as const
    await grantAccess(made)
    return readFileSync(made.output)
  }

  async pass(
    deed: string,
    by: string,
    to: string,
    more: Partial<PassShareRequest> = {},
  ): Promise<Uint8Array> {
    const request = await this.#request(deed, by)
    await passShare({ ...request, to: (await party(to)).card, ...more })
    return readFileSync(request.output)
  }

  async #request(deed: string, by: string) {
    const [from, { key }] = [(await party('seller')).card, await party(by)]
    this.#files += 1
    return { deed, from, key, output: this.at(`${this.#files}.grant`), dryRun: false, now: NOW }
  }
}

/** Names of the compartments that `who` opens of a deed with these papers. */
export async function opens(
  deed: string,
  who: string,
  papers: readonly Uint8Array[] = [],
): Promise<string[]> {
  const [from, { key }] = [(await party('seller')).card, await party(who)]
  const { fingerprint } = key.card
  const files = papers.map((bytes, number) => ({ name: `${number}.grant`, bytes }))
  const options = { from, reader: { fingerprint }, grants: readGrants(files, from) }
  await using verified = await openVerifiedDeed(deed, options)
  const { opened } = await openCompartmentKeys(verified, assertCanOpen(key), fingerprint)
  return verified.manifest.compartments.flatMap(({ name }, number) => (opened.has(number) ? [name] : []))
}

/** `opens` where a key opens all of a deed by its own access statement; else the code of what keeps it out. */
export async function opensWith(deed: string, key: OpenedKey, from: Card): Promise<string> {
  const { fingerprint } = key.card
  try {
    await using verified = await openVerifiedDeed(deed, { from, reader: { fingerprint } })
    const { closed } = await openCompartmentKeys(verified, assertCanOpen(key), fingerprint)
    return closed.length === 0 ? 'opens' : 'NOT_OPENED'
  } catch (error) {
    if (error instanceof DatadeedError) return error.code
    throw error
  }
}

export function statementOf(paper: Uint8Array): Json {
  const { payload } = JSON.parse(Buffer.from(paper).toString())
  return JSON.parse(Buffer.from(payload, 'base64').toString())
}

/** The paper with another content, signed by a party as if it were right. */
export async function resigned(
  paper: Uint8Array,
  by: string,
  edit: (statement: Json) => unknown = () => undefined,
): Promise<Uint8Array> {
  const { key } = await party(by)
  const { name, fingerprint } = key.card
  const statement = statementOf(paper)
  statement.predicate.issuer = { name, fingerprint }
  await edit(statement)
  const payload = Buffer.from(JSON.stringify(statement))
  const envelope = {
    payloadType: DSSE_PAYLOAD_TYPE,
    payload: payload.toString('base64'),
    signatures: signDsse(DSSE_PAYLOAD_TYPE, payload, assertCanSign(key), fingerprint),
    card: cardToJson(key.card),
  }
  return Buffer.from(JSON.stringify(envelope))
}

/** The envelope with a change that no signature covers. */
export function enveloped(paper: Uint8Array, edit: (envelope: Json) => unknown): Uint8Array {
  const envelope = JSON.parse(Buffer.from(paper).toString())
  edit(envelope)
  return Buffer.from(JSON.stringify(envelope))
}
