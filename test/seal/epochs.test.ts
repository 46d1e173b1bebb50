import { describe, expect, it } from 'vitest'
import { EPOCHS } from '../../src/limits.ts'
import { EpochClock, sliceBounds } from '../../src/seal/epochs.ts'
import { inspectDeed } from '../../src/verify/index.ts'
import { codeOf, reviewed, seal, useFolder } from '../hostile/make-deed.ts'

describe('the clock of epochs', () => {
  it('turns before a data key would serve too many rows, and after too many bytes', () => {
    const clock = new EpochClock({ rows: 10, bytes: 1000 })
    const slices = [
      [4, 10],
      [6, 10],
      [1, 10],
      [0, 990],
      [0, 1],
      [10, 999],
      [0, 5000],
      [0, 1],
    ] as const
    expect(slices.map(([rows, bytes]) => clock.epochOf(rows, bytes))).toEqual([0, 0, 1, 1, 2, 2, 3, 4])
  })

  it('stops at the first epoch that no deed may have', async () => {
    const clock = new EpochClock({ rows: 1, bytes: 1000 })
    for (let epoch = 0; epoch < EPOCHS; epoch++) expect(clock.epochOf(1, 2)).toBe(epoch)
    expect(await codeOf(async () => clock.epochOf(1, 2))).toBe('LIMIT')
  })

  it('cuts slices so that no epoch passes its bounds', () => {
    expect(sliceBounds({ rows: 7, bytes: 2048 })).toEqual({ sliceRows: 7, sliceBytes: 2048 })
    expect(sliceBounds({ rows: 7, bytes: 2 ** 30 }).sliceBytes).toBe(4 * 1024 * 1024)
  })
})

describe('the epochs of a deed', () => {
  const folder = useFolder()

  it('run on through its tables, with a key of their own in every compartment', async () => {
    const exports = [
      { path: folder().write('t.csv', 'id\n1\n2\n3\n') },
      { path: folder().write('u.csv', 'id\n4\n') },
    ]
    const policy = reviewed({ t: ['id'], u: ['id'] }, 'epochs: {rows: 2}')
    const report = await seal(folder().at('a.deed'), exports, { policy, readback: true })
    expect(report.tables.map(({ slices }) => slices)).toEqual([2, 1])
    const { manifest } = await inspectDeed(folder().at('a.deed'))
    const [compartment] = manifest.compartments
    expect(compartment?.epochs.map(({ epoch }) => epoch)).toEqual([0, 1])
    expect(new Set(compartment?.epochs.map(({ key }) => key)).size).toBe(2)
  })
})
