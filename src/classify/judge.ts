import type { TableContext } from './context.ts'
import { type Evidence, examineColumn } from './detectors/index.ts'
import { type Embedded, searchTexts } from './embedded.ts'
import { guessByForm } from './fallback.ts'
import type { Entry, HeaderReading } from './headers/index.ts'
import { isGivenName, isHanName, isJapaneseName, isKoreanName } from './lexicon.ts'
import { isPlausible } from './plausible.ts'
import type { Reason } from './reasons.ts'
import type { ColumnType } from './types.ts'
import { TYPE_FACTS } from './types.ts'
import { type ColumnView, shareOf } from './view.ts'
import { OVERRULES, refines, strongest, weightOf } from './weigh.ts'

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

export function examine(view: ColumnView, reading: HeaderReading): ExaminedColumn {
  return { view, reading, evidence: examineColumn(view), embedded: searchTexts(view) }
}

/** Weighs the header's words against the cells: checksums overrule words, words decide where the cells are silent. */
export function judgeColumn(column: ExaminedColumn, context: TableContext): Verdict {
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
  if (best === undefined) return word === undefined ? judgeByForm(column, context) : byWord(word, reading)
  if (word === undefined) return byEvidence(best, reading, context, view)
  if (refines(word.type, best.type) || !mayOverrule(best, word, context)) return agree(word, best, column)
  return byEvidence(best, reading, context, view)
}

function judgeEmpty({ view, reading }: ExaminedColumn): Verdict {
  const entry = reading.entries[0]
  // Filled where the sample did not look: the header is all there is to go by.
  if (entry !== undefined && (view.scan?.filled ?? 0) > 0 && view.cells < view.rows) {
    return { ...byWord(entry, reading), confidence: 0.5 }
  }
  return { type: 'empty', confidence: 0.9, reasons: [{ code: 'blank' }] }
}

/** Words that initials most often stand for, where several Chinese words share them. */
const COMMON: ReadonlySet<string> = new Set(
  '姓名,性别,手机,电话,地址,备注,积分,余额,编号,时间,日期,数量,单价,金额,状态,类型,级别,银行账号,卡号'.split(
    ',',
  ),
)

function pickWord({ view, reading, evidence }: ExaminedColumn, context: TableContext): Entry | undefined {
  const plausible = reading.entries.filter(({ type }) => isPlausible(type, view))
  const chosen =
    plausible.find(
      ({ type }) => reading.entries.length > 1 && evidence.some((found) => found.type === type),
    ) ??
    plausible.find(({ word }) => reading.initials && COMMON.has(word)) ??
    plausible[0]
  if (chosen === undefined) return undefined
  if (context.goods && /^(?:name|title|名称|description)$/.test(chosen.word))
    return { ...chosen, type: 'product-name' }
  if (context.priced && /^(?:name|title|名称|nom|nombre|nome)$/.test(chosen.word) && !holdsNames(view)) {
    return { ...chosen, type: 'product-name' }
  }
  if (context.stores && /^(?:name|名称)$/.test(chosen.word)) return { ...chosen, type: 'store-name' }
  // Goods are weighed as well; only beside age, gender or health is a weight somebody's.
  if (!context.bodies && /^(?:weight|height|gewicht|poids|peso)$/.test(chosen.word))
    return { ...chosen, type: 'measure' }
  return chosen
}

/** Whether some of the cells at least are names of people, in writings where that can be told. */
function holdsNames(view: ColumnView): boolean {
  return (
    shareOf(view, isGivenName) > 0.03 ||
    shareOf(view, (cell) => isHanName(cell) || isKoreanName(cell) || isJapaneseName(cell)) > 0.2
  )
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

const TEXTS: ReadonlySet<ColumnType> = new Set(['free-text', 'free-text-pii'])
/** Types known by words of a lexicon; a remark full of such words is still a remark. */
const BY_WORDS: ReadonlySet<ColumnType> = new Set([
  'company-name',
  'store-name',
  'product-name',
  'health-data',
  'person-name',
  'bank-name',
  'region',
  'boolean',
  'salutation',
  'gender',
  'url',
  'date',
  'birth-date',
])
const LABELS: ReadonlySet<ColumnType> = new Set(['category', 'boolean', 'job-title', 'nationality', 'region'])
const PROTECTED_LABELS: ReadonlySet<ColumnType> = new Set([
  'ethnicity',
  'marital-status',
  'religion',
  'health-data',
])
const KEYS: ReadonlySet<ColumnType> = new Set(['sku', 'barcode', 'order-id', 'code', 'row-id', 'tracking-no'])

function mayOverrule(best: Evidence, word: Entry, context: TableContext): boolean {
  if (best.strength < OVERRULES) return false
  if (context.goods && KEYS.has(word.type) && best.by === 'shape') return false
  if (TEXTS.has(word.type) && BY_WORDS.has(best.type)) return false
  if (LABELS.has(word.type) && BY_WORDS.has(best.type) && !PROTECTED_LABELS.has(best.type)) return false
  // What the header protects is not opened because the cells look harmless.
  if (TYPE_FACTS[word.type].sensitive && !TYPE_FACTS[best.type].sensitive && BY_WORDS.has(best.type)) {
    return best.type === 'date' || best.share > 0.6
  }
  return true
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
function agree(word: Entry, best: Evidence, { reading, evidence, view }: ExaminedColumn): Verdict {
  const supports = refines(word.type, best.type)
  const reasons = [headerReason(word, reading), ...(supports ? [evidenceReason(best)] : [])]
  const sure = 0.6 + 0.35 * reading.certainty + (supports ? 0.05 * weightOf(best) : -0.15)
  return { type: refine(word, evidence, view), confidence: round(Math.min(0.99, sure)), reasons, word }
}

const PHONES: ReadonlySet<ColumnType> = new Set(['phone', 'landline', 'mobile'])

function refine(word: Entry, evidence: readonly Evidence[], view: ColumnView): ColumnType {
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
  if (word.type === 'category' && view.distinct.length > 200 && share('person-name') > 0.9)
    return 'person-name'
  return word.type
}

function judgeByForm({ view, reading, embedded }: ExaminedColumn, context: TableContext): Verdict {
  const { type, confidence, unsure } = guessByForm(view, context, embedded)
  const reasons: Reason[] = []
  const overruled = reading.entries[0]
  if (overruled !== undefined) reasons.push({ code: 'header-overruled', word: overruled.word })
  if (unsure) return { type, confidence, reasons: [...reasons, { code: 'unsure' }], unsure: true }
  if (type === 'free-text-pii') {
    reasons.push({ code: 'embedded', what: embedded.what, share: embedded.identifiers || embedded.names })
  } else {
    reasons.push({ code: 'few-values', distinct: view.distinct.length })
  }
  return { type, confidence, reasons }
}

function headerReason({ word, language }: Entry, { certainty }: HeaderReading): Reason {
  return { code: certainty >= 0.7 ? 'header' : 'header-part', word, language }
}

function evidenceReason({ by, type, share }: Evidence): Reason {
  return { code: by, type, share: round(share) }
}

export function round(value: number): number {
  return Math.round(value * 100) / 100
}
