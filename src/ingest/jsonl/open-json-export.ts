import { parse as parsePath } from 'node:path'
import { DatadeedError } from '../../errors.ts'
import { say } from '../../messages/index.ts'
import { printable } from '../../messages/printable.ts'
import { CELL_KINDS, type Column, type ColumnKind } from '../../table.ts'
import type { CsvOptions } from '../csv/open-csv-export.ts'
import { readHead } from '../csv/read-sample.ts'
import { assertFileCount, type JoinedFiles } from '../source/joined-files.ts'
import { openJoinedLines } from '../source/joined-lines.ts'
import { openSource, unpackedName } from '../source/open-source.ts'
import type { SourceFile } from '../source-file.ts'
import type { OpenedExport, TableSource } from '../table-source.ts'
import { typedDialect, typedPreamble } from '../typed/slice-writer.ts'
import { assertJsonBegins } from './begins.ts'
import { assertMemberNames } from './names.ts'
import { type JsonForm, placed, readRows } from './read-rows.ts'
import { RowParser } from './row-parser.ts'
import { readJsonSlices } from './slices.ts'

/** What a file begins with that tells how it goes on. */
const HEAD_BYTES = 64 * 1024

/**
 * Opens JSON lines (`.jsonl`, `.ndjson`) or one JSON array of objects (`.json`), packed or not. All of it is read once
 * to find its columns and every fault, so that the slices bring none.
 * @throws DatadeedError IO_READ, FORMAT, EMPTY, ENCODING, SYNTAX, SHAPE, VALUE, LIMIT, CHANGED; USAGE for an option that
 * only a CSV has
 */
export async function openJsonExport(path: string, options: CsvOptions = {}): Promise<OpenedExport> {
  assertOptions(path, options)
  const file = await openSource(path, options)
  const close = () => file[Symbol.asyncDispose]()
  try {
    const table = await readJsonExport(file, path, options)
    return { path, tables: [table], notes: [], [Symbol.asyncDispose]: close }
  } catch (cause) {
    await close()
    throw cause
  }
}

/**
 * Opens many files of JSON lines as one table, whose columns are those of all of them.
 * @throws DatadeedError as openJsonExport, and LIMIT for too many files
 */
export async function openJoinedJson(files: JoinedFiles, options: CsvOptions = {}): Promise<OpenedExport> {
  assertOptions(files.label, options)
  assertFileCount(files)
  const look = (head: Uint8Array, path: string): void => {
    assertJsonBegins(head, 'jsonl', path)
  }
  const file = await openJoinedLines(files, { headBytes: HEAD_BYTES, look })
  const close = () => file[Symbol.asyncDispose]()
  try {
    const table = await readJsonTable(file, options, { name: files.name, form: 'jsonl', bom: false })
    const count = files.paths.length
    const description = {
      ...table.description,
      ...(count > 1 ? { files: count } : {}),
    } as TableSource['description']
    return { path: files.label, tables: [{ ...table, description }], notes: [], [Symbol.asyncDispose]: close }
  } catch (cause) {
    await close()
    throw cause
  }
}

async function readJsonExport(file: SourceFile, operand: string, options: CsvOptions): Promise<TableSource> {
  const named = parsePath(unpackedName(operand))
  const form: JsonForm = named.ext.toLowerCase() === '.json' ? 'json' : 'jsonl'
  const { bom } = assertJsonBegins(await readHead(file, HEAD_BYTES), form, file.path)
  return readJsonTable(file, options, { name: named.name, form, bom })
}

async function readJsonTable(
  file: SourceFile,
  options: CsvOptions,
  { name, form, bom }: { readonly name: string; readonly form: JsonForm; readonly bom: boolean },
): Promise<TableSource> {
  const { path, compression } = file
  const start = bom ? 3 : 0
  const { columns, blank } = await findColumns(file, form, { start, readBytes: options.readBytes })
  assertMemberNames(
    columns.map(({ name }) => name),
    path,
    options.header === true,
  )
  const { size } = file
  return {
    path,
    name,
    size,
    dialect: typedDialect(columns.length),
    preamble: typedPreamble(columns),
    preambleLines: 1,
    columns,
    description: { kind: form, bom, ...(compression === undefined ? {} : { compression }) },
    remarks: [],
    excluded: () => (blank === 0 ? [] : [{ code: 'blank', rows: blank }]),
    rereadable: true,
    slices: (request) => readJsonSlices(file, { form, start, columns }, request),
    assertUnchanged: () => file.assertUnchanged(),
  }
}

/** Reads every row for its columns and its faults. */
async function findColumns(
  file: SourceFile,
  form: JsonForm,
  where: { readonly start: number; readonly readBytes: number | undefined },
): Promise<{ readonly columns: readonly Column[]; readonly blank: number }> {
  const parser = new RowParser()
  const batches = readRows(file, form, where)
  let next = await batches.next()
  for (; !next.done; next = await batches.next()) {
    const { bytes, offset, places } = next.value
    await placed(file, offset, () => {
      for (let at = 0; at < places.length; at += 2) parser.parse(bytes, places[at] ?? 0, places[at + 1] ?? 0)
    })
  }
  if (parser.columns.length === 0) throw empty(file.path)
  const columns = parser.columns.map((name, index): Column => {
    return { index, name, kind: commonest(parser.countsOf(index)), declared: null }
  })
  return { columns, blank: next.value }
}

/** What most cells of a column are that are anything; text where none is. */
function commonest(counts: readonly number[]): ColumnKind {
  let [most, found]: [number, ColumnKind] = [0, 'text']
  for (const [at, kind] of CELL_KINDS.entries()) {
    const cells = counts[at] ?? 0
    if (kind === 'null' || kind === 'absent' || cells <= most) continue
    most = cells
    found = kind
  }
  return found
}

function assertOptions(path: string, { encoding, delimiter, header }: CsvOptions): void {
  const flags = [
    ...(encoding === undefined || encoding === 'utf-8' ? [] : ['--encoding']),
    ...(delimiter === undefined ? [] : ['--delimiter']),
    ...(header === false ? ['--no-header'] : []),
  ]
  if (flags.length === 0) return
  throw new DatadeedError('USAGE', say().json.csvOnly({ path: printable(path), flags: flags.join(', ') }), {
    hints: [say().json.hintCsvOnly],
  })
}

export function empty(path: string): DatadeedError {
  return new DatadeedError('EMPTY', say().json.empty({ path: printable(path) }), {
    hints: [say().ingest.hintEmpty],
  })
}
