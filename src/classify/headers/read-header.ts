import { type ColumnType, TYPE_FACTS } from '../types.ts'
import { foldHeader, isEastAsian } from './fold.ts'
import { readEastAsian } from './read-east-asian.ts'
import { readLatin } from './read-latin.ts'
import { readSystem } from './read-systems.ts'
import { isThai, readThai } from './read-thai.ts'
import { type HeaderReading, NOTHING } from './reading.ts'
import type { LanguageCode } from './word-list.ts'

/** Reads the headers of one table together: the language of most decides where a word belongs to several. */
export function readHeaders(
  headers: readonly string[],
  { chinese }: { readonly chinese: boolean } = { chinese: false },
): HeaderReading[] {
  const named = readSystem(headers)
  const firstPass = headers.map((header) =>
    readHeader(header, { language: undefined, plain: false, pinyin: true }),
  )
  const { language, plain } = commonLanguage(firstPass)
  const initials = firstPass.filter(
    (reading, at) => reading.initials && named?.[at] === undefined && (chinese || reading.whole),
  ).length
  const words = firstPass.filter(
    ({ entries, certainty }) => certainty > 0.9 && entries[0]?.language !== 'pinyin',
  ).length
  // Many abbreviations could be initials; in a table that writes words, or of no Chinese, they are none.
  const hasPinyin = initials >= 3 && initials > 2 * words
  return headers.map((header, index) => {
    const own = named?.[index]
    if (own !== undefined) return own
    const first = firstPass[index] ?? NOTHING
    return first.initials && hasPinyin ? first : readHeader(header, { language, plain, pinyin: hasPinyin })
  })
}

/** Votes that make a language plainly that of its table, if no other one has half as many. */
const PLAIN_VOTES = 4

function commonLanguage(readings: readonly HeaderReading[]): Pick<Expected, 'language' | 'plain'> {
  const votes = new Map<LanguageCode, number>()
  for (const { entries, certainty } of readings) {
    const languages = new Set(entries.map(({ language }) => language))
    if (certainty < 0.8) continue
    for (const language of languages) votes.set(language, (votes.get(language) ?? 0) + 1 / languages.size)
  }
  const [first, second] = [...votes].sort(([, a], [, b]) => b - a)
  if (first === undefined) return { language: undefined, plain: false }
  const [language, most] = first
  return { language, plain: most >= PLAIN_VOTES && (second?.[1] ?? 0) < most / 2 }
}

/** Units in which bodies and blood are measured, and hardly anything that is sold. */
const BODY_UNITS = /(?:[UuµμmMn]?(?:IU|U|mol|g)\/(?:d?L|m[lL])|mm ?Hg|bpm|次\/分|kg\/m[²2])(?![A-Za-z])/

interface Expected {
  /** That of most headers of the table. */
  readonly language: LanguageCode | undefined
  /** Whether so many are in it that words of others hardly occur. */
  readonly plain: boolean
  /** Whether Chinese in Latin letters is to be thought of. */
  readonly pinyin: boolean
}

/** What words about illness are made of in most languages of Europe, and the shortest of others. */
const ILLNESS =
  /cardi[ao]|coagul|diab[eè]t|allerg|alerg|asthm|\basma\b|epilep|gravid|embaraz|schwanger|pregnan|lactan|cancer|\btumou?r|\bonco|hepatit|\bhiv\b|psychi|psiqui|psicol|depressi|insulin|hipert|hypert|prothes|\bvac?cin|vacun|\bimpf|menstru|sindrom|syndrom|disabil|discapac|deficien|invalidit|invalidez|inwalid|behinder|symptom|sintom|transplant|transfus|chemo|dialys|dialis|anesth|anest[eé]s|osteopo|arthrit|\bartrit|thyro|tiroid|glaucom|catarat|herni|\bulcer|trombo|thromb|hemorr|convuls|infart|medikament|medicament|medicac|medicaz|糖尿|負傷|血圧|心臓|持病|妊娠|授乳|혈압|심장|임신|수유|당뇨|диабет|аллерг|сердц|онкол|психи|حساسي|سكري|قلب|เบาหวาน|หัวใจ|ตั้งครรภ์/i
