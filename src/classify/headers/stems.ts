import type { LanguageCode } from './word-list.ts'

/** Endings of Slavic words, in Cyrillic and in Latin letters without accents (й is folded to и); what is left has three letters at least. */
const CYRILLIC =
  /(?<=\p{L}{3})(?:иями|ями|ами|ого|его|ому|ему|ыми|ими|ая|яя|ои|еи|ые|ие|ыи|ии|ую|юю|ым|им|ых|их|ом|ем|ам|ям|ах|ях|ов|ев|[аяыиуюеоь])$/u
const LATIN = /(?<=\p{L}{3})(?:ego|emu|ymi|imi|ych|ich|iej|owy|owa|owe|ami|ach|ej|om|ow|em|ie|[yiaeuo])$/u

const DECLINING: ReadonlySet<LanguageCode> = new Set(['ru', 'pl', 'cs', 'uk', 'sk'])

export function declines(language: LanguageCode | undefined): boolean {
  return language !== undefined && DECLINING.has(language)
}

/** Words as they stand in any case and number: карты and карта are both карт. */
export function stemOf(tokens: readonly string[]): string {
  return tokens.map((token) => token.replace(/[а-яё]/.test(token) ? CYRILLIC : LATIN, '')).join(' ')
}
