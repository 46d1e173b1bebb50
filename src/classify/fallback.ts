import { isNameless, type TableContext } from './context.ts'
import type { Embedded } from './embedded.ts'
import { GOODS, isGivenName, isHanName, isJapaneseName, isKoreanName, STORE, YES_NO } from './lexicon.ts'
import { isNumber } from './plausible.ts'
import type { ColumnType } from './types.ts'
import { type ColumnView, distinctRatio, shareOf } from './view.ts'

/** A type for a column of which neither header nor detectors know anything, and how far it may be trusted. */
export interface Guess {
  readonly type: ColumnType
  readonly confidence: number
  /** Nobody could say what it is: it is protected, and a person is asked. */
  readonly unsure: boolean
}

const guess = (type: ColumnType, confidence: number): Guess => ({ type, confidence, unsure: false })

/** Few values again and again are an enumeration; numbers by their form; texts that could be anybody's are protected. */
export function guessByForm(view: ColumnView, context: TableContext, embedded: Embedded): Guess {
  const numbers = shareOf(view, isNumber)
  if (numbers > 0.8) return guessNumber(view)
  const repeated = view.distinct.length <= 60 && distinctRatio(view) < 0.2
  if (embedded.identifiers > 0.002 || embedded.names >= 0.01) return guess('free-text-pii', 0.7)
  if (repeated) return guess('category', 0.5)
  const single = shareOf(view, (cell) => /^[\w#./:+=-]{1,80}$/.test(cell) && /[\d_]/.test(cell))
  if (single > 0.8) return guessCode(view)
  if (view.filled.length < 10 || distinctRatio(view) < 0.1) return guess('category', 0.4)
  if (context.goods) return guess('product-name', 0.4)
  return { type: 'free-text-pii', confidence: 0.3, unsure: true }
}

function guessNumber(view: ColumnView): Guess {
  if (shareOf(view, (cell) => /^0\d/.test(cell)) > 0.3) return guess('code', 0.45)
  if (shareOf(view, (cell) => /[.,]\d{2}$|[$€£¥￥]/.test(cell)) > 0.7) return guess('amount', 0.5)
  if (shareOf(view, (cell) => /[.,]\d/.test(cell)) > 0.3) return guess('measure', 0.4)
  if (view.distinct.length > 20 && isSequence(view)) return guess('row-id', 0.6)
  return shareOf(view, (cell) => cell.length <= 5) > 0.8 ? guess('quantity', 0.45) : guess('code', 0.4)
}

function guessCode(view: ColumnView): Guess {
  const long = shareOf(view, (cell) => /^\d{16,24}$/.test(cell))
  if (long > 0.8 && distinctRatio(view) > 0.9) return guess('order-id', 0.5)
  return guess('code', 0.4)
}

function isSequence({ filled }: ColumnView): boolean {
  let steps = 0
  for (let row = 1; row < filled.length; row++) {
    const step = Number(filled[row]) - Number(filled[row - 1])
    if (step > 0 && step <= 100) steps++
  }
  return steps > 0.9 * (filled.length - 1)
}

const LEAST_STAFF = 3
const LEAST_PERSONS = 2

/** Few names again and again, beside columns about other people: those who serve them. */
export function areStaff(view: ColumnView, context: TableContext): boolean {
  if (context.persons < LEAST_PERSONS || context.goods || view.distinct.length < LEAST_STAFF) return false
  return view.distinct.every(
    (cell) => isHanName(cell) || isKoreanName(cell) || isJapaneseName(cell) || isGivenName(cell),
  )
}

/** A number long enough to be somebody's. */
const IDENTIFYING = /\d(?:[ ./-]?\d){7}/

/** Tables of which little can be read are taken for such. */
export function isAboutPeople({ foreign, persons, goods }: TableContext): boolean {
  return foreign || (persons >= LEAST_PERSONS && !goods)
}

/**
 * A column of a table about people whose header is in words that we do not know: what its cells say cannot be told, so
 * neither words nor long numbers are left open.
 */
export function isUnread(view: ColumnView, type: ColumnType, context: TableContext): boolean {
  if (!isAboutPeople(context) || isNameless(view.header)) return false
  if (type === 'category' || (type === 'product-name' && context.foreign))
    return shareOf(view, (cell) => /\p{L}{2}|\p{Script=Han}/u.test(cell)) > 0.5 && !isHarmless(view)
  return (
    (type === 'code' || type === 'order-id') &&
    distinctRatio(view) > 0.5 &&
    shareOf(view, (cell) => IDENTIFYING.test(cell)) > 0.5
  )
}

/** Yes and no, shops, goods, prices: told by the cells alone. */
function isHarmless(view: ColumnView): boolean {
  return shareOf(view, (cell) => YES_NO.test(cell) || STORE.test(cell) || GOODS.test(cell)) > 0.3
}
