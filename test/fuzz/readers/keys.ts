import { deepStrictEqual } from 'node:assert'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { assertSignatures } from '../../../src/deed/index.ts'
import { assertCardSigns, encodeCard, openKeyFile, parseCard } from '../../../src/identity/index.ts'
import { SIGNATURES } from '../../../src/limits.ts'
import { JSON_TOKENS } from '../json-tokens.ts'
import { Broken, CANARY, type Target } from '../target.ts'
import { scratchFile } from './scratch-file.ts'
import type { SmallPapers } from './small-papers.ts'

const fixture = (name: string): Buffer =>
  readFileSync(join(import.meta.dirname, '../../../fixtures/deeds', name))

export const cardTarget: Target = {
  name: 'card',
  seeds: [fixture('seller.card'), fixture('buyer.card'), withContact(fixture('buyer.card'))],
  tokens: [...JSON_TOKENS, 'age1pq1', 'datadeed/card/v2', 'datadeed/key/v1'],
  json: true,
  codes: ['DAMAGED', 'UNSUPPORTED', 'LIMIT', 'USAGE', 'SIGNATURE'],
  read(input) {
    const card = parseCard(input, 'the card')
    deepStrictEqual(parseCard(Buffer.from(encodeCard(card)), 'the card'), card)
    if (/[\p{Cc}\p{Cf}]/u.test([card.name, card.legalName, card.contact].join('')))
      throw new Broken('a name that moves the cursor')
  },
}

function withContact(card: Uint8Array): Uint8Array {
  return Buffer.from(
    JSON.stringify({ ...JSON.parse(card.toString()), legalName: CANARY, contact: '电话 020' }),
  )
}

/** Unlocked key files; of locked ones, what can be said without the passphrase. */
export function keyFileTarget(): Target {
  const file = scratchFile('fuzz.key')
  const seeds = [fixture('seller.key'), fixture('buyer.key')]
  return {
    name: 'key-file',
    seeds: [...seeds, Buffer.from('-----BEGIN AGE ENCRYPTED FILE-----\n')],
    tokens: [...JSON_TOKENS, 'age-encryption.org/v1\n', 'AGE-SECRET-KEY-1', 'age1', '# ', 'datadeed/card/v1'],
    json: true,
    codes: ['DAMAGED', 'UNSUPPORTED', 'LIMIT', 'USAGE'],
    secrets: seeds.flatMap((seed) => seed.toString().match(/[A-Za-z0-9+/=-]{40,}/g) ?? []),
    async read(input) {
      const { key } = await openKeyFile(file.write(input))
      if (key.role !== key.card.role || key.name !== key.card.name) throw new Broken('a key of another card')
    },
  }
}

/** Accepts an envelope only if both genuine signatures are in it. */
export function signaturesTarget({ deed, entry }: SmallPapers): Target {
  const statement = entry('access.json')
  const seed = entry('access.signatures.json')
  const keys = assertCardSigns(deed.seller.card)
  const genuine = signaturesIn(seed)
  return {
    name: 'signatures',
    seeds: [seed],
    tokens: [...JSON_TOKENS, '"alg":"ed25519"', '"sig":', '"keyid":""', 'ml-dsa-65'],
    json: true,
    codes: ['SIGNATURE', 'DAMAGED', 'LIMIT'],
    read(input) {
      assertSignatures(statement, { bytes: input, name: 'access.signatures.json' }, keys)
      const found = signaturesIn(input)
      if (!genuine.every((signature) => found.includes(signature)))
        throw new Broken('accepts what nobody signed')
      if (found.length > SIGNATURES) throw new Broken('more signatures than are read')
    },
  }
}

function signaturesIn(envelope: Uint8Array): string[] {
  const { signatures } = JSON.parse(Buffer.from(envelope).toString())
  return signatures.map(({ sig }: { sig: string }) => Buffer.from(sig, 'base64').toString('hex'))
}
