import { joinPath } from './paths.ts'

/** A name of an object's members, in all the rows that have been read. */
export class Member {
  /** As it was written first, with its quotes. */
  readonly raw: Uint8Array
  /** Of the object's column names; undefined within arrays, whose objects make no columns. */
  readonly path: string | undefined
  /** The column that its cells go to; -1 as long as it has none. */
  column = -1
  /** What its objects look like, once it had one. */
  inner: Shape | undefined
  /** Number of the last object that had it. */
  seen = 0
  /** What stood behind it the last time: mostly that stands there again, and its name need not be read. */
  next: Member | undefined

  constructor(raw: Uint8Array, path: string | undefined) {
    this.raw = raw
    this.path = path
  }
}

/** The members of objects that stand in one place. A map, so that no name means anything to the language. */
export class Shape {
  readonly #path: string | undefined
  readonly #columns: boolean
  readonly #members = new Map<string, Member>()
  /** What stood first the last time. */
  first: Member | undefined
  /** Bytes of all its names. */
  bytes = 0

  /** @param place - `row`, `array` for objects within arrays, or the member whose objects these are */
  constructor(place: 'row' | 'array' | Member) {
    this.#path = place instanceof Member ? place.path : undefined
    this.#columns = place !== 'array'
  }

  find(name: string): Member | undefined {
    return this.#members.get(name)
  }

  add(name: string, raw: Uint8Array): Member {
    const member = new Member(raw, this.#columns ? joinPath(this.#path, name) : undefined)
    this.#members.set(name, member)
    this.bytes += raw.length
    return member
  }
}
