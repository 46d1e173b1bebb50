import { SaxesParser } from 'saxes'
import { DatadeedError } from '../../errors.ts'
import { FIELD_BYTES, XML_DEPTH } from '../../limits.ts'
import { say } from '../../messages/index.ts'
import type { OpenPart } from './archive.ts'
import { isOurs, Namespaces } from './namespaces.ts'
import { brokenPart, type PartPlace, refuse, shownPart } from './refusals.ts'

type Decoder = InstanceType<typeof TextDecoder>

export type Attributes = Readonly<Record<string, string>>

/** What hears a part's elements, as they come. `depth` of the root is 1; `name` is empty for another namespace. */
export interface XmlListener {
  open(name: string, attributes: Attributes, depth: number, namespaces: Namespaces): void
  close?(name: string, depth: number): void
  text?(text: string, depth: number): void
}

/**
 * Feeds a part to its listener and says after each piece that it did, so that rows can be taken between two pieces.
 * A document type or an entity of its own is refused, as is whatever is not well-formed.
 * @throws SYNTAX, LIMIT, and what reading the part throws
 */
export async function* feedXml(
  part: OpenPart,
  place: PartPlace,
  listener: XmlListener,
): AsyncGenerator<void> {
  const parser = new ListenedParser(place, listener)
  let decoder: Decoder | undefined
  for await (const piece of part.bytes) {
    decoder ??= openDecoder(piece)
    parser.write(decode(decoder, piece, place))
    yield
  }
  parser.write(decode(decoder ?? new TextDecoder(), undefined, place))
  parser.close()
  yield
}

/** The whole of a part at once, for small ones. */
export async function readXml(part: OpenPart, place: PartPlace, listener: XmlListener): Promise<void> {
  for await (const _ of feedXml(part, place, listener));
}

/** XML is UTF-8, or UTF-16 with its mark (XML 1.0, 4.3.3). */
function openDecoder(first: Uint8Array): Decoder {
  const mark = `${first[0]} ${first[1]}`
  const encoding = mark === '255 254' ? 'utf-16le' : mark === '254 255' ? 'utf-16be' : 'utf-8'
  return new TextDecoder(encoding, { fatal: true })
}

function decode(decoder: Decoder, piece: Uint8Array | undefined, place: PartPlace): string {
  try {
    return piece === undefined ? decoder.decode() : decoder.decode(piece, { stream: true })
  } catch (cause) {
    throw brokenPart(place, cause)
  }
}

/** The library's parser with our names, limits and refusals. */
class ListenedParser {
  readonly #parser = new SaxesParser<{ xmlns: false; position: false }>({ xmlns: false, position: false })
  readonly #place: PartPlace
  /** Characters since the last event: what the parser holds of one text or tag. */
  #held = 0
  #depth = 0

  constructor(place: PartPlace, listener: XmlListener) {
    this.#place = place
    const parser = this.#parser
    const namespaces = new Namespaces()
    parser.on('xmldecl', ({ encoding }) => {
      if (encoding !== undefined && !/^utf-?(?:8|16)$/i.test(encoding)) throw brokenPart(place)
    })
    parser.on('doctype', () => {
      throw refuse('SYNTAX', say().xlsx.documentType(shownPart(place)), ['hintSaveAgain'])
    })
    parser.on('opentag', ({ name, attributes }) => {
      this.#held = 0
      this.#depth += 1
      if (this.#depth > XML_DEPTH) {
        const sentence = say().xlsx.tooDeep({ ...shownPart(place), most: XML_DEPTH })
        throw refuse('LIMIT', sentence, ['hintSaveAgain'])
      }
      namespaces.enter(attributes, this.#depth)
      const local = namespaces.resolve(name)
      if (this.#depth === 1 && !isOurs(local)) throw brokenPart(place)
      listener.open(local, attributes, this.#depth, namespaces)
    })
    parser.on('closetag', ({ name }) => {
      this.#held = 0
      listener.close?.(namespaces.resolve(name), this.#depth)
      namespaces.leave(this.#depth)
      this.#depth -= 1
    })
    const text = (piece: string): void => {
      this.#held = 0
      listener.text?.(piece, this.#depth)
    }
    parser.on('text', text)
    parser.on('cdata', text)
    parser.on('error', (error) => {
      throw error
    })
  }

  write(text: string): void {
    this.#held += text.length
    this.#asOurs(() => this.#parser.write(text))
    if (this.#held > FIELD_BYTES) {
      const sentence = say().xlsx.pieceTooLong({ ...shownPart(this.#place), most: FIELD_BYTES })
      throw refuse('LIMIT', sentence, ['hintSaveAgain'])
    }
  }

  close(): void {
    this.#asOurs(() => this.#parser.close())
  }

  #asOurs(work: () => unknown): void {
    try {
      work()
    } catch (cause) {
      throw cause instanceof DatadeedError ? cause : brokenPart(this.#place, cause)
    }
  }
}
