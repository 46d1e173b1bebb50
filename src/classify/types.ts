/**
 * The closed list of what a column can hold, each with where it goes unless its column says otherwise.
 * `sensitive`: must not stay in an open compartment. `art28`: sensitive in the narrow sense of PIPL Art. 28 and
 * GB/T 45574-2025 Annex A.
 */

/** Columns that the same readers may open; the classifier knows these seven, a policy may name more. */
export const COMPARTMENTS = [
  'identity',
  'contact',
  'financial',
  'special',
  'credential',
  'behaviour',
  'general',
] as const

export type Compartment = (typeof COMPARTMENTS)[number]

/** The two compartments whose content may travel with the shop. */
export const OPEN_COMPARTMENTS: readonly Compartment[] = ['behaviour', 'general']

interface TypeFacts {
  readonly compartment: Compartment
  readonly sensitive: boolean
  readonly art28: boolean
}

const open = (compartment: Compartment): TypeFacts => ({ compartment, sensitive: false, art28: false })
const guarded = (compartment: Compartment): TypeFacts => ({ compartment, sensitive: true, art28: false })
const art28 = (compartment: Compartment): TypeFacts => ({ compartment, sensitive: true, art28: true })

export const TYPE_FACTS = {
  'person-name': guarded('identity'),
  'given-name': guarded('identity'),
  'family-name': guarded('identity'),
  nickname: guarded('identity'),
  username: guarded('identity'),
  'national-id': guarded('identity'),
  passport: guarded('identity'),
  'id-document': guarded('identity'),
  'birth-date': guarded('identity'),
  age: open('identity'),
  gender: open('identity'),
  salutation: open('identity'),
  nationality: open('identity'),
  'job-title': open('identity'),
  'plate-number': guarded('identity'),
  vin: guarded('identity'),
  'member-no': guarded('identity'),
  'customer-id': open('identity'),
  openid: guarded('identity'),
  'device-id': guarded('identity'),
  'mac-address': guarded('identity'),
  'ip-address': guarded('identity'),
  'photo-url': guarded('identity'),
  'hashed-identifier': guarded('identity'),
  mobile: guarded('contact'),
  landline: guarded('contact'),
  phone: guarded('contact'),
  email: guarded('contact'),
  'postal-address': guarded('contact'),
  'postal-code': open('contact'),
  region: open('contact'),
  'wechat-id': guarded('contact'),
  'qq-id': guarded('contact'),
  'social-account': guarded('contact'),
  'bank-card': art28('financial'),
  'credit-card': art28('financial'),
  'bank-account': art28('financial'),
  iban: art28('financial'),
  'payment-account': art28('financial'),
  'card-last4': open('financial'),
  'card-expiry': guarded('financial'),
  'bank-name': open('financial'),
  'bank-code': open('financial'),
  'tax-id': guarded('financial'),
  income: art28('financial'),
  'stored-balance': open('financial'),
  'health-data': art28('special'),
  'medical-id': art28('special'),
  biometric: art28('special'),
  religion: art28('special'),
  ethnicity: guarded('special'),
  'marital-status': guarded('special'),
  'geo-coordinates': art28('special'),
  password: guarded('credential'),
  'password-hash': guarded('credential'),
  token: guarded('credential'),
  'order-id': open('behaviour'),
  'tracking-no': open('behaviour'),
  amount: open('behaviour'),
  'points-balance': open('behaviour'),
  quantity: open('behaviour'),
  'user-agent': open('behaviour'),
  'business-phone': open('general'),
  'business-address': open('general'),
  'unified-social-credit-code': open('general'),
  'company-name': open('general'),
  'store-name': open('general'),
  'product-name': open('general'),
  sku: open('general'),
  barcode: open('general'),
  category: open('general'),
  boolean: open('general'),
  date: open('general'),
  measure: open('general'),
  url: open('general'),
  code: open('general'),
  'row-id': open('general'),
  'free-text': open('general'),
  'free-text-pii': guarded('identity'),
  empty: open('general'),
} as const satisfies Record<string, TypeFacts>

export type ColumnType = keyof typeof TYPE_FACTS

/** All types, in the order of docs/classification.md. */
export const COLUMN_TYPES: readonly ColumnType[] = Object.keys(TYPE_FACTS).filter(isColumnType)

export function isColumnType(word: string): word is ColumnType {
  return Object.hasOwn(TYPE_FACTS, word)
}

export function isSensitiveType(type: ColumnType): boolean {
  return TYPE_FACTS[type].sensitive
}
