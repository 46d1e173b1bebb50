import { type ColumnType, isColumnType } from '../types.ts'
import { de } from './de.ts'
import { en } from './en.ts'
import { foldHeader, splitTokens } from './fold.ts'
import { fr } from './fr.ts'
import { es, pt } from './iberian.ts'
import { it } from './it.ts'
import { ja } from './ja.ts'
import { ko } from './ko.ts'
import { id, pl, ru, sv, tr, vi } from './more.ts'
import { romanise } from './pinyin.ts'
import { type LanguageCode, splitWords, type WordList } from './word-list.ts'
import { zh } from './zh.ts'

/** A word of a list: what it says, and in which language. */
export interface Entry {
  readonly word: string
  readonly type: ColumnType
  readonly language: LanguageCode
}

type Index = Map<string, Entry[]>

export const LONGEST_SUFFIX = 16
export const MOST_TOKENS = 5

/** All words of all languages, by the ways in which headers write them. */
export interface Dictionary {
  /** Words read from the end of a header, letter by letter. */
  readonly suffixWords: Index
  /** Words of languages with spaces, as tokens joined by a space. */
  readonly tokenWords: Index
  /** The same without spaces: firstname. */
  readonly joinedWords: Index
  /** Chinese words in Latin letters. */
  readonly pinyinWords: Index
  readonly pinyinInitials: Index
}

let filled: Dictionary | undefined

/** Built when a header is first read: runs under a reviewed policy, and worker threads, never need it. */
export function dictionary(): Dictionary {
  filled ??= buildDictionary()
  return filled
}

function buildDictionary(): Dictionary {
  const words: Dictionary = {
    suffixWords: new Map(),
    tokenWords: new Map(),
    joinedWords: new Map(),
    pinyinWords: new Map(),
    pinyinInitials: new Map(),
  }
  for (const [list, language] of [
    [zh, 'zh'],
    [ja, 'ja'],
    [ko, 'ko'],
  ] as const)
    fillSuffixes(words, list, language)
  const spaced = { en, de, fr, es, it, pt, ru, pl, tr, id, vi, sv } as const
  for (const language of LATIN_LANGUAGES) fillTokens(words, spaced[language], language)
  return words
}

const LATIN_LANGUAGES = ['en', 'de', 'fr', 'es', 'it', 'pt', 'ru', 'pl', 'tr', 'id', 'vi', 'sv'] as const

function fillSuffixes(words: Dictionary, list: WordList, language: LanguageCode): void {
  for (const [word, type] of wordsOf(list)) {
    const key = foldHeader(word).toLowerCase()
    add(words.suffixWords, key, { word, type, language })
    const latin = language === 'zh' ? romanise(key) : undefined
    if (latin === undefined || key.length < 2) continue
    add(words.pinyinWords, latin.full, { word, type, language: 'pinyin' })
    add(words.pinyinInitials, latin.initials, { word, type, language: 'pinyin' })
  }
}

function fillTokens(words: Dictionary, list: WordList, language: LanguageCode): void {
  for (const [word, type] of wordsOf(list)) {
    const tokens = splitTokens(foldHeader(word))
    add(words.tokenWords, tokens.join(' '), { word, type, language })
    add(words.joinedWords, tokens.join(''), { word, type, language })
  }
}

function* wordsOf(list: WordList): Generator<[string, ColumnType]> {
  for (const [type, words] of Object.entries(list)) {
    if (isColumnType(type)) for (const word of splitWords(words)) yield [word, type]
  }
}

function add(index: Index, key: string, entry: Entry): void {
  const entries = index.get(key)
  if (entries === undefined) index.set(key, [entry])
  else if (!entries.some(({ type, language }) => type === entry.type && language === entry.language))
    entries.push(entry)
}
