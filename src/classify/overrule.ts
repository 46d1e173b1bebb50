import type { TableContext } from './context.ts'
import type { Evidence } from './detectors/index.ts'
import type { Entry } from './headers/index.ts'
import { type ColumnType, TYPE_FACTS } from './types.ts'
import { type ColumnView, distinctRatio, shareOf } from './view.ts'
import { OVERRULES } from './weigh.ts'

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
/** What rows are found by. */
export const KEYS: ReadonlySet<ColumnType> = new Set([
  'sku',
  'barcode',
  'order-id',
  'code',
  'row-id',
  'tracking-no',
])

/** Numbers in the international form, and identifiers that hardly anything else looks like. */
const UNMISTAKABLE: ReadonlySet<ColumnType> = new Set(['vin', 'openid', 'iban', 'national-id', 'email'])
const OUTSIDE: ReadonlySet<ColumnType> = new Set(['category', 'store-name', 'company-name'])
const LEAST_UNLIKE = 0.5
const NEARLY_ALL = 0.9
const LEAST_UNLIKE_VALUES = 30

/**
 * Whether cells belie a word that could be true of such cells: a kind or a shop that is another one in every row, while
 * the cells are people or their doors; a number of whatever, while all are telephone numbers by their form.
 */
export function belies(best: Evidence, word: Entry, view: ColumnView, context: TableContext): boolean {
  if (best.share < NEARLY_ALL || !TYPE_FACTS[best.type].sensitive || TYPE_FACTS[word.type].sensitive)
    return false
  if (word.type === 'product-name' && best.type === 'postal-address') {
    return distinctRatio(view) > LEAST_UNLIKE && view.distinct.length > LEAST_UNLIKE_VALUES
  }
  if (OUTSIDE.has(word.type) && !(word.type === 'store-name' && context.stores)) {
    const personal = best.type === 'person-name' || best.type === 'postal-address'
    return personal && distinctRatio(view) > LEAST_UNLIKE && view.distinct.length > LEAST_UNLIKE_VALUES
  }
  if (!KEYS.has(word.type)) return false
  if (UNMISTAKABLE.has(best.type)) return true
  if (best.type !== 'phone' && best.type !== 'mobile') return false
  if (shareOf(view, (cell) => /^(?:\+|\(\d)/.test(cell)) > NEARLY_ALL) return true
  // Numbers of goods and orders are made to look like anything; a bare number of people is not.
  const form = /^(?:0\d{2,3}-\d{7,8}|1[3-9]\d{9})$/
  return word.type === 'code' && !context.goods && shareOf(view, (cell) => form.test(cell)) > NEARLY_ALL
}

/** Whether cells that say something else than a header's word are to be believed. */
export function mayOverrule(best: Evidence, word: Entry, context: TableContext): boolean {
  if (best.strength < OVERRULES) return false
  if (context.goods && KEYS.has(word.type) && best.by === 'shape') return false
  if (TEXTS.has(word.type) && BY_WORDS.has(best.type)) return false
  if (LABELS.has(word.type) && BY_WORDS.has(best.type) && !PROTECTED_LABELS.has(best.type)) return false
  // What the header protects is not opened because the cells look harmless.
  if (TYPE_FACTS[word.type].sensitive && !TYPE_FACTS[best.type].sensitive && BY_WORDS.has(best.type)) {
    // The day that a child is due, or of an operation, tells what the header says.
    if (best.type === 'date')
      return TYPE_FACTS[word.type].compartment !== 'special' && word.type !== 'national-id'
    return best.share > 0.6
  }
  return true
}
