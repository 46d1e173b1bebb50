import { copyFileSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { bytesOf, CASES, type CsvCase } from '../../fixtures/csv/generate.ts'
import { DELIMITERS, findEncoding } from '../../src/ingest/index.ts'
import type { ExportRequest, SealRequest } from '../../src/seal/index.ts'
import { type Folder, policy, refusal, restore, seal, useFolder } from '../hostile/make-deed.ts'
import { randomCsv } from '../ingest/random-csv.ts'

const accepted = CASES.filter(({ error }) => error === undefined)
const refused = CASES.filter(({ error }) => error !== undefined)

describe('exports of every kind, sealed and restored', () => {
  const folder = useFolder()

  it.each<[string, Partial<SealRequest>]>([
    ['in one file, read back', { readback: true, suite: 'hybrid', workers: 2 }],
    ['as a folder', { form: 'folder' }],
    ['with a new data key every two rows', { policy: policy('epochs:', '  rows: 2') }],
  ])('are the same files again: %s', async (_, more) => {
    const exports = accepted.map((each) => exportOf(folder(), each))
    const report = await seal(folder().at('a.deed'), exports, more)
    expect(report.tables.map(({ rows }) => rows)).toEqual(accepted.map(({ rows }) => rows?.length))
    const restored = await restore(folder().at('a.deed'), folder().at('out'))
    expect(
      restored.tables.every(({ fidelity, missing }) => fidelity === 'byte-exact' && missing.length === 0),
    )
    expect(new Set(readdirSync(folder().at('out')))).toEqual(
      new Set(accepted.map(({ name }) => `${name}.csv`)),
    )
    for (const each of accepted) {
      const file = folder().at('out', `${each.name}.csv`)
      expect(readFileSync(file).equals(bytesOf(each)), each.name).toBe(true)
      if (process.platform !== 'win32') expect(statSync(file).mode & 0o777).toBe(0o600)
    }
  })

  it('are the same files again in many slices and every encoding', async () => {
    const tables = fc
      .sample(randomCsv, { numRuns: 60, seed: 7 })
      .filter(({ dialect, rows }) => !dialect.encoding.startsWith('utf-16') && rows.length > 0)
    const exports: ExportRequest[] = []
    const originals = tables.map(({ dialect, bytes }, index) => {
      const names = Array.from({ length: dialect.columns }, (_, column) => `name${column}`)
      const header = Buffer.from(names.join(dialect.delimiter) + dialect.lineEnd)
      const original = Buffer.concat([header, bytes])
      const path = folder().write(`t${index}.csv`, original)
      exports.push({ path, encoding: dialect.encoding, delimiter: dialect.delimiter })
      return original
    })
    await seal(folder().at('a.deed'), exports, { policy: policy('epochs:', '  rows: 3'), workers: 2 })
    await restore(folder().at('a.deed'), folder().at('out'), { workers: 2 })
    for (const [index, original] of originals.entries()) {
      expect(readFileSync(folder().at('out', `t${index}.csv`)).equals(original), `t${index}`).toBe(true)
    }
  })

  it('are the same files again where a slice is some MiB, or one value over and over', async () => {
    const long = Array.from({ length: 90_000 }, (_, row) => `${row},1380013${row},"${row}\r\n说 ""好"""\n`)
    const path = folder().write('long.csv', `id,mobile,note\n${long.join('')}`)
    const same = folder().write('same.csv', `id,v\n${'1,aaaaaaaaaaaaaaaaaaaaaaaaaaaaa\n'.repeat(150_000)}`)
    const report = await seal(folder().at('a.deed'), [{ path }, { path: same }], {
      readback: true,
      workers: 2,
    })
    expect(report.tables.map(({ rows }) => rows)).toEqual([90_000, 150_000])
    await restore(folder().at('a.deed'), folder().at('out'), { workers: 2 })
    expect(readFileSync(folder().at('out', 'long.csv')).equals(readFileSync(path))).toBe(true)
    expect(readFileSync(folder().at('out', 'same.csv')).equals(readFileSync(same))).toBe(true)
  })
})

describe('exports that are refused', () => {
  const folder = useFolder()

  for (const each of refused) {
    it(`leave nothing behind: ${each.name}`, async () => {
      const good = folder().write('good.csv', 'id,name\n1,a\n')
      const exports = [{ path: good }, exportOf(folder(), each)]
      const before = folder().snapshot()
      const error = await refusal(() => seal(folder().at('a.deed'), exports))
      expect(error.code).toBe(each.error)
      if (each.line !== undefined) expect(error.message).toMatch(new RegExp(`\\b${each.line}\\b`))
      expect(folder().snapshot()).toEqual(before)
    })
  }
})

function exportOf(folder: Folder, { name, options = {} }: CsvCase): ExportRequest {
  const path = folder.at(`${name}.csv`)
  copyFileSync(join(import.meta.dirname, '../../fixtures/csv', `${name}.csv`), path)
  const encoding = findEncoding(options.encoding ?? '')
  const delimiter = DELIMITERS.find((each) => each === options.delimiter)
  return {
    path,
    ...(encoding === undefined ? {} : { encoding }),
    ...(delimiter === undefined ? {} : { delimiter }),
    ...(options.header === undefined ? {} : { header: options.header }),
  }
}
