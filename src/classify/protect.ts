import { isAnimals, ofAnimal } from './animals.ts'
import type { TableContext } from './context.ts'
import { COMPANY, isHanName, isLatinName } from './lexicon.ts'
import type { Reason } from './reasons.ts'
import { type ColumnType, type Compartment, TYPE_FACTS } from './types.ts'
import { type ExaminedColumn, round, type Verdict } from './verdict.ts'
import { type ColumnView, shareOf } from './view.ts'

/** A verdict with where its column goes. */
export interface Protection {
  readonly type: ColumnType
  readonly compartment: Compartment
  readonly sensitive: boolean
  readonly confidence: number
  readonly reasons: readonly Reason[]
}

/** Says how a column is to be protected: by its type, its owner, hits in its texts, and children in the table. */
export function protect(verdict: Verdict, column: ExaminedColumn, context: TableContext): Protection {
  const owned = applyOwner(verdict, column, context)
  const searched = applyHits(owned, column)
  const mixed = applyMixedNames(searched, column)
  return applyChildren(mixed, column, context)
}

function byFacts(verdict: Verdict): Protection {
  const { compartment, sensitive } = TYPE_FACTS[verdict.type]
  // Whatever it looks like: nobody could say what it is about.
  if (verdict.unsure && !sensitive) return { ...pick(verdict), compartment: 'identity', sensitive: true }
  return { ...pick(verdict), compartment, sensitive }
}

function pick({ type, confidence, reasons }: Verdict) {
  return { type, confidence, reasons }
}

const PHONES: ReadonlySet<ColumnType> = new Set(['phone', 'landline', 'mobile'])

/** The shop's or a supplier's own number, address or place is nobody's secret, unless it is many people's mobiles. */
function applyOwner(verdict: Verdict, column: ExaminedColumn, context: TableContext): Protection {
  const { view, reading, evidence } = column
  const plain = byFacts(verdict)
  const open = { compartment: 'general', sensitive: false } as const
  const outlets = context.stores || reading.owner === 'business'
  if (outlets && (verdict.type === 'geo-coordinates' || verdict.type === 'tax-id'))
    return { ...plain, ...open }
  if (isAnimals(verdict.type, column, context)) return ofAnimal(plain, column)
  if (reading.owner !== 'business') return plain
  const reasons: Reason[] = [...verdict.reasons, { code: 'owner', word: reading.ownerWord }]
  if (PHONES.has(verdict.type)) {
    const mobiles = evidence.find(({ type }) => type === 'mobile')?.share ?? 0
    return mobiles > 0.5 && view.distinct.length > 20
      ? plain
      : { ...plain, ...open, type: 'business-phone', reasons }
  }
  if (verdict.type === 'postal-address') return { ...plain, ...open, type: 'business-address', reasons }
  return plain
}

/** Types whose cells are texts, in which anything may stand. */
const TEXTS: ReadonlySet<ColumnType> = new Set(['free-text', 'category', 'product-name', 'free-text-pii'])

export function isText(type: ColumnType): boolean {
  return TEXTS.has(type)
}

const LEAST_NAMES = 0.01
const LEAST_HEALTH = 0.01
const MUCH_HEALTH = 0.05

/** A remark with a single telephone number is personal; a product title needs one as well, not only a name. */
function applyHits(plain: Protection, { view, embedded, reading }: ExaminedColumn): Protection {
  if (!isText(plain.type)) return plain
  const remark = plain.type === 'free-text' || plain.type === 'free-text-pii'
  const reasons: Reason[] = []
  const scanned = scanHits(view)
  if (embedded.identifiers > 0 && (remark || embedded.what !== 'postal-address')) {
    reasons.push({ code: 'embedded', what: embedded.what, share: round(embedded.identifiers) })
  } else if (scanned !== undefined) reasons.push(scanned)
  if (remark && embedded.names >= LEAST_NAMES) {
    reasons.push({ code: 'embedded', what: 'person-name', share: round(embedded.names) })
  }
  if (remark && embedded.health >= LEAST_HEALTH) {
    reasons.push({ code: 'embedded', what: 'health-data', share: round(embedded.health) })
  }
  if (reasons.length === 0) return plain
  const certainty = reading.certainty > 0 ? 0.9 : 0.75
  return {
    type: 'free-text-pii',
    compartment: remark && embedded.health >= MUCH_HEALTH ? 'special' : 'identity',
    sensitive: true,
    confidence: plain.type === 'free-text-pii' ? plain.confidence : certainty,
    reasons: plain.type === 'free-text-pii' ? plain.reasons : [...reasons, ...plain.reasons],
  }
}

