import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { SmallDeed } from '../../fixtures/deeds/small-deed.ts'
import { type OpenedKey, openKeyFile } from '../../src/identity/index.ts'
import { buildKey } from '../../src/identity/key-file.ts'
import { AGE_VECTORS, type AgeVector } from '../crypto/age-vectors.ts'
import { type Entry, editAccess } from '../deed/edit-deed.ts'
import { keyPayload, putAgeFile, wrapClassic } from '../deed/edit-keys.ts'
import { codeOf } from '../deed/open-deed.ts'
import { useSpecimen } from './buyers-way.ts'

/**
 * Each third, and one of each kind, as the keys of a deed, all with DATADEED_TEST_LONG: the reader of age files is given
 * all of them elsewhere.
 */
const EVERY = process.env.DATADEED_TEST_LONG === undefined ? 3 : 1
const isTried = ({ expect: expected }: AgeVector, at: number): boolean =>
  at % EVERY === 0 || AGE_VECTORS.findIndex((other) => other.expect === expected) === at

const specimens = { classic: useSpecimen('classic'), hybrid: useSpecimen('hybrid') }

/** The one reader of `contact`, whose identity may be one of the vectors'. */
async function readerWith({ advisor }: SmallDeed, identity: string): Promise<OpenedKey> {
  if (advisor.open === undefined) throw new Error('the fixture advisor opens')
  const suite = suiteOf(identity)
  const open = identity === '' ? advisor.open : { ...advisor.open, [suite]: identity }
  return buildKey({ name: 'reader', role: 'open', created: '2026-01-02T03:04:05Z', open })
}

const suiteOf = (identity: string) => (identity.startsWith('AGE-SECRET-KEY-PQ-') ? 'hybrid' : 'classic')

function assignedTo(entries: readonly Entry[], { seller }: SmallDeed, { card }: OpenedKey): Entry[] {
  return editAccess(entries, seller, ({ predicate }) => {
    predicate.compartments[1].readers = [{ name: 'reader', fingerprint: card.fingerprint }]
  })
}

/** What came of the vectors, by what the vectors say must come of them. */
class Outcomes {
  readonly #seen = new Map<string, Set<number | string>>()

  add(expected: string, outcome: number | string): void {
    this.#seen.set(expected, (this.#seen.get(expected) ?? new Set()).add(outcome))
  }

  all(): Record<string, (number | string)[]> {
    return Object.fromEntries(
      Array.from(this.#seen, ([expected, seen]) => [expected, Array.from(seen).sort()]),
    )
  }
}

describe('F03 the public age vectors, on the way of the product,', () => {
  it('are each refused as the keys of a deed: whatever they hold, it is none', async () => {
    const outcomes = new Outcomes()
    for (const { file, identities, expect: expected } of AGE_VECTORS.filter(isTried)) {
      const identity = identities[0] ?? ''
      const { deed, entries, endOfZip } = specimens[suiteOf(identity)]()
      const key = await readerWith(deed, identity)
      const laid = putAgeFile(entries, deed, { compartment: 'contact', bytes: file })
      outcomes.add(expected, await endOfZip(assignedTo(laid, deed, key), { key, acts: ['verify'] }))
    }
    expect(AGE_VECTORS).toHaveLength(143)
    expect(outcomes.all()).toEqual({
      // Over 1 MiB: 4. A stanza of a kind that has no place in a deed: 5, whoever it is for.
      success: [4, 5],
      'no match': [5, 7],
      'header failure': [5],
      'payload failure': [5],
      'armor failure': [5],
      'HMAC failure': [5],
    })
  })

  it('are each refused as a key file: whatever a passphrase opens, it is none', async () => {
    const outcomes = new Outcomes()
    const path = join(specimens.classic().folder, 'vector.key')
    for (const { file, passphrases, armored, expect: expected } of AGE_VECTORS) {
      if (passphrases.length === 0 && !armored) continue
      writeFileSync(path, file, { mode: 0o600 })
      const ask = async () => passphrases[0] ?? 'password'
      outcomes.add(expected, await codeOf(() => openKeyFile(path, { kind: 'prompt', ask })))
    }
    expect(outcomes.all()).toEqual({
      success: ['NO_KEY', 'USAGE'],
      'no match': ['NO_KEY'],
      'header failure': ['DAMAGED', 'LIMIT'],
      'payload failure': ['LIMIT'],
      'armor failure': ['DAMAGED', 'USAGE'],
    })
  })

  it('are taken where one of their identities is given true keys', async () => {
    const { deed, entries, endOfZip } = specimens.classic()
    const identity = AGE_VECTORS.find(({ name }) => name === 'x25519')?.identities[0] ?? ''
    const key = await readerWith(deed, identity)
    expect(key.open?.classic).toBe(identity)
    const bytes = await wrapClassic(keyPayload(deed, 'contact'), [key])
    const laid = putAgeFile(entries, deed, { compartment: 'contact', bytes })
    expect(await endOfZip(assignedTo(laid, deed, key), { key, acts: ['verify'] })).toBe(0)
  })
})
