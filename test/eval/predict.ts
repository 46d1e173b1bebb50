import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'csv-parse/sync'
import {
  type ColumnDecision,
  type ColumnSample,
  classifyTable,
  createScanCounts,
  scanSegment,
} from '../../src/classify/index.ts'
import type { LabelledSet, LabelledTable } from './labels.ts'
import type { SetName } from './sets.ts'

/** Names that TextDecoder has for the encodings of the sets. */
const DECODERS: Readonly<Record<string, string>> = {
  cp932: 'shift_jis',
  cp949: 'euc-kr',
  cp1252: 'windows-1252',
}

const FIXTURES = join(import.meta.dirname, '../../fixtures/eval')

export function readLabels(set: SetName): LabelledSet {
  return JSON.parse(readFileSync(join(FIXTURES, set, 'labels.json'), 'utf8'))
}

/** Classifies every table of a labelled set, read by the encoding and delimiter that its label states. */
export function predictSet(set: SetName): Map<string, ColumnDecision[]> {
  const { tables } = readLabels(set)
  return new Map(
    Object.entries(tables).map(([file, table]) => {
      const bytes = readFileSync(join(FIXTURES, set, 'tables', file))
      return [file, classifyTable({ name: file.replace(/\.csv$/, ''), columns: readColumns(bytes, table) })]
    }),
  )
}

function readColumns(bytes: Uint8Array, { encoding, delimiter }: LabelledTable): ColumnSample[] {
  const text = new TextDecoder(DECODERS[encoding] ?? encoding, { fatal: true }).decode(bytes)
  const rows: string[][] = parse(text, { delimiter, bom: true, relax_column_count: true })
  const [headers = [], ...data] = rows
  return headers.map((name, index) => {
    const values = data.map((row) => row[index] ?? '')
    const scan = createScanCounts()
    scanSegment(encodeSegment(values), scan)
    return { index, name, values, rows: data.length, scan }
  })
}

/** One RFC 4180 field a row, each ended by LF. */
function encodeSegment(values: readonly string[]): Uint8Array {
  const fields = values.map((value) =>
    /[",\r\n]/.test(value) ? `"${value.replaceAll('"', '""')}"\n` : `${value}\n`,
  )
  return new TextEncoder().encode(fields.join(''))
}
