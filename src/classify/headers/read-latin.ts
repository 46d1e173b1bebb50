import { type ColumnType, TYPE_FACTS } from '../types.ts'
import { writeOut } from './abbreviations.ts'
import { findCarried, isCarrier, isNumbering } from './carriers.ts'
import { type Entry, MOST_TOKENS, spacedWords } from './dictionary.ts'
import { splitTokens } from './fold.ts'
import { findOwner } from './owners.ts'
import { readPinyin } from './read-pinyin.ts'
import { type HeaderReading, NOTHING } from './reading.ts'
import { declines, stemOf } from './stems.ts'
import type { LanguageCode } from './word-list.ts'

/** In which language most headers of a table are, and whether that is plain. */
interface TableLanguage {
  readonly language: LanguageCode | undefined
  readonly plain: boolean
}

const ASKING =
  /^(?:is|has|accepts?|can|allows?|enabled?|opted|receives|wants|did|do|does|disabled?|excluded?|requires?|ignore|hide|suppress|dont)$/

/** Reads a header of a language with spaces by its tokens, or as Chinese in Latin letters. */
export function readLatin(
  folded: string,
  options: TableLanguage & { readonly pinyin: boolean },
): HeaderReading {
  const tokens = splitTokens(folded).slice(0, 12)
  const trimmed = /^\d{1,2}$/.test(tokens.at(-1) ?? '') && tokens.length > 1 ? tokens.slice(0, -1) : tokens
  const match = findSolid(folded) ?? findBest(tokens, trimmed, options)
  const compact = trimmed.join('')
  const pinyin =
    trimmed.length <= 2 && match?.certainty !== 1 ? readPinyin(compact, options.pinyin) : undefined
  if (pinyin !== undefined && (match === undefined || match.certainty < 0.8)) return pinyin
  if (match === undefined) return NOTHING
  const { owner, word } = findOwner(match.rest.join(' '))
  const asked = ASKING.test(tokens[0] ?? '')
  const special = match.entries.some(({ type }) => TYPE_FACTS[type].compartment === 'special')
  if (asked && tokens.length > 1 && !special) {
    return {
      ...NOTHING,
      entries: [{ word: tokens[0] ?? '', type: 'boolean', language: 'en' }],
      certainty: 0.8,
    }
  }
  return {
    entries: match.entries,
    certainty: match.certainty,
    owner,
    ownerWord: word,
    ending: [],
    unknown: match.unknown,
    unread: match.unread,
    initials: false,
    whole: false,
  }
}

/** The better one of what is read with and without a number at the end, and with short forms written out. */
function findBest(
  tokens: readonly string[],
  trimmed: readonly string[],
  table: TableLanguage,
): TokenMatch | undefined {
  const whole = findTokens(tokens, table)
  // "Card last 4" is about the four; "Phone 2" is another phone.
  const counts = whole !== undefined && !whole.rest.includes(tokens.at(-1) ?? '')
  const match = trimmed === tokens || counts ? whole : (findTokens(trimmed, table) ?? whole)
  const long = match?.certainty === 1 ? undefined : writeOut(trimmed)
  const written = long === undefined ? undefined : findTokens(long, table)
  if (written === undefined || match === undefined) return match ?? written
  const better = written.certainty > match.certainty || written.rest.length < match.rest.length
  return better && !written.unknown ? written : match
}

/** DoB and iBAN are one word, wherever their capitals stand. */
function findSolid(folded: string): TokenMatch | undefined {
  if (!/^[a-z]*[A-Z][A-Za-z]{1,9}$/.test(folded)) return undefined
  const entries = spacedWords().joined.get(folded.toLowerCase())
  return entries === undefined
    ? undefined
    : { entries, certainty: 1, rest: [], unknown: false, unread: false }
}

interface TokenMatch {
  readonly entries: readonly Entry[]
  readonly certainty: number
  readonly rest: readonly string[]
  readonly unknown: boolean
  readonly unread: boolean
}

const HEAD_FIRST: ReadonlySet<LanguageCode> = new Set(
  'fr,es,it,pt,ru,pl,id,vi,cs,el,ar,ro,he,hr,fa,uk,bg,sk'.split(',') as LanguageCode[],
)
const NO_ENTRY: Entry = { word: '', type: 'code', language: 'en' }

/** The best known phrase in the tokens: the whole, else the longest at the head's end, else the longest anywhere. */
function findTokens(tokens: readonly string[], table: TableLanguage): TokenMatch | undefined {
  const { language } = table
  let best:
    | { entries: readonly Entry[]; score: number; certainty: number; start: number; length: number }
    | undefined
  for (let start = 0; start < tokens.length; start++) {
    for (let length = Math.min(MOST_TOKENS, tokens.length - start); length > 0; length--) {
      const found = lookUp(tokens.slice(start, start + length), language)
      if (found === undefined) continue
      const entries = preferLanguage(found.entries, language)
      // Two letters inside an English header are hardly a Danish town.
      if (length < tokens.length && isStray(entries[0], table)) continue
      // GPS and Skype are English everywhere, and stand where the language of the table puts them.
      const said = entries[0]?.language ?? 'en'
      const headFirst = HEAD_FIRST.has(said === 'en' && table.plain ? (language ?? said) : said)
      const whole = length === tokens.length
      const atHead = headFirst ? start === 0 : start + length === tokens.length
      const certainty = (whole ? 1 : atHead ? 0.8 : 0.4) * found.trust
      const known = language === undefined || entries[0]?.language === language ? 0.2 : 0
      const score = certainty * 10 + length + known - (isCarrier(entries[0] ?? NO_ENTRY) ? 0.1 : 0)
      if (best === undefined || score > best.score) best = { entries, score, certainty, start, length }
    }
  }
  if (best === undefined) return undefined
  const { entries, certainty, start, length } = best
  const rest = [...tokens.slice(0, start), ...tokens.slice(start + length)]
  const seen = seeThrough(nameOfWhat(entries, rest), rest, table)
  const unread = rest.length > 0 && rest.every((token) => lookUp([token], language) === undefined)
  // The number of something that no list knows.
  const unknown = unread && seen.some(isNumbering)
  return { entries: seen, certainty, rest, unknown, unread }
}

