import { FIELD_BYTES } from '../../limits.ts'
import { say } from '../../messages/index.ts'
import { type PartPlace, refuse, shownPart } from './refusals.ts'

/**
 * Puts the text of an `si` or `is` together (ECMA-376-1, 18.4.8): `t` directly, or the `t` of its runs `r`. Phonetic
 * runs `rPh` are a reading aid, no part of the text.
 */
export class StringItem {
  readonly #place: PartPlace
  /** Depth of the item itself. */
  readonly #depth: number
  #text = ''
  #run = false
  #listening = false

  constructor(place: PartPlace, depth: number) {
    this.#place = place
    this.#depth = depth
  }

  open(name: string, depth: number): void {
    const within = depth - this.#depth
    if (within === 1) this.#run = name === 'r'
    this.#listening = name === 't' && (within === 1 || (within === 2 && this.#run))
  }

  close(): void {
    this.#listening = false
  }

  text(piece: string): void {
    if (!this.#listening) return
    this.#text += piece
    if (this.#text.length > FIELD_BYTES) {
      const sentence = say().xlsx.pieceTooLong({ ...shownPart(this.#place), most: FIELD_BYTES })
      throw refuse('LIMIT', sentence, ['hintSaveAgain'])
    }
  }

  take(): string {
    const text = this.#text
    this.#text = ''
    this.#run = this.#listening = false
    return unescapeText(text)
  }
}

/** `_x000D_` stands for a character that XML cannot hold, `_x005F_` for an underscore before such a form (18.18.96, ST_Xstring). */
export function unescapeText(text: string): string {
  if (!text.includes('_x')) return text
  return text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, digits: string) =>
    String.fromCharCode(Number.parseInt(digits, 16)),
  )
}
