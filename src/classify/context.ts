import {
  foldHeader,
  type HeaderReading,
  mentionsAnimal,
  mentionsChild,
  mentionsParent,
} from './headers/index.ts'
import type { ColumnType } from './types.ts'

/** What the other columns say about a table. */
export interface TableContext {
  /** Columns about persons: names, numbers to reach them, documents. */
  readonly persons: number
  /** Articles, prices, stock, and nobody's data. */
  readonly goods: boolean
  /** Each row is an outlet. */
  readonly stores: boolean
  readonly children: boolean
  /** Prices and hardly a person: what has a name here is for sale. */
  readonly priced: boolean
  /** Bodies are measured: age, gender, health. */
  readonly bodies: boolean
  /** Each row is a patient or a treatment. */
  readonly medical: boolean
  /** A good part of it is about bodies: what else it grades is graded of a patient. */
  readonly care: boolean
  /** About cars: a matrícula is a plate there, and a number of enrolment elsewhere. */
  readonly vehicles: boolean
  /** Each row is an animal: what is weighed and vaccinated is that. */
  readonly animals: boolean
  /** Each row is somebody's pay. */
  readonly payroll: boolean
  /** Each row is a contract with somebody, or somebody who is served: what an hour costs, they pay. */
  readonly served: boolean
  /** Health, and who pays for it: a member is an insured person. */
  readonly insured: boolean
  /** Few of its headers could be read: they are in a language, or of a system, that the word lists do not know. */
  readonly foreign: boolean
}

export const NO_CONTEXT: TableContext = {
  persons: 0,
  goods: false,
  priced: false,
  stores: false,
  children: false,
  bodies: false,
  medical: false,
  care: false,
  vehicles: false,
  animals: false,
  payroll: false,
  served: false,
  insured: false,
  foreign: false,
}

const PERSONAL: ReadonlySet<ColumnType> = new Set([
  'person-name',
  'given-name',
  'family-name',
  'nickname',
  'username',
  'national-id',
  'birth-date',
  'gender',
  'mobile',
  'landline',
  'phone',
  'email',
  'wechat-id',
  'openid',
  'member-no',
  'salutation',
  'age',
  'postal-address',
  'medical-id',
  'social-account',
  'qq-id',
  'passport',
  'id-document',
  'payment-account',
])
const GOODS: ReadonlySet<ColumnType> = new Set(['sku', 'barcode', 'product-name', 'amount', 'quantity'])
const GOODS_MARKS: ReadonlySet<ColumnType> = new Set(['sku', 'barcode'])
const BODIES: ReadonlySet<ColumnType> = new Set(['age', 'birth-date', 'gender', 'health-data', 'medical-id'])
const MEDICAL: ReadonlySet<ColumnType> = new Set(['health-data', 'medical-id'])
const LEAST_MEDICAL = 2
const PAY: ReadonlySet<ColumnType> = new Set(['income'])
const LEAST_PAY = 3
const LEAST_ANIMALS = 2
const VEHICLES: ReadonlySet<ColumnType> = new Set(['vin'])
const VEHICLE =
  /\b(?:ve[hi]i?c\w*|veicolo\w*|auto|coche|carro|moto|furgon|bastidor|chassis|telaio|marca|modelo|modello|kilomet\w*|km|itv|targa|conductor|condutor|taller|oficina mecanica)\b/
const LEAST_CARE = 3
const CARE_SHARE = 0.2
const OUTLET: ReadonlySet<ColumnType> = new Set([
  'business-phone',
  'business-address',
  'unified-social-credit-code',
])
const CLASSES =
  /年级|班级|幼儿园|就读|课时|学年|学期|园儿|학년|\b(?:grade|class|school|kindergarten|classe|schule|klasse|clase|curso|turma)\b/

const PRICE = /价|單價|価格|単価|\b(?:price|preis|prix|precio|prezzo|preco|cost|msrp)\b/i

const INSURANCE =
  /医保|保险|参保|保険|보험|\b(?:insur\w*|payer|dental|medicaid|medicare|claim|claims|copay|provider npi|npi|krankenkasse|versicher\w*|mutuelle|assur\w*|aseguradora|seguro|convenio|assicura\w*|ubezpiecz\w*|sigorta)\b/i

