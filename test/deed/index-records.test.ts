import { describe, expect, it } from 'vitest'
import { encodeIndex, type IndexRecord, parseIndex, type TableBlocks } from '../../src/deed/index.ts'
import { codeOf } from './open-deed.ts'

const GIB = 2 ** 30
const digest = Buffer.alloc(32, 7)

/** Two compartments (1 and 3), three slices of 10, 0 and 5 rows, blocks of 100 bytes, four in part 0 and two in part 1. */
const table: TableBlocks = {
  rows: 15,
  slices: 3,
  compartments: [1, 3],
  epochs: new Map([
    [1, new Set([0, 4])],
    [3, new Set([0, 4, 5])],
  ]),
  partSizes: [400, 200],
}

function records(): IndexRecord[] {
  const rows = [10, 0, 5]
  return Array.from({ length: 6 }, (_, number) => {
    const slice = Math.floor(number / 2)
    return {
      slice,
      compartment: number % 2 === 0 ? 1 : 3,
      epoch: slice === 2 ? 4 : 0,
      rows: rows[slice] ?? 0,
      part: number < 4 ? 0 : 1,
      offset: (number % 4) * 100,
      length: 100,
      sha256: digest,
    }
  })
}

const parse = (list: readonly IndexRecord[], changed: Partial<TableBlocks> = {}): Promise<string> =>
  codeOf(() => parseIndex(encodeIndex(list), { ...table, ...changed }, 'data/0.index'))

const edited = (number: number, edit: Partial<IndexRecord>): IndexRecord[] =>
  records().map((record, at) => (at === number ? { ...record, ...edit } : record))

describe('an index', () => {
  it('gives back its records', () => {
    const index = parseIndex(encodeIndex(records()), table, 'data/0.index')
    expect([...index]).toEqual(records())
  })

  it.each([
    ['another slice', 2, { slice: 2 }],
    ['another compartment', 2, { compartment: 3 }],
    ['an unlisted epoch', 5, { epoch: 6 }],
    ['an epoch of another compartment only', 4, { epoch: 5 }],
    ['a falling epoch', 0, { epoch: 4 }],
    ['rows that differ within a slice', 1, { rows: 9 }],
    ['a gap', 1, { offset: 101 }],
    ['an overlap', 1, { offset: 99 }],
    ['a block of nothing', 0, { length: 0 }],
    ['a block too short', 0, { length: 99 }],
    ['a block beyond its file', 3, { length: 101 }],
    ['a part too early', 3, { part: 1, offset: 0 }],
    ['a part left out', 4, { part: 2, offset: 0 }],
    ['a part that begins late', 4, { offset: 1 }],
  ] as const)('is refused with %s', async (_, number, edit) => {
    expect(await parse(edited(number, edit))).toBe('DAMAGED')
  })

  it('is refused unless it tiles the blocks files exactly', async () => {
    expect(await parse(records(), { partSizes: [400, 201] })).toBe('DAMAGED')
    expect(await parse(records(), { partSizes: [401, 200] })).toBe('DAMAGED')
    expect(await parse(records(), { partSizes: [400, 200, 100] })).toBe('DAMAGED')
    expect(await parse(records(), { partSizes: [400] })).toBe('DAMAGED')
    expect(await parse(records().slice(0, 5))).toBe('DAMAGED')
    expect(await parse([...records(), ...records().slice(5)])).toBe('DAMAGED')
    expect(await parse(records().toReversed())).toBe('DAMAGED')
  })

  it('is refused if its rows do not add up', async () => {
    expect(await parse(records(), { rows: 14 })).toBe('DAMAGED')
    expect(await parse(records(), { rows: 16 })).toBe('DAMAGED')
  })

  it('is refused with another head or a torn record', async () => {
    const bytes = encodeIndex(records())
    const code = (changed: Uint8Array): Promise<string> =>
      codeOf(() => parseIndex(changed, table, 'data/0.index'))
    expect(await code(bytes.subarray(0, -1))).toBe('DAMAGED')
    expect(await code(Buffer.concat([bytes, Buffer.alloc(1)]))).toBe('DAMAGED')
    expect(await code(Buffer.concat([Buffer.from('datadeed.index.2'), bytes.subarray(16)]))).toBe('DAMAGED')
  })

  it('of a table without rows is its head alone', async () => {
    const none = { rows: 0, slices: 0, partSizes: [] }
    expect(await parse([], none)).toBe('accepted')
    expect(await parse([], { ...none, rows: 1 })).toBe('DAMAGED')
    expect(await parse([], { ...none, partSizes: [0] })).toBe('DAMAGED')
  })

  it('lists blocks up to 64 MiB and 96 KiB, and files up to 1 GiB', async () => {
    const most = 64 * 1024 * 1024 + 96 * 1024
    const one = { rows: 1, slices: 1, compartments: [1] }
    const block = (length: number): IndexRecord => ({ ...(records()[0] as IndexRecord), rows: 1, length })
    expect(await parse([block(most)], { ...one, partSizes: [most] })).toBe('accepted')
    expect(await parse([block(most + 1)], { ...one, partSizes: [most + 1] })).toBe('LIMIT')
    const fill = (total: number): Promise<string> => {
      const list: IndexRecord[] = []
      for (let offset = 0; offset < total; offset += most) {
        list.push({ ...block(Math.min(most, total - offset)), slice: list.length, offset })
      }
      return parse(list, { rows: list.length, slices: list.length, compartments: [1], partSizes: [total] })
    }
    expect([await fill(GIB), await fill(GIB + 1)]).toEqual(['accepted', 'DAMAGED'])
  })
})
