import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { JSON_CASES } from '../../../fixtures/json/cases.ts'
import { openExport, type TableSource } from '../../../src/ingest/index.ts'
import { readTyped } from './read-typed.ts'

let folder = ''
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'datadeed-json-'))
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

function write(name: string, content: string | Uint8Array): string {
  writeFileSync(join(folder, name), content)
  return join(folder, name)
}

async function refusal(
  path: string,
  options = {},
): Promise<{ code: string; message: string; hints: string[] }> {
  try {
    const opened = await openExport(path, options)
    await opened[Symbol.asyncDispose]()
  } catch (error) {
    return error as { code: string; message: string; hints: string[] }
  }
  throw new Error('it was taken')
}

async function opened<T>(path: string, look: (table: TableSource) => Promise<T>, options = {}): Promise<T> {
  await using source = await openExport(path, options)
  const [table] = source.tables
  if (table === undefined) throw new Error('no table')
  return await look(table)
}

describe('an export of JSON', () => {
  it.each(JSON_CASES.filter(({ code }) => code !== undefined))(
    'is refused with $code: $file',
    async ({ file, bytes, code, at }) => {
      const path = write(file, bytes)
      for (const readBytes of [1, 3, 16, undefined]) {
        if (readBytes !== undefined && bytes.length > 1000) continue
        const error = await refusal(path, { readBytes })
        expect(error).toMatchObject({ code })
        if (at !== undefined) expect(error.message).toContain(` line ${at[0]} (byte ${at[1]})`)
        expect(error.hints).not.toEqual([])
      }
    },
  )

  it.each(JSON_CASES.filter(({ code }) => code === undefined))(
    'is read the same whatever the size of a read and of a slice: $file',
    async ({ file, bytes }) => {
      const path = write(file, bytes)
      const whole = await opened(path, (table) => readTyped(table))
      for (const readBytes of [1, 2, 7]) {
        const read = (table: TableSource) => readTyped(table, { readBytes, sliceRows: 1 })
        expect(await opened(path, read, { readBytes })).toEqual(whole)
      }
    },
  )

  it('keeps the text of every number', async () => {
    const { bytes = Buffer.of() } = JSON_CASES.find(({ file }) => file === 'big-numbers.jsonl') ?? {}
    const rows = await opened(write('numbers.jsonl', bytes), (table) => readTyped(table))
    expect(rows.map((row) => row.map(({ kind, text }) => [kind, text]))).toEqual([
      [
        ['number', '9007199254740993'],
        ['number', '1e400'],
      ],
      [
        ['number', '12345678901234567890.123'],
        ['number', '-0'],
      ],
      [
        ['number', '1.0'],
        ['number', '1E+2'],
      ],
      [
        ['number', '0.1000'],
        ['number', '5e-324'],
      ],
    ])
  })

  it('has a column for every path, an object and a value under one name among them, and the commonest kind', async () => {
    const content =
      '{"a":{"b":1}}\n{"a":2}\n{"a":{"b":3}}\n{"a":{}}\n{"a":[ {"b":1}]}\n{"a":{"b":"x","c.d":null}}\n{"a":null}\n'
    await opened(write('paths.jsonl', content), async (table) => {
      expect(table.columns.map(({ name, kind }) => [name, kind])).toEqual([
        ['a.b', 'number'],
        ['a', 'json'],
        ['a.c\\.d', 'text'],
      ])
      const rows = await readTyped(table)
      expect(rows.map((row) => row.map(({ kind, text }) => text ?? kind))).toEqual([
        ['1', 'absent', 'absent'],
        ['absent', '2', 'absent'],
        ['3', 'absent', 'absent'],
        ['absent', '{}', 'absent'],
        ['absent', '[ {"b":1}]', 'absent'],
        ['x', 'absent', 'null'],
        ['absent', 'null', 'absent'],
      ])
    })
  })

  it('lets no name of a member mean anything to the language', async () => {
    const content = '{"__proto__":{"polluted":true},"constructor":{"prototype":{"polluted":1}}}\n'
    await opened(write('names.jsonl', content), async (table) => {
      expect(table.columns.map(({ name }) => name)).toEqual([
        '__proto__.polluted',
        'constructor.prototype.polluted',
      ])
    })
    expect(Object.hasOwn(Object.prototype, 'polluted')).toBe(false)
  })

  it('is told in the manifest by its kind, its byte order mark and its blank lines', async () => {
    await opened(write('told.jsonl', '\ufeff\n{"a":1}\n\n'), async (table) => {
      expect(table).toMatchObject({ name: 'told', description: { kind: 'jsonl', bom: true } })
      await readTyped(table)
      expect(table.excluded()).toEqual([{ code: 'blank', rows: 2 }])
    })
    const packed = write('packed.JSON.gz', gzipSync('[{"a":1}]'))
    await opened(packed, async (table) => {
      const description = { kind: 'json', bom: false, compression: 'gzip' }
      expect(table).toMatchObject({ name: 'packed', description })
      expect(await readTyped(table)).toHaveLength(1)
    })
  })

  it('takes names that look like values where somebody said that they are names', async () => {
    const path = write('dates.ndjson', '{"2026-01-02":1}\n')
    expect(await refusal(path)).toMatchObject({ code: 'SHAPE' })
    expect(await opened(path, async ({ columns }) => columns.length, { header: true })).toBe(1)
  })

  it.each([{ encoding: 'gb18030' }, { delimiter: ';' }, { header: false }])(
    'takes no option of CSV: %j',
    async (options) => {
      expect(await refusal(write('options.jsonl', '{"a":1}\n'), options)).toMatchObject({ code: 'USAGE' })
    },
  )

  it('is refused where it is an array to be joined with other files', async () => {
    const path = write('part.json', '[{"a":1}]\n')
    const joined = { paths: [path], label: 'parts', name: 'parts' }
    expect(await refusal('parts', { joined })).toMatchObject({ code: 'FORMAT' })
  })

  it('is no longer read when it has changed since its columns were found', async () => {
    const path = write('changing.jsonl', '{"a":1}\n{"a":2}\n')
    await opened(path, async (table) => {
      writeFileSync(path, '{"b":1}\n{"a":2}\n')
      await expect(readTyped(table)).rejects.toMatchObject({ code: 'CHANGED' })
    })
  })
})
