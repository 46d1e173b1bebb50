import { LONGEST_SUFFIX, thaiWords } from './dictionary.ts'
import { type HeaderReading, NOTHING } from './reading.ts'

/** Thai words are longer than Chinese ones. */
const LONGEST_WORD = 2 * LONGEST_SUFFIX

export function isThai(text: string): boolean {
  return /[\u0e01-\u0e3a\u0e40-\u0e4e]/.test(text)
}

/** Reads a Thai header by the longest known word in it; the first one of equals, for the head comes first. */
export function readThai(folded: string): HeaderReading {
  const text = folded.replace(/[^\u0e01-\u0e4e]/g, '').slice(0, 2 * LONGEST_WORD)
  for (let length = Math.min(text.length, LONGEST_WORD); length > 1; length--) {
    for (let start = 0; start + length <= text.length; start++) {
      const entries = thaiWords().get(text.slice(start, start + length))
      if (entries === undefined) continue
      return { ...NOTHING, entries, certainty: length === text.length ? 1 : start === 0 ? 0.8 : 0.6 }
    }
  }
  return NOTHING
}
