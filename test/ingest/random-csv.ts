import fc from 'fast-check'
import type { CsvDialect } from '../../src/ingest/csv/dialect.ts'
import { findEncoded } from '../../src/ingest/encoding/encode.ts'
import { DELIMITERS, ENCODINGS, LINE_ENDS } from '../../src/ingest/index.ts'

/** A random export: what its cells are, and its bytes from the first row on. */
export interface RandomCsv {
  readonly dialect: CsvDialect
  readonly rows: readonly (readonly string[])[]
  readonly bytes: Uint8Array
}

const ALPHABET = [
  'a',
  'B',
  '7',
  ' ',
  '=',
  '中',
  '文',
  '龍',
  'カ',
  'é',
  '한',
  '😀',
  '"',
  ',',
  ';',
  '\t',
  '|',
  '\n',
  '\r',
  '\r\n',
]
const EVERYWHERE = ['a', 'B', '7', ' ', '=', '-', '"', ',', ';', '\t', '|', '\n', '\r', '\r\n']

const cell = (letters: readonly string[]) =>
  fc.oneof(
    { weight: 1, arbitrary: fc.constant('') },
    {
      weight: 6,
      arbitrary: fc.array(fc.constantFrom(...letters), { maxLength: 8 }).map((parts) => parts.join('')),
    },
  )

const own = new Map<string, readonly string[]>([
  ['gb18030', ['中', '龴', '€', '\u3000', '😀', '\u0e01', '︐']],
  ['big5', ['中', '十', '龍', '卅']],
  ['shift_jis', ['中', 'カ', 'ｶ', 'Ⅰ', '∵', '表', 'ソ']],
  ['euc-kr', ['한', '글', '中']],
  ['windows-1252', ['é', '€', 'ß']],
])

/** Random tables in every delimiter, line end, quoting and encoding; line ends mixed, blank lines between rows. */
export const randomCsv: fc.Arbitrary<RandomCsv> = fc
  .record({
    encoding: fc.constantFrom(...ENCODINGS),
    delimiter: fc.constantFrom(...DELIMITERS),
    lineEnd: fc.constantFrom(...LINE_ENDS),
    columns: fc.integer({ min: 1, max: 5 }),
    rowCount: fc.integer({ min: 0, max: 12 }),
    mixed: fc.boolean(),
    lastEnd: fc.boolean(),
    seed: fc.infiniteStream(fc.nat({ max: 1_000_000 })),
  })
  .chain(({ rowCount, columns, ...rest }) => {
    const extra = own.get(rest.encoding)
    const letters = extra === undefined ? ALPHABET : [...EVERYWHERE, ...extra]
    const row = fc.array(cell(letters), { minLength: columns, maxLength: columns })
    return fc
      .array(row, { minLength: rowCount, maxLength: rowCount })
      .map((rows) => build({ ...rest, columns }, rows))
  })

interface Shape extends CsvDialect {
  readonly mixed: boolean
  readonly lastEnd: boolean
  readonly seed: Iterable<number>
}

function build(shape: Shape, rows: readonly (readonly string[])[]): RandomCsv {
  const { encoding, delimiter, lineEnd, columns } = shape
  const numbers = shape.seed[Symbol.iterator]()
  const chance = (one: number) => (numbers.next().value ?? 0) % one === 0
  let text = ''
  rows.forEach((row, index) => {
    const fields = row.map((value) => (needsQuotes(value, delimiter) || chance(4) ? quote(value) : value))
    text += fields.join(delimiter)
    // An empty row of one column exists by its line end only.
    if (index === rows.length - 1 && !shape.lastEnd && fields.join('') !== '') return
    const end = shape.mixed && chance(3) ? (chance(2) ? '\n' : '\r\n') : lineEnd
    // A CR and the LF of an empty row behind it would be one line end.
    text += text.endsWith('\r') && end === '\n' ? '\r\n' : end
    if (columns > 1 && chance(8)) text += '\n'
  })
  const bytes = findEncoded(Buffer.from(text), encoding)
  if (bytes === undefined) throw new Error(`no ${encoding} bytes for the random letters`)
  return { dialect: { encoding, delimiter, lineEnd, columns }, rows, bytes: new Uint8Array(bytes) }
}

function needsQuotes(value: string, delimiter: string): boolean {
  return value.includes(delimiter) || /["\r\n]/.test(value)
}

function quote(value: string): string {
  return `"${value.replaceAll('"', '""')}"`
}
