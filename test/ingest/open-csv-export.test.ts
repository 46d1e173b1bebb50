import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import {
  assertSampleAgrees,
  type CsvDialect,
  type CsvOptions,
  type EncodingCandidate,
  headerFields,
  joinHeader,
  looksLikeValue,
  openCsvExport,
} from '../../src/ingest/index.ts'
import { COLUMNS, NAME_BYTES } from '../../src/limits.ts'
import { readTable } from './read-table.ts'

let folder = ''
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'datadeed-'))
})
afterAll(() => rm(folder, { recursive: true }))

async function open(content: string | Uint8Array, options: CsvOptions = {}) {
  const path = join(folder, 'export.csv')
  await writeFile(path, content)
  return openCsvExport(path, options)
}

/** id,name with a GBK name in the only row: no header word tells what it is. */
const WITHOUT_WORDS = Buffer.from('id,name\n1,\xd5\xc5\xc8\xfd\n', 'latin1')

describe('the encoding', () => {
  it('is asked for when the header words do not tell, each candidate with its header line', async () => {
    const asked: EncodingCandidate[] = []
    await using source = await open(WITHOUT_WORDS, {
      ask: async (candidates) => {
        asked.push(...candidates)
        return 'gb18030'
      },
    })
    expect(source).toMatchObject({ encodingBy: 'asked', dialect: { encoding: 'gb18030' } })
    expect(asked).toContainEqual({ encoding: 'gb18030', headerLine: 'id,name' })
    expect(asked.length).toBeGreaterThan(1)
  })

  it('is never guessed: without an answer the candidates are named', async () => {
    await expect(open(WITHOUT_WORDS)).rejects.toMatchObject({
      code: 'ENCODING',
      message: expect.stringMatching(/line 2.*gb18030 or big5/),
      hints: expect.arrayContaining([expect.stringContaining('--encoding gb18030')]),
    })
    await expect(open(WITHOUT_WORDS, { ask: async () => undefined })).rejects.toMatchObject({
      code: 'ENCODING',
    })
  })

  it('is taken from a person first', async () => {
    await using source = await open(WITHOUT_WORDS, { encoding: 'gb18030' })
    expect(source.encodingBy).toBe('flag')
    await using wide = await open(Buffer.from('id,v\n1,2\n', 'utf16le'), { encoding: 'utf-16le' })
    expect(wide).toMatchObject({ bom: false, dialect: { encoding: 'utf-16le', columns: 2 } })
  })

  it('of a file with one bad byte far behind its start is still found wrong', async () => {
    const content = Buffer.concat([
      Buffer.from(`姓名,v\n${'a,1\n'.repeat(60_000)}`),
      Buffer.from([0xff, 0x0a]),
    ])
    await expect(open(content, { readBytes: 4096 })).rejects.toMatchObject({
      code: 'ENCODING',
      message: expect.stringContaining('line 60002'),
    })
  })

  for (const [encoding, name] of [
    ['utf-8', Buffer.from('姓名')],
    ['gb18030', Buffer.from([0xd0, 0xd5, 0xc3, 0xfb])],
  ] as const) {
    it(`is told by enough of ${encoding} at the start; a bad byte far behind is refused when it is cut`, async () => {
      const row = Buffer.concat([name, Buffer.from(',1\n')])
      const rows = Array.from({ length: 60_000 }, () => row)
      const content = Buffer.concat([name, Buffer.from(',v\n'), ...rows, Buffer.from([0xff, 0x0a])])
      await using source = await open(content)
      expect(source.dialect.encoding).toBe(encoding)
      await expect(readTable(source, { sliceBytes: 65_536, sliceRows: 100_000 })).rejects.toMatchObject({
        code: 'ENCODING',
        message: expect.stringContaining('line 60002'),
      })
    })
  }
})

describe('the delimiter', () => {
  const cases: readonly (readonly [string, CsvDialect['delimiter']])[] = [
    ['a;b\n1,5;2\n', ';'],
    ['a\tb\n1,5\t2;3\n', '\t'],
    ['a|b\n1|2\n', '|'],
    ['a,b\n"1;2","3;4"\n', ','],
    ['v\n1\n', ','],
    ['v\na;b\nc\nd\n', ','],
  ]
  for (const [content, delimiter] of cases) {
    it(`is found in ${JSON.stringify(content)}`, async () => {
      await using source = await open(content)
      expect(source.dialect.delimiter).toBe(delimiter)
    })
  }

  it('is taken from a person first', async () => {
    await using source = await open('a,b;c\n1,2;3\n', { delimiter: ';' })
    expect(source.columns.map(({ name }) => name)).toEqual(['a,b', 'c'])
  })

  it('of a sep= line must not contradict the flag', async () => {
    await expect(open('sep=;\na;b\n', { delimiter: ',' })).rejects.toMatchObject({ code: 'FORMAT' })
    await using source = await open('sep=;\na;b\n', { delimiter: ';' })
    expect(source.separatorLine).toBe(true)
  })
})

