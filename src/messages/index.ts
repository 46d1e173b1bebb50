/**
 * Every sentence that a person sees, in English and Simplified Chinese, each written for its readers.
 * One file a room and language; the Chinese files have the type of the English ones, so none can be missing.
 */
import { en } from './en/index.ts'
import { zhCN } from './zh-cn/index.ts'

export type Language = 'en' | 'zh-CN'
export type Messages = typeof en

let current: Language = 'en'

/** Chooses the language of this thread; the command line and each worker call it once, at the start. */
export function setLanguage(language: Language): void {
  current = language
}

export function currentLanguage(): Language {
  return current
}

/** The sentences of the chosen language: `say().ingest.raggedRow({ … })`. */
export function say(): Messages {
  return sayIn(current)
}

/** The sentences of a document that says itself in which language it is. */
export function sayIn(language: Language): Messages {
  return language === 'zh-CN' ? zhCN : en
}
