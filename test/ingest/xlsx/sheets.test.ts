import { describe, expect, it } from 'vitest'
import { inline, part, relationships, workbook, workbookEntries } from '../../../fixtures/xlsx/workbook.ts'
import { zip } from '../../../fixtures/xlsx/zip.ts'
import { readOnly, readWorkbook, refusal } from './read-workbook.ts'

const rows = [[inline('a')], [inline('1')]]
const other = [[inline('title')], [inline('b'), inline('c')], [inline('1'), inline('2')], [inline('total')]]

describe('sheets', () => {
  it('are a table each, named by file and sheet; one alone has the name of the file', async () => {
    const two = await readWorkbook(
      workbook({
        sheets: [
          { name: '会员', rows },
          { name: 'orders', rows },
        ],
      }),
    )
    expect(two.sheets.map(({ name }) => name)).toEqual(['members.会员', 'members.orders'])
    expect((await readOnly(workbook({ sheets: [{ name: '会员', rows }] }))).name).toBe('members')
  })

  it('that are empty, charts or hidden are no tables, and told', async () => {
    const { sheets, notes } = await readWorkbook(
      workbook({
        sheets: [
          { name: 'members', rows },
          { name: 'empty' },
          { name: 'chart', type: 'chartsheet' },
          { name: 'hidden', rows, state: 'hidden' },
          { name: 'very', rows, state: 'veryHidden' },
          { name: 'hidden and empty', state: 'hidden' },
        ],
      }),
    )
    expect(sheets.map(({ name }) => name)).toEqual(['members'])
    expect(notes).toHaveLength(4)
    for (const name of ['empty', 'chart', 'hidden', 'very']) expect(notes.join('\n')).toContain(`"${name}"`)
  })

  it('are chosen by --sheet, hidden ones too; the others are told', async () => {
    const bytes = workbook({
      sheets: [
        { name: 'x', rows },
        { name: 'y', rows, state: 'veryHidden' },
      ],
    })
    const { sheets, notes } = await readWorkbook(bytes, { sheets: ['Y'] })
    expect(sheets[0]).toMatchObject({
      name: 'members',
      source: { description: { sheet: 'y', hidden: true } },
    })
    expect(notes.join()).toContain('"x" is not sealed')
  })

  it.each([
    { sheets: ['z'] },
    { headerRows: [{ sheet: 'z', number: 1 }] },
    { footerRows: [{ sheet: 'z', number: 1 }] },
  ])('that the workbook does not have are refused, with those that it has: %j', async (options) => {
    const error = await refusal(readWorkbook(workbook({ sheets: [{ name: 'x', rows }] }), options))
    expect(error).toMatchObject({ code: 'USAGE' })
    expect(error.message).toContain('"x"')
  })

  it('have header and footer rows of their own', async () => {
    const bytes = workbook({
      sheets: [
        { name: 'x', rows },
        { name: 'y', rows: other },
      ],
    })
    const { sheets } = await readWorkbook(bytes, {
      headerRows: [{ sheet: 'y', number: 2 }],
      footerRows: [{ sheet: 'Y', number: 1 }],
    })
    expect(sheets.map((sheet) => sheet.rows)).toEqual([[['1']], [['1', '2']]])
    expect(sheets[1]?.excluded).toEqual(['above-header 1', 'below-table 1'])
  })

  it('are told all at once what is wrong with them, each with the flag that says its name', async () => {
    const bytes = workbook({
      sheets: [
        { name: 'fine', rows },
        { name: '会员 资料', rows: other.slice(0, 3) },
        { name: 'orders', rows: other.slice(0, 3) },
      ],
    })
    const error = await refusal(readWorkbook(bytes))
    expect(error).toMatchObject({ code: 'SHAPE' })
    expect(error.message.split('\n')).toHaveLength(3)
    expect(error.hints.join()).toContain('--header-row "会员 资料=2"')
    expect(error.hints.join()).toContain('--header-row orders=2')
    const { notes } = await readWorkbook(
      workbook({
        sheets: [
          { name: 'a', rows: [...rows, [inline('合计')]] },
          { name: 'b', rows },
        ],
      }),
    )
    expect(notes.join()).toContain('--footer-rows a=1')
  })

  it('of which none holds a cell are refused', async () => {
    expect(await refusal(readWorkbook(workbook({ sheets: [{}] })))).toMatchObject({ code: 'EMPTY' })
    const hidden = workbook({ sheets: [{ rows, state: 'hidden' }, {}] })
    expect(await refusal(readWorkbook(hidden))).toMatchObject({ code: 'EMPTY' })
  })

  it('without cells by their kind are refused where they are asked for', async () => {
    const bytes = workbook({ sheets: [{ rows }, { name: 'chart', type: 'chartsheet' }] })
    expect(await refusal(readWorkbook(bytes, { sheets: ['chart'] }))).toMatchObject({ code: 'FORMAT' })
  })
})

