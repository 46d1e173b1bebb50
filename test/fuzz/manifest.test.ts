import { beforeAll, describe, expect, it } from 'vitest'
import { readChangedBytes, readChangedJson } from './properties.ts'
import { READERS } from './readers/index.ts'
import type { Target } from './target.ts'

describe('a manifest that somebody changed', () => {
  let target: Target
  beforeAll(async () => {
    target = await READERS.manifest!()
  })

  it('reads the same when it is written again, or is refused by a code and without its content', async () => {
    const outcomes = await readChangedJson(target, { seed: 101, numRuns: 600 })
    expect([...outcomes.keys()].sort()).toEqual(['DAMAGED', 'LIMIT', 'UNSUPPORTED', 'accepted'])
  })

  it('is no matter what its bytes are', async () => {
    const outcomes = await readChangedBytes(target, { seed: 102, numRuns: 600 })
    expect(outcomes.get('DAMAGED')).toBeGreaterThan(300)
  })
})
