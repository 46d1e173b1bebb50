/** Masks of what is written in words. Each answers undefined for a text that has not its shape. */
import { findArea } from './find-area.ts'
import { splitGraphemes } from './graphemes.ts'
import { HIDDEN } from './mask-whole.ts'

const NAME_UNITS = 64
const NAME_WORDS = 6
const BETWEEN_WORDS = /([ \u3000·•・.'’-]+)/
const WORD = /^[\p{L}\p{M}]+$/u
const EAST_ASIAN = /^[\p{Script=Han}\p{Script=Hangul}\p{Script=Hiragana}\p{Script=Katakana}\u30fc\u3005]+$/u

/** Of a name in one word of Han, kana or Hangul the first and, from three on, the last; of other names each word's first. */
export function maskName(text: string): string | undefined {
  if (text.length > NAME_UNITS) return undefined
  const pieces = text.split(BETWEEN_WORDS)
  const words = pieces.filter((_, at) => at % 2 === 0 && pieces[at] !== '')
  if (words.length === 0 || words.length > NAME_WORDS || !words.every((word) => WORD.test(word)))
    return undefined
  const closed = words.length === 1 && words.every((word) => EAST_ASIAN.test(word))
  return pieces.map((piece, at) => (at % 2 === 1 ? piece : maskWord(piece, closed))).join('')
}

function maskWord(word: string, showsLast: boolean): string {
  const letters = splitGraphemes(word)
  if (letters.length <= 1) return '*'.repeat(letters.length)
  const last = showsLast && letters.length > 2 ? letters.at(-1) : '*'
  return `${letters[0]}${'*'.repeat(letters.length - 2)}${last}`
}

const MAIL = /^([^\s@"<>(),;:]{1,64})@([^\s@"<>(),;:]{1,250}\.[^\s@"<>(),;:.]{2,63})$/

/** The first character, and the house it is delivered to. */
export function maskMail(text: string): string | undefined {
  const parts = MAIL.exec(text)
  if (parts === null) return undefined
  const letters = splitGraphemes(parts[1] ?? '')
  return `${letters.length < 2 ? '' : letters[0]}***@${parts[2]}`
}

/** Province, city and district. */
export function maskAddress(text: string): string | undefined {
  const area = findArea(text, 'district')
  return area === undefined || area.length === text.length ? undefined : `${area}${HIDDEN}`
}
