import type { CellShape, ColumnDecision } from '../classify/index.ts'
import type { SeriesLink } from '../deed/index.ts'
import type { FileSystem } from '../files/index.ts'
import type { Card, OpenedKey, PseudonymKeyFile } from '../identity/index.ts'
import type {
  ColumnRemark,
  Encoding,
  EncodingCandidate,
  ExcludedRows,
  ExportOptions,
  SourceDescription,
} from '../ingest/index.ts'
import type { Recorder } from '../ledger/index.ts'
import type { Action, Policy } from '../policy/index.ts'
import type { Column } from '../table.ts'
import type { SealThreads } from './seal-threads.ts'
import type { TableDigests } from './table-digests.ts'

/** One export as the caller names it. */
export interface ExportRequest extends Omit<ExportOptions, 'ask' | 'signal' | 'opening'> {
  /** A file, or what else `openExport` takes. */
  readonly path: string
  /** The table's name; the source's own when absent. */
  readonly name?: string | undefined
  /** Of an export with several tables: by their own names. */
  readonly tableNames?: ReadonlyMap<string, string> | undefined
}

/** What a running seal tells whoever watches it. Bytes are source bytes; `total` is known from the start. */
export type SealProgress = {
  readonly phase: 'open' | 'classify' | 'seal' | 'seal-again' | 'read-back'
  readonly table: string
  readonly bytes: number
  readonly total: number
  readonly rows: number
}

/** Who may open the deed besides its addressees, or before them. */
export interface AccessRequest {
  /** `keeps`: the seller is a reader too. `holds`: the only one, until a grant. */
  readonly seller?: 'keeps' | 'holds' | undefined
  /** Whose cards the manifest lets grant, besides the seller's. */
  readonly grantors?: readonly Pick<Card, 'name' | 'fingerprint'>[] | undefined
  /** So many of the holders, confirmed, open everything together. */
  readonly escrow?: { readonly threshold: number; readonly holders: readonly Card[] } | undefined
}

export interface SealRequest {
  readonly exports: readonly ExportRequest[]
  readonly seller: OpenedKey
  /** Confirmed cards of everyone named by --to. */
  readonly addressees: readonly Card[]
  /** Trusted cards that a policy may name as readers. */
  readonly trusted: readonly Card[]
  readonly policy?: { readonly policy: Policy; readonly bytes: Uint8Array }
  readonly access?: AccessRequest | undefined
  /** Refuses cells that were not examined, in columns that no policy decides. */
  readonly failOnUnexamined?: boolean | undefined
  /** By label, the opened key files that the policy names for its pseudonyms. */
  readonly pseudonymKeys?: ReadonlyMap<string, PseudonymKeyFile> | undefined
  /** Columns to sum up, as TABLE.COLUMN, besides those that the policy names. */
  readonly controlTotals?: readonly string[] | undefined
  /** Where to write what the seller keeps to check a receipt with; absent: nothing is kept. */
  readonly record?: string | undefined
  readonly output: string
  readonly form: 'file' | 'folder'
  readonly suite: 'hybrid' | 'classic'
  readonly readback: boolean
  readonly dealId?: string | undefined
  readonly expires?: Date | undefined
  readonly link?: SeriesLink | undefined
  /** Fed with every row that is sealed. */
  readonly digests?: TableDigests | undefined
  readonly workers?: number | undefined
  /** Started before; `workers` is theirs before. */
  readonly threads?: SealThreads | undefined
  readonly now: Date
  readonly signal?: AbortSignal | undefined
  readonly progress?: ((step: SealProgress) => void) | undefined
  /** The real one when absent. */
  readonly files?: FileSystem | undefined
  /** Told before anything is written, and again before the deed has its name. */
  readonly recorder?: Recorder | undefined
  /** Told what the exports hold before anything is written; what it throws ends the run. */
  readonly opened?: ((tables: readonly OpenedTable[]) => void) | undefined
  /** Asked when several encodings fit; undefined answers refuse the export. */
  readonly askEncoding?: (
    path: string,
    candidates: readonly EncodingCandidate[],
  ) => Promise<Encoding | undefined>
}

/** A table as it was found: what it has lost before is known by now. */
export interface OpenedTable {
  readonly name: string
  readonly columns: readonly Column[]
  readonly remarks: readonly ColumnRemark[]
}

/** A column that the first rows took for one thing and all rows for another, so that sealing was begun anew. */
export interface MovedColumn {
  readonly table: string
  readonly column: string
  /** Compartments, with what is done to the cells where it is anything. */
  readonly from: string
  readonly to: string
}

