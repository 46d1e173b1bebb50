import { type ColumnType, TYPE_FACTS } from '../types.ts'
import { type Entry, MOST_TOKENS, pinyinWords, spacedWords } from './dictionary.ts'
import { splitTokens } from './fold.ts'
import { findOwner } from './owners.ts'
import { type HeaderReading, NOTHING } from './reading.ts'
import type { LanguageCode } from './word-list.ts'

/** Reads a header of a language with spaces by its tokens, or as Chinese in Latin letters. */
export function readLatin(
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
  const exact = spacedWords().tokens.get(tokens.join(' '))
  if (exact !== undefined) return { entries: exact, trust: 1 }
  const token = tokens.join('')
  const joined = token.length > 3 ? spacedWords().joined.get(token) : undefined
  if (joined !== undefined) return { entries: joined, trust: 1 }
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

const OWNER_INITIALS = /^(?:kh|hy|gk|yh|xy|hz|jz|lx|sj|mj)(?=[a-z]{2})/

function readPinyin(compact: string): HeaderReading | undefined {
  if (!/^[a-z]{2,24}$/.test(compact)) return undefined
  const full = pinyinWords().full.get(compact)
  if (full !== undefined && compact.length >= 4) return { ...NOTHING, entries: full, certainty: 0.9 }
  if (compact.length > 6) return undefined
  const entries =
    pinyinWords().initials.get(compact) ??
    pinyinWords().initials.get(compact.replace(OWNER_INITIALS, '')) ??
    pinyinWords().initials.get(compact.slice(-2))
  return entries === undefined ? undefined : { ...NOTHING, entries, certainty: 0.5, initials: true }
}
