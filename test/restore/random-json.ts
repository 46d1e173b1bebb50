import fc from 'fast-check'

/** JSON texts of rows, with all that a reader could mistake: names, numbers, nothing in three ways, white space. */

const name = fc.constantFrom(
  'a',
  'b',
  'c',
  'a.b',
  'a\\',
  '.',
  '\\.',
  '__proto__',
  'constructor',
  '中 文',
  '"',
  ' x',
)
/** Within an object of a row a member may have no name. */
const innerName = fc.oneof(name, fc.constant(''))
const space = fc.constantFrom('', '', '', ' ', '\t', ' \t ')
const number = fc.oneof(
  fc.constantFrom(
    '0',
    '-0',
    '1.10',
    '1e400',
    '-1E-7',
    '9007199254740993',
    '0.1000',
    '12345678901234567890.5',
  ),
  fc.integer().map(String),
  fc.double({ noNaN: true, noDefaultInfinity: true }).map((value) => JSON.stringify(value)),
)
const text = fc
  .oneof(
    fc.constantFrom('', ' ', '1', 'null', 'true', 'a,b', '"', '\r\n', '{}', '😀'),
    fc.string({ unit: 'grapheme' }),
  )
  .filter((each) => !each.includes('\0') && each.isWellFormed())
const string = fc
  .tuple(text, fc.boolean())
  .map(([each, escaped]) =>
    escaped ? JSON.stringify(each).replace(/[^\u0020-\u007e]/g, escapeUnit) : JSON.stringify(each),
  )
const scalar = fc.oneof(number, string, fc.constantFrom('null', 'true', 'false', '[]', '{}', '{ }'))

function escapeUnit(unit: string): string {
  return `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`
}

function members(names: fc.Arbitrary<string>, value: fc.Arbitrary<string>, maxLength: number) {
  const member = fc.tuple(names, value)
  return fc
    .tuple(fc.uniqueArray(member, { maxLength, selector: ([each]) => each }), space)
    .map(
      ([all, gap]) =>
        `{${all.map(([each, own]) => `${JSON.stringify(each)}${gap}:${gap}${own}`).join(`${gap},`)}}`,
    )
}

const { value } = fc.letrec<{ value: string }>((tie) => ({
  value: fc.oneof(
    { depthSize: 'small' },
    { weight: 6, arbitrary: scalar },
    { weight: 2, arbitrary: members(innerName, tie('value'), 3) },
    { weight: 1, arbitrary: fc.array(tie('value'), { maxLength: 3 }).map((all) => `[${all.join(' ,')}]`) },
  ),
}))

/** Rows of one table, of which the first has a column at least. */
export const randomRows: fc.Arbitrary<readonly string[]> = fc
  .tuple(
    fc.array(members(name, value, 4), { maxLength: 12 }),
    fc.constantFrom('{"a":1}', '{"b":null}', '{"c":{"a":""}}'),
  )
  .map(([rows, first]) => [first, ...rows])

/** A JSON value as a text that is the same exactly if members, values and the text of numbers are. */
export function canonical(json: string): string {
  return written(JSON.parse(json, numeral))
}

function numeral(this: unknown, _: string, own: unknown, context?: { readonly source?: string }): unknown {
  return typeof own === 'number' ? new Numeral(context?.source) : own
}

class Numeral {
  readonly source: string | undefined

  constructor(source: string | undefined) {
    this.source = source
  }
}

function written(own: unknown): string {
  if (own instanceof Numeral) return String(own.source)
  if (Array.isArray(own)) return `[${own.map(written).join()}]`
  if (typeof own !== 'object' || own === null) return JSON.stringify(own)
  const sorted = Object.entries(own).sort(([a], [b]) => (a < b ? -1 : 1))
  return `{${sorted.map(([key, inner]) => `${JSON.stringify(key)}:${written(inner)}`).join()}}`
}
