import type { TableContext } from './context.ts'
import { areStaff, guessByForm, isUnread } from './fallback.ts'
import type { Reason } from './reasons.ts'
import type { ColumnType } from './types.ts'
import type { ExaminedColumn, Verdict } from './verdict.ts'

/** A verdict where no word of the header holds and no detector speaks. */
export function judgeByForm({ view, reading, embedded }: ExaminedColumn, context: TableContext): Verdict {
  const guess = guessByForm(view, context, embedded)
  const { type, confidence } = guess
  const reasons: Reason[] = []
  const overruled = reading.entries[0]
  if (overruled !== undefined) reasons.push({ code: 'header-overruled', word: overruled.word })
  if (type === 'category' && areStaff(view, context)) {
    reasons.push({ code: 'few-values', distinct: view.distinct.length })
    return { type: 'person-name', confidence: 0.55, reasons }
  }
  const whole = overruled !== undefined && reading.certainty === 1
  if (guess.unsure || (!whole && isUnread(view, type, context))) {
    return { type, confidence: 0.3, reasons: [{ code: 'unsure' }, ...reasons], unsure: true }
  }
  if (type === 'free-text-pii') {
    reasons.push({ code: 'embedded', what: embedded.what, share: embedded.identifiers || embedded.names })
    return { type, confidence, reasons }
  }
  reasons.push({ code: 'few-values', distinct: view.distinct.length })
  if (overruled === undefined && context.medical && MEASURED.has(type)) {
    return { type: 'health-data', confidence: 0.5, reasons: [...reasons, { code: 'medical-table' }] }
  }
  return { type, confidence, reasons }
}

const MEASURED: ReadonlySet<ColumnType> = new Set(['measure', 'quantity'])
