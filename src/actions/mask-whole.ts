import { splitGraphemes } from './graphemes.ts'

/** In the place of what is hidden; always so many, so that they do not tell its length. */
export const HIDDEN = '****'

/** Shorter texts are hidden whole: two characters of them would be too much. */
const LONG_GRAPHEMES = 8
/** Code units of either end that are looked at, and that a character to be shown may have. */
const END_UNITS = 64
const SHOWN_UNITS = 8

/** The mask for a text of no known shape: of a long one the first and the last character, of a short one nothing. */
export function maskWhole(text: string): string {
  const long = text.length > END_UNITS
  const head = splitGraphemes(long ? text.slice(0, END_UNITS) : text)
  const tail = long ? splitGraphemes(text.slice(-END_UNITS)) : head
  const [first = '', last = ''] = [head[0], tail.at(-1)]
  const shown = first.length <= SHOWN_UNITS && last.length <= SHOWN_UNITS
  return head.length >= LONG_GRAPHEMES && shown ? `${first}${HIDDEN}${last}` : HIDDEN
}

/** Hides letters and digits but the first and last few; what parts them stays, so that the form is still seen. */
export function hideBetween(text: string, first: number, last: number): string {
  const count = text.replace(/[^0-9A-Za-z]/g, '').length
  let at = 0
  return text.replace(/[0-9A-Za-z]/g, (character) => {
    at += 1
    return at <= first || at > count - last ? character : '*'
  })
}
