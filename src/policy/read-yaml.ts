import {
  type Document,
  isMap,
  isScalar,
  LineCounter,
  type Pair,
  parseDocument,
  visit,
  type YAMLMap,
} from 'yaml'
import { say } from '../messages/index.ts'
import { type Fault, throwFaults } from './faults.ts'

/** The line (from 1) of what stands under these keys, or as far as they lead. */
export type LineOf = (path: readonly PropertyKey[]) => number

/** A YAML document as plain values: maps stay maps, every scalar is text. */
export interface ReadYaml {
  readonly value: unknown
  readonly lineOf: LineOf
  /** Those in spite of which it can be read. */
  readonly faults: Fault[]
}

/**
 * Reads YAML strictly: no alias, no tag, one document. The time goes with the length of the text, whatever it says.
 * @throws DatadeedError POLICY
 */
export function readYaml(text: string, path: string): ReadYaml {
  const lines = new LineCounter()
  // The failsafe schema reads every scalar as text: a column named `no`, `null` or `001` keeps its name.
  // The library compares each key with all before it; findDoubled needs one look at each.
  const document = parseDocument(text, { lineCounter: lines, schema: 'failsafe', uniqueKeys: false })
  const errors = [...document.errors, ...document.warnings]
  throwFaults(
    path,
    errors.map((error) => ({
      line: error.linePos?.[0].line ?? 1,
      what: say().policy.notYaml({ code: error.code.toLowerCase() }),
    })),
  )
  const faults = findDoubled(document).map((pair) => ({
    line: lineOfPair(pair, lines),
    what: say().policy.duplicateKey,
  }))
  try {
    // No alias at all: a policy needs none, and aliases can multiply without end.
    const value: unknown = document.toJS({ mapAsMap: true, maxAliasCount: 0 })
    return { value, lineOf: findLines(document, lines), faults }
  } catch {
    return throwFaults(path, [{ line: 1, what: say().policy.alias }, ...faults])
  }
}

/** Pairs whose key stands before them in the same map. */
function findDoubled(document: Document): Pair[] {
  const doubled: Pair[] = []
  visit(document, {
    Map(_, map) {
      const seen = new Set<unknown>()
      for (const pair of map.items) {
        if (!isScalar(pair.key)) continue
        if (seen.has(pair.key.value)) doubled.push(pair)
        seen.add(pair.key.value)
      }
    },
  })
  return doubled
}

function findLines(document: Document, lines: LineCounter): LineOf {
  const indexes = new Map<YAMLMap, ReadonlyMap<unknown, Pair>>()
  return (keys) => {
    let node: unknown = document.contents
    let line = 1
    for (const key of keys) {
      if (!isMap(node)) break
      const index = indexes.get(node) ?? indexPairs(node)
      indexes.set(node, index)
      const pair = index.get(key)
      if (pair === undefined) break
      line = lineOfPair(pair, lines)
      node = pair.value
    }
    return line
  }
}

/** By key; of a name that stands twice the last one counts. */
function indexPairs({ items }: YAMLMap): ReadonlyMap<unknown, Pair> {
  return new Map(items.flatMap((pair) => (isScalar(pair.key) ? [[pair.key.value, pair] as const] : [])))
}

function lineOfPair({ key }: Pair, lines: LineCounter): number {
  return isScalar(key) ? lines.linePos(key.range?.[0] ?? 0).line : 1
}
