import { SHARED_STRING_BYTES, SHARED_STRINGS, SHEET_BYTES } from '../../limits.ts'
import { say } from '../../messages/index.ts'
import type { Archive } from './archive.ts'
import { readXml } from './read-xml.ts'
import { type PartPlace, refuse, shownPart } from './refusals.ts'
import { StringItem } from './string-item.ts'

export interface StringLimits {
  readonly strings: number
  readonly bytes: number
}

const LIMITS: StringLimits = { strings: SHARED_STRINGS, bytes: SHARED_STRING_BYTES }

/**
 * The texts that the sheets of a workbook refer to by number, in one growing buffer: as JavaScript strings each would
 * keep the piece of XML alive that it was cut from.
 */
export class SharedStrings {
  readonly #limits: StringLimits
  readonly #place: PartPlace
  #bytes = Buffer.alloc(64 * 1024)
  #ends = new Uint32Array(4096)
  #count = 0
  #filled = 0

  constructor(place: PartPlace, limits: StringLimits = LIMITS) {
    this.#place = place
    this.#limits = limits
  }

  get count(): number {
    return this.#count
  }

  /** @throws LIMIT, VALUE for half of a surrogate pair */
  add(text: string): void {
    if (!text.isWellFormed())
      throw refuse('VALUE', say().xlsx.halfCharacter(shownPart(this.#place)), ['hintSaveAgain'])
    const bytes = Buffer.from(text)
    if (this.#count === this.#limits.strings || this.#filled + bytes.length > this.#limits.bytes) {
      const { strings, bytes: most } = this.#limits
      const sentence = say().xlsx.tooManyStrings({ ...shownPart(this.#place), strings, bytes: most })
      throw refuse('LIMIT', sentence, ['hintSplitWorkbook'])
    }
    this.#reserve(this.#filled + bytes.length)
    bytes.copy(this.#bytes, this.#filled)
    this.#filled += bytes.length
    this.#ends[this.#count] = this.#filled
    this.#count += 1
  }

  /** Undefined where there is no such number. */
  at(index: number): string | undefined {
    if (!Number.isInteger(index) || index < 0 || index >= this.#count) return undefined
    const start = index === 0 ? 0 : (this.#ends[index - 1] ?? 0)
    return this.#bytes.toString('utf8', start, this.#ends[index])
  }

  #reserve(bytes: number): void {
    if (bytes > this.#bytes.length) {
      const larger = Buffer.alloc(Math.min(Math.max(bytes, this.#bytes.length * 2), this.#limits.bytes))
      this.#bytes.copy(larger, 0, 0, this.#filled)
      this.#bytes = larger
    }
    if (this.#count === this.#ends.length) {
      const larger = new Uint32Array(this.#ends.length * 2)
      larger.set(this.#ends)
      this.#ends = larger
    }
  }
}

/** @throws SYNTAX, LIMIT, FORMAT */
export async function readSharedStrings(archive: Archive, part: string): Promise<SharedStrings> {
  const place = { path: archive.path, part }
  const strings = new SharedStrings(place)
  const item = new StringItem(place, 2)
  await readXml(await archive.open(part, { bytes: SHEET_BYTES }), place, {
    open: (name, _, depth) => item.open(name, depth),
    close: (name, depth) => {
      item.close()
      if (depth === 2 && name === 'si') strings.add(item.take())
    },
    text: (text) => item.text(text),
  })
  return strings
}