describe('workbooks of other writers', () => {
  it('are read in the strict namespaces', async () => {
    const strict = await readOnly(workbook({ sheets: [{ rows }], strict: true }))
    expect(strict.rows).toEqual([['1']])
  })

  it('are read where the main namespace has a prefix', async () => {
    const body =
      '<x:worksheet xmlns:x="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><x:sheetData>' +
      '<x:row><x:c t="inlineStr"><x:is><x:t>a</x:t></x:is></x:c></x:row><x:row><x:c><x:v>7</x:v></x:c></x:row>' +
      '</x:sheetData></x:worksheet>'
    const read = await readOnly(workbook({ sheets: [{ part: body }] }))
    expect(read).toMatchObject({ columns: ['a'], rows: [['number:7']] })
  })

  it('are read where rows and cells have no references', async () => {
    const data = '<row><c t="inlineStr"><is><t>a</t></is></c></row><row><c><v>7</v></c></row>'
    expect((await readOnly(workbook({ sheets: [{ data }] }))).rows).toEqual([['number:7']])
  })

  it('are read in UTF-16', async () => {
    const bytes = Buffer.from(
      '\ufeff<?xml version="1.0" encoding="UTF-16"?><worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>名</t></is></c></row></sheetData></worksheet>',
      'utf16le',
    )
    const read = await readOnly(
      workbook({ sheets: [{}], more: [{ name: 'xl/worksheets/sheet1.xml', bytes }] }),
    )
    expect(read.columns).toEqual(['名'])
  })

  it('are read without styles and shared strings', async () => {
    const left = new Set(['xl/styles.xml', 'xl/sharedStrings.xml', 'xl/_rels/workbook.xml.rels'])
    const relations = relationships(
      '<Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/>',
    )
    const entries = workbookEntries({ sheets: [{ rows }] }).filter(({ name }) => !left.has(name))
    const bytes = zip([...entries, part('xl/_rels/workbook.xml.rels', relations)])
    expect((await readOnly(bytes)).rows).toEqual([['1']])
  })

  it('take no element of another namespace for a cell', async () => {
    const after =
      '<extLst><ext xmlns:z="urn:z"><z:sheetData><z:row r="9"><z:c r="A9"><z:v>1</z:v></z:c></z:row></z:sheetData></ext></extLst>'
    expect((await readOnly(workbook({ sheets: [{ rows, after }] }))).rows).toEqual([['1']])
  })

  it('say which comments, pictures and macros are not sealed', async () => {
    const comments =
      '<comments xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><commentList><comment ref="A1"><text><t>call him</t></text></comment><comment ref="A2"><text/></comment></commentList></comments>'
    const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
    const { notes } = await readWorkbook(
      workbook({
        sheets: [{ name: 'x', rows, after: '<hyperlinks><hyperlink ref="A2"/></hyperlinks>' }],
        workbookRelations:
          '<Relationship Id="m" Type="http://schemas.microsoft.com/office/2006/relationships/vbaProject" Target="vbaProject.bin"/>',
        more: [
          part('xl/comments1.xml', comments),
          part(
            'xl/worksheets/_rels/sheet1.xml.rels',
            relationships(`<Relationship Id="c" Type="${office}/comments" Target="../comments1.xml"/>`),
          ),
          { name: 'xl/media/image1.png', bytes: Buffer.from('not a picture, and not read') },
        ],
      }),
    )
    expect(notes).toHaveLength(4)
    expect(notes.join('\n')).toMatch(
      /1 link the text(.|\n)*1 picture is(.|\n)*macros(.|\n)*2 comments on cells are/,
    )
    expect(notes.join()).not.toContain('call him')
  })
})
