import { deepStrictEqual } from 'node:assert'
import {
  inline,
  number,
  part,
  raw,
  shared,
  workbook,
  workbookEntries,
} from '../../../fixtures/xlsx/workbook.ts'
import { zip } from '../../../fixtures/xlsx/zip.ts'
import { type ReadBook, readWorkbook } from '../../ingest/xlsx/read-workbook.ts'
import { CANARY, type Target } from '../target.ts'

const SHEET = 'xl/worksheets/sheet1.xml'
const CODES = ['FORMAT', 'SYNTAX', 'SHAPE', 'VALUE', 'EMPTY', 'LIMIT'] as const
const STRINGS = [
  '<t>first</t>',
  `<r><t>${CANARY}</t></r><r><t xml:space="preserve"> x</t></r>`,
  '<t>_x000D_</t>',
]
const SPEC = {
  formats: ['yyyy-mm-dd', 22, '000000'],
  strings: STRINGS,
  sheets: [
    {
      rows: [
        [inline('name'), inline('when'), inline('id'), inline('sum')],
        [shared(1), number(45351, 1), number('1.1010119900307E+17'), raw('<f>1+1</f><v>2</v>')],
        null,
        [inline(CANARY), number('45351.5', 2), number(13, 3), raw('<v>#N/A</v>', 't="e"')],
      ],
      after: '<mergeCells><mergeCell ref="A2:A3"/></mergeCells>',
    },
  ],
}
const ENTRIES = workbookEntries(SPEC)

/** Parts as they are, so that a changed byte is a changed byte of XML, and packed. */
export function xlsxTarget(): Target {
  return {
    name: 'xlsx',
    seeds: [zip(ENTRIES.map((entry) => ({ ...entry, stored: true }))), workbook(SPEC)],
    tokens: ['PK\x01\x02', 'PK\x03\x04', 'PK\x05\x06', SHEET, 'xl/workbook.xml', '../', '/'],
    codes: CODES,
    naming: ['SHAPE', 'FORMAT', 'SYNTAX'],
    secrets: [CANARY],
    read: (input) => readTwice(input),
  }
}

/** The XML of a sheet within an archive that is always sound. */
export function xlsxSheetTarget(): Target {
  const sheet = ENTRIES.find(({ name }) => name === SHEET)?.bytes ?? Buffer.alloc(0)
  const others = ENTRIES.filter(({ name }) => name !== SHEET)
  return {
    name: 'xlsx-sheet',
    seeds: [sheet, part(SHEET, `<x:worksheet xmlns:x="urn:x"/>`).bytes],
    tokens: [
      '<row>',
      '<row r="2">',
      '</row>',
      '<c r="A2" t="s">',
      '<c t="inlineStr"><is><t>',
      '</t></is></c>',
      '<v>',
      '</v>',
      '<f/>',
      't="str"',
      's="1"',
      'E+17',
      '<![CDATA[',
      ']]>',
      '<!DOCTYPE a>',
      '&amp;',
      '&#0;',
      '&#xD800;',
      '_xD800_',
      'xmlns=""',
      '<mergeCell ref="A1:XFD1048576"/>',
      '<col min="1" max="99999" hidden="1"/>',
    ],
    codes: CODES,
    naming: ['SHAPE', 'VALUE'],
    secrets: [CANARY],
    read: (input) => readTwice(zip([...others, { name: SHEET, bytes: input, stored: true }])),
  }
}

/** What is accepted reads alike each time: the first pass and the second agree on every row. */
async function readTwice(bytes: Uint8Array): Promise<void> {
  const said = ({ sheets, notes }: ReadBook) => ({
    notes,
    sheets: sheets.map(({ source: _, ...rest }) => rest),
  })
  deepStrictEqual(said(await readWorkbook(bytes)), said(await readWorkbook(bytes)))
}
