import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { encodeIndex } from '../../src/deed/index.ts'
import { readAll, readChangedBytes } from './properties.ts'
import { indexTarget } from './readers/blocks.ts'

const border = (most: number) =>
  fc.oneof(fc.nat({ max: 3 }), fc.constantFrom(20, 100, 200, 300, 400, most, most - 1))
const record = fc.record({
  slice: border(0xffff_ffff),
  compartment: border(0xffff_ffff),
  epoch: border(0xffff_ffff),
  rows: border(0xffff_ffff),
  part: border(0xffff_ffff),
  offset: border(Number.MAX_SAFE_INTEGER),
  length: border(0xffff_ffff),
  sha256: fc.constant(Buffer.alloc(32)),
})

describe('an index that somebody changed', () => {
  it('is written again as it was, or is refused by a code', async () => {
    const outcomes = await readChangedBytes(indexTarget, { seed: 121, numRuns: 4000 })
    expect([...outcomes.keys()].sort()).toEqual(['DAMAGED', 'LIMIT', 'accepted'])
  })

  it('is refused by a code whatever numbers stand in it', async () => {
    const records = fc.array(record, { minLength: 6, maxLength: 6 }).map(encodeIndex)
    const outcomes = await readAll(indexTarget, records, { seed: 122, numRuns: 2000 })
    expect([...outcomes.keys()].sort()).toEqual(['DAMAGED', 'LIMIT'])
  })
})
