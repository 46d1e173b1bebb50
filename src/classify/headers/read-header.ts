import type { ColumnType } from '../types.ts'
import { TYPE_FACTS } from '../types.ts'
import {
  type Entry,
  joinedWords,
  LONGEST_SUFFIX,
  MOST_TOKENS,
  pinyinInitials,
  pinyinWords,
  suffixWords,
  tokenWords,
} from './dictionary.ts'
import { foldHeader, isEastAsian, splitTokens } from './fold.ts'
import { findOwner, type Owner } from './owners.ts'
import type { LanguageCode } from './word-list.ts'

/** What a header says by itself. */
export interface HeaderReading {
  /** Most likely first; empty where the header says nothing. */
  readonly entries: readonly Entry[]
  /** 1: the whole header is a known word. 0.8: its head is. 0.4: a known word stands somewhere in it. */
  readonly certainty: number
  readonly owner: Owner | undefined
  /** The word of the owner, for the reason. */
  readonly ownerWord: string
  /** A reading by initials (xm, sjh): true of many words at once, so the cells must agree. */
  readonly initials: boolean
}

const NOTHING: HeaderReading = { entries: [], certainty: 0, owner: undefined, ownerWord: '', initials: false }

/** Reads the headers of one table together: the language of most decides where a word belongs to several. */
export function readHeaders(headers: readonly string[]): HeaderReading[] {
  const firstPass = headers.map((header) => readHeader(header, undefined))
  const language = commonLanguage(firstPass)
  const hasPinyin = firstPass.filter(({ entries, initials }) => initials && entries.length > 0).length >= 3
  return headers.map((header, index) => {
    const first = firstPass[index] ?? NOTHING
    if (first.initials && !hasPinyin) return readLatin(foldHeader(header), { language, pinyin: false })
    return first.initials ? first : readHeader(header, language)
  })
}

function commonLanguage(readings: readonly HeaderReading[]): LanguageCode | undefined {
  const votes = new Map<LanguageCode, number>()
  for (const { entries, certainty } of readings) {
    const languages = new Set(entries.map(({ language }) => language))
    if (certainty < 0.8) continue
    for (const language of languages) votes.set(language, (votes.get(language) ?? 0) + 1 / languages.size)
  }
  return [...votes].sort(([, a], [, b]) => b - a)[0]?.[0]
}

