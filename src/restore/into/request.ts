import type { ChangedColumn } from '../../deed/index.ts'
import type { FileSystem } from '../../files/index.ts'
import type { ImportRequest, Recorder } from '../../ledger/index.ts'
import type { ReaderRequest } from '../open-for-reader.ts'
import type { MissingColumn } from '../request.ts'
import type { LoadThreads } from './load-threads.ts'
import type { StayedText } from './types/choose-type.ts'

/** What happens to tables of the target that have the names of ours. */
export type Existing = 'refuse' | 'replace' | 'append'

/** A step of one table; rows count anew in each. */
export interface IntoProgress {
  readonly step: 'scan' | 'load' | 'prove'
  readonly table: string
  readonly rows: number
  readonly totalRows: number
  readonly bytes: number
}

export interface IntoRequest extends ReaderRequest {
  /** `sqlite:FILE`, or the address of a PostgreSQL database. */
  readonly into: string
  /** Of a PostgreSQL database; the first of its search path when absent. */
  readonly schema?: string | undefined
  /** Stands before the name of every table. */
  readonly prefix?: string | undefined
  readonly existing: Existing
  /** `inferred`: what every cell of a column is, where it is read back as the very text that it was. */
  readonly types?: 'text' | 'inferred' | undefined
  /** Says what would be made, and writes nothing. */
  readonly dryRun?: boolean | undefined
  /** Told before anything is written, with the deed opened and the target found fit, and before it is committed. */
  readonly recorder?: Recorder | undefined
  /** Where it is remembered what was imported into which database; without it nothing is asked and nothing refused. */
  readonly memory?: Pick<ImportRequest, 'home' | 'now' | 'anyway'> | undefined
  readonly workers?: number | undefined
  /** From `startLoadThreads`; ended here. */
  readonly threads?: LoadThreads | undefined
  readonly signal?: AbortSignal | undefined
  readonly progress?: ((step: IntoProgress) => void) | undefined
  /** The real one when absent. */
  readonly files?: FileSystem | undefined
}

export interface IntoColumn {
  /** In the deed; null for the number of the row. */
  readonly name: string | null
  /** In the target. */
  readonly column: string
  /** As the target declares it. */
  readonly type: string
  /** What the column holds, as the seller classified it. */
  readonly semanticType: string | null
  readonly compartment: string | null
  /** Why it stayed text, where types were to be inferred. */
  readonly stayedText: StayedText | null
}

export interface IntoTable {
  readonly name: string
  /** In the target. */
  readonly table: string
  readonly rows: number
  readonly done: 'made' | 'replaced' | 'appended'
  readonly columns: readonly IntoColumn[]
  readonly changed: readonly ChangedColumn[]
  readonly missing: readonly MissingColumn[]
  /** Whether its source told absent cells from null ones; both are NULL here. */
  readonly absentAsNull: boolean
  /** Columns, as the target has them, whose bytes are kept as hexadecimal text. */
  readonly bytesAsText: readonly string[]
}

export interface IntoReport {
  readonly deed: string
  readonly deedId: string
  readonly into: string
  readonly target: 'sqlite' | 'postgres'
  readonly dryRun: boolean
  readonly tables: readonly IntoTable[]
  /** Names of tables of which this key opens no column. */
  readonly absent: readonly string[]
  readonly opened: readonly string[]
  readonly closed: readonly string[]
  readonly leftOut: readonly string[]
  /** False where the file system cannot tell whether a power cut would spare the file. */
  readonly lasting: boolean
  readonly leftovers: readonly string[]
  readonly rows: number
  readonly seconds: number
  /** Of these, how long the cells were looked at before anything was written, where that was needed. */
  readonly scanSeconds: number
  /** Of these, how long it took to read the target back and to compare it with the deed. */
  readonly readBackSeconds: number
}