const SERVED =
  /客户|顾客|合同|顧客|契約|고객|계약|\b(?:client|customer|contract|beneficia|usager|vertrag|kunde|contrat|contrato|cliente|financeur|kostentrager|gir|klant)/
const STAFF =
  /员工|工号|入职|薪|社員|従業員|入社|직원|사원|입사|\b(?:employee|staff|hire|payroll|salar|wage|mitarbeiter|personal|eintritt|gehalt|lohn|employe|embauche|matricule|empleado|nomina|sueldo|funcionario|admissao|dipendente|assunzione|freelanc|worker|contractor)/

/** A column after a first verdict that knew nothing of the others. */
export interface FirstVerdict {
  readonly header: string
  readonly type: ColumnType
  readonly reading: HeaderReading
}

const OTHERS: ReadonlySet<string> = new Set(['business', 'animal'])
/** 品种, breed: what only animals are asked for. */
const BREED =
  /品种|犬种|猫种|品種|犬種|猫種|품종|견종|\b(?:breed|rasse|race animal|raza|razza|raca|species|tierart|espece)\b/

/** The most that a list of outlets says of its managers: a name, a number or two. */
const MOST_STAFF = 3

export function buildContext(table: string, columns: readonly FirstVerdict[]): TableContext {
  const said = ({ reading }: FirstVerdict) =>
    reading.certainty >= 0.8 ? reading.entries[0]?.type : undefined
  const count = (set: ReadonlySet<ColumnType>) => columns.filter(({ type }) => set.has(type)).length
  const goods = columns.filter((column) => GOODS.has(said(column) ?? column.type))
  const marks = columns.filter((column) => GOODS_MARKS.has(said(column) ?? column.type))
  const persons = columns.filter(
    (column) =>
      PERSONAL.has(column.type) && !OTHERS.has(column.reading.owner ?? '') && !marks.includes(column),
  ).length
  const outlets = columns.filter(
    ({ type, reading }) => OUTLET.has(type) || reading.owner === 'business',
  ).length
  const headers = columns.map(({ header }) => foldHeader(header).toLowerCase().replace(/_/g, ' '))
  const child = headers.some(mentionsChild) || mentionsChild(foldHeader(table).toLowerCase())
  const parent = headers.some(mentionsParent)
  const classes = headers.some((header) => CLASSES.test(header))
  return {
    persons,
    goods: goods.length >= 3 && marks.length >= 1 && persons === 0,
    priced: persons <= 1 && columns.some((column) => PRICE.test(column.header)),
    stores: columns.some(({ type }) => type === 'store-name') && outlets >= 2 && persons <= MOST_STAFF,
    children: (child && (parent || classes)) || (parent && classes),
    bodies: count(BODIES) >= 1,
    medical: count(MEDICAL) >= LEAST_MEDICAL && persons > 0,
    care: count(MEDICAL) >= Math.max(LEAST_CARE, CARE_SHARE * columns.length) && persons > 0,
    vehicles: count(VEHICLES) > 0 || headers.some((header) => VEHICLE.test(header)),
    animals: headers.filter((header) => mentionsAnimal(header) || BREED.test(header)).length >= LEAST_ANIMALS,
    payroll: count(PAY) >= LEAST_PAY && persons > 0,
    served: headers.some((header) => SERVED.test(header)) && !headers.some((header) => STAFF.test(header)),
    insured: count(MEDICAL) > 0 && persons > 0 && headers.some((header) => INSURANCE.test(header)),
    foreign: isForeign(columns),
  }
}

/** Headers that name nothing: `col1`, `Column2`, `Unnamed: 3`, `A`. */
const NAMELESS = /^(?:(?:col|column|field|unnamed|spalte|colonne|列|字段|f|c)?[^\p{L}]*|[a-z])$/iu
const LEAST_WORDED = 3
const READABLE = 0.4

export function isNameless(header: string): boolean {
  return NAMELESS.test(header.trim())
}

function isForeign(columns: readonly FirstVerdict[]): boolean {
  const worded = columns.filter(({ header }) => !isNameless(header))
  const read = worded.filter(({ reading }) => reading.entries.length > 0 && reading.certainty > READABLE)
  return worded.length >= LEAST_WORDED && read.length < READABLE * worded.length
}
