import { FIT_NAMES, type Fit } from './fits.ts'
import type { ColumnScan } from './scan-column.ts'
import type { TextReason } from './why-text.ts'

/** What a column is in a target. */
export type ColumnType = 'text' | 'boolean' | 'integer' | 'numeric' | 'date' | 'timestamp'

/** Why a column stayed text; never a value. */
export interface StayedText {
  readonly code: TextReason | 'no-values'
  /** The type that the most of its cells have, if any has one. */
  readonly nearest: ColumnType | null
  /** That are not of that type. */
  readonly cells: number
  /** The first of them, counted from 1; 0 where there is none. */
  readonly firstRow: number
}

export interface ChosenType {
  readonly type: ColumnType
  readonly stayedText: StayedText | null
}

/** Types of a target, the first that fits is taken. */
export type TypeChoice = readonly (readonly [ColumnType, Fit])[]

/** A type other than text only if every cell has it. */
export function chooseType({ cells, misfits }: ColumnScan, choice: TypeChoice): ChosenType {
  if (cells === 0) {
    return { type: 'text', stayedText: { code: 'no-values', nearest: null, cells: 0, firstRow: 0 } }
  }
  const found = choice.map(([type, fit]) => ({ type, misfit: misfits[FIT_NAMES.indexOf(fit)] }))
  const best = found.reduce((one, other) =>
    (other.misfit?.cells ?? cells) < (one.misfit?.cells ?? cells) ? other : one,
  )
  const { cells: misfit = cells, firstRow = 0, why } = best.misfit ?? {}
  if (misfit === 0) return { type: best.type, stayedText: null }
  const nearest = misfit < cells ? best.type : null
  return { type: 'text', stayedText: { code: why ?? 'other-text', nearest, cells: misfit, firstRow } }
}
