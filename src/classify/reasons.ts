import { say } from '../messages/index.ts'
import type { ColumnType } from './types.ts'

/** Why a column was decided as it was: a code for programs and what the sentence needs. Never a cell's value. */
export type Reason =
  | { readonly code: 'header'; readonly word: string; readonly language: string }
  | { readonly code: 'header-part'; readonly word: string; readonly language: string }
  | { readonly code: 'header-overruled'; readonly word: string }
  | { readonly code: 'checksum'; readonly type: ColumnType; readonly share: number }
  | { readonly code: 'shape'; readonly type: ColumnType; readonly share: number }
  | { readonly code: 'embedded'; readonly what: string; readonly share: number }
  | { readonly code: 'scan'; readonly what: string; readonly cells: number; readonly atLeast?: true }
  | { readonly code: 'owner'; readonly word: string }
  | { readonly code: 'child' }
  | { readonly code: 'animal' }
  | { readonly code: 'goods-table' }
  | { readonly code: 'medical-table' }
  | { readonly code: 'payroll-table' }
  | { readonly code: 'few-values'; readonly distinct: number }
  | { readonly code: 'masked'; readonly share: number }
  | { readonly code: 'blank' }
  | { readonly code: 'unsure' }
  | { readonly code: 'unexamined'; readonly cells: number }

/** The reason as a sentence in this thread's language. */
export function explainReason(reason: Reason): string {
  const words = say().classify
  switch (reason.code) {
    case 'header':
      return words.header(reason)
    case 'header-part':
      return words.headerPart(reason)
    case 'header-overruled':
      return words.headerOverruled(reason)
    case 'checksum':
      return words.checksum({ type: reason.type, percent: percent(reason.share) })
    case 'shape':
      return words.shape({ type: reason.type, percent: percent(reason.share) })
    case 'embedded':
      return words.embedded({ what: reason.what, percent: percent(reason.share) })
    case 'scan':
      return words.scan(reason)
    case 'owner':
      return words.owner(reason)
    case 'child':
      return words.child
    case 'animal':
      return words.animal
    case 'goods-table':
      return words.goodsTable
    case 'medical-table':
      return words.medicalTable
    case 'payroll-table':
      return words.payrollTable
    case 'few-values':
      return words.fewValues(reason)
    case 'masked':
      return words.masked({ percent: percent(reason.share) })
    case 'blank':
      return words.blank
    case 'unsure':
      return words.unsure
    case 'unexamined':
      return words.unexamined(reason)
    default:
      return reason satisfies never
  }
}

function percent(share: number): number {
  return share > 0 && share < 0.01 ? 1 : Math.floor(share * 100)
}
