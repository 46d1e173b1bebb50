import { gzipSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { openJoinedCsv } from '../../src/ingest/csv/open-joined-csv.ts'
import { openExport, type TableSource } from '../../src/ingest/index.ts'
import { JOINED_FILES } from '../../src/limits.ts'
import { useFolder } from '../hostile/make-deed.ts'

const folder = useFolder()

function join(files: Readonly<Record<string, string | Uint8Array>>) {
  const paths = Object.entries(files).map(([name, content]) => folder().write(name, content))
  return openJoinedCsv({ paths, label: 'parts', name: 'orders' }, {})
}

async function rowsOf(table: TableSource, sliceRows = 1000): Promise<string> {
  const rows: string[] = []
  let last = false
  for await (const slice of table.slices({ sliceBytes: 4096, sliceRows })) {
    expect([slice.number, last]).toEqual([rows.length, false])
    last = slice.last
    rows.push(Buffer.from(slice.bytes).toString())
  }
  expect(last).toBe(true)
  return rows.join('')
}

describe('files of one shape', () => {
  it('are one table, one behind the other, each row ended', async () => {
    await using joined = await join({
      'a.csv': '\ufeffid,name\r\n1,a\r\n2,b',
      'b.csv': 'id,name\r\n',
      'c.csv': 'id,name\n3,"c\nc"\n',
      'd.csv': '"id","name"\r\n\r\n4,d',
    })
    const [table] = joined.tables
    expect(table).toMatchObject({ name: 'orders', path: 'parts', rereadable: true })
    expect(table?.description).toMatchObject({ kind: 'csv', files: 4, lineEnd: '\r\n' })
    for (const sliceRows of [1000, 1]) {
      expect(table && (await rowsOf(table, sliceRows))).toBe('1,a\r\n2,b\r\n3,"c\nc"\n\r\n4,d\r\n')
    }
  })

  it('say where each begins, so that a fault is told with its own file and line', async () => {
    await using joined = await join({ 'a.csv': 'id\n1\n', 'b.csv': '\nid\n2\n' })
    const begins = []
    for await (const slice of joined.tables[0]?.slices({ sliceBytes: 4096, sliceRows: 9 }) ?? [])
      begins.push(slice.begins)
    expect(begins).toEqual([
      { path: folder().at('a.csv'), linesBefore: 1 },
      { path: folder().at('b.csv'), linesBefore: 2 },
    ])
  })

  it('may be packed; where all are alike the manifest says so', async () => {
    const packed = gzipSync('id\n1\n')
    await using alike = await join({ 'a.csv.gz': packed, 'b.csv.gz': packed })
    expect(alike.tables[0]?.description).toMatchObject({ compression: 'gzip', files: 2 })
    await using mixed = await join({ 'a.csv.gz': packed, 'b.csv': 'id\n1\n' })
    expect(mixed.tables[0]?.description).not.toHaveProperty('compression')
  })

  it('are no more than one file if there is one', async () => {
    await using joined = await join({ 'a.csv': 'id\n1' })
    expect(joined.tables[0]).toMatchObject({ name: 'orders' })
    expect(joined.tables[0]?.description).not.toHaveProperty('files')
  })

  it.each([
    ['another number of columns', 'id,name\n1,a\n', 'id\n1\n'],
    ['another name', 'id,name\n1,a\n', 'id,Name\n1,a\n'],
    ['another order', 'id,name\n1,a\n', 'name,id\na,1\n'],
    ['another delimiter', 'id,name\n1,a\n', 'id;name\n1;a\n'],
    ['another encoding', 'id,name\n1,a\n', Buffer.from('\ufeffid,name\n1,a\n', 'utf16le')],
  ])('are refused with %s', async (_, first, second) => {
    await expect(join({ 'a.csv': first, 'b.csv': second })).rejects.toMatchObject({ code: 'SHAPE' })
  })

  it('are at most so many', async () => {
    const path = folder().write('a.csv', 'id\n1\n')
    const join_ = (count: number) =>
      openJoinedCsv({ paths: Array(count).fill(path), label: 'parts', name: 'orders' }, {})
    await using most = await join_(JOINED_FILES)
    expect(most.tables[0]?.description).toMatchObject({ files: JOINED_FILES })
    await expect(join_(JOINED_FILES + 1)).rejects.toMatchObject({ code: 'LIMIT' })
  })
})

describe('an export of which the rows are expected', () => {
  const read = async (expectRows: number): Promise<string> => {
    await using opened = await openExport(folder().write('a.csv', 'id\n1\n2\n3'), { expectRows })
    const [table] = opened.tables
    return table === undefined ? '' : await rowsOf(table)
  }

  it('gives its last slice only if it has them', async () => {
    expect(await read(3)).toBe('1\n2\n3')
    for (const rows of [2, 4]) await expect(read(rows)).rejects.toMatchObject({ code: 'VALUE' })
  })

  it('is refused before anything if its digest is another', async () => {
    const path = folder().write('a.csv', 'id\n1\n')
    await expect(openExport(path, { expectSha256: '0'.repeat(64) })).rejects.toMatchObject({ code: 'VALUE' })
  })
})

describe('files of JSON lines', () => {
  const rows = async (files: Readonly<Record<string, string>>): Promise<string> => {
    const paths = Object.entries(files).map(([name, content]) => folder().write(name, content))
    const joined = { paths, label: 'parts', name: 'orders' }
    await using opened = await openExport('parts', { joined })
    const [table] = opened.tables
    expect(table?.description).toMatchObject({ kind: 'jsonl', files: paths.length })
    return table === undefined ? '' : Buffer.from(table.preamble).toString() + (await rowsOf(table, 1))
  }

  it('are one table with the columns of all of them', async () => {
    const files = {
      'a.jsonl': '\ufeff{"id":1}\n{"id":2}',
      'b.ndjson': '\ufeff{"id":3,"name":"c"}',
      'c.jsonl': '',
    }
    expect(await rows(files)).toBe('id,name\n1,\n2,\n3,c\n')
  })

  it('tell a fault by its own file and line', async () => {
    const files = { 'a.jsonl': '{"id":1}\n{"id":2}', 'b.jsonl': '{"id":3}\n{"id":}\n' }
    await expect(rows(files)).rejects.toMatchObject({
      code: 'SYNTAX',
      message: expect.stringMatching(/b\.jsonl.* 2/),
    })
  })

  it('are not joined with files of another kind', async () => {
    await expect(rows({ 'a.jsonl': '{"id":1}', 'b.csv': 'id\n1\n' })).rejects.toMatchObject({
      code: 'FORMAT',
    })
  })
})
