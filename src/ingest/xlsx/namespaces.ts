/** The namespaces of the parts that we read, each in its transitional and its strict form (ECMA-376, parts 1, 2 and 4). */
const OURS: ReadonlySet<string> = new Set([
  'http://schemas.openxmlformats.org/spreadsheetml/2006/main',
  'http://purl.oclc.org/ooxml/spreadsheetml/main',
  'http://schemas.openxmlformats.org/package/2006/relationships',
  'http://schemas.openxmlformats.org/package/2006/content-types',
])

const RELATIONSHIPS: ReadonlySet<string> = new Set([
  'http://schemas.openxmlformats.org/officeDocument/2006/relationships',
  'http://purl.oclc.org/ooxml/officeDocument/relationships',
])

const LETTER_X = 0x78

/** Whether a resolved name is one of a namespace that we know. */
export function isOurs(name: string): boolean {
  return name !== ''
}

/**
 * What prefixes stand for, from the root down. Some writers give the main namespace a prefix (`x:row`), and elements of
 * other namespaces may have the same local names.
 */
export class Namespaces {
  #scopes: { readonly depth: number; readonly prefixes: ReadonlyMap<string, string> }[] = []
  #prefixes: ReadonlyMap<string, string> = new Map()
  readonly #resolved = new Map<string, string>()

  enter(attributes: Readonly<Record<string, string>>, depth: number): void {
    let declared: Map<string, string> | undefined
    for (const name in attributes) {
      // Every element of a sheet passes here: one character tells nearly always.
      if (name.charCodeAt(0) !== LETTER_X || !name.startsWith('xmlns')) continue
      declared ??= new Map(this.#prefixes)
      declared.set(name === 'xmlns' ? '' : name.slice('xmlns:'.length), attributes[name] ?? '')
    }
    if (declared === undefined) return
    this.#scopes.push({ depth, prefixes: this.#prefixes })
    this.#prefixes = declared
    this.#resolved.clear()
  }

  leave(depth: number): void {
    const scope = this.#scopes.at(-1)
    if (scope?.depth !== depth) return
    this.#scopes.pop()
    this.#prefixes = scope.prefixes
    this.#resolved.clear()
  }

  /** The local name of an element of ours; empty for any other. */
  resolve(name: string): string {
    const known = this.#resolved.get(name)
    if (known !== undefined) return known
    const colon = name.indexOf(':')
    const space = this.#prefixes.get(colon < 0 ? '' : name.slice(0, colon)) ?? ''
    const resolved = OURS.has(space) ? name.slice(colon + 1) : ''
    if (this.#resolved.size < 1000) this.#resolved.set(name, resolved)
    return resolved
  }

  /** The value of `r:id`, whatever its prefix. */
  relationshipId(attributes: Readonly<Record<string, string>>): string | undefined {
    for (const name in attributes) {
      const [prefix, local] = name.split(':')
      if (local === 'id' && RELATIONSHIPS.has(this.#prefixes.get(prefix ?? '') ?? '')) return attributes[name]
    }
    return undefined
  }
}
