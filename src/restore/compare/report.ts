import type { Delimiter, Encoding } from '../../ingest/index.ts'
import type { Recorder } from '../../ledger/index.ts'
import type { ReaderRequest } from '../open-for-reader.ts'
import type { RestoredTable } from '../request.ts'
import type { CompareThreads } from './compare-threads.ts'
import type { RowsComparison } from './comparison.ts'
import type { TargetRequest } from './find-target-tables.ts'

export interface CompareRequest extends ReaderRequest, TargetRequest {
  /** Names of columns that say which row is which; by table, or of all tables that have them. */
  readonly matchOn?: readonly { readonly table?: string | undefined; readonly columns: readonly string[] }[]
  /** Another order of the rows is a difference. */
  readonly inOrder?: boolean | undefined
  /** The target was restored with formula cells made text. */
  readonly spreadsheetSafe?: boolean | undefined
  /** Shows the first cells that differ, masked. */
  readonly showMasked?: boolean | undefined
  /** How the target's CSVs are to be read, where it cannot be found. */
  readonly encoding?: Encoding | undefined
  readonly delimiter?: Delimiter | undefined
  readonly workers?: number | undefined
  /** From `startCompareThreads`; ended here. */
  readonly threads?: CompareThreads | undefined
  /** The ledger's; told what was compared and how it ended. */
  readonly recorder?: Pick<Recorder, 'about'> | undefined
  readonly signal?: AbortSignal | undefined
  readonly progress?: ((step: CompareProgress) => void) | undefined
}

export interface CompareProgress {
  /** `again`: there are differences, which are being looked for. */
  readonly phase: 'compare' | 'again'
  readonly table: string
  readonly rows: number
  readonly totalRows: number
  readonly bytes: number
}

/** What cannot be told of a target of this kind, or what is other without being a difference. */
export type CompareNote = 'written-otherwise' | 'empty-text-not-told' | 'absent-not-told' | 'kinds-not-told'

/** The first cells that differ, by the shapes that the type of their column has; null for an empty one. */
export interface MaskedCell {
  readonly column: string
  readonly deedRow: number
  readonly targetRow: number
  readonly deed: string | null
  readonly target: string | null
}

export interface ComparedTable {
  readonly name: string
  /** As the target calls it; null where it has no such table. */
  readonly target: string | null
  readonly equal: boolean
  /** `bytes`: the file is the one that a restore writes; `cells`: compared cell by cell; null: there was nothing to compare. */
  readonly by: 'bytes' | 'cells' | null
  /** Null where the target has no such table, or none of its columns. */
  readonly rows: RowsComparison | null
  readonly missingColumns: readonly string[]
  readonly extraColumns: readonly string[]
  readonly movedColumns: readonly string[]
  /** Columns that are not compared, because this reader does not have them. */
  readonly notCompared: RestoredTable['missing']
  readonly notes: readonly CompareNote[]
  /** If they were asked for. */
  readonly masked: readonly MaskedCell[]
}

export interface CompareReport {
  readonly deed: string
  readonly deedId: string
  readonly target: string
  readonly kind: 'folder' | 'file' | 'database'
  readonly equal: boolean
  readonly inOrder: boolean
  readonly tables: readonly ComparedTable[]
  /** Tables of the target that the deed does not have: a difference in a folder, which is all the deed's. */
  readonly otherTables: readonly string[]
  /** Tables of the deed of which this reader opens no column, or that one file cannot hold as well. */
  readonly tablesNotCompared: readonly string[]
  readonly opened: readonly string[]
  readonly closed: readonly string[]
  readonly leftOut: readonly string[]
  readonly rows: number
  readonly seconds: number
}
