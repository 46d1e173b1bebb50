import { describe, expect, it } from 'vitest'
import {
  type Cell,
  inline,
  number,
  raw,
  shared,
  type WorkbookSpec,
  workbook,
} from '../../../fixtures/xlsx/workbook.ts'
import { readOnly, refusal, type ShownCell } from './read-workbook.ts'

/** What one cell becomes, in a column of its own. */
async function one(cell: Cell, spec: Partial<WorkbookSpec> = {}): Promise<ShownCell | undefined> {
  const bytes = workbook({ sheets: [{ rows: [[inline('name')], [cell]] }], ...spec })
  const { rows } = await readOnly(bytes)
  return rows[0]?.[0]
}

describe('a text cell', () => {
  const strings = [
    '<t>plain</t>',
    '<r><rPr><b/></rPr><t>rich </t></r><r><t>text</t></r><rPh sb="0" eb="1"><t>リッチ</t></rPh><phoneticPr fontId="1"/>',
    '<t/>',
    '<t xml:space="preserve"> spaces </t>',
    '<t>line_x000D_\nend</t>',
    '<t>_x005F_x000D_ as typed</t>',
    '<t><![CDATA[<a & b>]]></t>',
    '<t>emoji _xD83D__xDE00_</t>',
    '<t>1.10101E+17</t>',
  ]
  it.each<[number, string]>([
    [0, 'plain'],
    [1, 'rich text'],
    [2, ''],
    [3, ' spaces '],
    [4, 'line\r\nend'],
    [5, '_x000D_ as typed'],
    [6, '<a & b>'],
    [7, 'emoji 😀'],
  ])('of the shared string %i is %j', async (index, text) => {
    expect(await one(shared(index), { strings })).toBe(text)
  })

  it.each<[string, Cell, string]>([
    ['inline', inline('val'), 'val'],
    [
      'inline, in runs',
      raw('<is><r><t>a</t></r><r><t>b</t></r><rPh sb="0" eb="1"><t>x</t></rPh></is>', 't="inlineStr"'),
      'ab',
    ],
    ['a formula', raw('<f>A9&amp;"x"</f><v>9x</v>', 't="str"'), '9x'],
    ['a formula that gives the empty text', raw('<f>""</f><v></v>', 't="str"'), ''],
    ['a number as text', inline('0013'), '0013'],
    ['a text like a boolean', inline('TRUE'), 'TRUE'],
  ])('that is %s', async (_, cell, text) => {
    expect(await one(cell)).toBe(text)
  })

  it('is refused where there is no shared string of its number', async () => {
    const bytes = workbook({ sheets: [{ rows: [[inline('name')], [shared(1)]] }], strings: ['<t>only</t>'] })
    const error = await refusal(readOnly(bytes))
    expect(error).toMatchObject({ code: 'VALUE' })
    expect(error.message).toContain('A2')
  })

  it('is refused with half of a surrogate pair, inline and shared', async () => {
    const rows = [[inline('name')], [raw('<is><t>_xD83D_</t></is>', 't="inlineStr"')]]
    expect(await refusal(readOnly(workbook({ sheets: [{ rows }] })))).toMatchObject({ code: 'VALUE' })
    const strings = ['<t>_xDE00_</t>']
    expect(await refusal(one(shared(0), { strings }))).toMatchObject({ code: 'VALUE' })
  })
})

describe('a number keeps every digit that the workbook has', () => {
  it.each([
    ['12.5', '12.5'],
    ['12.300000000000001', '12.300000000000001'],
    ['13800138000', '13800138000'],
    ['1.3800138E+10', '13800138000'],
    ['1E-7', '0.0000001'],
    ['-2.50e2', '-250'],
    ['1.1010119900307E+017', '110101199003070000'],
    ['0', '0'],
    ['-0.0', '-0.0'],
    ['110101199003071234', '110101199003071234'],
    ['1.7976931348623157E+308', `17976931348623157${'0'.repeat(292)}`],
  ])('%s is %s', async (stored, text) => {
    expect(await one(number(stored))).toBe(`number:${text}`)
  })

  it.each(['1,5', '0x10', 'abc', '1E99999', 'NaN', '--1', '.'])('refuses %s', async (stored) => {
    expect(await refusal(one(number(stored)))).toMatchObject({ code: 'VALUE' })
  })
})

describe('other cells', () => {
  it.each<[string, Cell, ShownCell]>([
    ['a boolean', raw('<v>1</v>', 't="b"'), 'boolean:true'],
    ['an error', raw('<v>#N/A</v>', 't="e"'), 'error:#N/A'],
    ['an ISO date', raw('<v>2024-02-29</v>', 't="d"'), 'date:2024-02-29'],
    ['an ISO date and time', raw('<v>2024-02-29T13:45:30.250Z</v>', 't="d"'), 'date:2024-02-29 13:45:30.250'],
    ['a shared formula', raw('<f t="shared" si="0"/><v>7</v>'), 'number:7'],
    ['an array formula', raw('<f t="array" ref="A2:A3">B2:B3</f><v>7</v>'), 'number:7'],
    ['with extensions', raw('<v>7</v><extLst><ext uri="x"/></extLst>'), 'number:7'],
  ])('%s', async (_, cell, shown) => {
    expect(await one(cell)).toBe(shown)
  })

  it.each<[string, Cell]>([
    ['styled, without value', raw('', 's="0"')],
    ['with an empty value', raw('<v></v>')],
    ['of text, without value', raw('', 't="s"')],
  ])('%s, is null', async (_, cell) => {
    const bytes = workbook({
      sheets: [
        {
          rows: [
            [inline('name'), inline('id')],
            [cell, number(1)],
          ],
        },
      ],
    })
    expect((await readOnly(bytes)).rows).toEqual([[null, 'number:1']])
  })

  it.each<[string, Cell]>([
    ['of an unknown type', raw('<v>7</v>', 't="z"')],
    ['a boolean that is none', raw('<v>2</v>', 't="b"')],
    ['a date that is none', raw('<v>soon</v>', 't="d"')],
    ['a shared string by a word', raw('<v>one</v>', 't="s"')],
  ])('%s, are refused with their place', async (_, cell) => {
    const error = await refusal(one(cell))
    expect(error).toMatchObject({ code: 'VALUE' })
    expect(error.message).toContain('A2')
  })

  it.each([
    ['without value', '<f>SUM(B1:B9)</f>'],
    ['with an empty one', '<f>SUM(B1:B9)</f><v></v>'],
    ['with an empty one, as a library writes it', '<f>SUM(B1:B9)</f><v/>'],
  ])('a formula %s is refused, with the first place and their number', async (_, content) => {
    const rows = [
      [inline('name'), inline('sum')],
      [inline('a'), number(1)],
      [inline('b'), raw(content)],
      [inline('c'), raw(content)],
    ]
    const error = await refusal(readOnly(workbook({ sheets: [{ rows }] })))
    expect(error).toMatchObject({ code: 'VALUE' })
    expect(error.message).toMatch(/2 formulas.*B3/)
    expect(error.hints.join()).toMatch(/save it/)
  })
})

it('gives a column the kind that most of its cells have, and each other cell its own', async () => {
  const rows = [[inline('mixed')], [number(1)], [number(2)], [inline('three')], [raw('<v>0</v>', 't="b"')]]
  const { kinds, rows: read } = await readOnly(workbook({ sheets: [{ rows }] }))
  expect(kinds).toEqual(['number'])
  expect(read.flat()).toEqual(['number:1', 'number:2', 'three', 'boolean:false'])
})
