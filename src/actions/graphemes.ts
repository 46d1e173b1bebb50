/** Characters whose every code unit is a character of its own: Latin, kana, Han and Hangul without marks to join. */
const PLAIN = /^[\u0020-\u02ff\u3040-\u3096\u30a0-\u30ff\u3400-\u9fff\uac00-\ud7a3]*$/
const SEGMENTER = new Intl.Segmenter('und', { granularity: 'grapheme' })

/** What a person takes for the characters of a text (UAX #29): an emoji of seven code points is one. */
export function splitGraphemes(text: string): string[] {
  if (PLAIN.test(text)) return text.split('')
  return Array.from(SEGMENTER.segment(text), ({ segment }) => segment)
}
