import { COLUMNS, FIELD_BYTES, JSON_DEPTH, NAME_BYTES } from '../../limits.ts'
import type { CellKind } from '../../table.ts'
import type { FieldBuffer } from '../typed/field-buffer.ts'
import { JsonFault } from './fault.ts'
import { BOOLEAN, JSON_TEXT, NULL, NUMBER, RowCells, readText, TEXT } from './row-cells.ts'
import { type Member, Shape } from './shape.ts'
import { assertCharacters, closingQuote, numberEnd, plainEnd, QUOTE, skipSpace, wordEnd } from './tokens.ts'

const [OPEN, CLOSE, ARRAY, ARRAY_END, COMMA, COLON] = [0x7b, 0x7d, 0x5b, 0x5d, 0x2c, 0x3a] as const
/** Names within arrays that are kept to be recognised; they may be as many as there are cells. */
const ARRAY_NAMES_BYTES = 64 * 1024

/**
 * Reads rows, one JSON object each, and finds their columns on the way: the member of a nested object has a column of
 * its own, an array or an empty object is a cell. Strict: RFC 8259 without a key twice, without NUL and half surrogate
 * pairs; number text stays as it is. The bytes are known to be UTF-8.
 */
export class RowParser {
  /** Names of the columns found so far, in the order of their first cells. */
  readonly columns: string[] = []
  readonly #cells = new RowCells()
  readonly #rows = new Shape('row')
  /** By depth: of the objects within arrays one at most is open there. */
  readonly #inArrays: Shape[] = []
  #bytes: Uint8Array = new Uint8Array(0)
  #at = 0
  #end = 0
  #objects = 0

