/** What names a target can have. */
export interface NameRules {
  /** In UTF-8. */
  readonly mostBytes: number
  /** Two names are one where this is the same. */
  readonly fold: (name: string) => string
  /** Names that nothing of ours may have, folded. */
  readonly isReserved: (folded: string) => boolean
}

/**
 * A name in the target for each of these, in order: its own where it can be, else cut at a character or numbered, so
 * that no two are the same.
 */
export function mapNames(names: readonly string[], rules: NameRules): string[] {
  const taken = new Set<string>()
  // A name that stays as it is goes before one that has to give way.
  const kept = names.map((name) => {
    const folded = rules.fold(name)
    if (!isPossible(name, rules) || taken.has(folded)) return undefined
    taken.add(folded)
    return name
  })
  // Thousands of names may be cut to one: none of them tries the numbers of the others again.
  const tried = new Map<string, number>()
  return names.map((name, index) => {
    const own = kept[index]
    if (own !== undefined) return own
    const plain = name.replaceAll('\0', '_')
    // Some are reserved by what they begin with.
    const start = withEnd(rules.isReserved(rules.fold(`${plain}_2`)) ? `_${plain}` : plain, '', rules)
    const alike = rules.fold(start)
    for (let again = (tried.get(alike) ?? 0) + 1; ; again++) {
      const changed = withEnd(start, again === 1 ? '' : `_${again}`, rules)
      const folded = rules.fold(changed)
      if (!isPossible(changed, rules) || taken.has(folded)) continue
      taken.add(folded)
      tried.set(alike, again)
      return changed
    }
  })
}

function isPossible(name: string, { mostBytes, fold, isReserved }: NameRules): boolean {
  return (
    name !== '' && !name.includes('\0') && Buffer.byteLength(name) <= mostBytes && !isReserved(fold(name))
  )
}

/** As much of the name, in whole characters as a person counts them, as leaves room for its end. */
function withEnd(name: string, end: string, { mostBytes }: NameRules): string {
  const room = mostBytes - Buffer.byteLength(end)
  let cut = ''
  let bytes = 0
  for (const { segment } of new Intl.Segmenter().segment(name)) {
    bytes += Buffer.byteLength(segment)
    if (bytes > room) break
    cut += segment
  }
  return cut + end
}
