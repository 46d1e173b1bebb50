import { findDay, isTimestamp } from './dates.ts'
import { COMPANY, GENDERED, GOODS, isHanName, SALUTED, STORE, YES_NO } from './lexicon.ts'
import { findPhoneForm } from './phone.ts'
import type { ColumnType } from './types.ts'
import { type ColumnView, exceeds, reaches } from './view.ts'

const NUMBER =
  /^[-+(]?(?:[$€£¥￥₩]|R\$|US\$|CHF|EUR|USD|CNY|RMB)? ?[-+]?\d{1,3}(?:[,. '’]\d{3}){0,4}(?:[.,]\d{1,6})?\)? ?(?:[$€£¥元円원%]|EUR|USD|CHF|kr|zł|TTC|HT|[a-z]{1,4}²?|岁|歳|周岁|次|件|个|天|分|点|小时|课时|人|张|万|折|公里|公斤|斤|节|晚)?$/i
const PLAIN = /^[-+]?\d{1,12}(?:[.,]\d{1,8})?$/

export function isNumber(cell: string): boolean {
  return cell.length <= 24 && (PLAIN.test(cell) || NUMBER.test(cell))
}

type Test = (view: ColumnView) => boolean

const atLeast =
  (share: number, test: (cell: string) => boolean): Test =>
  (view) =>
    reaches(view, share, test)
const few =
  (most: number): Test =>
  (view) =>
    view.distinct.length <= most
const hasDigits = (cell: string) => /\d{3}|[*xX•]{2}/.test(cell)
const isFlag = (cell: string) => YES_NO.test(cell) || cell === '0' || cell === '1'

/** As many digits as a payment card has, or fewer and masked, or in a float that a spreadsheet made of them. */
const isCardLike = (cell: string) =>
  cell.replace(/[ -]/g, '').length >= 12 || /[*xX•]{2}|^\d{4,6}$|E\+\d/.test(cell)
const numeric = atLeast(0.5, isNumber)
const flags: Test = (view) => view.distinct.length <= 4 && exceeds(view, 0.8, isFlag)
const naming: Test = (view) =>
  !reaches(view, 0.6, (cell) => /^[\d.,:/ -]+$/.test(cell)) &&
  !flags(view) &&
  !exceeds(view, 0.5, (cell) => STORE.test(cell) && !isHanName(cell)) &&
  !exceeds(view, 0.4, (cell) => GOODS.test(cell)) &&
  !reaches(view, 0.5, (cell) => /^(?:https?:\/\/|[{[])/.test(cell))
const numbered: Test = (view) =>
  exceeds(view, 0.4, (cell) => /\d/.test(cell)) &&
  !reaches(view, 0.5, (cell) => COMPANY.test(cell) || cell.length > 60)
const coded: Test = (view) => numbered(view) && !flags(view)
const wordy: Test = (view) => exceeds(view, 0.4, (cell) => /\p{L}/u.test(cell)) && !flags(view)
const phoning: Test = (view) =>
  exceeds(
    view,
    0.4,
    (cell) =>
      findPhoneForm(cell) !== undefined ||
      (/\d{4}/.test(cell) && cell.length < 40 && cell.replace(/[^\d*xX•]/g, '').length >= 5) ||
      /^\d{2}(?:[ .-]\d{2}){3,5}$/.test(cell) ||
      /[*xX•]{3}/.test(cell),
  ) && !reaches(view, 0.5, isTimestamp)

/** What cells a header's word can be true of. A type without an entry can be anything that is filled. */
const TESTS: Partial<Record<ColumnType, Test>> = {
  'person-name': naming,
  'given-name': naming,
  'family-name': naming,
  nickname: (view) => !flags(view),
  username: (view) => !flags(view),
  'national-id': (view) => coded(view) && exceeds(view, 0.5, (cell) => cell.length >= 4),
  passport: coded,
  'id-document': coded,
  'birth-date': (view) =>
    exceeds(
      view,
      0.4,
      (cell) =>
        findDay(cell) !== undefined ||
        /^\d{1,2}[-/.]\d{1,2}|^\d{6}$|^\d{4}$|^\d{1,2}$|月|年|^\d{5}$|[*]{2}/.test(cell),
    ),
  age: (view) => exceeds(view, 0.4, (cell) => /\d/.test(cell)),
  gender: few(10),
  salutation: (view) =>
    view.distinct.length <= 15 && exceeds(view, 0.5, (cell) => SALUTED.test(cell) || GENDERED.test(cell)),
  'plate-number': coded,
  vin: coded,
  'member-no': coded,
  'customer-id': coded,
  'device-id': coded,
  'mac-address': coded,
  'ip-address': (view) => exceeds(view, 0.3, (cell) => /^[\d.*]+(?:$| ?[(（])|:/.test(cell)),
  'photo-url': (view) => !flags(view) && exceeds(view, 0.3, (cell) => /[/.]/.test(cell) || cell.length > 30),
  'hashed-identifier': (view) => exceeds(view, 0.4, (cell) => cell.length >= 16),
  mobile: phoning,
  landline: phoning,
  phone: phoning,
  'business-phone': phoning,
  email: atLeast(0.3, (cell) => cell.includes('@') || cell.includes('**')),
  'postal-address': (view) =>
    !flags(view) &&
    exceeds(view, 0.5, (cell) => /[\p{L}\d]/u.test(cell)) &&
    !reaches(view, 0.5, (cell) => /^\d+\.\d+$|^\d{11,}$/.test(cell)),
  'postal-code': atLeast(0.5, (cell) => cell.length <= 12 && /\d/.test(cell)),
  'wechat-id': (view) => !flags(view),
  'qq-id': atLeast(0.5, (cell) => /^\d{5,12}$|@qq\.|[*]{2}/.test(cell)),
  'bank-card': (view) => coded(view) && exceeds(view, 0.4, isCardLike),
  'credit-card': (view) => coded(view) && exceeds(view, 0.4, isCardLike),
  'bank-account': coded,
  iban: coded,
  'payment-account': (view) => !flags(view),
  'card-last4': atLeast(0.5, (cell) => /\d{3,4}$/.test(cell)),
  'card-expiry': atLeast(0.5, (cell) => /\d/.test(cell)),
  'bank-code': coded,
  'tax-id': atLeast(0.4, (cell) => /\d{4}|[*]{2}/.test(cell.replace(/[ ./-]/g, ''))),
  'stored-balance': numeric,
  'medical-id': coded,
  'geo-coordinates': atLeast(0.4, (cell) => /\d/.test(cell)),
  'order-id': coded,
  'tracking-no': coded,
  amount: numeric,
  'points-balance': numeric,
  quantity: numeric,
  'user-agent': wordy,
  'unified-social-credit-code': coded,
  'company-name': wordy,
  'store-name': (view) => !flags(view),
  'product-name': (view) => !flags(view),
  sku: coded,
  barcode: coded,
  boolean: few(6),
  date: (view) =>
    exceeds(
      view,
      0.4,
      (cell) =>
        findDay(cell) !== undefined ||
        isTimestamp(cell) ||
        /^\d{1,2}[:/-]\d{2}(?![^-]*-\d)|^\d{4}$|^\d{1,2}$|^\d{5}(?:\.\d+)?$|^\d{4}-?\d{2}$|^[MTSHR]\d{1,2}[./]\d{1,2}$|^9999-?12|^\d+ ?\p{L}|\d{1,2}:\d{2} ?[AP]M/iu.test(
          cell,
        ),
    ),
  measure: atLeast(0.4, (cell) => /\d/.test(cell)),
  url: (view) => !flags(view),
  code: (view) => exceeds(view, 0.4, (cell) => /\d|^[A-Za-z]{1,12}$/.test(cell)) && !flags(view),
  'row-id': coded,
  token: (view) => !flags(view) && exceeds(view, 0.4, (cell) => cell.length >= 8),
  'password-hash': (view) => exceeds(view, 0.2, hasDigits) && !flags(view),
  password: (view) => !flags(view),
  biometric: (view) => !flags(view),
}

const known = new WeakMap<ColumnView, Map<ColumnType, boolean>>()

/** Whether these cells can be what the header says. */
export function isPlausible(type: ColumnType, view: ColumnView): boolean {
  const answers = known.get(view) ?? new Map<ColumnType, boolean>()
  known.set(view, answers)
  const answer = answers.get(type) ?? TESTS[type]?.(view) ?? true
  answers.set(type, answer)
  return answer
}
