import { describe, expect, it } from 'vitest'
import { readChangedBytes } from './properties.ts'
import { READERS } from './readers/index.ts'

describe('an export of JSON that somebody changed', () => {
  it('comes back as the objects that the platform reads, or is refused by a code', async () => {
    const outcomes = await readChangedBytes(await READERS['json-export']!(), { seed: 171, numRuns: 450 })
    for (const outcome of ['accepted', 'ENCODING', 'SYNTAX', 'SHAPE', 'FORMAT', 'EMPTY', 'VALUE'] as const) {
      expect([outcome, outcomes.get(outcome) ?? 0]).not.toEqual([outcome, 0])
    }
  })
})
