import type { Column, Segment } from '../table.ts'
import type { SlicePlace } from './csv/cut-slice.ts'
import type { CsvDialect, Delimiter, LineEnd } from './csv/dialect.ts'
import type { SliceBounds } from './csv/row-scanner.ts'
import type { EncodingBy } from './encoding/detect-encoding.ts'
import type { Encoding } from './encoding/encodings.ts'

/** How an export's files were packed, and how many made one table. */
interface Packing {
  readonly compression?: 'gzip' | 'zstd' | undefined
  /** Absent for one. */
  readonly files?: number | undefined
}

/** What a table was read from, as the manifest tells it; nothing in it says where. */
export type SourceDescription =
  | ({
      readonly kind: 'csv'
      readonly encoding: Encoding
      readonly encodingBy: EncodingBy
      readonly delimiter: Delimiter
      readonly lineEnd: LineEnd
      readonly bom: boolean
      readonly separatorLine: boolean
      readonly header: boolean
    } & Packing)
  | ({ readonly kind: 'jsonl' | 'json'; readonly bom: boolean } & Packing)
  | {
      readonly kind: 'xlsx'
      readonly sheet: string
      readonly hidden: boolean
      readonly dateSystem: '1900' | '1904'
    }
  | { readonly kind: 'sqlite'; readonly from: 'table' | 'view' | 'query' }
  | { readonly kind: 'postgres'; readonly from: 'table' | 'view' | 'query'; readonly serverVersion: string }

/** What a source cannot give back of a column, or has lost before: a code for programs, and the cells, for the seller alone. */
export interface ColumnRemark {
  /** Of the column, from 0. */
  readonly column: number
  /** `[a-z][a-z0-9-]*`; those in use stand in FORMAT.md section 5.2. */
  readonly code: string
  readonly cells: number
  /** True if the source is damaged there, so that a person should look before sealing. */
  readonly damage: boolean
}

/** Rows of the source that are none of the table's: titles above the header line, totals below. */
export interface ExcludedRows {
  readonly code: 'above-header' | 'below-table' | 'blank'
  readonly rows: number
}

/** Some rows of a table as the bytes of a CSV, in memory that can be shared with a worker. */
export interface SourceSlice extends SlicePlace {
  /** Rows of the slice, counted at the cut; right for every slice that `cutSlice` accepts. */
  readonly rowEnds: number
  readonly bytes: Uint8Array
  /** Of a typed source: the cells of another kind than their column. Ascending by column. */
  readonly tags?: readonly Segment[] | undefined
  /** How much of the source's `size` has been read up to here: for progress. */
  readonly readTo: number
  /** Where a further file of the table begins: its path, and the line ends before its first row. */
  readonly begins?: { readonly path: string; readonly linesBefore: number } | undefined
  /** Gives the memory back; `bytes` must not be read after it. */
  release(): void
}

export interface SliceRequest extends SliceBounds {
  readonly signal?: AbortSignal | undefined
  /** Bytes of one read. The slices are the same for every size. */
  readonly readBytes?: number | undefined
}

/**
 * A table of an export, open for reading. Every source gives its rows as the bytes of a CSV of `dialect`: a CSV its own,
 * all others those of `typed/`, which writes UTF-8, commas and LF.
 */
export interface TableSource {
  /** As the person named the export; in messages, never in a deed. */
  readonly path: string
  /** The table's name unless the seller gives another. */
  readonly name: string
  /** Bytes or rows to read, in the unit of `readTo`; 0 where nobody knows. */
  readonly size: number
  readonly dialect: CsvDialect
  /** What stands before the first row: for a CSV the export's own bytes, else the header line. */
  readonly preamble: Uint8Array
  /** Line ends in the preamble; the first term of `linesBefore` in `faultToError`. */
  readonly preambleLines: number
  readonly columns: readonly Column[]
  readonly description: SourceDescription
  /** Known before the first slice. */
  readonly remarks: readonly ColumnRemark[]
  /** Complete once every slice has been read. */
  readonly excluded: () => readonly ExcludedRows[]
  /** False where the rows can be read only once, so that no second pass may correct a plan. */
  readonly rereadable: boolean
  /** The rows, in slices; may be called again, for a second pass, if `rereadable`. */
  slices(request: SliceRequest): AsyncGenerator<SourceSlice>
  /** @throws CHANGED */
  assertUnchanged(): Promise<void>
}

/** An export with its tables, one or more; closing it closes them all. */
export interface OpenedExport extends AsyncDisposable {
  readonly path: string
  readonly tables: readonly TableSource[]
  /** What a person should know of what was left out, as hidden or empty sheets. */
  readonly notes: readonly string[]
}
