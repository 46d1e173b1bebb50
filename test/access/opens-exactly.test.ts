import fc from 'fast-check'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { wrapForReaders } from '../../src/crypto/index.ts'
import { buildKeyPayload, type Grant, openCompartmentKeys, openVerifiedDeed } from '../../src/deed/index.ts'
import { assertCanOpen, type OpenedKey } from '../../src/identity/index.ts'
import { codeOf } from '../deed/open-deed.ts'
import { party } from '../hostile/make-deed.ts'
import { COMPARTMENTS, HeldDeeds } from './held-deeds.ts'

const READERS = ['buyer', 'finance', 'lawyer'] as const

const desk = new HeldDeeds()
const keys = new Map<string, OpenedKey>()
let deed: string

beforeAll(async () => {
  deed = await desk.seal('a.deed', { seller: 'holds' })
  for (const name of ['seller', ...READERS]) keys.set(name, (await party(name)).key)
})
afterAll(() => desk[Symbol.dispose]())

const keyOf = (name: string): OpenedKey => {
  const key = keys.get(name)
  if (key === undefined) throw new Error(`no key of ${name}`)
  return key
}

/** These compartments for these readers. */
interface Wrapping {
  readonly readers: readonly string[]
  readonly compartments: readonly string[]
}

const wrapping: fc.Arbitrary<Wrapping> = fc.record({
  readers: fc.subarray([...READERS], { minLength: 1 }),
  compartments: fc.subarray([...COMPARTMENTS], { minLength: 1 }),
})

it('opens for every reader exactly the compartments that some grant names them for', async () => {
  const from = keyOf('seller').card
  const secrets = await secretsOf()
  const wrap = async ({ readers, compartments }: Wrapping, serial: number): Promise<Grant> => ({
    paperId: '0'.repeat(32),
    serial,
    created: '2026-03-04T05:06:07Z',
    issuer: { name: from.name, fingerprint: from.fingerprint },
    compartments: await Promise.all(
      compartments.map(async (name) => ({
        name,
        readers: readers.map((reader) => ({ name: reader, fingerprint: keyOf(reader).card.fingerprint })),
        ageFile: await wrapForReaders(
          secrets(name),
          readers.map((reader) => keyOf(reader).card.open?.classic ?? ''),
          'classic',
        ),
      })),
    ),
  })
  await fc.assert(
    fc.asyncProperty(fc.array(wrapping, { maxLength: 4 }), async (wrappings) => {
      const grants = await Promise.all(wrappings.map((each, number) => wrap(each, number + 1)))
      await using verified = await openVerifiedDeed(deed, { from, grants: () => ({ grants, shares: [] }) })
      for (const reader of READERS) {
        const mine = wrappings.filter(({ readers }) => readers.includes(reader))
        const expected = COMPARTMENTS.filter((name) => mine.some((each) => each.compartments.includes(name)))
        const { fingerprint } = keyOf(reader).card
        const open = () => openCompartmentKeys(verified, assertCanOpen(keyOf(reader)), fingerprint)
        if (expected.length === 0) {
          expect(await codeOf(open)).toBe(reader === 'buyer' ? 'NO_KEY' : 'WRONG_RECIPIENT')
          continue
        }
        const { opened, closed } = await open()
        expect(Array.from(opened.keys(), (number) => COMPARTMENTS[number]).sort()).toEqual(
          [...expected].sort(),
        )
        expect(closed).toEqual(COMPARTMENTS.filter((name) => !expected.includes(name)))
      }
    }),
    { numRuns: 25 },
  )
})

/** The payload of a compartment's age file, by name. */
async function secretsOf(): Promise<(name: string) => Uint8Array> {
  const { card, ...seller } = keyOf('seller')
  await using verified = await openVerifiedDeed(deed, { from: card })
  const { opened } = await openCompartmentKeys(verified, assertCanOpen({ card, ...seller }), card.fingerprint)
  const { deedId, compartments } = verified.manifest
  return (name) => {
    const found = opened.get(compartments.findIndex((each) => each.name === name))
    if (found === undefined) throw new Error(`the seller does not open ${name}`)
    return buildKeyPayload({ deedId, compartment: name, ...found })
  }
}
