import { type ColumnType, type Compartment, TYPE_FACTS } from '../../../src/classify/index.ts'
import type { LabelledColumn } from '../labels.ts'
import type { Make } from './values.ts'

/** What differs from the type's own facts: `open` is not sensitive after all, `unscored` may be either, `child` is special. */
export interface Exception {
  readonly in?: Compartment
  readonly open?: true
  readonly unscored?: true
  readonly child?: true
  readonly also?: readonly ColumnType[]
  readonly hard?: string
}

export interface OwnColumn {
  readonly header: string
  readonly type: ColumnType
  readonly make: Make
  readonly exception: Exception
}

export interface OwnTable {
  readonly file: string
  readonly delimiter: string
  readonly source: string
  readonly columns: readonly OwnColumn[]
}

export function column(header: string, type: ColumnType, make: Make, exception: Exception = {}): OwnColumn {
  return { header, type, make, exception }
}

/** Types that are as good as the label, as in fixtures/eval/LABELS.md's own set. */
const ALSO: Partial<Record<ColumnType, readonly ColumnType[]>> = {
  'bank-account': ['bank-card', 'iban'],
  'bank-card': ['credit-card'],
  barcode: ['code', 'sku'],
  category: ['code', 'free-text'],
  code: ['category', 'order-id', 'row-id', 'sku'],
  'company-name': ['category'],
  'customer-id': ['code', 'member-no', 'row-id'],
  'free-text': ['category'],
  gender: ['category'],
  'health-data': ['free-text-pii', 'measure'],
  landline: ['phone'],
  'medical-id': ['code', 'member-no'],
  mobile: ['phone'],
  'national-id': ['id-document'],
  nickname: ['person-name', 'username'],
  'order-id': ['code', 'row-id'],
  phone: ['landline', 'mobile'],
  'points-balance': ['amount', 'quantity', 'stored-balance'],
  'product-name': ['category'],
  quantity: ['measure'],
  region: ['category', 'code'],
  'row-id': ['code', 'customer-id'],
  salutation: ['category', 'gender'],
  sku: ['code'],
  'store-name': ['category'],
  'stored-balance': ['amount'],
  token: ['code', 'password-hash'],
  'tracking-no': ['code', 'order-id'],
  'unified-social-credit-code': ['tax-id'],
  username: ['nickname'],
  'wechat-id': ['social-account', 'username'],
}

const BESIDE: Partial<Record<ColumnType, readonly Compartment[]>> = {
  region: ['general', 'identity'],
  'customer-id': ['general', 'behaviour'],
  amount: ['general', 'financial'],
  'points-balance': ['general', 'financial'],
  'postal-code': ['general', 'identity'],
  gender: ['contact', 'special'],
  nationality: ['general', 'contact'],
  'job-title': ['general'],
  'bank-name': ['general'],
  'bank-code': ['general'],
  'stored-balance': ['behaviour'],
  'free-text-pii': ['contact', 'financial', 'special'],
  'ip-address': ['behaviour'],
  'device-id': ['behaviour'],
  'business-phone': ['behaviour', 'contact'],
  'business-address': ['behaviour', 'contact'],
  'medical-id': ['identity'],
  username: ['contact', 'credential'],
  'wechat-id': ['identity'],
  'unified-social-credit-code': ['behaviour', 'financial', 'identity'],
}

export function labelOf({ header, type, exception }: OwnColumn, index: number): LabelledColumn {
  const facts = TYPE_FACTS[type]
  const sensitive = (facts.sensitive || exception.child === true) && exception.open === undefined
  const own = exception.child ? 'special' : facts.compartment
  const compartment = exception.in ?? own
  const beside: Compartment[] = [...(BESIDE[type] ?? [])]
  if (exception.child) beside.push('identity', 'contact')
  if (!sensitive && (compartment === 'general' || compartment === 'behaviour')) {
    beside.push(compartment === 'general' ? 'behaviour' : 'general')
  }
  if (exception.open) beside.push(facts.compartment)
  const altTypes = [...(ALSO[type] ?? []), ...(exception.also ?? [])]
  return {
    index,
    header,
    type,
    compartment,
    sensitive,
    ...(sensitive && (facts.art28 || exception.child) ? { art28: true } : {}),
    ...(altTypes.length > 0 ? { altTypes } : {}),
    ...(beside.length > 0 ? { altCompartments: beside } : {}),
    ...(exception.unscored || type === 'customer-id' || type === 'card-last4'
      ? { sensitiveUnscored: true }
      : {}),
    ...(exception.hard === undefined ? {} : { hard: [exception.hard] }),
  }
}