/** Something that is not as it was reviewed and that the policy, or --unreviewed, let pass. */
export interface DriftReport {
  readonly kind: 'table' | 'new' | 'renamed' | 'gone' | 'type' | 'compartment'
  readonly table: string
  /** Null for a whole table. */
  readonly column: string | null
  /** The reviewed column that this may be, if it is one under a new name. */
  readonly was: string | null
  /** Types: found when it was reviewed, and now. */
  readonly before: string | null
  readonly now: string | null
  /** Where it was sealed; null for what is gone, and for a whole table. */
  readonly compartment: string | null
  readonly outcome: 'strict' | 'classified' | 'noted'
}

/** A table as the plan has it. */
export interface PlannedTableReport {
  readonly name: string
  readonly file: string
  readonly source: SourceDescription
  readonly remarks: readonly ColumnRemark[]
  readonly excluded: readonly ExcludedRows[]
  readonly fidelity: 'byte-exact' | 'cell-exact'
  readonly columns: readonly {
    readonly name: string
    readonly type: string
    readonly compartment: string | null
    readonly action: Action
    /** What is done to its cells, as the manifest says it; absent where they stay as they are. */
    readonly how?: string | undefined
    /** Of changed cells, always. */
    readonly stillPersonal?: true | undefined
  }[]
}

export interface SealedTable extends PlannedTableReport {
  readonly rows: number
  readonly slices: number
  /** Of the changed columns those with cells that were not of the form that the action is made for, and how many. */
  readonly otherForm: readonly { readonly column: string; readonly cells: number }[]
}

export interface SealReport {
  readonly output: string
  readonly deedId: string
  readonly manifestSha256: string
  readonly bytes: number
  readonly sourceBytes: number
  readonly rows: number
  readonly seconds: number
  readonly suite: 'hybrid' | 'classic'
  readonly readBack: boolean
  /** False where the file system cannot tell whether a power cut would spare the deed. */
  readonly lasting: boolean
  /** Unfinished deeds of this name, of runs that were killed or are still going. */
  readonly leftovers: readonly string[]
  readonly moved: readonly MovedColumn[]
  readonly drift: readonly DriftReport[]
  /** What the exports hold and the deed does not, as hidden sheets. */
  readonly notes: readonly string[]
  readonly tables: readonly SealedTable[]
  readonly pseudonymKeys: readonly PseudonymKeyReport[]
  readonly controlTotals: readonly SealedTotal[]
  readonly record: string | null
  readonly compartments: readonly {
    readonly name: string
    readonly epochs: number
    readonly readers: readonly { readonly name: string; readonly fingerprint: string }[]
  }[]
  readonly addressees: readonly { readonly name: string; readonly fingerprint: string }[]
  /** Whether the seller is a reader too, or the only one. */
  readonly seller: 'keeps' | 'holds' | null
  readonly escrow: { readonly threshold: number; readonly holders: readonly string[] } | null
}

/** A column that was summed up. The sum itself stands in the deed alone, for the readers of its compartment. */
export interface SealedTotal {
  readonly table: string
  readonly column: string
  readonly compartment: string
  readonly amounts: number
  readonly empty: number
  /** Cells that are no amount, which the sum leaves out. */
  readonly other: number
}

/** A key of pseudonyms: where it stays, and to whom it goes. */
export interface PseudonymKeyReport {
  readonly label: string
  /** With the seller; null for a key of this deed alone. */
  readonly file: string | null
  /** Whether there was no such file before. */
  readonly made: boolean
  readonly compartment: string | null
}

/** What sealing would do, before anything is written. */
export interface SealPreview {
  readonly drift: readonly DriftReport[]
  readonly notes: readonly string[]
  readonly pseudonymKeys: readonly PseudonymKeyReport[]
  readonly tables: readonly (PlannedTableReport & {
    /** Null where a policy decides every column and compares no types, so that nothing was read. */
    readonly rows: number | null
    readonly decisions: readonly ColumnDecision[]
  })[]
  readonly compartments: readonly {
    readonly name: string
    readonly readers: readonly { readonly name: string; readonly fingerprint: string }[]
  }[]
}

/** An export, read whole and classified. */
export interface ClassifiedTable {
  readonly file: string
  readonly name: string
  readonly rows: number
  readonly source: SourceDescription
  readonly remarks: readonly ColumnRemark[]
  readonly excluded: readonly ExcludedRows[]
  readonly columns: readonly ColumnDecision[]
  /** The forms of each column's cells, if they were asked for: for a person's eyes, never for a file or a document. */
  readonly shapes?: readonly (readonly CellShape[])[] | undefined
}

/** What `classify` finds. */
export interface Classification {
  readonly tables: readonly ClassifiedTable[]
  /** What a person should know of what the exports hold besides, as hidden sheets. */
  readonly notes: readonly string[]
}

export interface ClassifyRequest {
  readonly exports: readonly ExportRequest[]
  /** Whether the forms of the cells are asked for. */
  readonly shapes?: boolean | undefined
  readonly workers?: number | undefined
  readonly signal?: AbortSignal | undefined
  readonly progress?: ((step: SealProgress) => void) | undefined
  readonly askEncoding?: SealRequest['askEncoding']
}
