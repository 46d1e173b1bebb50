import { deepStrictEqual } from 'node:assert'
import { bytesOf, CASES, type CsvCase } from '../../../fixtures/csv/generate.ts'
import { findRecords } from '../../../src/ingest/csv/sample.ts'
import { findUtf8 } from '../../../src/ingest/encoding/decode.ts'
import { ENCODINGS, findEncoding, openCsvExport } from '../../../src/ingest/index.ts'
import { readTable } from '../../ingest/read-table.ts'
import { Broken, type Target } from '../target.ts'
import { scratchFile } from './scratch-file.ts'

const TOKENS = [
  '"',
  '""',
  '"a""b"',
  ',',
  ';',
  '\t',
  '|',
  '\n',
  '\r',
  '\r\n',
  '\n\n',
  '\0',
  '\ufeff',
  '\ufffd',
  'sep=;\n',
  'sep=,\r\n',
  '中,文',
  '😀',
  Buffer.from('fffe', 'hex'),
  Buffer.from('feff', 'hex'),
  Buffer.from('8130813081308130', 'hex'),
  Buffer.from('a1a1c4e3', 'hex'),
  Buffer.from('0d000a00', 'hex'),
]
/** Small, so that short exports have many. */
const REQUEST = { sliceBytes: 24, sliceRows: 5, readBytes: 64 }

export const CSV_SEEDS: readonly Uint8Array[] = CASES.map(bytesOf)

/** What a case's options are as the first byte. */
function saidOf({ options: { encoding = '', header } = {} }: CsvCase): number {
  const found = findEncoding(encoding)
  const asked = found === undefined ? 0 : 1 + ENCODINGS.indexOf(found)
  return 4 * asked + (header === undefined ? 0 : header ? 1 : 2)
}

/**
 * An export, read as sealing reads it: of what it accepts, the joined slices are its own bytes, and csv-parse reads the
 * same cells. The first byte chooses what a person said.
 */
export function csvTarget(): Target {
  const file = scratchFile('fuzz.csv')
  return {
    name: 'csv',
    seeds: CASES.map((each) => Buffer.concat([Buffer.of(saidOf(each)), bytesOf(each)])),
    tokens: TOKENS,
    codes: ['ENCODING', 'SYNTAX', 'SHAPE', 'FORMAT', 'EMPTY', 'VALUE', 'LIMIT'],
    naming: ['SHAPE'],
    async read(input) {
      const [asked = 0] = input
      const header = [undefined, true, false, undefined][asked % 4]
      const encoding = asked < 4 ? undefined : ENCODINGS[((asked >> 2) - 1) % ENCODINGS.length]
      const bytes = input.subarray(1)
      await using source = await openCsvExport(file.write(bytes), { encoding, header })
      const read = await readTable(source, REQUEST)
      if (!Buffer.concat([source.preamble, read.bytes]).equals(bytes))
        throw new Broken('other bytes than the export')
      const { dialect } = source
      const text = findUtf8(read.bytes, dialect.encoding)
      if (text === undefined) throw new Broken('rows that do not decode')
      deepStrictEqual(findRecords(text, dialect.delimiter, { blankIsRow: dialect.columns === 1 }), read.rows)
    },
  }
}
