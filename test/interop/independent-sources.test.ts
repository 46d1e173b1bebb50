import { writeFileSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect } from 'vitest'
import { type SmallDeed, writeSmallDeed } from '../../fixtures/deeds/small-deed.ts'
import { SMALL_TABLES } from '../../fixtures/deeds/small-tables.ts'
import { frameLength, writeFrame } from '../../src/deed/frame.ts'
import { buildZstdFrame } from '../../src/deed/zstd-frame.ts'
import { DatadeedError } from '../../src/errors.ts'
import { encodeCard } from '../../src/identity/index.ts'
import { restoreDeed } from '../../src/restore/index.ts'
import { ROW_LAYOUT, type Segment } from '../../src/table.ts'
import {
  commitTo,
  commitToOrders,
  editPlaintext,
  ORDERS,
  plaintextOf,
  readBlocks,
} from '../deed/edit-blocks.ts'
import { type Entry, packZip, readEntries } from '../deed/edit-deed.ts'
import { Folder } from '../hostile/make-deed.ts'
import { itNeedsPython, readByPython } from './python-reader.ts'

const cells = (column: number, text: string): Segment => ({ column, kind: 'cells', bytes: Buffer.from(text) })
const source = (column: number, gap: number, code: number, text = ''): Segment => ({
  column,
  kind: 'source',
  bytes: Buffer.concat([Buffer.of(gap, code), Buffer.from(text)]),
})
const [NAMES, AMOUNTS] = [cells(0, 'A-1\nA-2\n'), cells(1, '10.00\n"8.50"\n')]

/** What a seller's own `source` segments may say, and what readers end with. */
const FIELDS: Readonly<Record<string, readonly [exit: number, segments: readonly Segment[]]>> = {
  'the bytes of the field': [0, [NAMES, source(0, 0, 4, 'A-1'), AMOUNTS]],
  'a field without needless quotes': [0, [NAMES, AMOUNTS, source(1, 1, 5, '8.50')]],
  'another text': [5, [NAMES, source(0, 0, 4, 'B-9'), AMOUNTS]],
  'a field more': [5, [NAMES, source(0, 0, 6, 'A-1,x'), AMOUNTS]],
  'a row more': [5, [NAMES, source(0, 0, 10, 'A-1,0\nB-1'), AMOUNTS]],
  'no field at all': [5, [NAMES, source(0, 0, 1), AMOUNTS]],
  'bytes of no encoding': [5, [NAMES, { ...source(0, 0, 2), bytes: Buffer.of(0, 2, 0xff) }, AMOUNTS]],
}

/** The row layout of the last two rows of `会员`, which its first compartment carries. */
const LAYOUTS: Readonly<Record<string, readonly [exit: number, layout: Segment]>> = {
  'no line end behind the last row': [0, source(ROW_LAYOUT, 2, 0)],
  'a blank line between two rows': [0, source(ROW_LAYOUT, 1, 4, '\r\n\r\n')],
  'nothing between two rows': [5, source(ROW_LAYOUT, 1, 0)],
}

/** The number of the compartment that carries it, with columns 0 and 1. */
const CONTACT = 1

let folder: Folder
let deed: SmallDeed
let entries: Entry[]
beforeAll(async () => {
  folder = new Folder()
  deed = await writeSmallDeed(folder.at('small.deed'), { form: 'file', suite: 'classic' })
  entries = await readEntries(folder.at('small.deed'))
  writeFileSync(folder.at('buyer.txt'), `${deed.buyer.open?.classic}\n`)
  for (const { name, card } of [deed.seller, deed.buyer])
    writeFileSync(folder.at(`${name}.card`), encodeCard(card))
})
afterAll(() => folder?.[Symbol.dispose]())

/** A block's plaintext of these segments. */
function plaintext(rows: number, segments: readonly Segment[]): Uint8Array {
  const plain = Buffer.alloc(frameLength(segments))
  writeFrame(rows, segments, plain)
  return plaintextOf(buildZstdFrame(plain), plain.length)
}

/** The small deed with other segments of `orders`, sealed and signed by its own seller. */
function withFields(segments: readonly Segment[]): Buffer {
  const edited = editPlaintext(entries, deed, ORDERS, () => plaintext(2, segments))
  return Buffer.from(packZip(commitToOrders(edited, deed, segments)))
}

/** The same with another layout in the last slice of `会员`. */
function withLayout(layout: Segment): Buffer {
  const blocks = readBlocks(entries, 0).flatMap(({ record }, number) => {
    if (record.compartment !== CONTACT) return []
    const { segments = [], rows = 0 } = SMALL_TABLES[0]?.slices[record.slice] ?? {}
    const own = segments.filter(({ column, kind }) => column < 2 && kind === 'cells')
    return [{ at: { table: 0, number }, rows, segments: record.slice === 1 ? [...own, layout] : own }]
  })
  const last = blocks.at(-1)
  if (last === undefined) throw new Error('no block with a layout')
  const edited = editPlaintext(entries, deed, last.at, () => plaintext(last.rows, last.segments))
  return Buffer.from(packZip(commitTo(edited, deed, blocks)))
}

async function exitOfRestore(path: string, output: string): Promise<number> {
  try {
    await restoreDeed({ deed: path, from: deed.seller.card, key: deed.buyer, output, format: 'csv' })
    return 0
  } catch (error) {
    if (error instanceof DatadeedError) return error.exitCode
    throw error
  }
}

describe('the own bytes and line ends that a deed keeps of an export', () => {
  itNeedsPython('are taken or refused alike by datadeed and by the independent reader', async (python) => {
    const fields = Object.entries(FIELDS).map(([name, [exit, segments]]) => ({
      name,
      exit,
      bytes: withFields(segments),
    }))
    const layouts = Object.entries(LAYOUTS).map(([name, [exit, layout]]) => ({
      name,
      exit,
      bytes: withLayout(layout),
    }))
    const cases = [...fields, ...layouts].map((each, number) => ({
      ...each,
      path: folder.write(`${number}.deed`, each.bytes),
    }))
    const words = ['--from', folder.at('seller.card'), '--as', folder.at('buyer.card')]
    const jobs = cases.map(({ path }) => [path, ...words, '--identity', folder.at('buyer.txt')])
    const byPython = readByPython(python, jobs)
    for (const [number, { name, exit, path }] of cases.entries()) {
      expect([name, await exitOfRestore(path, folder.at(`out-${number}`))]).toEqual([name, exit])
      expect([name, byPython[number]?.exit]).toEqual([name, exit])
    }
  })
})
