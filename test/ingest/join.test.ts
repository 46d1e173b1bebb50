import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { DatadeedError } from '../../src/errors.ts'
import { type CsvDialect, cutSlice, eachCell, joinColumns, joinSlice } from '../../src/ingest/index.ts'
import { ROW_LAYOUT, type Segment, type Slice } from '../../src/table.ts'
import { randomCsv } from './random-csv.ts'

const dialect: CsvDialect = { encoding: 'utf-8', delimiter: ';', lineEnd: '\r\n', columns: 2 }
const place = { number: 0, offset: 0, last: true }

function segment(column: number, kind: Segment['kind'], bytes: string | readonly number[]): Segment {
  return { column, kind, bytes: new Uint8Array(Buffer.from(bytes as string)) }
}

function sliceOf(rows: number, ...segments: readonly Segment[]): Slice {
  return { number: 0, rows, segments }
}

function hex(slice: Slice, column: number, kind: Segment['kind']): string | undefined {
  const found = slice.segments.find((each) => each.column === column && each.kind === kind)
  return found === undefined ? undefined : Buffer.from(found.bytes).toString('hex')
}

describe('segments', () => {
  it('hold one strict field a row, and the original only where it differs', () => {
    const slice = cutSlice(Buffer.from('a;1,5\r\n"b";x\n\n;"1,6"\r\n;,'), dialect, place)
    expect(slice.segments.map(({ column, kind }) => [column, kind])).toEqual([
      [0, 'cells'],
      [1, 'cells'],
      [1, 'source'],
      [ROW_LAYOUT, 'source'],
    ])
    expect(Buffer.from(hex(slice, 0, 'cells') ?? '', 'hex').toString()).toBe('a\n"b"\n\n\n')
    expect(Buffer.from(hex(slice, 1, 'cells') ?? '', 'hex').toString()).toBe('"1,5"\nx\n"1,6"\n","\n')
    // Row 0 bare; two rows between; row 3 bare.
    expect(hex(slice, 1, 'source')).toBe('00000200')
    // Behind row 2: LF LF; behind row 3 the usual end; behind row 4, the last, nothing.
    expect(hex(slice, ROW_LAYOUT, 'source')).toBe('02020a0a0100')
    expect(slice.lineEnds).toBe(4)
  })

  it('keep second byte forms in the export’s own bytes', () => {
    const bytes = Buffer.from('61;a3a0'.replace(';', '3b'), 'hex')
    const slice = cutSlice(bytes, { ...dialect, encoding: 'gb18030' }, place)
    expect(hex(slice, 1, 'cells')).toBe('e380800a')
    expect(hex(slice, 1, 'source')).toBe('0003a3a0')
  })

  it('tell an empty cell from the text of no characters', () => {
    const cells = [...eachCell(segment(0, 'cells', '\n""\nx\n""""\n"a\nb"\n'))]
    expect(cells).toEqual([
      { kind: 'empty', text: '' },
      { kind: 'text', text: '' },
      { kind: 'text', text: 'x' },
      { kind: 'text', text: '"' },
      { kind: 'text', text: 'a\nb' },
    ])
  })
})

describe('what a faulty or hostile program wrote', () => {
  const cells = [segment(0, 'cells', 'a\nb\n'), segment(1, 'cells', '"1,5"\n\n')]
  const codeOf = (slice: Slice, more: Partial<CsvDialect & { readonly last: boolean }> = {}): string => {
    try {
      joinSlice(slice, { ...dialect, ...more })
      return 'accepted'
    } catch (error) {
      if (error instanceof DatadeedError) return error.code
      throw error
    }
  }
  const layout = (...bytes: number[]) => segment(ROW_LAYOUT, 'source', bytes)

  it.each([
    ['says what the cell says', [0, 4, 0x31, 0x2c, 0x35], 'accepted'],
    ['says something else', [0, 4, 0x31, 0x2c, 0x36], 'DAMAGED'],
    ['holds a delimiter', [0, 4, 0x31, 0x3b, 0x35], 'DAMAGED'],
    ['holds a row', [0, 4, 0x31, 0x0a, 0x35], 'DAMAGED'],
    ['is not of the encoding', [0, 2, 0xff], 'DAMAGED'],
    ['says nothing', [0, 1], 'DAMAGED'],
  ])('in a field\u2019s own bytes that %s', (_, source, code) => {
    const [first, second] = cells as [Segment, Segment]
    expect(codeOf(sliceOf(2, first, second, segment(1, 'source', source)))).toBe(code)
    const ordinary = { ...dialect, columns: [1], layout: false }
    if (code === 'DAMAGED') {
      expect(() => joinColumns(sliceOf(2, second, segment(1, 'source', source)), [1], ordinary)).toThrow(
        DatadeedError,
      )
    }
  })

  it('runs no two rows together', () => {
    expect(codeOf(sliceOf(2, ...cells, layout(1, 0)))).toBe('DAMAGED')
    expect(codeOf(sliceOf(2, ...cells, layout(1, 1, 0x0a)))).toBe('accepted')
    expect(codeOf(sliceOf(2, ...cells, layout(2, 0)))).toBe('accepted')
    expect(codeOf(sliceOf(2, ...cells, layout(2, 0)), { last: false })).toBe('DAMAGED')
  })

  it('adds no rows to a table of one column, and takes none away', () => {
    const one = { columns: 1, lineEnd: '\n' } as const
    const rows = (...more: Segment[]) => sliceOf(2, segment(0, 'cells', 'a\n\n'), ...more)
    expect(codeOf(rows(), one)).toBe('accepted')
    expect(codeOf(rows(layout(1, 2, 0x0d, 0x0a)), one)).toBe('accepted')
    expect(codeOf(rows(layout(1, 2, 0x0a, 0x0a)), one)).toBe('DAMAGED')
    expect(codeOf(rows(layout(0, 1, 0x0a)), one)).toBe('DAMAGED')
    expect(codeOf(rows(layout(1, 1, 0x0d)), one)).toBe('DAMAGED')
    expect(codeOf(rows(layout(2, 0)), one)).toBe('DAMAGED')
  })
})

