import { describe, expect, it } from 'vitest'
import { readChangedBytes } from './properties.ts'
import { kernelTarget } from './readers/kernel.ts'

describe('the kernel on exports that somebody changed', () => {
  it('cuts, joins, scans and transcodes as the reference does, or leaves it to that', async () => {
    const outcomes = await readChangedBytes(kernelTarget, { seed: 161, numRuns: 1200 })
    expect([...outcomes.keys()]).toEqual(['accepted'])
  })
})
