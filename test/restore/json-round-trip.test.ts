import { readFileSync } from 'node:fs'
import { gzipSync } from 'node:zlib'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { Folder, party, policy, restore, reviewed, seal, useFolder } from '../hostile/make-deed.ts'
import { canonical, randomRows } from './random-json.ts'

const folder = useFolder()
const TABLES = process.env.DATADEED_TEST_LONG === undefined ? 60 : 3000
const SEED = process.env.DATADEED_TEST_LONG === undefined ? 41 : Date.now()
const ROWS = ['{"id":1,"who":{"name":"x","phone":null},"n":[1,\r\n2]}', '{"id":"2","who":"y","n":null}', '{}']
const POLICY = [
  'drift: names',
  'compartments: {identity: {readers: [buyer]}, general: {readers: [buyer, advisor]}}',
  'columns:',
  '  rows:',
  '    id: {type: free-text-pii, compartment: general}',
  '    who.name: {type: free-text-pii, compartment: identity}',
  '    who.phone: {type: free-text-pii, compartment: identity}',
  '    n: {type: free-text-pii, compartment: general}',
  '    who: {type: free-text-pii, compartment: general}',
]

/** By the file's name, what comes back of rows that are sealed in some slices. */
async function backOf(
  file: string,
  content: string | Uint8Array,
  more: {
    readonly format?: 'csv' | 'jsonl'
    readonly key?: string
    readonly policy?: readonly string[]
  } = {},
): Promise<{ readonly name: string; readonly text: string; readonly table: unknown }> {
  using own = new Folder()
  const path = own.write(file, content)
  const rules = policy(...(more.policy ?? []), 'epochs: {rows: 2}')
  const [buyer, advisor] = [(await party('buyer')).card, (await party('advisor')).card]
  await seal(own.at('x.deed'), [{ path, name: 'rows' }], {
    policy: rules,
    addressees: [buyer],
    trusted: [advisor],
  })
  const { key } = await party(more.key ?? 'buyer')
  const { tables } = await restore(own.at('x.deed'), own.at('out'), { format: more.format, key })
  const [table] = tables
  if (table === undefined) throw new Error('nothing came back')
  return { name: table.file, text: readFileSync(own.at('out', table.file), 'utf8'), table }
}

describe('rows of JSON, sealed and restored', () => {
  it(`are the same values in the same order, the text of numbers included: ${TABLES} tables`, async () => {
    const tables = fc.sample(fc.tuple(randomRows, fc.boolean()), { numRuns: TABLES, seed: SEED })
    const exports = tables.map(([rows, array], at) => {
      const content = array ? `[${rows.join(',')}]` : rows.join('\n')
      return { path: folder().write(`t${at}.${array ? 'json' : 'jsonl'}`, content) }
    })
    await seal(folder().at('x.deed'), exports, { policy: policy('epochs: {rows: 4}') })
    await restore(folder().at('x.deed'), folder().at('out'), { format: undefined })
    for (const [at, [rows, array]] of tables.entries()) {
      const text = readFileSync(folder().at('out', `t${at}.${array ? 'json' : 'jsonl'}`), 'utf8')
      const lines = array
        ? text.replace(/^\[\n|\n\]\n$/g, '').split(/,\n(?=\{)/)
        : text.slice(0, -1).split('\n')
      expect(lines.map(canonical)).toEqual(rows.map(canonical))
      if (array) expect(canonical(text)).toBe(canonical(`[${rows.join(',')}]`))
    }
  }, 600_000)

  it('come back in the form in which they came, or as lines, or as a CSV with what it cannot say', async () => {
    const lines = ROWS.map((row) => `${row.replace(/[\r\n]+/, '')}\n`).join('')
    const array = `[${ROWS.join(',\n')}]`
    expect(await backOf('rows.ndjson', lines)).toMatchObject({
      name: 'rows.jsonl',
      table: { kindsLost: false },
    })
    const whole = await backOf('rows.json', array)
    expect(whole).toMatchObject({ name: 'rows.json', table: { format: 'json', fidelity: 'cell-exact' } })
    expect(whole.text).toBe(
      '[\n{"id":1,"who":{"name":"x","phone":null},"n":[1,  2]},\n{"id":"2","who":"y","n":null},\n{}\n]\n',
    )
    expect(await backOf('rows.json.gz', gzipSync(array), { format: 'jsonl' })).toMatchObject({
      name: 'rows.jsonl',
      text: '{"id":1,"who":{"name":"x","phone":null},"n":[1,  2]}\n{"id":"2","who":"y","n":null}\n{}\n',
    })
    expect(await backOf('rows.json', array, { format: 'csv' })).toMatchObject({
      name: 'rows.csv',
      text: 'id,who.name,who.phone,n,who\n1,x,,"[1,\r\n2]",\n2,,,,y\n,,,,\n',
      table: { kindsLost: true },
    })
  })

  it('have what their reader may open, and the number of their row', async () => {
    const lines = ROWS.map((row) => `${row.replace(/[\r\n]+/, '')}\n`).join('')
    const more = { key: 'advisor', policy: POLICY }
    expect((await backOf('rows.jsonl', lines, more)).text).toBe(
      '{"datadeed_row":1,"id":1,"n":[1,2]}\n{"datadeed_row":2,"id":"2","n":null,"who":"y"}\n{"datadeed_row":3}\n',
    )
    const taken = lines.replace('"id":1', '"datadeed_row":{"a":1}')
    const rules = POLICY.map((line) => line.replace('    id:', '    datadeed_row.a:'))
    const own = [...rules, '    id: {type: free-text-pii, compartment: identity}']
    expect((await backOf('rows.jsonl', taken, { ...more, policy: own })).text.split('\n')[0]).toBe(
      '{"datadeed_row_2":1,"datadeed_row":{"a":1},"n":[1,2]}',
    )
  })

  it('of a CSV stay texts, and null where the export was empty', async () => {
    expect((await backOf('rows.csv', 'a,b.c\n1,""\n,x\n', { format: 'jsonl' })).text).toBe(
      '{"a":"1","b.c":""}\n{"a":null,"b.c":"x"}\n',
    )
  })

  it('keep their apostrophes to files that are CSV', async () => {
    const path = folder().write('f.jsonl', '{"a":"=1+1"}\n')
    await seal(folder().at('x.deed'), [{ path }], { policy: reviewed({ f: ['a'] }) })
    const options = { spreadsheetSafe: true, format: undefined }
    await restore(folder().at('x.deed'), folder().at('own'), options)
    expect(readFileSync(folder().at('own', 'f.jsonl'), 'utf8')).toBe('{"a":"=1+1"}\n')
    await restore(folder().at('x.deed'), folder().at('csv'), { ...options, format: 'csv' })
    expect(readFileSync(folder().at('csv', 'f.csv'), 'utf8')).toBe("a\n'=1+1\n")
  })
})
