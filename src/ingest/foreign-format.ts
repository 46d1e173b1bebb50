import { DatadeedError } from '../errors.ts'
import { say } from '../messages/index.ts'
import { printable } from '../messages/printable.ts'

type Hint =
  | 'hintUnpack'
  | 'hintSaveAsXlsx'
  | 'hintRenameXlsx'
  | 'hintWorkbookAlone'
  | 'hintPassword'
  | 'hintExportAsCsv'
  | 'hintDecrypt'
  | 'hintIsDeed'
  | 'hintNameJson'
  | 'hintNameDatabase'

/** What a file is, as a person calls it, and what to do with it. */
interface Foreign {
  readonly what: string
  readonly hint: Hint
}

/** How files begin that are often given a name ending in .csv; each is refused by the name of what it is. */
const SIGNATURES: readonly (readonly [signature: RegExp, what: string, hint: Hint])[] = [
  [/^\x1f\x8b/, 'gzip', 'hintUnpack'],
  [/^\x28\xb5\x2f\xfd/, 'Zstandard', 'hintUnpack'],
  [/^\xfd7zXZ\0/, 'XZ', 'hintUnpack'],
  [/^BZh[1-9](?:1AY&SY|\x17rE8P\x90)/, 'bzip2', 'hintUnpack'],
  [/^\x04\x22\x4d\x18/, 'LZ4', 'hintUnpack'],
  [/^7z\xbc\xaf'\x1c/, '7-Zip', 'hintUnpack'],
  [/^Rar!\x1a\x07/, 'RAR', 'hintUnpack'],
  [/^.{257}ustar(?:\0| {2}\0)/s, 'tar', 'hintUnpack'],
  [/^%PDF-/, 'PDF', 'hintExportAsCsv'],
  [/^SQLite format 3\0/, 'SQLite', 'hintNameDatabase'],
  [/^PAR1[^ -~\t\r\n]/, 'Parquet', 'hintExportAsCsv'],
  [/^\{\\rtf/, 'RTF', 'hintExportAsCsv'],
  [/^age-encryption\.org\//, 'age', 'hintDecrypt'],
  [/^-----BEGIN AGE ENCRYPTED FILE-----/, 'age', 'hintDecrypt'],
  [/^-----BEGIN PGP MESSAGE-----/, 'OpenPGP', 'hintDecrypt'],
]

const ZIP = /^PK(?:\x03\x04|\x05\x06|\x07\x08)/
const OLE = '\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1'
/** The stream of an OLE file that holds a workbook with a password, by its name in UTF-16. */
const ENCRYPTED_WORKBOOK = Buffer.from('EncryptedPackage', 'utf16le').toString('latin1')
const WORKBOOK_NAME = /\.xls[xmb]$/i
const BINARY_NAME = /\.xlsb$/i
/** Names under which exports of text come, or old workbooks. */
const TEXT_NAME = /\.(?:csv|txt|tsv|tab|xls|et|dat)$/i
const MARKUP = /^\s*<(?:(\?xml)|!--|(?:!doctype|html|head|meta|style|script|body|table|div)\b)/i
const MHTML = /^\s*MIME-Version: 1\.0\r?\n/i
/** A quote here would be refused in CSV as well, so that no export of one odd column is taken for it. */
const JSON_START = /^\s*\[?\s*\{[ \t]*"/

/** Named as JSON: each value of it may well look like a line of one column. */
const JSON_NAME = /\.(?:jsonl|ndjson|json)$/i

/** The format whose signature stands at the start of a file, if it is one of those that are neither CSV nor JSON. */
function findForeignFormat(head: Uint8Array, path: string): Foreign | undefined {
  const bytes = Buffer.from(head.buffer, head.byteOffset, head.length).toString('latin1')
  if (ZIP.test(bytes)) return zipContent(bytes.slice(0, 4096), path)
  if (bytes.startsWith(OLE)) {
    return WORKBOOK_NAME.test(path) || bytes.includes(ENCRYPTED_WORKBOOK)
      ? { what: say().ingest.protectedWorkbook, hint: 'hintPassword' }
      : { what: 'OLE (Excel 97, WPS .et)', hint: 'hintSaveAsXlsx' }
  }
  const text = textOf(bytes)
  const markup = MARKUP.exec(text)
  if (markup !== null) return { what: markup[1] === undefined ? 'HTML' : 'XML', hint: 'hintSaveAsXlsx' }
  if (MHTML.test(text)) return { what: 'MHTML', hint: 'hintSaveAsXlsx' }
  const known = SIGNATURES.find(([signature]) => signature.test(bytes))
  return known === undefined ? undefined : { what: known[1], hint: known[2] }
}

/** The start of a file as its ASCII, whichever Unicode form it has. */
function textOf(bytes: string): string {
  return bytes
    .slice(0, 4096)
    .replace(/^(?:\xff\xfe|\xfe\xff|\xef\xbb\xbf)/, '')
    .replaceAll('\0', '')
}

function isJson(head: Uint8Array, path: string): boolean {
  const bytes = Buffer.from(head.buffer, head.byteOffset, head.length).toString('latin1')
  return JSON_NAME.test(path) || JSON_START.test(textOf(bytes))
}

/** What a file is that is neither CSV nor JSON, as a person calls it; undefined for one that may be either. */
export function nameForeignFormat(head: Uint8Array, path: string): string | undefined {
  return findForeignFormat(head, path)?.what
}

/** A ZIP by the names of its first entries. */
function zipContent(start: string, path: string): Foreign {
  if (start.includes('application/vnd.datadeed.')) return { what: say().ingest.aDeed, hint: 'hintIsDeed' }
  if (start.includes('application/vnd.oasis.opendocument.')) {
    return { what: 'OpenDocument (ZIP)', hint: 'hintSaveAsXlsx' }
  }
  return /\[Content_Types\]|xl\/|_rels\/|docProps\//.test(start)
    ? workbookContent(path)
    : { what: 'ZIP', hint: 'hintUnpack' }
}

/** A workbook is read under its own name; with one, it is a part of a table of several files, or comes packed or piped. */
function workbookContent(path: string): Foreign {
  if (BINARY_NAME.test(path)) return { what: 'Excel .xlsb (ZIP)', hint: 'hintSaveAsXlsx' }
  const hint = TEXT_NAME.test(path) ? 'hintRenameXlsx' : 'hintWorkbookAlone'
  return { what: 'Excel .xlsx (ZIP)', hint }
}

/**
 * What begins like an archive may be a workbook; the rest is none, whatever it is called.
 * @throws FORMAT, saying what the file is as far as that can be told
 */
export function assertWorkbook(head: Uint8Array, path: string): void {
  const foreign = findForeignFormat(head, path)
  const { ingest, xlsx } = say()
  const shown = printable(path)
  if (foreign === undefined) {
    throw new DatadeedError('FORMAT', xlsx.notWorkbookAtAll({ path: shown }), { hints: [xlsx.hintRenameCsv] })
  }
  const { what, hint } = foreign
  if (hint === 'hintRenameXlsx' || hint === 'hintWorkbookAlone' || what === 'ZIP') return
  throw new DatadeedError('FORMAT', xlsx.notWorkbook({ path: shown, what }), { hints: [ingest[hint]] })
}

/** For a CSV. @throws FORMAT, saying what the file is. */
export function assertNoForeignFormat(head: Uint8Array, path: string): void {
  const json: Foreign = { what: 'JSON', hint: 'hintNameJson' }
  const foreign = findForeignFormat(head, path) ?? (isJson(head, path) ? json : undefined)
  if (foreign === undefined) return
  const { ingest } = say()
  const { what, hint } = foreign
  throw new DatadeedError('FORMAT', ingest.foreignFormat({ path: printable(path), what }), {
    hints: [ingest[hint]],
  })
}
