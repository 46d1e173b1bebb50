import { DatadeedError } from '../../errors.ts'
import { say } from '../../messages/index.ts'
import { printable } from '../../messages/printable.ts'
import { findEncoded } from '../encoding/encode.ts'
import { unitBytes } from '../encoding/encodings.ts'
import { assertFileCount, type JoinedFiles } from '../source/joined-files.ts'
import type { OpenedExport, SliceRequest, SourceSlice, TableSource } from '../table-source.ts'
import { CR, LF } from './bytes.ts'
import { unitAt } from './lines.ts'
import { type CsvExport, type CsvOptions, openCsvExport } from './open-csv-export.ts'

/**
 * Opens many CSV files as one table. All must have the same columns in the same order, and be written alike.
 * @throws SHAPE naming the first file that differs and in what, LIMIT, and what opening any of them throws
 */
export async function openJoinedCsv(files: JoinedFiles, options: CsvOptions): Promise<OpenedExport> {
  assertFileCount(files)
  const opened: CsvExport[] = []
  const close = async (): Promise<void> => {
    for (const each of opened) await each[Symbol.asyncDispose]()
  }
  try {
    for (const path of files.paths) {
      const each = await openCsvExport(path, options)
      opened.push(each)
      assertLike(each, opened[0] ?? each)
    }
    const [first, ...more] = opened
    if (first === undefined) throw new RangeError('no file to join')
    const table = more.length === 0 ? rename(first, files.name) : joinTables(first, opened, files)
    return { path: files.label, tables: [table], notes: [], [Symbol.asyncDispose]: close }
  } catch (error) {
    await close()
    throw error
  }
}

function rename(table: TableSource, name: string): TableSource {
  return Object.create(table, { name: { value: name } })
}

function joinTables(
  first: CsvExport,
  files: readonly CsvExport[],
  { name, label }: JoinedFiles,
): TableSource {
  const compressions = new Set(files.map(({ description }) => packingOf(description)))
  const [compression] = compressions
  const { compression: _, ...description } = first.description as CsvDescription
  return {
    path: label,
    name,
    size: files.reduce((sum, { size }) => sum + size, 0),
    dialect: first.dialect,
    preamble: first.preamble,
    preambleLines: first.preambleLines,
    columns: first.columns,
    description: {
      ...description,
      files: files.length,
      // Of files packed in different ways no one word is true.
      ...(compressions.size === 1 && compression !== undefined ? { compression } : {}),
    },
    remarks: [],
    excluded: () => [],
    rereadable: true,
    slices: (request) => joinSlices(files, first, request),
    assertUnchanged: async () => {
      for (const file of files) await file.assertUnchanged()
    },
  }
}

type CsvDescription = Extract<TableSource['description'], { kind: 'csv' }>

function packingOf(description: TableSource['description']): 'gzip' | 'zstd' | undefined {
  return 'compression' in description ? description.compression : undefined
}

/** The slices of all files in order; a file's last row gets a line end if another file follows. */
async function* joinSlices(
  files: readonly CsvExport[],
  { dialect }: CsvExport,
  request: SliceRequest,
): AsyncGenerator<SourceSlice> {
  let [number, offset, readBefore] = [0, 0, 0]
  let held: SourceSlice | undefined
  for (const file of files) {
    let begins: SourceSlice['begins'] = { path: file.path, linesBefore: file.preambleLines }
    for await (const slice of file.slices(request)) {
      if (held !== undefined) yield held
      const { bytes } = slice
      const ended = slice.last ? withLineEnd(bytes, dialect) : bytes
      held = {
        ...slice,
        number,
        offset,
        bytes: ended,
        last: false,
        readTo: readBefore + slice.readTo,
        begins,
      }
      begins = undefined
      number += 1
      offset += ended.length
    }
    readBefore += file.size
  }
  for (const file of files) await file.assertUnchanged()
  if (held !== undefined) yield { ...held, last: true }
}

function withLineEnd(bytes: Uint8Array, { encoding, lineEnd }: CsvExport['dialect']): Uint8Array {
  const last = unitAt(bytes, bytes.length - unitBytes(encoding), encoding)
  if (last === LF || last === CR) return bytes
  const end = findEncoded(Buffer.from(lineEnd), encoding) ?? Buffer.from(lineEnd)
  const ended = new Uint8Array(new SharedArrayBuffer(bytes.length + end.length))
  ended.set(bytes)
  ended.set(end, bytes.length)
  return ended
}

function assertLike(file: CsvExport, first: CsvExport): void {
  const { ingest } = say()
  const paths = { path: printable(file.path), first: printable(first.path) }
  const refuse = (sentence: string, hint: string): DatadeedError =>
    new DatadeedError('SHAPE', sentence, { hints: [hint, ingest.hintJoined] })
  if (file.columns.length !== first.columns.length) {
    const counts = { got: file.columns.length, expected: first.columns.length }
    throw refuse(ingest.otherColumnCount({ ...paths, ...counts }), ingest.hintOneShape)
  }
  const other = file.columns.find(({ index, name }) => name !== first.columns[index]?.name)
  if (other !== undefined) {
    const names = {
      got: printable(other.name, 60),
      expected: printable(first.columns[other.index]?.name ?? '', 60),
    }
    throw refuse(ingest.otherColumnName({ ...paths, column: other.index + 1, ...names }), ingest.hintOneShape)
  }
  if (file.dialect.encoding !== first.dialect.encoding) {
    const names = { got: file.dialect.encoding, expected: first.dialect.encoding }
    throw refuse(
      ingest.otherEncoding({ ...paths, ...names }),
      ingest.hintEncoding({ encoding: names.expected }),
    )
  }
  if (file.dialect.delimiter !== first.dialect.delimiter) {
    throw refuse(ingest.otherDelimiter(paths), ingest.hintOneShape)
  }
}
