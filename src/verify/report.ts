import type { ChangedColumn } from '../deed/index.ts'
import type { ErrorCode } from '../errors.ts'

/** The five verdicts, in the order in which they are shown. */
export const VERDICTS = ['complete', 'valid', 'authentic', 'fresh', 'restorable'] as const
export type Verdict = (typeof VERDICTS)[number]
export type Answer = 'yes' | 'no' | 'not checked'

export interface VerifyFailure {
  readonly verdict: Verdict
  readonly code: ErrorCode
  readonly sentence: string
  /** What to do next. */
  readonly hints: readonly string[]
}

export interface VerifyReport {
  readonly deed: string
  readonly deedId: string | null
  readonly manifestSha256: string | null
  /** Null for a deed that is not authentic, or of no series. */
  readonly series: string | null
  readonly sequence: number | null
  readonly dealId: string | null
  /** RFC 3339, UTC; the seller's clock. */
  readonly created: string | null
  readonly addressees: readonly { readonly name: string; readonly fingerprint: string }[]
  /** Addressees who may open nothing yet, by the deed and the grants given with it. */
  readonly held: readonly { readonly name: string; readonly fingerprint: string }[]
  /** So many of the holders open everything together. */
  readonly escrow: {
    readonly threshold: number
    readonly holders: readonly { readonly name: string; readonly fingerprint: string }[]
  } | null
  /** By whom and when the readers were changed after sealing; null where they were not. */
  readonly rotated: {
    readonly serial: number
    readonly created: string
    readonly issuer: { readonly name: string; readonly fingerprint: string }
    /** Addressees who may open nothing by it. */
    readonly closedTo: readonly { readonly name: string; readonly fingerprint: string }[]
  } | null
  readonly seller: { readonly name: string; readonly fingerprint: string } | null
  readonly verdicts: Readonly<Record<Verdict, Answer>>
  /** Why a verdict is "not checked", one sentence each. */
  readonly notes: readonly string[]
  /** All failures found, not only the first. */
  readonly failures: readonly VerifyFailure[]
  readonly tables: readonly {
    readonly name: string
    readonly rows: number
    readonly columns: number
    /** Columns whose cells are not the export's own: masked, generalised or pseudonymous, and still personal. */
    readonly changed: readonly ChangedColumn[]
    /** Which compartments its columns are in. */
    readonly compartments: readonly { readonly name: string; readonly columns: number }[]
  }[]
  /** Sums that the seller sealed with the compartments that were opened, compared with those of the cells. */
  readonly controlTotals: readonly {
    readonly table: string
    readonly column: string
    readonly answer: 'agree' | 'differ'
  }[]
  readonly compartments: readonly {
    readonly name: string
    readonly readers: readonly string[]
    readonly opened: boolean | null
  }[]
  readonly bytes: number
  readonly seconds: number
  /** Exit code of the most telling failure, 0 when there is none. */
  readonly exit: number
}
