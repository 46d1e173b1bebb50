import type { LanguageCode, WordList } from '../word-list.ts'

/** The words of one subject, in every language that has some; they join the languages' own lists. */
export type Family = Partial<Record<LanguageCode, WordList>>
