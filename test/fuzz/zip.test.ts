import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Entry, packZip } from '../deed/edit-deed.ts'
import { readAll, readChangedBytes } from './properties.ts'
import { LITTLE_ENTRIES, zipTarget } from './readers/containers.ts'
import { READERS } from './readers/index.ts'

const names = fc.oneof(
  fc.constantFrom(...LITTLE_ENTRIES.map(({ name }) => name)),
  fc.constantFrom(
    '../x',
    '/x',
    'data/00/0.blocks',
    'data/4294967295.index',
    'data/9999999999/0.blocks',
    'keys/A.age',
    'keys/a.age',
    'MANIFEST.JSON',
    'manifest.json ',
    'con',
    'a\0b',
    '\x1b[2J',
    '',
    'x'.repeat(70),
  ),
)
/** Entries left out, doubled, out of their place, under other names. */
const entries: fc.Arbitrary<readonly Entry[]> = fc
  .tuple(
    fc.shuffledSubarray([...LITTLE_ENTRIES], { minLength: 0 }),
    fc.boolean(),
    fc.array(fc.tuple(fc.nat({ max: 8 }), names), { maxLength: 2 }),
  )
  .map(([some, whole, renamed]) => {
    const list = whole ? [...LITTLE_ENTRIES] : some
    for (const [at, name] of renamed) list.splice(at, 1, { name, bytes: Buffer.from('x') })
    return list
  })

describe('a ZIP that somebody changed', () => {
  it('packs again to the very bytes, or is refused by a code', async () => {
    const outcomes = await readChangedBytes(zipTarget(), { seed: 141, numRuns: 1000 })
    expect(outcomes.get('DAMAGED')).toBeGreaterThan(500)
  })

  it('is refused for entries that are missing, doubled, misplaced or misnamed', async () => {
    const outcomes = await readAll(zipTarget(), entries.map(packZip), { seed: 142, numRuns: 600 })
    expect([...outcomes.keys()].sort()).toEqual(['DAMAGED', 'PATH', 'accepted'])
  })

  it('is looked at without trust and without harm', async () => {
    const outcomes = await readChangedBytes(await READERS['unverified-deed']!(), { seed: 143, numRuns: 150 })
    expect(outcomes.get('DAMAGED')).toBeGreaterThan(60)
  })
})
