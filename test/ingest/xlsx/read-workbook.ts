import { assertFields } from '../../../src/deed/fields.ts'
import { assertTags, eachKind } from '../../../src/deed/tags.ts'
import { DatadeedError } from '../../../src/errors.ts'
import {
  assertByteExact,
  cutSlice,
  type ExportOptions,
  eachCell,
  openExport,
  type SourceSlice,
  type TableSource,
  type WorkbookOptions,
} from '../../../src/ingest/index.ts'
import { memoryDisk } from '../../inputs/disks.ts'

/** A cell as `text`, or `kind:text`; null and absent as null. */
export type ShownCell = string | null

export interface ReadSheet {
  readonly name: string
  readonly columns: readonly string[]
  readonly kinds: readonly string[]
  readonly rows: readonly (readonly ShownCell[])[]
  readonly remarks: readonly string[]
  readonly excluded: readonly string[]
  readonly source: TableSource
}

export interface ReadBook {
  readonly sheets: readonly ReadSheet[]
  readonly notes: readonly string[]
}

type Options = WorkbookOptions & Omit<ExportOptions, 'workbook'>

/** Opens a workbook that lies in memory, as sealing does, and reads all of it. */
export async function readWorkbook(bytes: Uint8Array, options: Options = {}): Promise<ReadBook> {
  const { sheets, headerRows, footerRows, ...rest } = options
  await using opened = await openExport('members.xlsx', {
    disk: memoryDisk(bytes),
    workbook: { sheets, headerRows, footerRows },
    ...rest,
  })
  const read: ReadSheet[] = []
  for (const source of opened.tables) read.push(await readSheet(source))
  return { sheets: read, notes: opened.notes }
}

/** The only sheet of a workbook. */
export async function readOnly(bytes: Uint8Array, options: Options = {}): Promise<ReadSheet> {
  const { sheets } = await readWorkbook(bytes, options)
  const [only, ...more] = sheets
  if (only === undefined || more.length > 0) throw new Error(`${sheets.length} sheets`)
  return only
}

export async function refusal(work: Promise<unknown>): Promise<DatadeedError> {
  const error: unknown = await work.then(
    () => undefined,
    (cause) => cause,
  )
  if (error instanceof DatadeedError) return error
  throw error instanceof Error ? error : new Error('it was accepted')
}

async function readSheet(source: TableSource): Promise<ReadSheet> {
  const rows: ShownCell[][] = []
  for await (const slice of source.slices({ sliceBytes: 4096, sliceRows: 100 })) {
    rows.push(...readSlice(source, slice))
    slice.release()
  }
  return {
    name: source.name,
    columns: source.columns.map(({ name }) => name),
    kinds: source.columns.map(({ kind }) => kind ?? ''),
    rows,
    remarks: source.remarks.map(
      ({ column, code, cells, damage }) => `${column} ${code} ${cells}${damage ? ' !' : ''}`,
    ),
    excluded: source.excluded().map(({ code, rows: left }) => `${code} ${left}`),
    source,
  }
}

/** The rows of a slice, cut and proved as a worker does, its tags as a reader does. */
function readSlice({ columns, dialect }: TableSource, slice: SourceSlice): ShownCell[][] {
  const cut = cutSlice(slice.bytes, dialect, slice)
  assertByteExact(slice.bytes, cut, dialect)
  if (cut.rows !== slice.rowEnds)
    throw new Error(`${slice.rowEnds} rows at the cut, ${cut.rows} in the slice`)
  const byColumn = columns.map(({ index, kind = 'text' }) => {
    const cells = cut.segments.find((segment) => segment.column === index && segment.kind === 'cells')
    if (cells === undefined) throw new Error('a column without cells')
    assertFields(cells.bytes, cut.rows)
    const tags = slice.tags?.find((segment) => segment.column === index)?.bytes
    if (tags !== undefined) assertTags(tags, cut.rows, cells.bytes)
    const kinds = [...eachKind(tags, cut.rows, kind)]
    return Array.from(eachCell(cells), (cell, row): ShownCell => {
      if (cell.kind === 'empty') return null
      return kinds[row] === 'text' ? cell.text : `${kinds[row]}:${cell.text}`
    })
  })
  return Array.from({ length: cut.rows }, (_, row) => byColumn.map((cells) => cells[row] ?? null))
}
