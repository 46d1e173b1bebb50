import { say } from '../messages/index.ts'
import { printable } from '../messages/printable.ts'
import type { ExplainedColumn, ExplainedTable } from './classify-report.ts'
import { formatCount } from './units.ts'

/** Columns named in a line; the rest are counted. */
const NAMED = 6

/** What the detectors have not seen of a table, a line each; nothing where they have seen all of it. */
export function renderExamined({ rows, columns }: ExplainedTable): string[] {
  const words = say().report
  const sampled = countSampled(columns)
  const parts = [
    ['inPart', words.examinedInPart],
    ['undecodable', words.examinedUndecodable],
    ['unseen', words.examinedUnseen],
  ] as const
  const told = parts.flatMap(([part, sentence]) => {
    const affected = columns.filter(({ examined, decided }) => examined[part] > 0 && decided === undefined)
    const cells = affected.reduce((sum, { examined }) => sum + examined[part], 0)
    return cells === 0 ? [] : [`- ${sentence({ cells: formatCount(cells), columns: nameColumns(affected) })}`]
  })
  const sample = words.examinedSample({ sampled: formatCount(sampled), rows: formatCount(rows) })
  return [...(sampled < rows ? [`- ${sample}`] : []), ...told]
}

/** Rows that every detector has seen. */
export function countSampled(columns: readonly Pick<ExplainedColumn, 'examined'>[]): number {
  return columns.reduce((most, { examined }) => Math.max(most, examined.sampled), 0)
}

function nameColumns(columns: readonly ExplainedColumn[]): string {
  const names = columns.slice(0, NAMED).map(({ header }) => printable(header, 40))
  return [...names, ...(columns.length > NAMED ? ['…'] : [])].join(', ')
}