describe('the header', () => {
  it('may have names like values when a person says so', async () => {
    await expect(open('id,13800000000\n1,2\n')).rejects.toMatchObject({ code: 'SHAPE' })
    await using source = await open('id,13800000000\n1,2\n', { header: true })
    expect(source.columns[1]?.name).toBe('13800000000')
  })

  it('is no value if it is a short number, a year, a month or a word', () => {
    const names = ['1', '2024', '2024-01', '202401', 'Q1', 'id', '手机号', 'e-mail', 'a@b', '3个月', '1st']
    expect(names.filter(looksLikeValue)).toEqual([])
    const values = [
      '13800000000',
      '+86 138-0000-0000',
      '11010119900307123X',
      'a@b.cn',
      '2024-01-31',
      '2024年1月31日',
    ]
    expect(values.filter((value) => !looksLikeValue(value))).toEqual([])
    expect(looksLikeValue('12.50')).toBe(true)
    expect(looksLikeValue(`${'1-'.repeat(50_000)}x`)).toBe(false)
  })

  it('has names of NAME_BYTES, not one byte more, and COLUMNS columns, not one more', async () => {
    await using long = await open(`${'n'.repeat(NAME_BYTES)},b\n`)
    expect(long.columns).toHaveLength(2)
    await expect(open(`${'n'.repeat(NAME_BYTES + 1)},b\n`)).rejects.toMatchObject({ code: 'LIMIT' })
    const names = Array.from({ length: COLUMNS + 1 }, (_, at) => `c${at}`)
    await using wide = await open(`${names.slice(1).join(',')}\n`)
    expect(wide.columns).toHaveLength(COLUMNS)
    await expect(open(`${names.join(',')}\n`)).rejects.toMatchObject({ code: 'LIMIT' })
  })

  it('must end within what the manifest can carry', async () => {
    await expect(open(`a,b${'x'.repeat(5 << 20)}\n1,2\n`)).rejects.toMatchObject({ code: 'LIMIT' })
  })

  it('keeps each name as the export wrote it when some columns are chosen', async () => {
    await using source = await open('\ufeffsep=;\r\n\r\n"id";name ;"a;""b"""\r\n1;2;3\r\n')
    const { preamble, dialect } = source
    expect(headerFields(preamble, dialect).map(String)).toEqual(['"id"', 'name ', '"a;""b"""'].map(asBytes))
    expect(text(joinHeader(preamble, dialect, [2, 0]))).toBe('\ufeffsep=;\r\n\r\n"a;""b""";"id"\r\n')
    expect(text(joinHeader(preamble, dialect, [1], 'row'))).toBe('\ufeffsep=;\r\n\r\nrow;name \r\n')
    expect(joinHeader(preamble, dialect, [0, 1, 2])).toEqual(Buffer.from(preamble))
    await using wide = await open(Buffer.from('\ufeffid\tv\n1\t2\n', 'utf16le'))
    expect(Buffer.from(joinHeader(wide.preamble, wide.dialect, [1], 'row')).toString('utf16le')).toBe(
      '\ufeffrow\tv\n',
    )
    await using none = await open('1,2\n', { header: false })
    expect(joinHeader(none.preamble, none.dialect, [1], 'row')).toHaveLength(0)
  })
})

describe('the sample', () => {
  it('is read alike by the slicer and csv-parse', async () => {
    const dialect: CsvDialect = { encoding: 'utf-8', delimiter: ',', lineEnd: '\n', columns: 2 }
    expect(() => assertSampleAgrees(Buffer.from('1,"a\n"\n\n2,\n'), dialect)).not.toThrow()
    expect(() => assertSampleAgrees(Buffer.from('1,2,3\n'), dialect)).toThrow('ragged')
  })

  it('tells a fault in the first rows when the export is opened', async () => {
    await expect(open('a,b\n1,2\n3\n')).rejects.toMatchObject({ code: 'SHAPE' })
  })
})

function text(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString()
}

function asBytes(name: string): string {
  return String(new Uint8Array(Buffer.from(name)))
}
