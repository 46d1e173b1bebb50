import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isJsonNumber, isJsonText } from '../../../src/ingest/jsonl/is-json.ts'
import { joinPath, splitPath } from '../../../src/ingest/jsonl/paths.ts'
import { JSON_CELL_DEPTH } from '../../../src/limits.ts'

/** What the platform's own parser takes. */
function parses(text: string): boolean {
  try {
    JSON.parse(text)
    return true
  } catch {
    return false
  }
}

const piece = fc.constantFrom(
  ...[
    '{',
    '}',
    '[',
    ']',
    ',',
    ':',
    '"',
    '""',
    '"a"',
    '"a":',
    '\\',
    '\\u00',
    '\\n',
    ' ',
    '\n',
    '\t',
    '\u00a0',
    '\ufeff',
  ],
  ...['0', '1', '-', '+', '.', 'e', 'E5', '01', 'true', 'null', 'nul', 'NaN', '中', '\u0001'],
)

describe('whether a text is JSON', () => {
  it('is answered as the platform answers it, for texts that nearly are', () => {
    let taken = 0
    const near = fc.oneof(
      fc.array(piece, { maxLength: 8 }).map((all) => all.join('')),
      fc.tuple(fc.json({ maxDepth: 3 }), fc.nat(), piece).map(([json, at, each]) => {
        const place = at % (json.length + 1)
        return json.slice(0, place) + each + json.slice(place + (at % 2))
      }),
    )
    const property = fc.property(near, (text) => {
      const answer = isJsonText(text)
      if (answer) taken += 1
      expect(answer).toBe(parses(text))
    })
    fc.assert(property, { numRuns: 4000, seed: 61 })
    expect(taken).toBeGreaterThan(400)
  })

  it('is answered yes for whatever the platform writes', () => {
    fc.assert(fc.property(fc.json(), isJsonText), { numRuns: 300 })
    fc.assert(
      fc.property(fc.double({ noNaN: true, noDefaultInfinity: true }), (value) =>
        isJsonNumber(JSON.stringify(value)),
      ),
    )
  })

  it('is answered no beyond a depth, without recursion', () => {
    const nested = (depth: number): string => `${'[{"a":'.repeat(depth / 2)}0${'}]'.repeat(depth / 2)}`
    expect(isJsonText(nested(JSON_CELL_DEPTH))).toBe(true)
    expect(isJsonText(`[${nested(JSON_CELL_DEPTH)}]`)).toBe(false)
    expect(isJsonText('['.repeat(1_000_000))).toBe(false)
  })

  it('is answered for numbers of any length', () => {
    const digits = '1234567890'.repeat(1_000_000)
    expect([isJsonNumber(digits), isJsonNumber(`${digits}.`), isJsonNumber(`${digits}\u0131`)]).toEqual([
      true,
      false,
      false,
    ])
  })

  it.each(['', '1 ', '+1', '1.', '.5', '0x1', '1e', '--1', '00', '1\n', '\u0661', 'Infinity'])(
    'is no number: %j',
    (text) => {
      expect(isJsonNumber(text)).toBe(false)
    },
  )
})

describe('the path of a member', () => {
  it('is one name that splits into the names again, whatever they hold', () => {
    const name = fc.oneof(fc.string({ unit: 'grapheme' }), fc.constantFrom('', '.', '\\', 'a.b', '\\.', '..'))
    const property = fc.property(fc.array(name, { minLength: 1, maxLength: 6 }), (names) => {
      const path = names.reduce<string | undefined>(joinPath, undefined) ?? ''
      expect(splitPath(path)).toEqual(names)
    })
    fc.assert(property, { numRuns: 500 })
  })

  it.each(['\\', 'a\\', 'a\\b', 'a.\\n', '\\\\\\'])('is none: %j', (path) => {
    expect(splitPath(path)).toBeUndefined()
  })
})
