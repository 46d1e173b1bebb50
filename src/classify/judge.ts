import { isBusiness, judgeInCare } from './care.ts'
import { isNameless, type TableContext } from './context.ts'
import { areLongAgo } from './detectors/birth-date.ts'
import { type Evidence, examineColumn } from './detectors/index.ts'
import { searchTexts } from './embedded.ts'
import { areStaff, isAboutPeople } from './fallback.ts'
import type { Entry, HeaderReading } from './headers/index.ts'
import { judgeByForm } from './judge-by-form.ts'
import { belies, KEYS, mayOverrule } from './overrule.ts'
import { pickWord } from './pick-word.ts'
import type { Reason } from './reasons.ts'
import { refines } from './refines.ts'
import type { ColumnType } from './types.ts'
import { type ExaminedColumn, round, type Verdict } from './verdict.ts'
import { type ColumnView, distinctRatio } from './view.ts'
import { strongest, weightOf } from './weigh.ts'

export function examine(view: ColumnView, reading: HeaderReading): ExaminedColumn {
  return { view, reading, evidence: examineColumn(view), embedded: searchTexts(view) }
}

/** Weighs the header's words against the cells: checksums overrule words, words decide where the cells are silent. */
export function judgeColumn(column: ExaminedColumn, context: TableContext): Verdict {
  return judgeInCare(doubtAnswer(weigh(column, context), column, context), column, context)
}

function weigh(column: ExaminedColumn, context: TableContext): Verdict {
  const { view, reading, evidence, embedded } = column
  if (view.filled.length === 0) return judgeEmpty(column)
  const best = strongest(evidence)
  const word = pickWord(column, context)
  if (isCombined(column, best, word)) {
    return {
      type: 'free-text-pii',
      confidence: 0.9,
      reasons: [{ code: 'embedded', what: embedded.what, share: embedded.combined }],
    }
  }
  if (best === undefined) {
    // A word for a key over cells that are all names of a few people: whoever serves, not what.
    const silent = word === undefined || (KEYS.has(word.type) && areStaff(view, context))
    return silent ? judgeByForm(column, context) : doubt(byWord(word, reading), column, context)
  }
  if (word === undefined || belies(best, word, view, context)) return byEvidence(best, reading, context, view)
  if (word.type === 'date' && reading.certainty < 1 && context.persons > 0 && areLongAgo(view)) {
    // The day of something that we cannot read, and long ago: of birth.
    return {
      type: 'birth-date',
      confidence: 0.5,
      reasons: [headerReason(word, reading), evidenceReason(best)],
    }
  }
  if (refines(word.type, best.type) || !mayOverrule(best, word, context)) return agree(word, best, column)
  return byEvidence(best, reading, context, view)
}

/** The number of something unknown, in a table about people and another one in every row, may be theirs. */
function doubt(verdict: Verdict, { view, reading }: ExaminedColumn, context: TableContext): Verdict {
  if (!reading.unknown || verdict.type !== 'code' || !isAboutPeople(context)) return verdict
  if (distinctRatio(view) < 0.5) return verdict
  return { ...verdict, confidence: 0.3, reasons: [{ code: 'unsure' }, ...verdict.reasons], unsure: true }
}

/** A yes or no to what nobody can read, in a table about people, may be one about health or belief. */
function doubtAnswer(verdict: Verdict, { view, reading }: ExaminedColumn, context: TableContext): Verdict {
  const unread = verdict.word === undefined && reading.entries.length === 0
  if (verdict.type !== 'boolean' || !unread || isNameless(view.header)) return verdict
  if (!isAboutPeople(context) || context.foreign || isBusiness(view.header)) return verdict
  return { ...verdict, confidence: 0.3, reasons: [{ code: 'unsure' }, ...verdict.reasons], unsure: true }
}

function judgeEmpty({ view, reading }: ExaminedColumn): Verdict {
  const entry = reading.entries[0]
  // Filled where the sample did not look: the header is all there is to go by.
  if (entry !== undefined && (view.scan?.filled ?? 0) > 0 && view.cells < view.rows) {
    return { ...byWord(entry, reading), confidence: 0.5 }
  }
  return { type: 'empty', confidence: 0.9, reasons: [{ code: 'blank' }] }
}

