import { type ColumnDecision, type TableSample, UNSURE_BELOW } from './column.ts'
import { buildContext, NO_CONTEXT } from './context.ts'
import { describeCells, type EvidenceWanted } from './count-evidence.ts'
import { readHeaders } from './headers/index.ts'
import { examine, judgeColumn } from './judge.ts'
import { protect } from './protect.ts'
import type { Reason } from './reasons.ts'
import { OPEN_COMPARTMENTS } from './types.ts'
import { type ExaminedColumn, round } from './verdict.ts'
import { buildView, type ColumnView, shareOf } from './view.ts'

/**
 * Says of every column of a table what it holds and how it is to be protected. Pure: the same sample gives the same
 * decisions, whatever evidence is wanted beside them. Linear in cells and columns; nothing in a decision is a cell's value.
 */
export function classifyTable(
  table: TableSample,
  { evidence: wanted }: { readonly evidence: EvidenceWanted } = { evidence: 'all' },
): ColumnDecision[] {
  const views = table.columns.map(buildView)
  const readings = readHeaders(
    views.map(({ header }) => header),
    { chinese: views.some(isChinese) },
  )
  const columns = views.map((view, position) => {
    const reading = readings[position]
    if (reading === undefined) throw new RangeError('a header without a reading')
    return examine(view, reading)
  })
  const context = buildContext(
    table.name,
    columns.map((column) => ({
      header: column.view.header,
      type: judgeColumn(column, NO_CONTEXT).type,
      reading: column.reading,
    })),
  )
  return columns.map((column) => {
    const verdict = judgeColumn(column, context)
    const { type, compartment, sensitive, confidence, reasons } = protect(verdict, column, context)
    // Nothing that is flagged or unsure stays in an open compartment.
    const closed = sensitive && OPEN_COMPARTMENTS.includes(compartment) ? 'identity' : compartment
    return {
      index: column.view.index,
      header: column.view.header,
      type,
      compartment: closed,
      sensitive,
      confidence: verdict.unsure ? Math.min(confidence, round(UNSURE_BELOW - 0.1)) : confidence,
      reasons: [...reasons, ...remarks(column)],
      ...describeCells(column, { type, sensitive, wanted }),
    }
  })
}

/** Cells that are looked at to see in which writing a table is. */
const FIRST_CELLS = 40

/** Whether a column's first cells are in Chinese characters, and not in Japanese. */
function isChinese({ distinct }: ColumnView): boolean {
  const cells = distinct.slice(0, FIRST_CELLS)
  const han = cells.filter((cell) => /\p{Script=Han}/u.test(cell)).length
  return 2 * han > cells.length && !cells.some((cell) => /[\u3040-\u30ff]/.test(cell))
}

function remarks({ view }: ExaminedColumn): Reason[] {
  const masked = shareOf(view, (cell) => /\*{2,}|[xX]{4,}|•{2,}/.test(cell))
  return [
    ...(masked > 0.2 ? [{ code: 'masked', share: round(masked) } as const] : []),
    ...(view.inPart > 0 ? [{ code: 'unexamined', cells: view.inPart } as const] : []),
  ]
}
