import { DatadeedError } from './errors.ts'
import { JSON_DEPTH, JSON_VALUES } from './limits.ts'
import { say } from './messages/index.ts'

/** A JSON number of this program fits in far less; bounds the work on one token. */
const NUMBER_CHARACTERS = 40
const PLAIN_NUMBER = /^-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?$/
const LITERALS: ReadonlyMap<string, unknown> = new Map<string, unknown>([
  ['true', true],
  ['false', false],
  ['null', null],
])

type JsonObject = Record<string, unknown>

/**
 * Parses JSON that comes from outside, in one reading only: UTF-8 without BOM, one value, no key twice, no `__proto__`,
 * no number that a double would change, no lone surrogate, at most JSON_DEPTH levels
 * and JSON_VALUES values. Objects have no prototype.
 * Linear in the input; the caller caps its size. `what` names the document in sentences.
 * @throws DatadeedError DAMAGED, LIMIT for depth and number; neither shows any of the content.
 */
export function parseStrictJson(bytes: Uint8Array, what: string): unknown {
  return new StrictJson(decodeUtf8(bytes, what), what).document()
}

function decodeUtf8(bytes: Uint8Array, what: string): string {
  try {
    const text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes)
    if (!text.startsWith('\ufeff')) return text
  } catch (cause) {
    throw new DatadeedError('DAMAGED', say().crypto.jsonNotUtf8({ what }), { cause })
  }
  throw new DatadeedError('DAMAGED', say().crypto.jsonBom({ what }))
}

class StrictJson {
  readonly #text: string
  readonly #what: string
  #at = 0
  #depth = 0
  #values = 0

  constructor(text: string, what: string) {
    this.#text = text
    this.#what = what
  }

  document(): unknown {
    const value = this.#value()
    this.#skipSpace()
    if (this.#at < this.#text.length) this.#refuse('trailing')
    return value
  }

  #value(): unknown {
    this.#values += 1
    if (this.#values > JSON_VALUES) {
      throw new DatadeedError('LIMIT', say().crypto.jsonValues({ what: this.#what, most: JSON_VALUES }))
    }
    this.#skipSpace()
    const code = this.#text.charCodeAt(this.#at)
    if (code === 0x7b) return this.#object()
    if (code === 0x5b) return this.#array()
    if (code === 0x22) return this.#string()
    if (code === 0x2d || (code >= 0x30 && code <= 0x39)) return this.#number()
    for (const [word, value] of LITERALS) {
      if (!this.#text.startsWith(word, this.#at)) continue
      this.#at += word.length
      return value
    }
    return this.#refuse('syntax')
  }

  #object(): JsonObject {
    this.#enter()
    const object: JsonObject = Object.create(null)
    for (let first = true; !this.#closes(0x7d, first); first = false) {
      this.#skipSpace()
      const keyAt = this.#at
      if (this.#text.charCodeAt(keyAt) !== 0x22) this.#refuse('syntax')
      const key = this.#string()
      if (key === '__proto__') this.#refuse('proto', keyAt)
      if (key in object) this.#refuse('duplicate', keyAt)
      this.#skipSpace()
      if (this.#text.charCodeAt(this.#at) !== 0x3a) this.#refuse('syntax')
      this.#at += 1
      object[key] = this.#value()
    }
    return object
  }

  #array(): unknown[] {
    this.#enter()
    const array: unknown[] = []
    for (let first = true; !this.#closes(0x5d, first); first = false) array.push(this.#value())
    return array
  }

  #enter(): void {
    this.#at += 1
    this.#depth += 1
    if (this.#depth > JSON_DEPTH) {
      throw new DatadeedError('LIMIT', say().crypto.jsonDepth({ what: this.#what, most: JSON_DEPTH }))
    }
  }

  /** True past the closing bracket; otherwise stands before the next member, its comma taken. */
  #closes(bracket: number, first: boolean): boolean {
    this.#skipSpace()
    const code = this.#text.charCodeAt(this.#at)
    if (code === bracket) {
      this.#at += 1
      this.#depth -= 1
      return true
    }
    if (first) return false
    if (code !== 0x2c) this.#refuse('syntax')
    this.#at += 1
    return false
  }

  #string(): string {
    const start = this.#at
    let escaped = false
    let at = start + 1
    for (; ; at += 1) {
      const code = this.#text.charCodeAt(at)
      if (code === 0x22) break
      if (code === 0x5c) {
        escaped = true
        at += 1
      } else if (!(code >= 0x20)) this.#refuse('string', start)
    }
    this.#at = at + 1
    if (!escaped) return this.#text.slice(start + 1, at)
    // Only escapes can bring a lone surrogate: the text itself is decoded UTF-8.
    const value = this.#unescape(start)
    if (!value.isWellFormed()) this.#refuse('string', start)
    return value
  }

  #unescape(start: number): string {
    try {
      return String(JSON.parse(this.#text.slice(start, this.#at)))
    } catch {
      return this.#refuse('string', start)
    }
  }

  #number(): number {
    const start = this.#at
    while (/[-+.0-9eE]/.test(this.#text.charAt(this.#at)) && this.#at - start <= NUMBER_CHARACTERS)
      this.#at += 1
    const token = this.#text.slice(start, this.#at)
    const value = Number(token)
    if (token.length > NUMBER_CHARACTERS || !PLAIN_NUMBER.test(token) || !keepsValue(token, value)) {
      this.#refuse('number', start)
    }
    return value
  }

  #skipSpace(): void {
    for (; ; this.#at += 1) {
      const code = this.#text.charCodeAt(this.#at)
      if (code !== 0x20 && code !== 0x0a && code !== 0x0d && code !== 0x09) return
    }
  }

  #refuse(fault: keyof ReturnType<typeof jsonFaults>, at = this.#at): never {
    const offset = Buffer.byteLength(this.#text.slice(0, at))
    throw new DatadeedError('DAMAGED', jsonFaults()[fault]({ what: this.#what, offset }))
  }
}

function jsonFaults() {
  const { jsonSyntax, jsonTrailing, jsonDuplicate, jsonProto, jsonString, jsonNumber } = say().crypto
  return {
    syntax: jsonSyntax,
    trailing: jsonTrailing,
    duplicate: jsonDuplicate,
    proto: jsonProto,
    string: jsonString,
    number: jsonNumber,
  }
}

/** Whether the double says exactly what was written; -0 does not, nor does 2^53 + 1. */
function keepsValue(token: string, value: number): boolean {
  if (Object.is(value, -0)) return false
  const [whole = '', fraction = ''] = token.split('.')
  const digits = fraction.replace(/0+$/, '')
  if (digits === '') return Number.isSafeInteger(value)
  return String(value) === `${whole}.${digits}`
}
