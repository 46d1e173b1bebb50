/**
 * A member's place in nested objects as one column name: names joined by `.`, with `\.` and `\\` for a dot and a
 * backslash within a name (FORMAT.md section 10.7).
 */
export function joinPath(outer: string | undefined, name: string): string {
  const escaped = name.replace(/[.\\]/g, '\\$&')
  return outer === undefined ? escaped : `${outer}.${escaped}`
}

/** The names of a path; undefined where a backslash stands before anything but a dot or a backslash. */
export function splitPath(path: string): string[] | undefined {
  const names: string[] = []
  let name = ''
  for (let at = 0; at < path.length; at++) {
    const character = path.charAt(at)
    if (character === '.') {
      names.push(name)
      name = ''
    } else if (character === '\\') {
      at += 1
      const next = path.charAt(at)
      if (next !== '.' && next !== '\\') return undefined
      name += next
    } else name += character
  }
  return [...names, name]
}
