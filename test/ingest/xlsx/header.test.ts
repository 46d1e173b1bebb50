import { describe, expect, it } from 'vitest'
import { type Cell, inline, number, raw, tableOf, workbook } from '../../../fixtures/xlsx/workbook.ts'
import { readOnly, readWorkbook, refusal } from './read-workbook.ts'

const MEMBERS = [
  ['name', 'phone', 'paid'],
  ['a', '1', 2],
  ['b', '3', 4],
] as const

describe('the header line', () => {
  it('is the first row that holds anything; blank rows above it are counted', async () => {
    const read = await readOnly(tableOf([[], [], ...MEMBERS]))
    expect(read.columns).toEqual(['name', 'phone', 'paid'])
    expect(read.rows).toEqual([
      ['a', '1', 'number:2'],
      ['b', '3', 'number:4'],
    ])
    expect(read.excluded).toEqual(['blank 2'])
  })

  it('may begin in any column; columns that hold nothing are none', async () => {
    const read = await readOnly(
      tableOf([
        [null, 'a', null, 'b'],
        [null, '1', null, '2'],
      ]),
    )
    expect(read.columns).toEqual(['a', 'b'])
    expect(read.rows).toEqual([['1', '2']])
  })

  it('alone is a table without rows, which has no slice', async () => {
    const read = await readOnly(tableOf([['a', 'b']]))
    expect(read.columns).toEqual(['a', 'b'])
    expect(read.rows).toEqual([])
  })

  it.each<[string, Parameters<typeof tableOf>[0], string]>([
    ['a title', [['members of 2026'], ...MEMBERS], '--header-row 2'],
    ['a title and a blank row', [['members of 2026'], [], ...MEMBERS], '--header-row 3'],
    [
      'a title and what stands beside it',
      [['members', null, 'printed today'], ['shop 1'], ...MEMBERS],
      '--header-row 3',
    ],
  ])('is proposed where %s stands above it', async (_, rows, proposal) => {
    const error = await refusal(readOnly(tableOf(rows)))
    expect(error).toMatchObject({ code: 'SHAPE' })
    expect(error.hints[0]).toContain(proposal)
  })

  it('is proposed below a merged title, which is told as that', async () => {
    const rows: (Cell | null)[][] = [
      [inline('members')],
      [inline('a'), inline('b')],
      [inline('1'), inline('2')],
    ]
    const after = '<mergeCells><mergeCell ref="A1:B1"/></mergeCells>'
    const error = await refusal(readOnly(workbook({ sheets: [{ rows, after }] })))
    expect(error.message).toContain('merged title')
    expect(error.hints[0]).toContain('--header-row 2')
  })

  it('in two rows is the lower one, with the names that are merged down into it', async () => {
    const rows = [
      [inline('no'), inline('customer'), null, inline('paid')],
      [null, inline('name'), inline('phone'), null],
      [number(1), inline('a'), inline('b'), number(2)],
    ]
    const after =
      '<mergeCells><mergeCell ref="A1:A2"/><mergeCell ref="B1:C1"/><mergeCell ref="D1:D2"/></mergeCells>'
    const bytes = workbook({ sheets: [{ rows, after }] })
    expect((await refusal(readOnly(bytes))).hints[0]).toContain('--header-row 2')
    const read = await readOnly(bytes, { headerRows: [{ number: 2 }] })
    expect(read.columns).toEqual(['no', 'name', 'phone', 'paid'])
    expect(read.rows).toEqual([['number:1', 'a', 'b', 'number:2']])
    expect(read.remarks).toEqual([])
    expect(read.excluded).toEqual(['above-header 1'])
  })

  it('is read where rows that are left out have formulas that nobody calculated', async () => {
    const formula = raw('<f>TODAY()</f>')
    const rows = [[formula], [inline('a'), inline('b')], [inline('1'), inline('2')], [formula]]
    const read = await readOnly(workbook({ sheets: [{ rows }] }), {
      headerRows: [{ number: 2 }],
      footerRows: [{ number: 1 }],
    })
    expect(read.rows).toEqual([['1', '2']])
    const all = readOnly(workbook({ sheets: [{ rows }] }), { headerRows: [{ number: 2 }] })
    expect(await refusal(all)).toMatchObject({ code: 'VALUE' })
  })

  it('is the row that --header-row says; the rows above are left out and counted', async () => {
    const bytes = tableOf([['members of 2026'], [], ...MEMBERS])
    const read = await readOnly(bytes, { headerRows: [{ number: 3 }] })
    expect(read.columns).toEqual(['name', 'phone', 'paid'])
    expect(read.rows).toHaveLength(2)
    expect(read.excluded).toEqual(['above-header 1', 'blank 1'])
  })

  it.each([2, 9])('is refused where row %i, said to be it, is empty', async (row) => {
    const bytes = tableOf([['members of 2026'], [], ...MEMBERS])
    const error = await refusal(readOnly(bytes, { headerRows: [{ number: row }] }))
    expect(error).toMatchObject({ code: 'SHAPE' })
    expect(error.message).toContain(`row ${row} `)
  })

  it('is not needed with --no-header', async () => {
    const read = await readOnly(
      tableOf([
        ['a', 1],
        ['b', 2],
      ]),
      { header: false },
    )
    expect(read.columns).toEqual(['column1', 'column2'])
    expect(read.rows).toEqual([
      ['a', 'number:1'],
      ['b', 'number:2'],
    ])
  })

  it.each<[string, Parameters<typeof tableOf>[0]]>([
    [
      'without a name over cells',
      [
        ['a', null],
        ['1', '2'],
      ],
    ],
    [
      'with an empty name',
      [
        ['a', ''],
        ['1', '2'],
      ],
    ],
    [
      'with one name twice',
      [
        ['a', 'a'],
        ['1', '2'],
      ],
    ],
    [
      'with a number',
      [
        ['a', 13800138000],
        ['1', '2'],
      ],
    ],
    [
      'with a value as text',
      [
        ['a', '13800138000'],
        ['1', '2'],
      ],
    ],
  ])('is refused %s', async (_, rows) => {
    expect(await refusal(readOnly(tableOf(rows)))).toMatchObject({ code: 'SHAPE' })
  })

  it('names the columns without a name by their letters', async () => {
    const error = await refusal(
      readOnly(
        tableOf([
          ['a', null, 'c'],
          ['1', '2', '3', '4'],
        ]),
      ),
    )
    expect(error.message).toContain('B, D')
  })

  it('may hold values where a person says so', async () => {
    const read = await readOnly(
      tableOf([
        ['a', 2023, '13800138000'],
        ['1', 2, '3'],
      ]),
      { header: true },
    )
    expect(read.columns).toEqual(['a', '2023', '13800138000'])
  })
})

