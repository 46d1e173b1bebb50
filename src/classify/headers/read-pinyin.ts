import { pinyinWords } from './dictionary.ts'
import { type HeaderReading, NOTHING } from './reading.ts'

const OWNER_INITIALS = /^(?:kh|hy|gk|yh|xy|hz|jz|lx|sj|mj)(?=[a-z]{2})/

/** Reads a header as a Chinese word in Latin letters, in full or, where the table may have them, by initials. */
export function readPinyin(compact: string, initials: boolean): HeaderReading | undefined {
  if (!/^[a-z]{2,24}$/.test(compact)) return undefined
  const full = pinyinWords().full.get(compact)
  if (full !== undefined && compact.length >= 4) return { ...NOTHING, entries: full, certainty: 0.9 }
  if (!initials || compact.length > 6) return undefined
  // Initials are many words. Those of the whole come first; of its end only what the cells may then confirm.
  const ends = [
    compact.replace(OWNER_INITIALS, ''),
    ...Array.from(compact.slice(0, -1), (_, at) => compact.slice(at)),
  ]
  const found = [...new Set([compact, ...ends])].flatMap((end) => {
    const entries = pinyinWords().initials.get(end)
    return entries === undefined ? [] : [entries]
  })
  const [entries, ...ending] = found
  if (entries === undefined) return undefined
  const whole = pinyinWords().initials.has(compact)
  return { ...NOTHING, entries, ending: ending.flat(), certainty: 0.5, initials: true, whole }
}
