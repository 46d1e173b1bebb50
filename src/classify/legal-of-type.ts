import type { ColumnType } from './types.ts'

/** Weakest first: nothing about a person, only with the person its row is about, personal information, sensitive. */
export const PIPL = ['none', 'linked', 'personal', 'sensitive'] as const
export const GDPR = ['none', 'linked', 'personal', 'special'] as const

/** Kinds of sensitive personal information in GB/T 45574-2025, Annex A, as far as a column's type can tell. */
export type AnnexA = 'biometric' | 'belief' | 'health' | 'financial' | 'whereabouts' | 'minor' | 'other'

/** What a person must know besides, each a sentence of the report. */
export type LegalNote =
  | 'content'
  | 'id-photo'
  | 'position'
  | 'with-account'
  | 'listed-2020'
  | 'pseudonymous'
  | 'business'

/** What the law calls such a column: an aid to whoever decides, no legal advice. */
export interface LegalCategories {
  /** PIPL Art. 4 and 28. */
  readonly pipl: (typeof PIPL)[number]
  readonly annexA: readonly AnnexA[]
  /** GDPR Art. 4(1) and 9. No type is about convictions (Art. 10); texts may be. */
  readonly gdpr: (typeof GDPR)[number]
  readonly notes: readonly LegalNote[]
}

/**
 * What the law calls a column of each type. PIPL Art. 28 and GB/T 45574-2025 Annex A agree with `art28` in types.ts;
 * GDPR Art. 9 differs: an ethnic group is special there, an account number is not. What stands in a person's row and
 * says nothing of them alone (an amount, an article, a date) is `linked`.
 */
const personal = (...notes: LegalNote[]): LegalCategories => ({
  pipl: 'personal',
  annexA: [],
  gdpr: 'personal',
  notes,
})
const linked = (...notes: LegalNote[]): LegalCategories => ({
  pipl: 'linked',
  annexA: [],
  gdpr: 'linked',
  notes,
})
const sensitive = (
  annexA: readonly AnnexA[],
  gdpr: 'personal' | 'special',
  ...notes: LegalNote[]
): LegalCategories => ({ pipl: 'sensitive', annexA, gdpr, notes })
const nobody: LegalCategories = { pipl: 'none', annexA: [], gdpr: 'none', notes: [] }
const account = sensitive(['financial'], 'personal')

export const LEGAL_OF_TYPE: Readonly<Record<ColumnType, LegalCategories>> = {
  'person-name': personal(),
  'given-name': personal(),
  'family-name': personal(),
  nickname: personal(),
  username: personal(),
  'national-id': personal('listed-2020'),
  passport: personal('listed-2020'),
  'id-document': personal('listed-2020'),
  'birth-date': personal(),
  age: personal(),
  gender: personal(),
  salutation: personal(),
  nationality: personal(),
  'job-title': personal(),
  'plate-number': personal(),
  vin: personal(),
  'member-no': personal(),
  'customer-id': personal('pseudonymous'),
  openid: personal(),
  'device-id': personal(),
  'mac-address': personal(),
  'ip-address': personal(),
  'photo-url': personal('id-photo'),
  'hashed-identifier': personal('pseudonymous'),
  mobile: personal(),
  landline: personal(),
  phone: personal(),
  email: personal(),
  'postal-address': personal(),
  'postal-code': personal(),
  region: personal(),
  'wechat-id': personal(),
  'qq-id': personal(),
  'social-account': personal(),
  'bank-card': account,
  'credit-card': account,
  'bank-account': account,
  iban: account,
  'payment-account': account,
  'card-last4': personal(),
  'card-expiry': personal(),
  'bank-name': personal(),
  'bank-code': personal(),
  'tax-id': personal(),
  income: account,
  'stored-balance': personal('listed-2020'),
  'health-data': sensitive(['health'], 'special'),
  'medical-id': sensitive(['health'], 'special'),
  biometric: sensitive(['biometric'], 'special'),
  religion: sensitive(['belief'], 'special'),
  ethnicity: { ...personal(), gdpr: 'special' },
  'marital-status': personal('listed-2020'),
  'geo-coordinates': sensitive(['whereabouts', 'other'], 'personal', 'position'),
  password: personal('with-account'),
  'password-hash': personal('with-account'),
  token: personal('with-account'),
  'order-id': linked(),
  'tracking-no': linked(),
  amount: linked('listed-2020'),
  'points-balance': linked(),
  quantity: linked(),
  'user-agent': linked(),
  'business-phone': nobody,
  'business-address': nobody,
  'unified-social-credit-code': nobody,
  'company-name': nobody,
  'store-name': linked(),
  'product-name': linked(),
  sku: linked(),
  barcode: linked(),
  category: linked(),
  boolean: linked(),
  date: linked(),
  measure: linked(),
  url: linked(),
  code: linked(),
  'row-id': linked(),
  'free-text': linked('content'),
  'free-text-pii': personal('content'),
  empty: nobody,
}
