import { strictEqual } from 'node:assert'
import { JSON_CASES } from '../../../fixtures/json/cases.ts'
import { openExport } from '../../../src/ingest/index.ts'
import { readTyped } from '../../ingest/jsonl/read-typed.ts'
import { rebuild } from '../../ingest/jsonl/rebuild.ts'
import { canonical } from '../../restore/random-json.ts'
import { JSON_TOKENS } from '../json-tokens.ts'
import { Broken, CANARY, type Target } from '../target.ts'
import { scratchFile } from './scratch-file.ts'

/** Rows whose names and cells no sentence may show. */
const SECRET = `{"${CANARY}":"${CANARY} é","a":{"${CANARY}":[1.5,{"${CANARY}":null}]},"b":true}`
const SLICES = { sliceBytes: 24, sliceRows: 3, readBytes: 16 }

/**
 * An export of JSON, as lines or as an array: of what is accepted, the cells make the objects again that the platform
 * reads, number text and all. The first byte chooses.
 */
export function jsonExportTarget(): Target {
  const [lines, array] = [scratchFile('fuzz.jsonl'), scratchFile('fuzz.json')]
  return {
    name: 'json-export',
    seeds: [
      Buffer.from(`\0${SECRET}\n${SECRET}\n`),
      Buffer.from(`\x01[${SECRET},\n${SECRET}]`),
      ...JSON_CASES.filter(({ bytes }) => bytes.length < 2000).map(({ file, bytes }) =>
        Buffer.concat([Buffer.of(file.endsWith('.json') ? 1 : 0), bytes]),
      ),
    ],
    tokens: [...JSON_TOKENS, '\\', '\\ud83d\\ude00', '\n', '\r\n', '{}', '"a.b":', '{"a":1}', '\0'],
    codes: ['ENCODING', 'SYNTAX', 'SHAPE', 'FORMAT', 'EMPTY', 'VALUE', 'LIMIT'],
    async read(input) {
      const whole = (input[0] ?? 0) % 2 === 1
      const bytes = input.subarray(1)
      await using source = await openExport((whole ? array : lines).write(bytes), SLICES)
      const [table] = source.tables
      if (table === undefined) throw new Broken('no table')
      const rows = await readTyped(table, SLICES)
      const text = new TextDecoder().decode(bytes)
      const own = whole ? text : `[${text.split('\n').filter((line) => line.trim() !== '')}]`
      strictEqual(canonical(`[${rows.map((row) => rebuild(table.columns, row))}]`), canonical(own))
    },
  }
}
