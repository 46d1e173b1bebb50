import type { TableContext } from './context.ts'
import type { Entry } from './headers/index.ts'
import { isGivenName, isHanName, isJapaneseName, isKoreanName } from './lexicon.ts'
import { isNumber, isPlausible } from './plausible.ts'
import { type ColumnType, TYPE_FACTS } from './types.ts'
import type { ExaminedColumn } from './verdict.ts'
import { type ColumnView, distinctRatio, shareOf } from './view.ts'

/** Words that initials most often stand for, where several Chinese words share them. */
const COMMON: ReadonlySet<string> = new Set(
  '姓名,性别,手机,电话,身份证,密码,部门,科室,职务,民族,开户行,学历,序号,订单号,地址,备注,积分,余额,编号,时间,日期,数量,单价,金额,状态,类型,级别,银行账号,卡号,助记码,操作员'.split(
    ',',
  ),
)
const WEIGHTS = /^(?:weight|height|gewicht|poids|peso|altura|taille|grosse)$/
/** What an hour is paid with: pay of whoever works, a price for whoever is served. */
const HOURLY = /hour|horaire|stunde|uur|hora|orari|годин|час|时薪|小时|時給|시급|godzin|saat/
/** A car is enrolled in one register, a pupil in another. */
const ENROLLED = /matric(?:ula|ola|ule)/
/** Whoever is insured is numbered as a member of it. */
const INSURED = /^(?:subscriber|member|membership|policy|insured|cert|certificate) (?:id|no|number|code|key)$/
const CARDS: ReadonlySet<ColumnType> = new Set(['credit-card', 'bank-card'])
/** A word that stands inside a header says less than one at its head. */
const AT_HEAD = 0.7

/** The word of a header that its cells and its table can be true of, with what it means there. */
export function pickWord(column: ExaminedColumn, context: TableContext): Entry | undefined {
  const { view, reading, evidence } = column
  const kindOnly = reading.certainty < AT_HEAD && isKindOfPerson(view)
  // The 名 of whatever no list knows names somebody only if its cells are names.
  const ofThing = reading.unread && /^[名명]$/.test(reading.entries[0]?.word ?? '') && !holdsNames(view)
  const fits = ({ type }: Entry) =>
    isPlausible(type, view) &&
    !(reading.initials && WORDED.has(type) && isNumeric(view)) &&
    !((kindOnly || ofThing) && type === 'person-name')
  const shown = ({ type }: Entry) => evidence.some((found) => found.type === type)
  const plausible = reading.entries.filter(fits)
  const chosen =
    plausible.find((entry) => reading.entries.length > 1 && shown(entry)) ??
    reading.ending.find((entry) => TYPE_FACTS[entry.type].sensitive && fits(entry) && shown(entry)) ??
    plausible.find(({ word }) => reading.initials && COMMON.has(word)) ??
    plausible[0] ??
    (reading.whole ? undefined : reading.ending.find(fits))
  if (chosen === undefined) return findOtherCard(column)
  return inTable(chosen, view, context)
}

/** What is said in words, not in numbers. */
const WORDED: ReadonlySet<ColumnType> = new Set([
  'health-data',
  'store-name',
  'product-name',
  'company-name',
  'person-name',
  'region',
])

function isNumeric(view: ColumnView): boolean {
  return shareOf(view, isNumber) > 0.8
}

/** A card that no payment is made with is a membership's or an office's. */
function findOtherCard({ view, reading }: ExaminedColumn): Entry | undefined {
  const card = reading.entries.find(({ type }) => CARDS.has(type))
  return card !== undefined && isPlausible('member-no', view) ? { ...card, type: 'member-no' } : undefined
}

/** 客户来源, Nhóm khách hàng: the person in the header is whose kind the cells name. */
function isKindOfPerson(view: ColumnView): boolean {
  return view.distinct.length <= 20 && distinctRatio(view) < 0.2 && !holdsNames(view)
}

function inTable(chosen: Entry, view: ColumnView, context: TableContext): Entry {
  if (context.goods && /^(?:name|title|名称|description)$/.test(chosen.word))
    return { ...chosen, type: 'product-name' }
  if (context.priced && /^(?:name|title|名称|nom|nombre|nome)$/.test(chosen.word) && !holdsNames(view)) {
    return { ...chosen, type: 'product-name' }
  }
  if (context.stores && /^(?:name|名称)$/.test(chosen.word)) return { ...chosen, type: 'store-name' }
  // Goods are weighed as well; only beside age, gender or health is a weight somebody's.
  if (WEIGHTS.test(chosen.word))
    return { ...chosen, type: context.bodies && context.persons > 0 ? 'health-data' : 'measure' }
  if (chosen.type === 'income' && context.served && HOURLY.test(chosen.word))
    return { ...chosen, type: 'amount' }
  if (chosen.type === 'plate-number' && ENROLLED.test(chosen.word) && !context.vehicles)
    return { ...chosen, type: 'member-no' }
  if (context.insured && /^(?:payer|payer name|carrier)$/.test(chosen.word))
    return { ...chosen, type: 'company-name' }
  if (context.insured && INSURED.test(chosen.word)) return { ...chosen, type: 'medical-id' }
  return chosen
}

/** Whether some of the cells at least are names of people, in writings where that can be told. */
function holdsNames(view: ColumnView): boolean {
  return (
    shareOf(view, isGivenName) > 0.03 ||
    shareOf(view, (cell) => isHanName(cell) || isKoreanName(cell) || isJapaneseName(cell)) > 0.2
  )
}
