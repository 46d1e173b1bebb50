import { describe, expect, it } from 'vitest'
import { readChangedBytes } from './properties.ts'
import { READERS } from './readers/index.ts'

describe('a workbook that somebody changed', () => {
  it('is read alike twice, or refused by a code', async () => {
    const outcomes = await readChangedBytes(await READERS.xlsx!(), { seed: 153, numRuns: 200 })
    expect(outcomes.get('FORMAT')).toBeGreaterThan(0)
  })

  it('in its sheet alone is read alike twice, or refused by a code', async () => {
    const outcomes = await readChangedBytes(await READERS['xlsx-sheet']!(), { seed: 154, numRuns: 300 })
    for (const outcome of ['accepted', 'SYNTAX', 'SHAPE'] as const) {
      expect(outcomes.get(outcome)).toBeGreaterThan(0)
    }
  })
})