function scanHits({ scan }: ColumnView): Reason | undefined {
  if (scan === undefined) return undefined
  const found = (['mobile', 'national-id', 'email', 'bank-card', 'phone'] as const).find(
    (what) => scan.hits[what] > 0,
  )
  if (found === undefined) return undefined
  const reason = { code: 'scan', what: found, cells: scan.hits[found] } as const
  return scan.passed > 0 ? { ...reason, atLeast: true } : reason
}

/** Words under which firms and private people stand side by side. */
const CUSTOMERS =
  /抬头|客户|顾客|买家|单位|^公司|宛名|顧客|거래처|customer|client|buyer|company|organi[sz]ation|business name|firma|societe|empresa|azienda|cliente|invoice/i
const LEAST_PEOPLE = 0.03

/** A customer list of firms with some private buyers among them names persons. */
function applyMixedNames(plain: Protection, { view, reading }: ExaminedColumn): Protection {
  const words = `${reading.entries[0]?.word ?? ''} ${view.header}`
  if (plain.type !== 'company-name' || !CUSTOMERS.test(words)) return plain
  const people = shareOf(
    view,
    (cell) =>
      !COMPANY.test(cell) &&
      (isHanName(cell) || (isLatinName(cell) && /^(?:Mr|Mrs|Ms|Dr|Herr|Frau)\b/.test(cell))),
  )
  if (people < LEAST_PEOPLE) return plain
  const reason: Reason = { code: 'embedded', what: 'person-name', share: round(people) }
  return { ...plain, compartment: 'identity', sensitive: true, reasons: [...plain.reasons, reason] }
}

const CHILD_TYPES: ReadonlySet<ColumnType> = new Set([
  'given-name',
  'family-name',
  'nickname',
  'birth-date',
  'national-id',
  'id-document',
  'passport',
  'photo-url',
  'free-text-pii',
  'member-no',
])
const LABELS: ReadonlySet<ColumnType> = new Set(['category', 'free-text'])
/** Names in a list of children that are an adult's. */
const ADULTS =
  /老师|教师|教练|导师|顾问|紧急|联系|联络|接送|负责|业务|操作|经办|録|担当|teacher|coach|instructor|contact|emergency|staff|manager|lehrer|trainer|professeur|profesor|insegnante|professor/i
const CLASS = /班级|年级|class|grade|klasse|classe|clase|turma|クラス|学年|학년|반$/i
const SCHOOL =
  /学校|幼儿园|幼稚园|小学|中学|学園|保育園|school|kindergarten|nursery|schule|ecole|colegio|escuela|scuola|escola|학교|유치원|어린이집/i

/** In a table about children every column that identifies one is specially protected (PIPL Art. 28, 31). */
function applyChildren(
  plain: Protection,
  { view, reading }: ExaminedColumn,
  context: TableContext,
): Protection {
  const childHeader = reading.owner === 'child'
  if (!context.children || reading.owner === 'parent') return plain
  const child =
    (CHILD_TYPES.has(plain.type) && (plain.type === 'free-text-pii' || !ADULTS.test(view.header))) ||
    (plain.type === 'person-name' && (childHeader || !ADULTS.test(view.header))) ||
    (plain.type === 'company-name' && SCHOOL.test(view.header)) ||
    // The school and the class together find a child.
    (LABELS.has(plain.type) && SCHOOL.test(view.header) && CLASS.test(view.header))
  if (!child || (plain.type === 'person-name' && isAdultWord(reading.entries[0]?.word ?? '') && !childHeader))
    return plain
  return { ...plain, compartment: 'special', sensitive: true, reasons: [...plain.reasons, { code: 'child' }] }
}

/** A word that names a role, not a name: 家长, guardian. 姓名 alone is the child's. */
function isAdultWord(word: string): boolean {
  return /家长|监护|父|母|爸|妈|配偶|^人$|保護者|보호자|학부모|parent|guardian|mother|father|contact|spouse|eltern|mutter|vater|tutor|madre|padre/i.test(
    word,
  )
}
