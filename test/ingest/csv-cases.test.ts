import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { bytesOf, CASES, type CaseOptions, expectedJson } from '../../fixtures/csv/generate.ts'
import { DatadeedError } from '../../src/errors.ts'
import { type CsvOptions, DELIMITERS, findEncoding, openCsvExport } from '../../src/ingest/index.ts'
import { readTable } from './read-table.ts'

const folder = join(import.meta.dirname, '../../fixtures/csv')

function optionsOf({ encoding = '', delimiter, header }: CaseOptions = {}): CsvOptions {
  return {
    encoding: findEncoding(encoding),
    delimiter: DELIMITERS.find((each) => each === delimiter),
    header,
  }
}

describe('the CSV cases', () => {
  it('are what their script makes', async () => {
    for (const each of CASES) {
      expect((await readFile(join(folder, `${each.name}.csv`))).equals(bytesOf(each)), each.name).toBe(true)
    }
    expect(await readFile(join(folder, 'expected.json'), 'utf8')).toBe(expectedJson())
    const files = (await readdir(folder)).filter((file) => file.endsWith('.csv'))
    expect(files).toHaveLength(CASES.length)
  })

  for (const each of CASES.filter(({ error }) => error === undefined)) {
    it(`accepts ${each.name}: ${each.why}`, async () => {
      await using source = await openCsvExport(join(folder, `${each.name}.csv`), optionsOf(each.options))
      expect(source.columns.map(({ name }) => name)).toEqual(each.header)
      const { rows, bytes } = await readTable(source, { sliceBytes: 8, sliceRows: 1000 })
      expect(rows).toEqual(each.rows)
      expect(Buffer.concat([source.preamble, bytes]).equals(bytesOf(each))).toBe(true)
      expect({ ...source.dialect, encodingBy: source.encodingBy }).toMatchObject(each.dialect ?? {})
    })
  }

  for (const each of CASES.filter(({ error }) => error !== undefined)) {
    it(`refuses ${each.name}: ${each.why}`, async () => {
      const error = await refusal(join(folder, `${each.name}.csv`), optionsOf(each.options))
      expect(error.code).toBe(each.error)
      expect(error.hints.length).toBeGreaterThan(0)
      if (each.line !== undefined) expect(error.message).toMatch(new RegExp(`line ${each.line}\\b`))
      if (each.says !== undefined) expect(error.message).toContain(`is ${each.says}`)
    })
  }
})

describe('cases too large to keep as files', () => {
  let temporary = ''
  beforeAll(async () => {
    temporary = await mkdtemp(join(tmpdir(), 'datadeed-'))
  })
  afterAll(() => rm(temporary, { recursive: true }))

  const large: readonly (readonly [string, string])[] = [
    [
      'A51 a field of one MiB with 65,536 line ends',
      `id,blob\n1,"${'0123456789abcde\n'.repeat(65_536)}"\n2,after\n`,
    ],
    ['A52 50,000 doubled quotes', `id,v\n1,"${'""'.repeat(50_000)}"\n`],
    ['A53 near misses of patterns', `id,mail,phone\n1,${'a'.repeat(50_000)}@,+${'1-'.repeat(20_000)}\n`],
    [
      'A54 5,000 columns',
      `${Array.from({ length: 5000 }, (_, at) => `c${at}`).join(',')}\n${','.repeat(4999)}\n`,
    ],
    ['A08 cells over every border of a read', `id,v\n${'1,"中\r\n""文😀"\r\n'.repeat(20_000)}`],
  ]
  for (const [name, text] of large) {
    it(`accepts ${name}`, async () => {
      const path = join(temporary, 'large.csv')
      await writeFile(path, text)
      for (const readBytes of [4096, 65_537]) {
        await using source = await openCsvExport(path, { readBytes })
        const { bytes } = await readTable(source, { sliceBytes: 50_000, sliceRows: 1000, readBytes })
        expect(Buffer.concat([source.preamble, bytes]).equals(Buffer.from(text))).toBe(true)
      }
    })
  }
})

async function refusal(path: string, options: CsvOptions): Promise<DatadeedError> {
  try {
    await using source = await openCsvExport(path, options)
    await readTable(source, { sliceBytes: 1 << 20, sliceRows: 1000 })
  } catch (error) {
    if (error instanceof DatadeedError) return error
    throw error
  }
  throw new Error('it was accepted')
}