const SHORT = 3
const SHORT_WHERE_PLAIN = 4

function isStray(entry: Entry | undefined, { language, plain }: TableLanguage): boolean {
  const short = plain ? SHORT_WHERE_PLAIN : SHORT
  if (entry === undefined || language === undefined || entry.word.length > short || isCarrier(entry))
    return false
  return entry.language !== language && entry.language !== 'en'
}

const UNKNOWN_BESIDE = 0.5

/** "PAN no" is read by PAN, "caste category" by caste: a head that only carries something is seen through. */
function seeThrough(
  entries: readonly Entry[],
  rest: readonly string[],
  table: TableLanguage,
): readonly Entry[] {
  const head = entries[0]
  if (head === undefined || rest.length === 0 || !isCarrier(head)) return entries
  const inner = findTokens(rest, table)
  if (inner === undefined) return entries
  // Where more than the head is unknown, only what must be protected is believed.
  const known = inner.certainty > UNKNOWN_BESIDE
  const carried = findCarried(
    head,
    inner.entries.filter(({ type }) => known || TYPE_FACTS[type].sensitive),
  )
  return carried === undefined ? entries : [carried]
}

/** A phrase, its form without spaces, or a single token that ends in a known word of four letters or more. */
function lookUp(
  tokens: readonly string[],
  language: LanguageCode | undefined,
): { readonly entries: readonly Entry[]; readonly trust: number } | undefined {
  const exact = spacedWords().tokens.get(tokens.join(' '))
  if (exact !== undefined) return { entries: exact, trust: 1 }
  const token = tokens.join('')
  // Words of one letter are words: `ime i` is no IMEI.
  const joinable = token.length > 3 && (tokens.length === 1 || tokens.every(({ length }) => length > 1))
  const joined = joinable ? spacedWords().joined.get(token) : undefined
  if (joined !== undefined) return { entries: joined, trust: 1 }
  const counted = token.length > 4 ? lookUpCounted(tokens) : undefined
  if (counted !== undefined) return { entries: counted, trust: 1 }
  const declined =
    declines(language) || /[а-яё]/.test(token) ? spacedWords().stems.get(stemOf(tokens)) : undefined
  if (declined !== undefined) return { entries: declined, trust: 0.9 }
  if (tokens.length > 1) return undefined
  for (let start = 1; token.length - start >= 4; start++) {
    const entries = spacedWords().joined.get(token.slice(start))
    // A compound (Rechnungsadresse) is read by its end in German; elsewhere words only happen to end alike.
    const german = entries?.filter(({ language }) => language === 'de') ?? []
    if (german.length > 0 && start >= 3) return { entries: german, trust: 0.8 }
    if (entries !== undefined && start >= 3 && token.length - start >= 5) return { entries, trust: 0.7 }
  }
  return undefined
}

/** Skin concern and skin concerns are one word: English, French and Spanish put an s, German an n. */
function lookUpCounted(tokens: readonly string[]): readonly Entry[] | undefined {
  const last = tokens.at(-1) ?? ''
  const others = last.endsWith('s')
    ? [last.slice(0, -1)]
    : [`${last}s`, ...(last.endsWith('en') ? [last.slice(0, -1)] : [])]
  for (const other of others) {
    const entries = spacedWords().tokens.get([...tokens.slice(0, -1), other].join(' '))
    if (entries !== undefined) return entries
  }
  return undefined
}

function preferLanguage(entries: readonly Entry[], language: LanguageCode | undefined): readonly Entry[] {
  const own = entries.filter((entry) => entry.language === language)
  return own.length > 0 ? own : entries
}

const NAMED_THINGS: ReadonlySet<ColumnType> = new Set([
  'company-name',
  'store-name',
  'product-name',
  'category',
  'bank-name',
  'region',
  'code',
  'url',
  'sku',
])
const THINGS = new Set(
  'file event host domain field form template project tax table key attribute workflow campaign'.split(' '),
)

/** "Vendor Name" is the name of a vendor, "File Name" that of a file: only what is left is a person's. */
function nameOfWhat(entries: readonly Entry[], rest: readonly string[]): readonly Entry[] {
  const last = rest.at(-1)
  if (last === undefined || !entries.some(({ word }) => word === 'name' || word === 'title')) return entries
  if (THINGS.has(last)) return entries.map((entry) => ({ ...entry, type: 'category' as const }))
  const noun = spacedWords()
    .tokens.get(last)
    ?.find(({ type, language }) => language === 'en' && NAMED_THINGS.has(type))
  return noun === undefined ? entries : [{ ...noun, word: `${noun.word} name` }]
}
