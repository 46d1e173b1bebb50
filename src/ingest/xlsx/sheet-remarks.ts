import type { ColumnRemark } from '../table-source.ts'
import { REMARKS } from './decode-cell.ts'
import type { SheetColumn } from './sheet-columns.ts'
import type { CellRange, SheetFacts } from './sheet-rows.ts'
import type { SheetSurvey } from './survey.ts'

/** What a sheet has lost before or cannot give back of its columns, in their order. */
export function buildRemarks(
  columns: readonly SheetColumn[],
  survey: SheetSurvey,
  facts: SheetFacts,
): ColumnRemark[] {
  const covered = countCovered(columns, facts.merged, { first: survey.first, last: survey.last })
  return columns.flatMap(({ index: column, at }) => {
    const counted = survey.columns.get(at)
    const remarks = REMARKS.flatMap((code): ColumnRemark[] => {
      const cells = counted?.remarks.get(code) ?? 0
      return cells === 0 ? [] : [{ column, code, cells, damage: code === 'digits-cut' }]
    })
    const merged = covered.get(at) ?? 0
    if (merged > 0) remarks.push({ column, code: 'merged-cells', cells: merged, damage: false })
    if (facts.hiddenColumns.some(({ from, to }) => from <= at && at <= to)) {
      remarks.push({ column, code: 'hidden-column', cells: counted?.filled ?? 0, damage: false })
    }
    return remarks
  })
}

/** Cells of the table that only show what the first of their merged range holds, by column of the sheet. */
function countCovered(
  columns: readonly SheetColumn[],
  merged: readonly CellRange[],
  { first, last }: { readonly first: number; readonly last: number },
): Map<number, number> {
  const covered = new Map<number, number>()
  for (const { firstRow, lastRow, firstColumn, lastColumn } of merged) {
    const rows = Math.min(lastRow, last) - Math.max(firstRow, first) + 1
    if (rows < 1) continue
    for (const { at } of columns) {
      if (at < firstColumn || at > lastColumn) continue
      const holds = at === firstColumn && firstRow >= first ? 1 : 0
      covered.set(at, (covered.get(at) ?? 0) + rows - holds)
    }
  }
  return covered
}
