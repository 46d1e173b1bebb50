import fc from 'fast-check'
import { DELIMITERS } from '../../../src/ingest/index.ts'
import type { KernelColumn } from '../../../src/ingest/kernel/join-cells.ts'

/** Bytes that are nearly, and often really, rows of so many columns. */
export interface HostileText {
  readonly text: Uint8Array
  readonly delimiter: (typeof DELIMITERS)[number]
  readonly columns: number
}

const word = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom('', 'a', '7', 'é', '中', '😀', '1,5', 'a;b', 'a|b', 'a\tb') },
  { weight: 2, arbitrary: fc.nat({ max: 40 }).map((length) => 'v'.repeat(length)) },
  {
    weight: 1,
    arbitrary: fc.constantFrom('""', '"a"', '"a""b"', '"a,b;c|d\te"', '"a\r\nb"', '"a\n"', '"\r"', '""""'),
  },
)
const oddity = fc.constantFrom(
  '"',
  '""',
  '\u0000',
  '\n',
  '\r',
  '\r\n',
  ',',
  ';',
  '\t',
  '|',
  '\u0080',
  '"a"b',
  'a"b',
)
const lineEnd = fc.constantFrom('\n', '\r\n', '\r', '\n\n', '\r\n\r\n', '\r\r\n')

/** Most are sound rows; in some a byte was added that breaks them, or does not. All end with a line end, unless empty. */
export const hostileText: fc.Arbitrary<HostileText> = fc
  .record({ delimiter: fc.constantFrom(...DELIMITERS), columns: fc.integer({ min: 1, max: 4 }) })
  .chain(({ delimiter, columns }) =>
    fc
      .record({
        rows: fc.array(fc.tuple(fc.array(word, { minLength: columns, maxLength: columns }), lineEnd), {
          maxLength: 6,
        }),
        broken: fc.option(fc.tuple(fc.nat(), oddity), { freq: 1 }),
      })
      .map(({ rows, broken }) => {
        const sound = (cell: string) =>
          cell.includes(delimiter) && !cell.startsWith('"') ? `"${cell}"` : cell
        let text = rows.map(([cells, end]) => cells.map(sound).join(delimiter) + end).join('')
        if (broken !== null) {
          const at = broken[0] % (text.length + 1)
          text = `${text.slice(0, at)}${broken[1]}${text.slice(at)}`
        }
        if (text !== '' && !/[\r\n]$/.test(text)) text += '\n'
        return { text: Buffer.from(text), delimiter, columns }
      }),
  )

const mostlyNot = <T>(arbitrary: fc.Arbitrary<T>) =>
  fc.oneof({ weight: 6, arbitrary: fc.constant(null) }, { weight: 1, arbitrary })

const strictCell = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.constantFrom(
      '',
      'a',
      '中文',
      '"a"',
      '""',
      '"a,b"',
      '"a""b"',
      '"a\nb"',
      `"${'v'.repeat(20)}"`,
      '"1,5"',
      '","',
      `"${'v'.repeat(13)},${'v'.repeat(20)},"`,
    ),
  },
  { weight: 2, arbitrary: fc.nat({ max: 40 }).map((length) => 'v'.repeat(length)) },
  { weight: 1, arbitrary: fc.constantFrom(`"${'""'.repeat(12)}"`, `"${'v'.repeat(14)}""${'v'.repeat(15)}"`) },
)

/** Some columns of so many cells, mostly of the strict form; in some one byte was added or the end cut off. */
export function hostileColumns(rows: number): fc.Arbitrary<KernelColumn[]> {
  const column = fc
    .record({
      cells: fc.array(strictCell, { minLength: rows, maxLength: rows }),
      broken: mostlyNot(fc.tuple(fc.nat(), oddity)),
      cut: mostlyNot(fc.nat({ max: 3 })),
      /** Whether the cells that may stand without their quotes do, and whether one that may not does. */
      bare: fc.boolean(),
      wronglyBare: mostlyNot(fc.nat({ max: Math.max(0, rows - 1) })),
    })
    .map(({ cells, broken, cut, bare, wronglyBare }) => {
      const text = cells.map((cell) => `${cell}\n`).join('')
      const at = (broken?.[0] ?? 0) % (text.length + 1)
      const bytes = Buffer.from(`${text.slice(0, at)}${broken?.[1] ?? ''}${text.slice(at)}`)
      const mayBeBare = (row: number) => bare && /^"[^"\r\n;|\t]*,[^"\r\n;|\t]*"$/.test(cells[row] ?? '')
      const bareRows = [...cells.keys()].filter((row) => mayBeBare(row) || row === wronglyBare)
      return { cells: bytes.subarray(0, Math.max(0, bytes.length - (cut ?? 0))), bareRows }
    })
  return fc.array(column, { minLength: 1, maxLength: 4 })
}
