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

/** Words read from the end of a header, letter by letter. */
export const suffixWords: Index = new Map()
/** Words of languages with spaces, as tokens joined by a space. */
export const tokenWords: Index = new Map()
/** The same without spaces: firstname. */
export const joinedWords: Index = new Map()
/** Chinese words in Latin letters. */
export const pinyinWords: Index = new Map()
export const pinyinInitials: Index = new Map()

export const LONGEST_SUFFIX = 16
export const MOST_TOKENS = 5

fillSuffixes(zh, 'zh')
fillSuffixes(ja, 'ja')
fillSuffixes(ko, 'ko')
fillTokens(en, 'en')
fillTokens(de, 'de')
fillTokens(fr, 'fr')
fillTokens(es, 'es')
fillTokens(it, 'it')
fillTokens(pt, 'pt')
fillTokens(ru, 'ru')
fillTokens(pl, 'pl')
fillTokens(tr, 'tr')
fillTokens(id, 'id')
fillTokens(vi, 'vi')
fillTokens(sv, 'sv')

function fillSuffixes(list: WordList, language: LanguageCode): void {
  for (const [word, type] of wordsOf(list)) {
    const key = foldHeader(word).toLowerCase()
    add(suffixWords, key, { word, type, language })
    const latin = language === 'zh' ? romanise(key) : undefined
    if (latin === undefined || key.length < 2) continue
    add(pinyinWords, latin.full, { word, type, language: 'pinyin' })
    add(pinyinInitials, latin.initials, { word, type, language: 'pinyin' })
  }
}

function fillTokens(list: WordList, language: LanguageCode): void {
  for (const [word, type] of wordsOf(list)) {
    const tokens = splitTokens(foldHeader(word))
    add(tokenWords, tokens.join(' '), { word, type, language })
    add(joinedWords, tokens.join(''), { word, type, language })
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