describe('some columns', () => {
  const slice = cutSlice(Buffer.from('a;1,5\r\n"b";x\n\nc;"y;"'), dialect, place)

  it('come with their own quoting, in the order asked for, without the row layout', () => {
    expect(Buffer.from(joinColumns(slice, [1], dialect)).toString()).toBe('1,5\r\nx\r\n"y;"\r\n')
    expect(Buffer.from(joinColumns(slice, [1, 0], dialect)).toString()).toBe('1,5;a\r\nx;"b"\r\n"y;";c\r\n')
  })

  it('come with the number of their row in the table', () => {
    const joined = joinColumns(slice, [0], { ...dialect, rowNumberFrom: 999 })
    expect(Buffer.from(joined).toString()).toBe('999;a\r\n1000;"b"\r\n1001;c\r\n')
  })

  it('are all the fields of a table when all are asked for', () => {
    fc.assert(
      fc.property(randomCsv, ({ bytes, dialect, rows }) => {
        const cut = cutSlice(bytes, dialect, place)
        const all = Array.from({ length: dialect.columns }, (_, column) => column)
        const again = cutSlice(joinColumns(cut, all, dialect), dialect, place)
        expect(again.rows).toBe(rows.length)
        for (const each of again.segments.filter(({ column }) => column !== ROW_LAYOUT)) {
          expect(hex(cut, each.column, each.kind)).toBe(Buffer.from(each.bytes).toString('hex'))
        }
      }),
      { seed: 5, numRuns: 500 },
    )
  })
})

describe('a segment of another form', () => {
  const one: CsvDialect = { ...dialect, delimiter: ',', lineEnd: '\n', columns: 1 }
  const semicolon: CsvDialect = { ...one, delimiter: ';' }
  const cells = (bytes: string | readonly number[]) => sliceOf(2, segment(0, 'cells', bytes))
  const source = (bytes: readonly number[], text = '"1,5"\nx\n') =>
    sliceOf(2, segment(0, 'cells', text), segment(0, 'source', bytes))
  const layout = (bytes: readonly number[]) =>
    sliceOf(2, segment(0, 'cells', 'a\nb\n'), segment(ROW_LAYOUT, 'source', bytes))

  const refused: readonly (readonly [string, Slice, CsvDialect?])[] = [
    ['a cell too few', cells('a\n')],
    ['a cell too many', cells('a\nb\nc\n')],
    ['no LF at the end', cells('a\nb')],
    ['a bare quote', cells('a"\nb\n')],
    ['a bare comma', cells('a,\nb\n')],
    ['a bare CR', cells('a\r\nb\n')],
    ['a NUL', cells('a\0\nb\n')],
    ['a NUL in quotes', cells('"a\0"\nb\n')],
    ['text after a closing quote', cells('"a"b\nb\n')],
    ['an unclosed quote', cells('a\n"b\n')],
    ['a bare delimiter of the dialect', cells('a;\nb\n'), semicolon],
    ['bytes that are no UTF-8', cells([0x61, 0xff, 0x0a, 0x62, 0x0a])],
    ['no cells at all', sliceOf(2)],
    [
      'cells of a column that the table has not',
      sliceOf(0, segment(0, 'cells', ''), segment(1, 'cells', '')),
    ],
    ['a bare cell whose text needs quotes', source([0, 0], '"a""b"\nx\n'), semicolon],
    ['a bare cell with a line end', source([0, 0], '"a\nb"\nx\n'), semicolon],
    ['a bare cell with the delimiter', source([0, 0], '"a;b"\nx\n'), semicolon],
    ['a bare cell with a comma where commas delimit', source([0, 0])],
    ['a bare cell that is not quoted', source([1, 0]), semicolon],
    ['an entry behind the last row', source([2, 0]), semicolon],
    ['an entry without its code', source([0]), semicolon],
    ['an entry with fewer bytes than its code says', source([0, 4, 0x61]), semicolon],
    ['a number not in its minimal form', source([0x80, 0, 0]), semicolon],
    ['a number of six bytes', source([0x80, 0x80, 0x80, 0x80, 0x80, 1, 0]), semicolon],
    ['a layout of other bytes than line ends', layout([1, 1, 0x61])],
    ['a layout behind the last position', layout([3, 0])],
  ]
  for (const [name, slice, as = one] of refused) {
    it(`is refused: ${name}`, () => {
      expect(() => joinSlice(slice, as)).toThrow(expect.objectContaining({ code: 'DAMAGED' }))
    })
  }

  it('is told from one that is strict', () => {
    expect(Buffer.from(joinSlice(cells('a\n"b"\n'), one)).toString()).toBe('a\n"b"\n')
    expect(Buffer.from(joinSlice(source([0, 0]), semicolon)).toString()).toBe('1,5\nx\n')
    expect(Buffer.from(joinSlice(layout([2, 0]), one)).toString()).toBe('a\nb')
  })
})