describe('rows', () => {
  it('that are blank within the table are rows of nulls, never skipped', async () => {
    const read = await readOnly(tableOf([['a', 'b'], ['1', '2'], [], ['3', null]]))
    expect(read.rows).toEqual([
      ['1', '2'],
      [null, null],
      ['3', null],
    ])
  })

  it('that are blank in a table of one column, too', async () => {
    const read = await readOnly(tableOf([['a'], ['1'], [], [], ['2']]))
    expect(read.rows).toEqual([['1'], [null], [null], ['2']])
  })

  it.each([1, 99, 100, 101, 250])('come in slices that hold all of them: %i', async (count) => {
    const rows = Array.from({ length: count }, (_, row) => [`r${row}`, row])
    const read = await readOnly(tableOf([['a', 'b'], ...rows]))
    expect(read.rows).toEqual(rows.map(([text, row]) => [text, `number:${row}`]))
  })

  it('that are hidden are sealed like the others, and told', async () => {
    const rows = [[inline('a')], [inline('1')], [inline('2')]]
    const { sheets, notes } = await readWorkbook(
      workbook({ sheets: [{ rows, rowAttributes: { 2: 'hidden="1"' } }] }),
    )
    expect(sheets[0]?.rows).toEqual([['1'], ['2']])
    expect(notes.join()).toContain('1 hidden row is')
  })
})