function readHeader(header: string, language: LanguageCode | undefined): HeaderReading {
  const folded = stripOrnaments(foldHeader(header))
  if (!isEastAsian(folded)) return readLatin(folded, { language, pinyin: true })
  const parts = folded.split(/[/、&+|]|及|和(?!解)|与(?!本|学|会)|或/).filter((part) => part.trim() !== '')
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

/** `接送人/备注` is a remark, `姓名及电话` a combined cell. */
function combine(parts: readonly HeaderReading[], whole: HeaderReading): HeaderReading {
  const types = new Set(parts.flatMap(({ entries }) => entries[0]?.type ?? []))
  if (types.size < 2) return whole
  const first = parts.find(({ entries }) => entries.length > 0)
  const text = parts.find(({ entries }) => entries[0]?.type === 'free-text')
  const health = parts.find(({ entries }) => entries[0]?.type === 'health-data')
  if (health !== undefined) return health
  if (text !== undefined) return text
  const sensitive = [...types].filter((type) => TYPE_FACTS[type].sensitive)
  const entry = first?.entries[0]
  if (sensitive.length < 2 || entry === undefined) return whole
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

function readEastAsian(folded: string): HeaderReading {
  const text = folded
    .replace(/[\s_\-·.]+/g, '')
    .toLowerCase()
    .replace(/(?<=\D)\d{1,2}$/, '')
  const bare = text.replace(/(?:是什么|是多少|是|为|多少|叫什么|信息|如下|必填|选填)$/, '')
  const asked = /^(?:您|你)?(?:是否|有无|可否|能否|允许)/.test(bare)
  const latin = /[a-z][a-z0-9]*$/.exec(bare)?.[0]
  const found = findSuffix(bare) ?? (latin === undefined ? undefined : findLatinEnd(latin))
  const entries = found?.entries ?? findInside(bare)
  const rest = bare.slice(0, bare.length - (found?.length ?? 0))
  if (entries.length === 0)
    return asked ? { ...NOTHING, entries: [booleanEntry('是否')], certainty: 0.8 } : NOTHING
  // 是否 asks for yes or no, but the yes tells as much as the word itself where it is about health or belief.
  if (asked && !entries.some(({ type }) => TYPE_FACTS[type].compartment === 'special')) {
    return { ...NOTHING, entries: [booleanEntry('是否')], certainty: 1 }
  }
  const { owner, word } = findOwner(rest)
  const certainty = found === undefined ? 0.4 : rest === '' ? 1 : 0.8
  return { entries, certainty, owner, ownerWord: word, initials: false }
}

function booleanEntry(word: string): Entry {
  return { word, type: 'boolean', language: 'zh' }
}

function findSuffix(
  text: string,
): { readonly entries: readonly Entry[]; readonly length: number } | undefined {
  for (let length = Math.min(text.length, LONGEST_SUFFIX); length > 0; length--) {
    const entries = suffixWords.get(text.slice(text.length - length))
    if (entries === undefined) continue
    // 姓 and 名 name a part of a name only where they stand alone; 名 ends the name of anything.
    const alone = length === text.length
    const fit = entries.filter(
      ({ type }) => length > 1 || alone || (type !== 'given-name' && type !== 'family-name'),
    )
    if (fit.length > 0) return { entries: fit, length }
  }
  return undefined
}

function findLatinEnd(
  latin: string,
): { readonly entries: readonly Entry[]; readonly length: number } | undefined {
  const entries = tokenWords.get(latin) ?? joinedWords.get(latin)
  return entries === undefined ? undefined : { entries, length: latin.length }
}

/** The longest known word of at least two letters anywhere; the later one of equals, for the head comes last. */
function findInside(text: string): readonly Entry[] {
  for (let length = Math.min(text.length, LONGEST_SUFFIX); length > 1; length--) {
    for (let start = Math.min(text.length, 60) - length; start >= 0; start--) {
      const entries = suffixWords.get(text.slice(start, start + length))
      if (entries !== undefined) return entries
    }
  }
  return []
}

function readLatin(
  folded: string,
  options: { readonly language: LanguageCode | undefined; readonly pinyin: boolean },
): HeaderReading {
  const tokens = splitTokens(folded).slice(0, 12)
  const trimmed = /^\d{1,2}$/.test(tokens.at(-1) ?? '') && tokens.length > 1 ? tokens.slice(0, -1) : tokens
  const match =
    findTokens(tokens, options.language) ??
    (trimmed === tokens ? undefined : findTokens(trimmed, options.language))
  const compact = trimmed.join('')
  const pinyin =
    options.pinyin && trimmed.length <= 2 && match?.certainty !== 1 ? readPinyin(compact) : undefined
  if (pinyin !== undefined && (match === undefined || match.certainty < 0.8)) return pinyin
  if (match === undefined) return NOTHING
  const { owner, word } = findOwner(match.rest.join(' '))
  const asked =
    /^(?:is|has|accepts|accept|can|allow|allows|enable|enabled|opted|receives|wants|did|do|does)$/.test(
      tokens[0] ?? '',
    )
  const special = match.entries.some(({ type }) => TYPE_FACTS[type].compartment === 'special')
  if (asked && tokens.length > 1 && !special) {
    return {
      ...NOTHING,
      entries: [{ word: tokens[0] ?? '', type: 'boolean', language: 'en' }],
      certainty: 0.8,
    }
  }
  return { entries: match.entries, certainty: match.certainty, owner, ownerWord: word, initials: false }
}

interface TokenMatch {
  readonly entries: readonly Entry[]
  readonly certainty: number
  readonly rest: readonly string[]
}

const HEAD_FIRST: ReadonlySet<LanguageCode> = new Set(['fr', 'es', 'it', 'pt', 'ru', 'pl', 'id', 'vi'])

/** The best known phrase in the tokens: the whole, else the longest at the head's end, else the longest anywhere. */
function findTokens(tokens: readonly string[], language: LanguageCode | undefined): TokenMatch | undefined {
  let best:
    | { entries: readonly Entry[]; score: number; certainty: number; start: number; length: number }
    | undefined
  for (let start = 0; start < tokens.length; start++) {
    for (let length = Math.min(MOST_TOKENS, tokens.length - start); length > 0; length--) {
      const found = lookUp(tokens.slice(start, start + length))
      if (found === undefined) continue
      const entries = preferLanguage(found.entries, language)
      const headFirst = HEAD_FIRST.has(entries[0]?.language ?? 'en')
      const whole = length === tokens.length
      const atHead = headFirst ? start === 0 : start + length === tokens.length
      const certainty = (whole ? 1 : atHead ? 0.8 : 0.4) * found.trust
      const known = language === undefined || entries[0]?.language === language ? 0.2 : 0
      const score = certainty * 10 + length + known
      if (best === undefined || score > best.score) best = { entries, score, certainty, start, length }
    }
  }
  if (best === undefined) return undefined
  const { entries, certainty, start, length } = best
  const rest = [...tokens.slice(0, start), ...tokens.slice(start + length)]
  return { entries: nameOfWhat(entries, rest), certainty, rest }
}

/** A phrase, its form without spaces, or a single token that ends in a known word of four letters or more. */
function lookUp(
  tokens: readonly string[],
): { readonly entries: readonly Entry[]; readonly trust: number } | undefined {
  const exact = tokenWords.get(tokens.join(' '))
  if (exact !== undefined) return { entries: exact, trust: 1 }
  const token = tokens.join('')
  const joined = token.length > 3 ? joinedWords.get(token) : undefined
  if (joined !== undefined) return { entries: joined, trust: 1 }
  if (tokens.length > 1) return undefined
  for (let start = 1; token.length - start >= 4; start++) {
    const entries = joinedWords.get(token.slice(start))
    // A compound (Rechnungsadresse) is read by its end in German; elsewhere words only happen to end alike.
    const german = entries?.filter(({ language }) => language === 'de') ?? []
    if (german.length > 0 && start >= 3) return { entries: german, trust: 0.8 }
    if (entries !== undefined && start >= 3 && token.length - start >= 5) return { entries, trust: 0.7 }
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
  const noun = tokenWords.get(last)?.find(({ type, language }) => language === 'en' && NAMED_THINGS.has(type))
  return noun === undefined ? entries : [{ ...noun, word: `${noun.word} name` }]
}

const OWNER_INITIALS = /^(?:kh|hy|gk|yh|xy|hz|jz|lx|sj|mj)(?=[a-z]{2})/

function readPinyin(compact: string): HeaderReading | undefined {
  if (!/^[a-z]{2,24}$/.test(compact)) return undefined
  const full = pinyinWords.get(compact)
  if (full !== undefined && compact.length >= 4) return { ...NOTHING, entries: full, certainty: 0.9 }
  if (compact.length > 6) return undefined
  const entries =
    pinyinInitials.get(compact) ??
    pinyinInitials.get(compact.replace(OWNER_INITIALS, '')) ??
    pinyinInitials.get(compact.slice(-2))
  return entries === undefined ? undefined : { ...NOTHING, entries, certainty: 0.5, initials: true }
}
