import type { ChangedColumn } from '../deed/index.ts'
import type { FileSystem } from '../files/index.ts'
import type { Recorder } from '../ledger/index.ts'
import type { ReaderRequest } from './open-for-reader.ts'
import type { ReadBack } from './read-back.ts'
import type { RestoreThreads } from './restore-threads.ts'

export interface RestoreProgress {
  readonly table: string
  readonly rows: number
  readonly totalRows: number
  readonly bytes: number
}

export interface RestoreRequest extends ReaderRequest {
  readonly output: string
  /** Each table's own when absent: JSON of JSON, of all others a CSV. */
  readonly format?: 'csv' | 'jsonl' | undefined
  /** Put an apostrophe before cells that a spreadsheet may take for formulas, in files that are CSV. */
  readonly spreadsheetSafe?: boolean | undefined
  /** Write the keys of pseudonyms that come with the opened compartments, each into LABEL.secret. */
  readonly pseudonymKeys?: boolean | undefined
  readonly workers?: number | undefined
  /** From `startRestoreThreads`; ended here. */
  readonly threads?: RestoreThreads | undefined
  readonly signal?: AbortSignal | undefined
  readonly progress?: ((step: RestoreProgress) => void) | undefined
  /** The real one when absent. */
  readonly files?: FileSystem | undefined
  /** Told before anything is written, and again before the files have their names. */
  readonly recorder?: Recorder | undefined
}

/** Why a column does not come back: its compartment is not the reader's, was not asked for; or the seller dropped it. */
export type NotHere = 'closed' | 'left-out' | 'dropped'

/** `jsonl`: one object a line; `json`: one array of them. */
export type TableFormat = 'csv' | 'jsonl' | 'json'

/** A column of the table that does not come back. */
export interface MissingColumn {
  readonly name: string
  readonly because: NotHere
}

export interface RestoredTable {
  readonly name: string
  /** Name of the file inside the output folder. */
  readonly file: string
  readonly format: TableFormat
  /** Whether the table knew numbers, texts, null and absent cells apart, which a CSV does not say. */
  readonly kindsLost: boolean
  readonly rows: number
  readonly bytes: number
  /** `byte-exact`: the export's own bytes; `spreadsheet-safe`: formula cells have one apostrophe more. */
  readonly fidelity: 'byte-exact' | 'cell-exact' | 'spreadsheet-safe'
  /** Columns with formula cells, and how many of these (the column's name among them) got an apostrophe. */
  readonly neutralised: readonly { readonly column: string; readonly cells: number }[]
  readonly columns: number
  /** Restored columns whose cells are not the export's own: an action changed them before they were sealed. */
  readonly changed: readonly ChangedColumn[]
  /** Columns of the table that do not come back. */
  readonly missing: readonly MissingColumn[]
}

export interface RestoreReport {
  readonly deed: string
  readonly deedId: string
  readonly output: string
  readonly tables: readonly RestoredTable[]
  /** Names of tables of which this key opens no column. */
  readonly absent: readonly string[]
  readonly opened: readonly string[]
  /** Keys of pseudonyms that came with the opened compartments; the file is null unless it was asked for. */
  readonly pseudonymKeys: readonly {
    readonly label: string
    readonly compartment: string
    readonly file: string | null
  }[]
  readonly closed: readonly string[]
  /** Compartments that this key opens, but that were not asked for. */
  readonly leftOut: readonly string[]
  /** Every file was read again before it got its name, and is as it was written. */
  readonly readBack: ReadBack
  /** False where the file system cannot tell whether a power cut would spare the files. */
  readonly lasting: boolean
  /** Unfinished files beside the restored ones, of runs that were killed or are still going. */
  readonly leftovers: readonly string[]
  readonly rows: number
  readonly bytes: number
  readonly seconds: number
}
