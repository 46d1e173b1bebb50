import { type ManifestTable, reasonsOf } from '../deed/index.ts'
import type { LineEnd, SourceDescription, TableSource } from '../ingest/index.ts'
import type { PlannedColumn } from '../policy/index.ts'
import { describeColumn } from './describe-column.ts'
import type { SealableTable } from './plan-tables.ts'

const LINE_END_NAMES: Readonly<Record<LineEnd, 'lf' | 'crlf' | 'cr'>> = {
  '\n': 'lf',
  '\r\n': 'crlf',
  '\r': 'cr',
}

/** Whose tables turned bytes into characters; GB18030 has editions that differ. */
const DECODER = 'WHATWG Encoding Standard'
const GB18030_EDITION = 'GB 18030-2022'

/** What the manifest says of where a table's rows were read; `rows` of them were sealed. */
export function describeSource(source: TableSource, rows: number): ManifestTable['source'] {
  const rowsExcluded = source.excluded().map(({ code, rows: left }) => ({ code, rows: left }))
  const rowsRead = rowsExcluded.reduce((sum, excluded) => sum + excluded.rows, rows)
  return { ...wordsOf(source.description), rowsRead, rowsExcluded }
}

type Words = ManifestTable['source'] extends infer Each
  ? Each extends unknown
    ? Omit<Each, 'rowsRead' | 'rowsExcluded'>
    : never
  : never

function wordsOf(description: SourceDescription): Words {
  if (description.kind !== 'csv') return description
  const { encoding, encodingBy, lineEnd } = description
  return {
    ...description,
    encoding,
    encodingBy,
    decoder: encoding === 'gb18030' ? `${DECODER}, ${GB18030_EDITION}` : DECODER,
    lineEnd: LINE_END_NAMES[lineEnd],
  }
}

/** The kind of a typed source's column; nothing for a CSV's. Changed cells are texts, whatever they were. */
export function describeKind(
  { columns, description }: TableSource,
  { index, change }: Pick<PlannedColumn, 'index' | 'change'>,
): Pick<ManifestTable['columns'][number], 'kind' | 'declared'> {
  if (description.kind === 'csv') return {}
  const { kind = 'text', declared = null } = (change === null ? columns[index] : undefined) ?? {}
  return { kind, declared }
}

/** What comes back of a table, and why not all of it does. No count stands in it: those are for the seller alone. */
export function fidelityOf({
  source,
  columns,
}: Pick<SealableTable, 'source' | 'columns'>): ManifestTable['fidelity'] {
  const because = reasonsOf({
    columns: columns.map(describeColumn),
    source: describeSource(source, 0),
  })
  const codes = columns.flatMap(({ index }) => {
    const said = source.remarks.filter(({ column }) => column === index).map(({ code }) => code)
    return said.length === 0 ? [] : [{ column: index, because: said }]
  })
  return {
    level: because.length === 0 ? 'byte-exact' : 'cell-exact',
    because,
    ...(codes.length === 0 ? {} : { columns: codes }),
  }
}
