import type { Evidence } from './detectors/index.ts'
import type { Embedded } from './embedded.ts'
import type { Entry, HeaderReading } from './headers/index.ts'
import type { Reason } from './reasons.ts'
import type { ColumnType } from './types.ts'
import type { ColumnView } from './view.ts'

/** A column with everything that is known of it before the rest of the table is. */
export interface ExaminedColumn {
  readonly view: ColumnView
  readonly reading: HeaderReading
  readonly evidence: readonly Evidence[]
  readonly embedded: Embedded
}

/** What a column is, before its owner and the table say how it is to be protected. */
export interface Verdict {
  readonly type: ColumnType
  readonly confidence: number
  readonly reasons: readonly Reason[]
  readonly unsure?: true
  /** The header's word that stands, if one does. */
  readonly word?: Entry
}

export function round(value: number): number {
  return Math.round(value * 100) / 100
}
