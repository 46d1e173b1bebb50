import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openExport } from '../../../src/ingest/index.ts'
import { COLUMNS, FIELD_BYTES, NAME_BYTES, ROW_BYTES } from '../../../src/limits.ts'

let folder = ''
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'datadeed-json-'))
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

/** What opening ends with, by which every row was read. */
async function opening(name: string, content: string): Promise<string> {
  const path = join(folder, name)
  writeFileSync(path, content)
  try {
    await using source = await openExport(path)
    return source.tables[0]?.description.kind ?? ''
  } catch (error) {
    return (error as { code: string }).code
  }
}

/** An object of so many bytes, none of its cells long. */
function rowOf(bytes: number): string {
  const cell = `"${'x'.repeat(FIELD_BYTES / 2)}"`
  const row = `{"a":${cell},"b":${cell},"c":${cell},"d":"`
  return `${row}${'y'.repeat(bytes - row.length - 2)}"}`
}

describe('the limits of an export of JSON', () => {
  it('bound a row, as a line and as an element', async () => {
    expect(await opening('row.jsonl', `${rowOf(ROW_BYTES)}\n{}`)).toBe('jsonl')
    expect(await opening('row.jsonl', `{}\n${rowOf(ROW_BYTES + 1)}\n`)).toBe('LIMIT')
    expect(await opening('row.json', `[${rowOf(ROW_BYTES)}]`)).toBe('json')
    expect(await opening('row.json', `[{},${rowOf(ROW_BYTES + 1)}]`)).toBe('LIMIT')
    expect(await opening('endless.json', `[{"a":"${'x'.repeat(ROW_BYTES + 2 ** 20)}`)).toBe('LIMIT')
  })

  it('bound a cell by its text, not by how it is written', async () => {
    const rest = 'x'.repeat(FIELD_BYTES - 3)
    expect(await opening('cell.jsonl', `{"a":"\\u4e2d${rest}"}`)).toBe('jsonl')
    expect(await opening('cell.jsonl', `{"a":"\\u4e2d${rest}y"}`)).toBe('LIMIT')
    expect(await opening('cell.jsonl', `{"a":"xyz${rest}"}`)).toBe('jsonl')
    expect(await opening('cell.jsonl', `{"a":"xyz${rest}y"}`)).toBe('LIMIT')
  })

  it('bound the columns, as soon as there are too many', async () => {
    const members = (count: number) => Array.from({ length: count }, (_, at) => `"c${at}":0`).join()
    expect(await opening('columns.jsonl', `{${members(COLUMNS)}}`)).toBe('jsonl')
    expect(await opening('columns.jsonl', `{${members(COLUMNS)}}\n{"a":{"b":0}}`)).toBe('LIMIT')
  })

  it('bound the name of a column, which is a path', async () => {
    const name = '中'.repeat((NAME_BYTES - 4) / 3)
    expect(await opening('name.jsonl', `{"ab":{"${name}c":0}}`)).toBe('jsonl')
    expect(await opening('name.jsonl', `{"ab":{"${name}cd":0}}`)).toBe('LIMIT')
  })

  it('do not bound the names within arrays, which make no columns', async () => {
    const rows = Array.from({ length: 60 }, (_, at) => `{"a":[{"${'n'.repeat(5000)}${at}":0,"b":1}]}`)
    expect(await opening('names.jsonl', rows.join('\n'))).toBe('jsonl')
  })
})
