import type { ColumnType, Compartment } from '../../src/classify/index.ts'

/** A labelled set, in the form of fixtures/eval/LABELS.md. */
export interface LabelledSet {
  readonly set: string
  readonly tables: Readonly<Record<string, LabelledTable>>
}

export interface LabelledTable {
  readonly encoding: string
  readonly bom: boolean
  readonly delimiter: string
  readonly rows: number
  readonly source?: string
  readonly columns: readonly LabelledColumn[]
}

export interface LabelledColumn {
  readonly index: number
  readonly header: string
  readonly type: ColumnType
  readonly compartment: Compartment
  readonly sensitive: boolean
  readonly art28?: boolean
  readonly altTypes?: readonly ColumnType[]
  readonly altCompartments?: readonly Compartment[]
  readonly sensitiveUnscored?: boolean
  readonly hard?: readonly string[]
}
