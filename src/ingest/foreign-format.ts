import { DatadeedError } from '../errors.ts'
import { say } from '../messages/index.ts'
import { printable } from '../messages/printable.ts'

/** What files begin with that are often given a name ending in .csv; each is refused by the name of what it is. */
const SIGNATURES: readonly (readonly [string, string])[] = [
  ['gzip', '\x1f\x8b'],
  ['OLE (Excel 97, WPS .et)', '\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1'],
  ['PDF', '%PDF-'],
  ['SQLite', 'SQLite format 3\0'],
  ['Zstandard', '\x28\xb5\x2f\xfd'],
  ['XZ', '\xfd7zXZ\0'],
  ['bzip2', 'BZh'],
  ['7-Zip', "7z\xbc\xaf'\x1c"],
  ['RAR', 'Rar!\x1a\x07'],
  ['Parquet', 'PAR1'],
  ['age', 'age-encryption.org/'],
]

const ZIP = /^PK(?:\x03\x04|\x05\x06)/
const MARKUP = /^(?:\xef\xbb\xbf)?\s*<(?:!doctype html|html|head|table|meta|\?xml)/i

/** Named as JSON: each value of it may well look like a line of one column. */
const JSON_NAME = /\.(?:jsonl|ndjson|json)$/i

/** The name of the format whose signature stands at the start of a file, if it is one of those that are no CSV. */
function findForeignFormat(head: Uint8Array): string | undefined {
  const start = Buffer.from(head.subarray(0, 4096)).toString('latin1')
  if (ZIP.test(start)) return /\[Content_Types\]|xl\/|_rels\//.test(start) ? 'Excel .xlsx (ZIP)' : 'ZIP'
  const markup = MARKUP.exec(start.replaceAll('\0', '').replace(/^(?:\xff\xfe|\xfe\xff)/, ''))
  if (markup !== null) return markup[0].toLowerCase().endsWith('xml') ? 'XML' : 'HTML'
  return SIGNATURES.find(([, signature]) => start.startsWith(signature))?.[0]
}

/** @throws FORMAT, saying what the file is. */
export function assertNoForeignFormat(head: Uint8Array, path: string): void {
  const what = JSON_NAME.test(path) ? 'JSON' : findForeignFormat(head)
  if (what === undefined) return
  throw new DatadeedError('FORMAT', say().ingest.foreignFormat({ path: printable(path), what }), {
    hints: [say().ingest.hintSaveAsCsv],
  })
}