const NARROW: ReadonlySet<ColumnType> = new Set([
  'postal-address',
  'person-name',
  'company-name',
  'health-data',
  'product-name',
  'region',
  'store-name',
  'bank-name',
  'plate-number',
  'phone',
])

/** Cells that hold a number to reach somebody and words besides: a name with a phone, an address with both. */
function isCombined(
  { embedded }: ExaminedColumn,
  best: Evidence | undefined,
  word: Entry | undefined,
): boolean {
  if (word?.type === 'free-text' || word?.type === 'user-agent' || word?.type === 'url') return false
  return (best === undefined || NARROW.has(best.type)) && embedded.combined >= 0.3
}

function byWord(word: Entry, reading: HeaderReading): Verdict {
  return {
    type: word.type,
    confidence: round(0.5 + 0.4 * reading.certainty),
    reasons: [headerReason(word, reading)],
    word,
  }
}

function byEvidence(
  best: Evidence,
  reading: HeaderReading,
  context: TableContext,
  view: ColumnView,
): Verdict {
  const overruled = reading.entries[0]
  const reasons: Reason[] = [evidenceReason(best)]
  if (overruled !== undefined && !refines(overruled.type, best.type)) {
    reasons.push({ code: 'header-overruled', word: overruled.word })
  }
  // Under a header that nobody can read, in a table about people, days of long ago are days of birth.
  if (best.type === 'date' && overruled === undefined && context.persons > 0 && !isNameless(view.header)) {
    if (areLongAgo(view)) return { type: 'birth-date', confidence: 0.5, reasons }
  }
  if (best.type === 'person-name' && context.goods) {
    return {
      type: view.distinct.length < 60 ? 'category' : 'product-name',
      confidence: 0.5,
      reasons: [{ code: 'goods-table' }],
    }
  }
  return { type: best.type, confidence: round(weightOf(best) * (overruled === undefined ? 1 : 0.9)), reasons }
}

/** Header and cells agree, or the header makes the cells' type more precise. */
function agree(word: Entry, best: Evidence, { reading, evidence }: ExaminedColumn): Verdict {
  const supports = refines(word.type, best.type)
  const reasons = [headerReason(word, reading), ...(supports ? [evidenceReason(best)] : [])]
  const sure = 0.6 + 0.35 * reading.certainty + (supports ? 0.05 * weightOf(best) : -0.15)
  return { type: refine(word, evidence), confidence: round(Math.min(0.99, sure)), reasons, word }
}

const PHONES: ReadonlySet<ColumnType> = new Set(['phone', 'landline', 'mobile'])

function refine(word: Entry, evidence: readonly Evidence[]): ColumnType {
  const share = (type: ColumnType) => evidence.find((found) => found.type === type)?.share ?? 0
  if (PHONES.has(word.type)) {
    if (share('mobile') >= 0.85) return 'mobile'
    if (share('landline') >= 0.85) return 'landline'
    return word.type === 'landline' && share('mobile') > 0.3 ? 'phone' : word.type
  }
  if (word.type === 'national-id' && share('id-document') > 0) return 'id-document'
  if (word.type === 'id-document' && share('national-id') > 0.95) return 'national-id'
  if (word.type === 'bank-account' && share('bank-card') > 0.8) return 'bank-card'
  if (word.type === 'bank-account' && share('iban') > 0.4) return 'iban'
  if (word.type === 'password' && (share('password-hash') > 0.5 || share('hashed-identifier') > 0.8))
    return 'password-hash'
  if (word.type === 'tax-id' && share('unified-social-credit-code') > 0.5) return 'unified-social-credit-code'
  if (word.type === 'person-name' && share('company-name') > 0.5) return 'company-name'
  if (word.type === 'url' && share('photo-url') > 0.6) return 'photo-url'
  return word.type
}

function headerReason({ word, language }: Entry, { certainty }: HeaderReading): Reason {
  return { code: certainty >= 0.7 ? 'header' : 'header-part', word, language }
}

function evidenceReason({ by, type, share }: Evidence): Reason {
  return { code: by, type, share: round(share) }
}
