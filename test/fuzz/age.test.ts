import { describe, expect, it } from 'vitest'
import { readChangedBytes } from './properties.ts'
import { READERS } from './readers/index.ts'

describe('an age file that somebody changed', () => {
  it.each([
    ['age-classic', 300],
    ['age-hybrid', 60],
    ['passphrase', 300],
  ])('opens to its own payload or is refused by a code (%s)', async (reader, numRuns) => {
    const outcomes = await readChangedBytes(await READERS[reader]!(), { seed: 201, numRuns })
    expect(outcomes.get('DAMAGED')).toBeGreaterThan(numRuns / 2)
  })
})
