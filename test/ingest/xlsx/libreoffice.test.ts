import { execFileSync } from 'node:child_process'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect } from 'vitest'
import { useTemporaryFolder } from '../../deed/open-deed.ts'
import { itNeeds } from '../../interop/needs.ts'
import { readOnly, readWorkbook } from './read-workbook.ts'

const START_MS = 120_000
const folder = useTemporaryFolder()

/** A spreadsheet as LibreOffice reads it: flat OpenDocument, with formats for dates. */
const FODS = `<?xml version="1.0" encoding="UTF-8"?>
<office:document xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0" xmlns:number="urn:oasis:names:tc:opendocument:xmlns:datastyle:1.0" xmlns:of="urn:oasis:names:tc:opendocument:xmlns:of:1.2" office:version="1.3" office:mimetype="application/vnd.oasis.opendocument.spreadsheet">
<office:automatic-styles>
<number:date-style style:name="N1"><number:year number:style="long"/><number:text>-</number:text><number:month number:style="long"/><number:text>-</number:text><number:day number:style="long"/></number:date-style>
<number:date-style style:name="N2"><number:year number:style="long"/><number:text>-</number:text><number:month number:style="long"/><number:text>-</number:text><number:day number:style="long"/><number:text> </number:text><number:hours number:style="long"/><number:text>:</number:text><number:minutes number:style="long"/><number:text>:</number:text><number:seconds number:style="long"/></number:date-style>
<number:number-style style:name="N3"><number:number number:decimal-places="0" number:min-decimal-places="0" number:min-integer-digits="6"/></number:number-style>
<style:style style:name="day" style:family="table-cell" style:data-style-name="N1"/>
<style:style style:name="moment" style:family="table-cell" style:data-style-name="N2"/>
<style:style style:name="six" style:family="table-cell" style:data-style-name="N3"/>
</office:automatic-styles>
<office:body><office:spreadsheet>
<table:table table:name="会员 资料">
<table:table-row><table:table-cell table:number-columns-spanned="8" office:value-type="string"><text:p>加喜门店会员</text:p></table:table-cell></table:table-row>
<table:table-row>${['姓名', '身份证号', '手机', '开卡日期', '最近消费', '编号', '折后', '可用'].map((name) => textCell(name)).join('')}</table:table-row>
<table:table-row>${textCell('王小明')}<table:table-cell office:value-type="float" office:value="110101199003071234"/><table:table-cell office:value-type="float" office:value="13800138000"/><table:table-cell office:value-type="date" office:date-value="2024-02-29" table:style-name="day"/><table:table-cell office:value-type="date" office:date-value="2024-02-29T13:45:30" table:style-name="moment"/><table:table-cell office:value-type="float" office:value="13" table:style-name="six"/><table:table-cell table:formula="of:=[.F3]*0.5"/><table:table-cell office:value-type="boolean" office:boolean-value="true"/></table:table-row>
<table:table-row>${textCell('欧阳\u3000&lt;娜&gt;')}<table:table-cell table:number-columns-repeated="4"/><table:table-cell office:value-type="float" office:value="14" table:style-name="six"/><table:table-cell table:formula="of:=1/0"/><table:table-cell/></table:table-row>
</table:table>
<table:table table:name="leer"/>
</office:spreadsheet></office:body></office:document>`

function textCell(text: string): string {
  return `<table:table-cell office:value-type="string"><text:p>${text}</text:p></table:table-cell>`
}

/** Converts files to workbooks, several with one start of the program. */
function convert(program: string, files: Readonly<Record<string, string>>): Map<string, Buffer> {
  const [input, output] = [join(folder(), 'in'), join(folder(), 'out')]
  mkdirSync(input)
  for (const [name, content] of Object.entries(files)) writeFileSync(join(input, name), content)
  const paths = Object.keys(files).map((name) => join(input, name))
  const profile = `-env:UserInstallation=file://${encodeURI(join(folder(), 'profile'))}`
  // Every column of a CSV as it would be typed: numbers become numbers, and lose their digits.
  const words = ['--infilter=CSV:44,34,76,1', '--convert-to', 'xlsx', '--outdir', output, ...paths]
  execFileSync(program, [profile, '--headless', ...words], { stdio: 'ignore' })
  return new Map(
    Object.keys(files).map((name) => {
      const made = name.replace(/\.[^.]+$/, '')
      return [made, readFileSync(join(output, `${made}.xlsx`))]
    }),
  )
}

itNeeds('soffice', 'libreoffice-calc-nogui')(
  'reads what LibreOffice writes: its dates, its formulas, and that it has cut long numbers',
  async (program) => {
    const made = convert(program, {
      'members.fods': FODS,
      'typed.csv':
        'id,card,name\n110101199003071234,6222020000000001234,a\n110101199003071235,6222020000000001235,b\n',
    })
    const members = made.get('members') ?? Buffer.alloc(0)
    const options = { headerRows: [{ sheet: '会员 资料', number: 2 }] }
    const { sheets, notes } = await readWorkbook(members, options)
    expect(sheets).toHaveLength(1)
    expect(sheets[0]?.rows).toEqual([
      [
        '王小明',
        'number:110101199003071000',
        'number:13800138000',
        'date:2024-02-29',
        'date:2024-02-29 13:45:30',
        'number:13',
        'number:6.5',
        expect.stringMatching(/^(boolean:true|number:1)$/),
      ],
      ['欧阳\u3000<娜>', null, null, null, null, 'number:14', 'error:#DIV/0!', null],
    ])
    expect(sheets[0]?.remarks).toEqual([
      '1 digits-cut 1 !',
      '5 shown-otherwise 2',
      '6 formula-values 2',
      '6 error-values 1',
    ])
    expect(sheets[0]?.excluded).toEqual(['above-header 1'])
    expect(notes.join()).toContain('"leer"')
    const typed = await readOnly(made.get('typed') ?? Buffer.alloc(0))
    expect(typed.remarks).toEqual(['0 digits-cut 2 !', '1 digits-cut 2 !'])
    expect(typed.rows.map(([, , name]) => name)).toEqual(['a', 'b'])
  },
  START_MS,
)
