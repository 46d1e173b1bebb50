import { describe, expect, it } from 'vitest'
import { readChangedBytes, readChangedJson } from './properties.ts'
import { READERS } from './readers/index.ts'

describe('an envelope of signatures that somebody changed', () => {
  it('is taken only if both genuine signatures are in it', async () => {
    const outcomes = await readChangedJson(await READERS.signatures!(), { seed: 191, numRuns: 800 })
    expect([...outcomes.keys()].sort()).toEqual(['DAMAGED', 'LIMIT', 'SIGNATURE', 'accepted'])
  })

  it('is refused by a code whatever its bytes are', async () => {
    const outcomes = await readChangedBytes(await READERS.signatures!(), { seed: 192, numRuns: 500 })
    expect(outcomes.get('DAMAGED')).toBeGreaterThan(100)
  })
})
