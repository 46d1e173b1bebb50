import { randomBytes } from 'node:crypto'
import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { planRanges } from '../../src/backup/remote/fetch-blocks.ts'
import { BlockIndex, encodeIndex } from '../../src/deed/index.ts'
import { findProgram, itWith } from '../interop/needs.ts'
import { Host } from './a-host.ts'

const itWithRclone = itWith(findProgram('rclone'), 'rclone is missing: apt install rclone')
const MIB = 1024 * 1024
/** Two slices of what cannot be compressed below half. */
const ROWS = 75_000

let host: Host
beforeAll(async () => {
  host = await Host.make()
  process.env.RCLONE_CONFIG_NEAR_TYPE = 'alias'
  process.env.RCLONE_CONFIG_NEAR_REMOTE = host.at('near')
})
afterAll(() => {
  delete process.env.RCLONE_CONFIG_NEAR_TYPE
  delete process.env.RCLONE_CONFIG_NEAR_REMOTE
  host[Symbol.dispose]()
})

const look = (...more: string[]) => host.json('backup', 'verify', '--series', 'rclone:near:', ...more)

function indexOf(lengths: readonly number[]): BlockIndex {
  let offset = 0
  const records = lengths.map((length, slice) => {
    const record = {
      slice,
      compartment: 0,
      epoch: 0,
      rows: 1,
      part: 0,
      offset,
      length,
      sha256: Buffer.alloc(32),
    }
    offset += length
    return record
  })
  return new BlockIndex(encodeIndex(records))
}

describe('verifying a part of a series on a remote', () => {
  itWithRclone(
    'fetches the chosen blocks and what is small, and finds what is wrong with them',
    async () => {
      const cells = randomBytes(ROWS * 48).toString('hex')
      const rows = Array.from({ length: ROWS }, (_, id) => `${id},${cells.slice(id * 96, id * 96 + 96)}\n`)
      host.write(`id,note\n${rows.join('')}`)
      await host.begin('near')
      expect((await host.backup('near')).exit).toBe(0)
      const whole = await look()
      const parts = []
      for (const part of [1, 2, 3]) parts.push(await look('--read-data-subset', `${part}/3`))
      expect(parts.map(({ exit }) => exit)).toEqual([0, 0, 0])
      const { all, bytes } = whole.document.blocks
      expect(parts.reduce((sum, { document }) => sum + document.blocks.read, 0)).toBe(all)
      for (const { document } of parts) {
        expect(document.fetched).toBeGreaterThan(document.blocks.bytes)
        expect(document.fetched).toBeLessThan(bytes * 0.75)
      }
      expect(whole.document.fetched).toBeGreaterThan(bytes)
      const folder = host.at('near', '000001.deed', 'data', '0')
      const path = join(folder, readdirSync(folder)[0] ?? '')
      const damaged = readFileSync(path)
      damaged.writeUInt8(damaged.readUInt8(damaged.length - 1) ^ 1, damaged.length - 1)
      writeFileSync(path, damaged)
      expect(statSync(path).size).toBeGreaterThan(MIB)
      const exits = []
      for (const part of [1, 2, 3]) exits.push((await look('--read-data-subset', `${part}/3`)).exit)
      expect(exits.sort()).toEqual([0, 0, 5])
    },
    120_000,
  )

  itWithRclone(
    'names what lies among the entries of a deed, and makes no path of it',
    async () => {
      writeFileSync(host.at('near', '000001.deed', 'data', 'x.blocks'), 'x')
      const { exit, document } = await look('--read-data-subset', '1/3')
      expect([exit, document.faults[0].code]).toEqual([13, 'PATH'])
    },
    120_000,
  )

  it('takes near blocks together, and makes no more calls than it may', () => {
    const chosen = (block: number) => block % 2 === 0
    const near = planRanges([indexOf([10, 20, 30, 40]), indexOf([5])], chosen)
    expect(near.ranges).toEqual([
      { entry: 'data/0/0.blocks', offset: 0, length: 60 },
      { entry: 'data/1/0.blocks', offset: 0, length: 5 },
    ])
    const apart = planRanges([indexOf([1, 2 * MIB, 1])], chosen)
    expect(apart).toMatchObject({ bytes: 2, all: 2 * MIB + 2 })
    const many = planRanges([indexOf(Array.from({ length: 400 }, () => 2 * MIB))], chosen)
    expect(many.ranges.length).toBeLessThanOrEqual(64)
    expect(planRanges([undefined, indexOf([7])], () => false).ranges).toEqual([])
  })
})
