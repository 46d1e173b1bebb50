import { displayWidth, padEnd, padStart } from './width.ts'

/** Lines of aligned columns, headings first; numbers to the right. The cells must be printable already. */
export function renderTextTable(
  headings: readonly string[],
  rows: readonly (readonly string[])[],
  right: readonly number[] = [],
): string[] {
  const all = [headings, ...rows]
  const widths = headings.map((_, column) =>
    all.reduce((most, row) => Math.max(most, displayWidth(row[column] ?? '')), 0),
  )
  return all.map((row) =>
    widths
      .map((width, column) => (right.includes(column) ? padStart : padEnd)(row[column] ?? '', width))
      .join('  ')
      .trimEnd(),
  )
}
