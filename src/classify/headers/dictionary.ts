import { type ColumnType, isColumnType } from '../types.ts'
import { de } from './de.ts'
import { en } from './en.ts'
import { familiesOf } from './families/index.ts'
import { foldHeader, splitTokens } from './fold.ts'
import { fr } from './fr.ts'
import { es, pt } from './iberian.ts'
import { it } from './it.ts'
import { ja } from './ja.ts'
import { ko } from './ko.ts'
import { id, pl, ru, sv, tr, vi } from './more.ts'
import { ar, fa, he, hi, th } from './others-asia.ts'
import { bg, et, lt, lv, sk, uk } from './others-borders.ts'
import { cs, el, fi, hr, hu, ro } from './others-europe.ts'
import { romanise } from './pinyin.ts'
import { declines, stemOf } from './stems.ts'
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

/** Words of languages with spaces. */
interface SpacedWords {
  /** As tokens joined by a space. */
  readonly tokens: Index
  /** The same without spaces: firstname. */
  readonly joined: Index
  /** Words of languages that decline, without their endings. */
  readonly stems: Index
}

/** Chinese words in Latin letters. */
interface PinyinWords {
  readonly full: Index
  readonly initials: Index
}

/**
 * Lists are read when a header first asks for them: runs under a reviewed policy, and worker threads, need none, and a
 * Chinese table needs no European ones.
 */
function whenAsked<Words>(read: () => Words): () => Words {
  let words: Words | undefined
  return () => {
    words ??= read()
    return words
  }
}

/** Chinese, Japanese and Korean words, read from the end of a header, letter by letter. */
export const suffixWords = whenAsked((): Index => {
  const index: Index = new Map()
  for (const [list, language] of [
    [zh, 'zh'],
    [ja, 'ja'],
    [ko, 'ko'],
  ] as const) {
    for (const [word, type] of allWordsOf(list, language)) {
      add(index, foldHeader(word).toLowerCase(), { word, type, language })
    }
  }
  addTwins(index)
  return index
})

export const spacedWords = whenAsked((): SpacedWords => {
  const words: SpacedWords = { tokens: new Map(), joined: new Map(), stems: new Map() }
  const lists = {
    en,
    de,
    fr,
    es,
    it,
    pt,
    ru,
    pl,
    tr,
    id,
    vi,
    sv,
    cs,
    el,
    ar,
    ro,
    hu,
    fi,
    he,
    hr,
    fa,
    hi,
    uk,
    bg,
    sk,
    lt,
    lv,
    et,
  } as const
  for (const language of LATIN_LANGUAGES) {
    for (const [word, type] of allWordsOf(lists[language], language)) {
      const tokens = splitTokens(foldHeader(word))
      add(words.tokens, tokens.join(' '), { word, type, language })
      add(words.joined, tokens.join(''), { word, type, language })
      if (declines(language)) add(words.stems, stemOf(tokens), { word, type, language })
    }
  }
  return words
})

const LATIN_LANGUAGES = [
  ...(['en', 'de', 'fr', 'es', 'it', 'pt', 'ru', 'pl', 'tr', 'id', 'vi', 'sv'] as const),
  ...(['cs', 'el', 'ar', 'ro', 'hu', 'fi', 'he', 'hr', 'fa', 'hi'] as const),
  ...(['uk', 'bg', 'sk', 'lt', 'lv', 'et'] as const),
]

/** Thai words, which stand without spaces, the head first. */
export const thaiWords = whenAsked((): Index => {
  const index: Index = new Map()
  for (const [word, type] of allWordsOf(th, 'th'))
    add(index, foldHeader(word), { word, type, language: 'th' })
  return index
})

export const pinyinWords = whenAsked((): PinyinWords => {
  const words: PinyinWords = { full: new Map(), initials: new Map() }
  for (const [word, type] of wordsOf(zh)) {
    const key = foldHeader(word).toLowerCase()
    const latin = romanise(key)
    if (latin === undefined || key.length < 2) continue
    add(words.full, latin.full, { word, type, language: 'pinyin' })
    add(words.initials, latin.initials, { word, type, language: 'pinyin' })
  }
  return words
})

function* wordsOf(list: WordList): Generator<[string, ColumnType]> {
  for (const [type, words] of Object.entries(list)) {
    if (isColumnType(type)) for (const word of splitWords(words)) yield [word, type]
  }
}

/** A language's own list, then the words of each subject; the own list has the say where both know a word. */
function* allWordsOf(list: WordList, language: LanguageCode): Generator<[string, ColumnType]> {
  const own = new Set<string>()
  for (const [word, type] of wordsOf(list)) {
    own.add(word)
    yield [word, type]
  }
  for (const family of familiesOf(language)) {
    for (const [word, type] of wordsOf(family)) if (!own.has(word)) yield [word, type]
  }
}

/** Endings that say the same: 病历编号 is a 病历号, 护理级别 a 护理等级. */
const TWINS: readonly (readonly [RegExp, readonly string[]])[] = [
  [/(?<=..)号$/, ['编号', '号码', '编码', '代码', '序号']],
  [/(?<=..)等级$/, ['级别', '分级', '档次', '评级']],
]

function addTwins(index: Index): void {
  for (const [word, entries] of [...index]) {
    for (const [ending, others] of TWINS) {
      if (!ending.test(word)) continue
      for (const other of others) {
        const twin = word.replace(ending, other)
        if (!index.has(twin)) index.set(twin, entries)
      }
    }
  }
}

function add(index: Index, key: string, entry: Entry): void {
  const entries = index.get(key)
  if (entries === undefined) index.set(key, [entry])
  else if (!entries.some(({ type, language }) => type === entry.type && language === entry.language))
    entries.push(entry)
}
