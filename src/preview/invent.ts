import type { ColumnType } from '../classify/index.ts'
import type { Language } from '../messages/index.ts'

/** Rows of a table that are made up. */
export const INVENTED_ROWS = 3

const NAMES = {
  en: ['Example Person', 'Sample Customer', 'Test Customer', 'Model Client', 'Specimen Buyer'],
  'zh-CN': ['张三（虚构）', '李四（虚构）', '王五（虚构）', '示例顾客', '样例会员'],
} as const satisfies Record<Language, readonly string[]>
const ADDRESSES = {
  en: ['1 Example Street', '2 Sample Road', '3 Model Lane', '4 Specimen Square'],
  'zh-CN': ['示例路 1 号', '样例街 2 号', '虚构巷 3 号', '范例大道 4 号'],
} as const satisfies Record<Language, readonly string[]>
const TEXTS = {
  en: ['(some text)', '(a remark)', '(words)'],
  'zh-CN': ['（一段文字）', '（备注内容）', '（文字略）'],
} as const satisfies Record<Language, readonly string[]>
const KINDS = {
  en: ['value 1', 'value 2', 'value 3'],
  'zh-CN': ['取值 1', '取值 2', '取值 3'],
} as const satisfies Record<Language, readonly string[]>

/**
 * Shapes of what numbers and codes look like, every letter and digit of them an X, and values of ranges that are reserved
 * for examples: RFC 2606 (example.com), RFC 5737 (192.0.2.0/24), RFC 7042 (00-00-5E-00-53).
 */
const SHAPES: Partial<Record<ColumnType, readonly string[]>> = {
  username: ['example-user-1', 'example-user-2', 'example-user-3'],
  nickname: ['Example', 'Sample', 'Specimen'],
  'national-id': ['XXXXXX19XXXXXXXXXX', 'XXXXXX20XXXXXXXXXX'],
  passport: ['EXXXXXXXX'],
  'birth-date': ['19XX-XX-XX', '20XX-XX-XX'],
  age: ['XX'],
  mobile: ['1XX-XXXX-XXXX', '1XXXXXXXXXX'],
  landline: ['0XX-XXXXXXXX'],
  phone: ['+XX XXX XXXX XXXX'],
  'business-phone': ['400-XXX-XXXX', '0XX-XXXXXXXX'],
  email: ['person1@example.com', 'person2@example.com', 'person3@example.com', 'x@example.org'],
  'postal-code': ['XXXXXX'],
  'ip-address': ['192.0.2.1', '192.0.2.2', '192.0.2.3', '192.0.2.254'],
  'mac-address': ['00-00-5E-00-53-01', '00-00-5E-00-53-02', '00-00-5E-00-53-03'],
  url: ['https://example.com/1', 'https://example.com/2', 'https://example.com/3'],
  'photo-url': ['https://example.com/1.jpg', 'https://example.com/2.jpg', 'https://example.com/3.jpg'],
  'bank-card': ['XXXX XXXX XXXX XXXX XXX', 'XXXX XXXX XXXX XXXX'],
  'credit-card': ['XXXX XXXX XXXX XXXX'],
  iban: ['XXXX XXXX XXXX XXXX XXXX XX'],
  'card-last4': ['XXXX'],
  'card-expiry': ['XX/XX'],
  amount: ['XXX.XX', 'XX.XX', 'X,XXX.XX'],
  income: ['XX,XXX.XX', 'X,XXX.XX'],
  'stored-balance': ['XXX.XX', 'XX.XX', 'X,XXX.XX'],
  'points-balance': ['X,XXX', 'XXX'],
  quantity: ['X', 'XX'],
  date: ['20XX-XX-XX', '20XX/XX/XX'],
  'geo-coordinates': ['XX.XXXX, XXX.XXXX'],
  'plate-number': ['XX·XXXXX'],
  'order-id': ['XXXXXXXXXXXX', 'XX-XXXXXXXX'],
  'tracking-no': ['XXXXXXXXXXXXX'],
  'unified-social-credit-code': ['9XXXXXXXXXXXXXXXXX'],
}

const NAMED: ReadonlySet<ColumnType> = new Set<ColumnType>(['person-name', 'given-name', 'family-name'])
const ADDRESSED: ReadonlySet<ColumnType> = new Set<ColumnType>(['postal-address', 'business-address'])
const WORDED: ReadonlySet<ColumnType> = new Set<ColumnType>(['free-text', 'free-text-pii', 'health-data'])
const OF_KINDS: ReadonlySet<ColumnType> = new Set<ColumnType>([
  'category',
  'region',
  'gender',
  'boolean',
  'salutation',
  'nationality',
  'job-title',
  'marital-status',
  'ethnicity',
  'religion',
  'bank-name',
  'company-name',
  'store-name',
  'product-name',
])

/** What may stand in an invented cell of this type, best first: fixed texts, in which no export has had a part. */
export function inventedValues(type: ColumnType, language: Language): readonly string[] {
  if (type === 'empty') return []
  if (NAMED.has(type)) return NAMES[language]
  if (ADDRESSED.has(type)) return ADDRESSES[language]
  if (WORDED.has(type)) return TEXTS[language]
  if (OF_KINDS.has(type)) return KINDS[language]
  return SHAPES[type] ?? ['XXXXXXXX', 'XX-XXXX']
}

/** The invented values that are no part of any export: which ones a cell is a part of was found out while all were read. */
export class Inventions {
  readonly #language: Language
  readonly #values: readonly string[]
  readonly #struck: ReadonlySet<string>

  constructor(types: Iterable<ColumnType>, language: Language, struck: ReadonlySet<string> = new Set()) {
    this.#language = language
    this.#values = [...new Set([...types].flatMap((type) => inventedValues(type, language)))]
    this.#struck = struck
  }

  /** All of them, by the numbers that `strike` knows them by. */
  get values(): readonly string[] {
    return this.#values
  }

  strike(numbers: Iterable<number>): Inventions {
    const struck = new Set([...numbers].map((number) => this.#values[number] ?? ''))
    return new Inventions([], this.#language, struck)
  }

  /** The cell of an invented row, from 0; empty where an export's own cells leave nothing to be invented. */
  cell(type: ColumnType, row: number): string {
    const free = inventedValues(type, this.#language).filter((value) => !this.#struck.has(value))
    return free[row % free.length] ?? ''
  }
}