const UNTELLING: ReadonlySet<ColumnType> = new Set(['category', 'boolean', 'measure', 'quantity'])

/** A word that no list has, but that is made of one about illness, under a head that tells nothing else. */
function readRoots(header: string, reading: HeaderReading): HeaderReading {
  const said = reading.entries[0]
  if (said !== undefined && !(reading.unread && UNTELLING.has(said.type))) return reading
  const root = ILLNESS.exec(foldHeader(header))?.[0]
  if (root === undefined) return reading
  return { ...NOTHING, entries: [{ word: root, type: 'health-data', language: 'en' }], certainty: 0.6 }
}

function readHeader(header: string, expected: Expected): HeaderReading {
  const reading = readRoots(header, readWords(header, expected))
  const said = reading.entries[0]?.type ?? 'measure'
  if ((said !== 'measure' && said !== 'quantity') || !BODY_UNITS.test(header)) return reading
  const unit = BODY_UNITS.exec(header)?.[0] ?? ''
  return { ...NOTHING, entries: [{ word: unit, type: 'health-data', language: 'en' }], certainty: 0.8 }
}

function readWords(header: string, expected: Expected): HeaderReading {
  const folded = stripOrnaments(foldHeader(header))
  if (isThai(folded)) return readThai(folded)
  if (!isEastAsian(folded)) return readLatin(folded, expected)
  // A relation of two is one thing: 接送人与孩子的关系.
  const related = /[与和及].*关系$/.test(folded)
  const parts = folded
    .split(related ? /[/、]/ : /[/、&+|]|及|和(?!解)|与(?!本|学|会)|或/)
    .filter((part) => part.trim() !== '')
  const whole = readEastAsian(folded)
  if (parts.length < 2 || whole.certainty === 1) return whole
  return combine(parts.map(readEastAsian), whole)
}

/** Leading question numbers, brackets (units, hints) and closing punctuation say nothing about the content. */
function stripOrnaments(folded: string): string {
  const bare = folded
    .replace(/^\s*(?:q?\d{1,3}\s*[、.)):]|[*※])\s*/i, '')
    .replace(/[([{【〔<《][^)\]}】〕>》]{0,60}[)\]}】〕>》]/g, ' ')
    .replace(/[\s:?？。!*,，;；]+$/u, '')
    .trim()
  return bare === '' ? folded.trim() : bare
}

const TASTES = /偏好|喜好|口味|爱好|嗜好|好み/

/** `接送人/备注` is a remark, `姓名及电话` a combined cell. */
function combine(parts: readonly HeaderReading[], whole: HeaderReading): HeaderReading {
  const types = new Set(parts.flatMap(({ entries }) => entries[0]?.type ?? []))
  if (types.size < 2) return whole
  const first = parts.find(({ entries }) => entries.length > 0)
  const text = parts.find(({ entries }) => entries[0]?.type === 'free-text')
  const health = parts.find(({ entries }) => entries[0]?.type === 'health-data')
  // 忌口/偏好 asks for tastes; an illness among them is found in the cells.
  if (health !== undefined && parts.some(({ entries }) => TASTES.test(entries[0]?.word ?? ''))) {
    return { ...whole, entries: [{ word: '偏好', type: 'free-text', language: 'zh' }], certainty: 0.8 }
  }
  if (health !== undefined) return health
  if (text !== undefined) return text
  const sensitive = [...types].filter((type) => TYPE_FACTS[type].sensitive)
  const entry = first?.entries[0]
  const [only, ...more] = sensitive
  if (only === undefined || entry === undefined) return whole
  // 家庭地址或单位: an address or a firm, so an address.
  if (more.length === 0) return parts.find(({ entries }) => entries[0]?.type === only) ?? whole
  return { ...whole, entries: [{ ...entry, type: mixedType(types) }], certainty: 0.8 }
}

function mixedType(types: ReadonlySet<ColumnType>): ColumnType {
  const compartments = new Set([...types].map((type) => TYPE_FACTS[type].compartment))
  if (compartments.size > 1) return 'free-text-pii'
  if (types.has('passport') || types.has('id-document')) return 'id-document'
  return [...types].every((type) => ['mobile', 'phone', 'landline'].includes(type))
    ? 'phone'
    : 'free-text-pii'
}
