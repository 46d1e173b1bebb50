import { type Document, isMap, isScalar, type Pair, parseDocument, type YAMLMap } from 'yaml'
import { InternalError } from '../errors.ts'

/** A map of a document and the key that it stands under, if it has one. */
export interface FoundMap {
  readonly map: YAMLMap
  readonly parent?: Pair
}

/** Our own comment above an entry that waits for a person. */
const MARKED = /^([ \t]*# )[?？] /

/**
 * A YAML text that is changed in a few places and otherwise keeps every byte: comments, order, quotes, line ends. Places
 * are those of the text as it was read; the changes are made together.
 */
export class YamlText {
  readonly #text: string
  readonly #document: Document
  readonly #eol: string
  readonly #splices: { readonly start: number; readonly end: number; readonly text: string }[] = []

  constructor(text: string) {
    this.#text = text
    this.#document = parseDocument(text, { schema: 'failsafe', uniqueKeys: false })
    this.#eol = text.includes('\r\n') ? '\r\n' : '\n'
  }

  /** The map under these keys, if there is one. */
  find(...keys: readonly string[]): FoundMap | undefined {
    let node: unknown = this.#document.contents
    let parent: Pair | undefined
    for (const key of keys) {
      parent = isMap(node) ? findPair(node, key) : undefined
      node = parent?.value
    }
    return isMap(node) ? { map: node, ...(parent && { parent }) } : undefined
  }

  /** Gives a key a scalar value, behind the others if it is new. Both must be plain words. */
  setScalar(found: FoundMap, key: string, value: string): void {
    const pair = findPair(found.map, key)
    if (pair === undefined) {
      this.insert(found, found.map.items.at(-1), `${key}: ${value}`)
      return
    }
    const { value: node } = pair
    if (!isScalar(node)) throw new InternalError('a setting of a policy that was read is no scalar')
    this.#splice(rangeOf(node), value)
  }

  renameKey({ map }: FoundMap, from: string, to: string): void {
    const pair = findPair(map, from)
    if (pair === undefined) throw new InternalError('a column that was found is not there to be renamed')
    this.#splice(rangeOf(pair.key), to)
  }

  /** Puts a pair behind another one of a map that has some, or at the head. In a block it may have several lines. */
  insert({ map, parent }: FoundMap, behind: Pair | undefined, pair: string): void {
    if (map.flow) {
      const at = behind === undefined ? rangeOf(map.items[0]?.key)[0] : endOf(behind)
      this.#splice([at, at], behind === undefined ? `${pair}, ` : `, ${pair}`)
      return
    }
    const anchor = behind === undefined ? undefined : endOf(behind)
    const at = this.#lineEnd(anchor ?? (parent === undefined ? 0 : rangeOf(parent.key)[1]))
    const indent = this.#indentOf(map)
    const lines = pair.split('\n').map((line) => `${this.#eol}${indent}${line}`)
    this.#splice([at, at], lines.join(''))
  }

  /** Takes a pair away that is not the only one, in a block with its line and our mark above it. */
  remove({ map }: FoundMap, key: string): void {
    const index = map.items.findIndex((pair) => keyOf(pair) === key)
    const pair = map.items[index]
    if (pair === undefined) return
    const [start] = rangeOf(pair.key)
    const [before, after] = [map.items[index - 1], map.items[index + 1]]
    if (!map.flow) this.#splice([this.#withMark(this.#lineStart(start)), this.#nextLine(endOf(pair))], '')
    else if (before !== undefined) this.#splice([endOf(before), endOf(pair)], '')
    else this.#splice([start, after === undefined ? endOf(pair) : rangeOf(after.key)[0]], '')
  }

  /** Puts other text in the place of a whole map. */
  replace({ map }: FoundMap, text: string): void {
    const [start, end] = rangeOf(map)
    const last = map.flow ? undefined : map.items.at(-1)
    this.#splice([start, last === undefined ? end : endOf(last)], text)
  }

  /** Takes our question mark away from the comment above an entry; its reasons stay. */
  unmark({ map }: FoundMap, key: string): void {
    const pair = findPair(map, key)
    if (pair === undefined) return
    const start = this.#lineStart(rangeOf(pair.key)[0])
    const above = this.#withMark(start)
    const mark = MARKED.exec(this.#text.slice(above, start))
    if (mark !== null) this.#splice([above, above + mark[0].length], mark[1] ?? '')
  }

  append(lines: readonly string[]): void {
    const end = this.#text.length
    const gap = this.#text === '' || this.#text.endsWith('\n') ? '' : this.#eol
    this.#splice([end, end], `${gap}${lines.map((line) => `${line}${this.#eol}`).join('')}`)
  }

  pairOf({ map }: FoundMap, key: string): Pair | undefined {
    return findPair(map, key)
  }

  /** The text with all its changes. */
  toString(): string {
    const ordered = this.#splices.toSorted((a, b) => a.start - b.start || a.end - b.end)
    const pieces: string[] = []
    let at = 0
    for (const { start, end, text } of ordered) {
      if (start < at) throw new InternalError('two changes of a policy meet in one place')
      pieces.push(this.#text.slice(at, start), text)
      at = end
    }
    return [...pieces, this.#text.slice(at)].join('')
  }

  #splice([start, end]: readonly [number, number], text: string): void {
    this.#splices.push({ start, end, text })
  }

  #lineStart(at: number): number {
    return this.#text.lastIndexOf('\n', at - 1) + 1
  }

  /** Where the line break stands that ends this line, comment included. */
  #lineEnd(at: number): number {
    const end = this.#text.indexOf('\n', at)
    if (end === -1) return this.#text.length
    return this.#text[end - 1] === '\r' && end > at ? end - 1 : end
  }

  #nextLine(at: number): number {
    const end = this.#text.indexOf('\n', at)
    return end === -1 ? this.#text.length : end + 1
  }

  /** The beginning of the comment of ours above a line, if it bears one. */
  #withMark(lineStart: number): number {
    if (lineStart === 0) return 0
    const above = this.#lineStart(lineStart - 1)
    return MARKED.test(this.#text.slice(above, lineStart)) ? above : lineStart
  }

  #indentOf(map: YAMLMap): string {
    const start = this.#lineStart(rangeOf(map.items[0]?.key)[0])
    return /^[ ]*/.exec(this.#text.slice(start))?.[0] ?? ''
  }
}

function keyOf({ key }: Pair): unknown {
  return isScalar(key) ? key.value : undefined
}

function findPair(map: YAMLMap, key: string): Pair | undefined {
  return map.items.find((pair) => keyOf(pair) === key)
}

function rangeOf(node: unknown): readonly [start: number, end: number] {
  const range = isScalar(node) || isMap(node) ? node.range : undefined
  if (!range) throw new InternalError('a part of a policy that was read has no place in it')
  return [range[0], range[1]]
}

/** Behind the last sign of a pair that is no comment. */
function endOf({ key, value }: Pair): number {
  if (isMap(value) && !value.flow) {
    const last = value.items.at(-1)
    if (last !== undefined) return endOf(last)
  }
  return rangeOf(isScalar(value) || isMap(value) ? value : key)[1]
}
