import { deepStrictEqual } from 'node:assert'
import { parseStrictJson } from '../../../src/strict-json.ts'
import { JSON_TOKENS } from '../json-tokens.ts'
import { CANARY, type Target } from '../target.ts'

const DOCUMENT = { a: [1, -2.5, true, null, `${CANARY} é中😀\n`], b: { c: {}, d: [[]], '': 'x' } }

/** What the strict reader takes, the platform's takes too, and as the same value. */
export const strictJsonTarget: Target = {
  name: 'strict-json',
  seeds: [Buffer.from(JSON.stringify(DOCUMENT)), Buffer.from(JSON.stringify(DOCUMENT, null, 1))],
  tokens: [...JSON_TOKENS, '\\', '\\ud83d\\ude00', 'true', '5.0', '9007199254740993', '__proto__'],
  json: true,
  codes: ['DAMAGED', 'LIMIT'],
  read(input) {
    const value = parseStrictJson(input, 'the document')
    deepStrictEqual(JSON.parse(JSON.stringify(value)), JSON.parse(Buffer.from(input).toString()))
  },
}
