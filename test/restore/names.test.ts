import { lstatSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { listAll, party, policy, restore, reviewed, seal, useFolder } from '../hostile/make-deed.ts'

const UNSAFE = [
  '../../x',
  '..',
  '.',
  '/etc/x',
  'C:\\x',
  'a/b',
  'a\\b',
  'a:b',
  'CON',
  'con.txt',
  'com1',
  'LPT9.csv',
  'nul',
  'a\u0000b',
  'a\nb',
  'a\u001b[31mb',
  '\u202egnp.exe',
  '\u200bhidden',
  '-rf',
  '~x',
  '.hidden',
  'trailing.',
  'trailing ',
  ' leading',
  '长'.repeat(300),
  '*?"<>|',
]
const SAFE = ['会员', '__proto__', 'constructor', 'a.csv', '$(date)', 'x y', 'table-99', "it's", '100%']
const TWINS = ['caf\u00e9', 'cafe\u0301', 'Orders', 'ORDERS', 'table-9', 'ﬁle', 'file', 'STRASSE']

describe('tables of any name', () => {
  const folder = useFolder()

  it('come back under names that are safe and distinct on every system, each beside its own in the report (G08)', async () => {
    const names = [...UNSAFE, ...SAFE, ...TWINS]
    const header = { hasOwn: 'id', marks: '\u001b]0;x\u0007', proto: '__proto__' }
    const columns = Object.values(header)
    const texts = names.map((_, index) => `${columns.join(',')}\n${index},b,c\n`)
    const exports = texts.map((text, index) => ({
      path: folder().write(`${index}.csv`, text),
      name: names[index] ?? '',
    }))
    await seal(folder().at('a.deed'), exports, { policy: reviewed({ '*': columns }) })
    const before = folder().snapshot()
    for (const format of ['csv', 'jsonl'] as const) {
      const { tables } = await restore(folder().at('a.deed'), folder().at('out', format), { format })
      const files = tables.map(({ file }) => file)
      expect(tables.map(({ name }) => name)).toEqual(names)
      expect(listAll(folder().at('out', format)).every((path) => lstatSync(path).isFile())).toBe(true)
      expect(listAll(folder().at('out', format))).toEqual(
        [...files].map((file) => folder().at('out', format, file)).sort(),
      )
      const folded = files.map((file) => file.normalize('NFKC').toLowerCase())
      expect(new Set(folded).size).toBe(names.length)
      for (const [index, file] of files.entries()) {
        expect(file).toMatch(/^[^\p{Cc}\p{Cf}/\\:*?"<>|.\s~-][^\p{Cc}\p{Cf}/\\:*?"<>|]*\.(?:csv|jsonl)$/u)
        expect(Buffer.byteLength(file)).toBeLessThan(210)
        if (index < UNSAFE.length) expect(file).toMatch(/^table-\d+(?:-\d+)?\./)
        const text = readFileSync(folder().at('out', format, file), 'utf8')
        if (format === 'csv') expect(text).toBe(texts[index])
        else
          expect(Object.entries(JSON.parse(text))).toEqual([
            [header.hasOwn, `${index}`],
            [header.marks, 'b'],
            ['__proto__', 'c'],
          ])
      }
      expect(files.slice(UNSAFE.length, UNSAFE.length + SAFE.length)).toEqual(
        SAFE.map((name) => `${name}.${format}`),
      )
    }
    const outside = folder()
      .snapshot()
      .filter((line) => !/^out[ /]/.test(line))
    expect(outside).toEqual(before)
    expect(Object.hasOwn(Object.prototype, 'c')).toBe(false)
  })

  it('call the row number by a name that no column has', async () => {
    const path = folder().write('t.csv', 'datadeed_row,datadeed_row_2,open,closed\n7,8,9,10\n')
    const { card } = await party('advisor')
    const split = policy(
      'compartments: {contact: {readers: [advisor]}}',
      'columns: {t: {closed: {compartment: contact}, open: {compartment: general}, datadeed_row: {compartment: general}, datadeed_row_2: {compartment: general}}}',
    )
    await seal(folder().at('a.deed'), [{ path }], { policy: split, trusted: [card] })
    await restore(folder().at('a.deed'), folder().at('out'))
    expect(readFileSync(folder().at('out', 't.csv'), 'utf8')).toBe(
      'datadeed_row_3,datadeed_row,datadeed_row_2,open\n1,7,8,9\n',
    )
  })
})
