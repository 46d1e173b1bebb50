import { describe, expect, it } from 'vitest'
import { readChangedBytes, readChangedJson } from './properties.ts'
import { READERS } from './readers/index.ts'

describe('an access statement that somebody changed', () => {
  it('reads the same when it is written again, or is refused by a code and without its content', async () => {
    const outcomes = await readChangedJson(await READERS.access!(), { seed: 111, numRuns: 1000 })
    expect([...outcomes.keys()].sort()).toEqual(['DAMAGED', 'LIMIT', 'UNSUPPORTED', 'accepted'])
  })

  it('is refused by a code whatever its bytes are', async () => {
    const outcomes = await readChangedBytes(await READERS.access!(), { seed: 112, numRuns: 800 })
    expect(outcomes.get('DAMAGED')).toBeGreaterThan(500)
  })
})

describe('a statement of other readers that somebody changed', () => {
  it('gives keys to nobody whom it does not name, or is refused by a code', async () => {
    const target = await READERS.rotation!()
    const outcomes = await readChangedJson(target, { seed: 115, numRuns: 800 })
    expect([...outcomes.keys()].sort()).toEqual(['DAMAGED', 'LIMIT', 'UNSUPPORTED', 'accepted'])
    await readChangedBytes(target, { seed: 116, numRuns: 400 })
  })
})

describe('the keys of a compartment that somebody changed', () => {
  it('are taken only if they are the keys that the manifest commits to', async () => {
    const target = await READERS['key-payload']!()
    const outcomes = await readChangedJson(target, { seed: 113, numRuns: 1500 })
    expect([...outcomes.keys()].sort()).toEqual(['DAMAGED', 'LIMIT', 'accepted'])
    await readChangedBytes(target, { seed: 114, numRuns: 800 })
  })
})