describe('a total row', () => {
  const WORDS = ['合计', '总计：', '小 计', 'Total', 'Grand total:', 'SUM', 'Summe', '合計']
  it.each(WORDS)(
    'that begins with %j is sealed as a row, told, and proposed to be left out',
    async (word) => {
      const { sheets, notes } = await readWorkbook(tableOf([...MEMBERS, [word, null, 6]]))
      expect(sheets[0]?.rows).toHaveLength(3)
      expect(notes.join()).toMatch(/row 4 .*--footer-rows 1/)
    },
  )

  it('is proposed with the blank rows before it and the remark below it', async () => {
    const { notes } = await readWorkbook(tableOf([...MEMBERS, [], ['合计', null, 6], ['制表人：王五']]))
    expect(notes.join()).toMatch(/row 5 .*--footer-rows 3/)
  })

  it('is none where a customer is called so in the midst of the table, or begins alike', async () => {
    const many = Array.from({ length: 9 }, () => ['x', 'y', 1] as const)
    const { notes } = await readWorkbook(
      tableOf([...MEMBERS, ['Total', 'y', 1], ...many, ['Totalis GmbH', '7', 1]]),
    )
    expect(notes).toEqual([])
  })

  it('is left out by --footer-rows, and counts nowhere', async () => {
    const bytes = tableOf([...MEMBERS, [], ['合计', null, 6, 'x']])
    const read = await readOnly(bytes, { footerRows: [{ number: 2 }] })
    expect(read.columns).toEqual(['name', 'phone', 'paid'])
    expect(read.rows).toHaveLength(2)
    expect(read.excluded).toEqual(['below-table 2'])
  })

  it.each<[number, boolean]>([
    [2, true],
    [3, false],
  ])('and %i footer rows of two: %s', async (footer, fits) => {
    const read = readOnly(tableOf(MEMBERS), { footerRows: [{ number: footer }] })
    if (fits) expect((await read).rows).toEqual([])
    else expect(await refusal(read)).toMatchObject({ code: 'SHAPE' })
  })
})

describe('what is said of columns', () => {
  it('are cells under merged ones, those of a hidden column, and values of formulas and errors', async () => {
    const rows = [
      [inline('group'), inline('name'), inline('sum'), inline('bad')],
      [inline('g'), inline('a'), raw('<f>1+1</f><v>2</v>'), raw('<v>#REF!</v>', 't="e"')],
      [null, inline('b'), number(3), number(4)],
    ]
    const before = '<cols><col min="2" max="2" hidden="1" width="1"/></cols>'
    const after = '<mergeCells><mergeCell ref="A2:A3"/></mergeCells>'
    const { remarks } = await readOnly(workbook({ sheets: [{ rows, before, after }] }))
    expect(remarks).toEqual([
      '0 merged-cells 1',
      '1 hidden-column 2',
      '2 formula-values 1',
      '3 error-values 1',
    ])
  })
})

describe('digits that a spreadsheet has cut', () => {
  it.each<[string, string | undefined]>([
    ['123456789012345', undefined],
    ['1234567890123450', 'digits-cut 1 !'],
    ['110101199003071000', 'digits-cut 1 !'],
    ['1.10101199003071E+017', 'digits-cut 1 !'],
    ['6.2170012345678E+18', 'digits-cut 1 !'],
    // A double's own digits, as programs write them that do not round to 15.
    ['110101199003071232', 'digits-cut 1 !'],
    ['1.1010119900307123E+17', 'digits-cut 1 !'],
    // Digits that no double has: a program wrote them as they were; only Excel would show zeros.
    ['110101199003071234', 'shown-otherwise 1'],
    ['4111111111111111', 'shown-otherwise 1'],
    ['13800138000', undefined],
    ['1.3800138E+10', undefined],
    ['0.1234567890123456', undefined],
  ])('the number %s: %s', async (stored, remark) => {
    const { remarks } = await readOnly(workbook({ sheets: [{ rows: [[inline('id')], [number(stored)]] }] }))
    expect(remarks).toEqual(remark === undefined ? [] : [`0 ${remark}`])
  })

  it.each<[string, boolean]>([
    ['1.10101E+17', true],
    ['1.38E+10', true],
    ['1E+5', false],
    ['1.23E+02', false],
    ['E+17', false],
    ['110101199003071234', false],
  ])('the text %s: %s', async (text, cut) => {
    const { remarks } = await readOnly(tableOf([['id'], [text]]))
    expect(remarks).toEqual(cut ? ['0 digits-cut 1 !'] : [])
  })
})
