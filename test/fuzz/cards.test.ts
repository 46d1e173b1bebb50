import { describe, expect, it } from 'vitest'
import { readChangedBytes, readChangedJson } from './properties.ts'
import { READERS } from './readers/index.ts'

describe('a card that somebody changed', () => {
  it('reads the same when it is written again, or is refused by a code and without its content', async () => {
    const outcomes = await readChangedJson(await READERS.card!(), { seed: 181, numRuns: 700 })
    for (const outcome of ['accepted', 'DAMAGED', 'LIMIT', 'UNSUPPORTED'] as const) {
      expect(outcomes.get(outcome)).toBeGreaterThan(0)
    }
    await readChangedBytes(await READERS.card!(), { seed: 182, numRuns: 400 })
  })
})

describe('a key file that somebody changed', () => {
  it('is refused by a code, and no sentence shows a key', async () => {
    const outcomes = await readChangedJson(await READERS['key-file']!(), { seed: 183, numRuns: 250 })
    for (const outcome of ['accepted', 'DAMAGED', 'USAGE'] as const) {
      expect(outcomes.get(outcome)).toBeGreaterThan(0)
    }
    await readChangedBytes(await READERS['key-file']!(), { seed: 184, numRuns: 150 })
  })
})