  /** @throws JsonFault */
  parse(bytes: Uint8Array, start: number, end: number): void {
    this.#bytes = bytes
    this.#end = end
    this.#cells.clear()
    this.#at = skipSpace(bytes, start, end)
    if (bytes[this.#at] !== OPEN)
      throw new JsonFault(beginsValue(bytes[this.#at]) ? 'noObject' : 'byte', this.#at)
    this.#object(this.#rows, 1)
    this.#space()
    if (this.#at < end) throw new JsonFault('behind', this.#at)
  }

  /** Writes the last row's cell of a column, if it has text; its kind. */
  writeCell(column: number, into: FieldBuffer): CellKind {
    return this.#cells.write(column, this.#bytes, into)
  }

  /** How many cells of each kind a column had in all rows, by the numbers of CELL_KINDS. */
  countsOf(column: number): readonly number[] {
    return this.#cells.countsOf(column)
  }

  /** From its opening bracket. */
  #object(shape: Shape, depth: number): void {
    if (depth > JSON_DEPTH) throw new JsonFault('depth', this.#at)
    const object = ++this.#objects
    this.#at += 1
    if (this.#space() === CLOSE) {
      this.#at += 1
      return
    }
    for (let previous: Member | undefined; ; ) {
      const keyAt = this.#at
      const member = this.#key(shape, previous)
      if (member.seen === object) throw new JsonFault('keyTwice', keyAt)
      member.seen = object
      previous = member
      if (this.#space() !== COLON) throw this.#unexpected()
      this.#at += 1
      this.#space()
      if (member.path === undefined) this.#value(depth)
      else this.#cell(member, member.path, depth)
      const byte = this.#space()
      if (byte !== COMMA && byte !== CLOSE) throw this.#unexpected()
      this.#at += 1
      if (byte === CLOSE) return
      this.#space()
    }
  }

  /** The member whose name stands here. */
  #key(shape: Shape, previous: Member | undefined): Member {
    const guess = previous === undefined ? shape.first : previous.next
    if (guess !== undefined && this.#stands(guess.raw)) {
      this.#at += guess.raw.length
      return guess
    }
    const start = this.#at
    if (this.#bytes[start] !== QUOTE || start >= this.#end) throw this.#unexpected()
    const escaped = this.#string()
    const name = readText(this.#bytes, { start: start + 1, end: this.#at - 1, escaped })
    const member = shape.find(name) ?? this.#newMember(shape, name, start)
    if (previous === undefined) shape.first = member
    else previous.next = member
    return member
  }

  #newMember(shape: Shape, name: string, start: number): Member {
    const member = shape.add(name, this.#bytes.slice(start, this.#at))
    if (member.path !== undefined && Buffer.byteLength(member.path) > NAME_BYTES) {
      throw new JsonFault('nameSize', start)
    }
    return member
  }

  #stands(raw: Uint8Array): boolean {
    const { length } = raw
    const [bytes, at] = [this.#bytes, this.#at]
    if (at + length > this.#end) return false
    for (let i = 0; i < length; i++) if (bytes[at + i] !== raw[i]) return false
    return true
  }

  /** A member's value, in its column, or in those of its own members. */
  #cell(member: Member, path: string, depth: number): void {
    const start = this.#at
    if (this.#opensObject(start)) {
      member.inner ??= new Shape(member)
      this.#object(member.inner, depth + 1)
      return
    }
    if (member.column < 0) member.column = this.#newColumn(path)
    const [kind, escaped] = this.#value(depth)
    const quote = kind === TEXT ? 1 : 0
    const place = { start: start + quote, end: this.#at - quote, escaped }
    this.#cells.set(member.column, kind, place)
    if (this.#at - start > FIELD_BYTES) {
      const size = escaped ? Buffer.byteLength(readText(this.#bytes, place)) : place.end - place.start
      if (size > FIELD_BYTES) throw new JsonFault('cellSize', start)
    }
  }

  /** Whether an object with members begins here. Behind the end lies what earlier rows have left. */
  #opensObject(start: number): boolean {
    if (start >= this.#end || this.#bytes[start] !== OPEN) return false
    const inside = skipSpace(this.#bytes, start + 1, this.#end)
    return inside >= this.#end || this.#bytes[inside] !== CLOSE
  }

  /** Behind any value; its kind, and whether it is a string with escapes. */
  #value(depth: number): readonly [kind: number, escaped: boolean] {
    if (this.#at >= this.#end) throw this.#unexpected()
    const byte = this.#bytes[this.#at]!
    if (byte === QUOTE) return this.#string() ? ESCAPED : PLAIN
    if (byte === 0x2d || (byte >= 0x30 && byte <= 0x39)) {
      this.#at = numberEnd(this.#bytes, this.#at, this.#end)
      return A_NUMBER
    }
    if (byte === ARRAY) {
      this.#array(depth + 1)
      return A_JSON
    }
    if (byte === OPEN) {
      this.#object(this.#shapeInArray(depth + 1), depth + 1)
      return A_JSON
    }
    this.#at = wordEnd(this.#bytes, this.#at, this.#end)
    return byte === 0x6e ? A_NULL : A_BOOLEAN
  }

  /** From its opening bracket. */
  #array(depth: number): void {
    if (depth > JSON_DEPTH) throw new JsonFault('depth', this.#at)
    this.#at += 1
    if (this.#space() === ARRAY_END) {
      this.#at += 1
      return
    }
    for (;;) {
      this.#value(depth)
      const byte = this.#space()
      if (byte !== COMMA && byte !== ARRAY_END) throw this.#unexpected()
      this.#at += 1
      if (byte === ARRAY_END) return
      this.#space()
    }
  }

  /** From its opening quote to behind the closing one; whether it has escapes. */
  #string(): boolean {
    const [bytes, start, end] = [this.#bytes, this.#at + 1, this.#end]
    const plain = plainEnd(bytes, start, end)
    if (bytes[plain] === QUOTE && plain < end) {
      this.#at = plain + 1
      return false
    }
    const close = closingQuote(bytes, plain, end)
    assertCharacters(bytes, plain, close)
    this.#at = close + 1
    return true
  }

  /** Goes to the next byte that is no white space; undefined at the end. */
  #space(): number | undefined {
    const at = skipSpace(this.#bytes, this.#at, this.#end)
    this.#at = at
    return at < this.#end ? this.#bytes[at] : undefined
  }

  #shapeInArray(depth: number): Shape {
    const known = this.#inArrays[depth]
    if (known !== undefined && known.bytes <= ARRAY_NAMES_BYTES) return known
    const fresh = new Shape('array')
    this.#inArrays[depth] = fresh
    return fresh
  }

  #newColumn(path: string): number {
    const column = this.columns.length
    if (column >= COLUMNS) throw new JsonFault('columns', this.#at)
    this.columns.push(path)
    this.#cells.addColumn()
    return column
  }

  #unexpected(): JsonFault {
    return new JsonFault(this.#at < this.#end ? 'byte' : 'cut', this.#at)
  }
}

/** Kinds of values with their escapes, made once. */
const [A_NULL, PLAIN, ESCAPED, A_NUMBER, A_BOOLEAN, A_JSON] = [
  [NULL, false],
  [TEXT, false],
  [TEXT, true],
  [NUMBER, false],
  [BOOLEAN, false],
  [JSON_TEXT, false],
] as const

function beginsValue(byte: number | undefined): boolean {
  return byte !== undefined && '["-0123456789tfn'.includes(String.fromCharCode(byte))
}
