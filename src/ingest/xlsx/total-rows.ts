import type { TailRow } from './survey.ts'

/** Words that begin a total row, as spreadsheets and shop systems write them. */
const TOTAL =
  /^(?:合\s*计|总\s*计|小\s*计|共\s*计|汇\s*总|总\s*和|总\s*数|本页合计|本月合计|合\s*計|總\s*計|小\s*計|総\s*計|합계|총계|소계|grand total|sub-?total|totals?|sum|summe|gesamt|zwischensumme|total général|totale|suma)(?:\s*[:：(（].*)?$/i

/** Rows at a table's end that look like totals, or like a remark behind a blank row. */
export interface FoundTotals {
  /** The first of them. */
  readonly row: number
  /** What `--footer-rows` must say to leave them out, blank rows before them included. */
  readonly footerRows: number
}

/**
 * Looks for totals among the last rows: from the first that begins with such a word, or that holds a single text behind
 * a blank row, in a table of three columns and more.
 */
export function findTotals(
  tail: readonly TailRow[],
  { last, columns }: { readonly last: number; readonly columns: number },
): FoundTotals | undefined {
  const at = tail.findIndex(({ number, filled, firstText }, index) => {
    const before = tail[index - 1]
    const apart = before !== undefined && before.number < number - 1
    return TOTAL.test(firstText.trim()) || (apart && filled === 1 && columns >= 3 && firstText !== '')
  })
  const found = tail[at]
  if (found === undefined) return undefined
  const before = tail[at - 1]
  return { row: found.number, footerRows: last - (before?.number ?? found.number - 1) }
}
