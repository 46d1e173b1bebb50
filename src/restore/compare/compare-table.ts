import type { CompartmentKeys, ManifestTable, VerifiedDeed } from '../../deed/index.ts'
import type { SourceDescription } from '../../ingest/index.ts'
import type { RestorableTable } from '../plan-restore.ts'
import { isAsWritten } from './as-written.ts'
import { compareRows } from './compare-rows.ts'
import type { CompareThreads } from './compare-threads.ts'
import { isEqual, type RowsComparison } from './comparison.ts'
import type { FoundTable } from './find-target-tables.ts'
import { lookMasked } from './look-masked.ts'
import { type MatchedColumns, matchColumns } from './match-columns.ts'
import { openTargetTable } from './open-target-table.ts'
import { whatIsTold } from './plan-comparison.ts'
import type { ComparedTable, CompareNote, CompareRequest } from './report.ts'

export interface ComparingTable {
  readonly deed: VerifiedDeed
  readonly keys: ReadonlyMap<number, CompartmentKeys>
  readonly threads: CompareThreads
  readonly request: CompareRequest
  /** The table as a restore gives it in any format. */
  readonly table: RestorableTable
  /** The same in the format of the file that was found; absent where no restore writes such a file. */
  readonly written: RestorableTable | undefined
}

/** Compares a table with what was found for it: by the bytes of the file, and where they differ, cell by cell. */
export async function compareTable(
  found: FoundTable | undefined,
  { deed, keys, threads, request, table, written }: ComparingTable,
): Promise<ComparedTable> {
  const described = deed.manifest.tables[table.number] as ManifestTable
  const { name } = table
  const told = { name, target: found?.name ?? null, notCompared: table.missing }
  const nothing = { missingColumns: [], extraColumns: [], movedColumns: [], notes: [], masked: [] }
  if (found === undefined) return { ...told, ...nothing, equal: false, by: null, rows: null }
  const report = (phase: 'compare' | 'again', step: { rows: number; bytes: number }): void =>
    request.progress?.({ phase, table: name, totalRows: described.rows, ...step })
  const sides = { deed, keys, threads, signal: request.signal }
  if (found.kind === 'file' && written !== undefined) {
    const progress = (step: { rows: number; bytes: number }): void => report('compare', step)
    if (await isAsWritten(found.operand, written, { ...sides, progress }))
      return {
        ...told,
        ...nothing,
        equal: true,
        by: 'bytes',
        rows: allSame(described.rows),
        notes: notesOf(described, written.format, { otherwise: false }),
      }
  }
  await using opened = await openTargetTable(found, described, { written, request })
  const target = opened.source
  const matched = matchColumns(described, target, {
    opened: table.shape.columns.map(({ index }) => index),
    rowNumber: table.shape.rowNumber,
    planned: found.planned,
  })
  const columns = {
    missingColumns: matched.missing,
    extraColumns: matched.extra,
    movedColumns: matched.moved,
  }
  if (matched.columns.length === 0) {
    return { ...told, ...nothing, ...columns, equal: false, by: null, rows: null }
  }
  const match = { table: table.number, target, columns: matched.columns, rowNumber: matched.rowNumber }
  let last = { rows: 0, bytes: 0 }
  let again = false
  const progress = (step: { rows: number; bytes: number }): void => {
    again ||= step.rows < last.rows || step.bytes < last.bytes
    last = step
    report(again ? 'again' : 'compare', step)
  }
  const both = { ...sides, match, progress }
  const { inOrder = false, spreadsheetSafe = false } = request
  const rows = await compareRows({
    ...both,
    matchOn: keyColumns(described, request, matched),
    spreadsheetSafe,
  })
  const whole = matched.missing.length + matched.extra.length + matched.moved.length === 0
  return {
    ...told,
    ...columns,
    equal: whole && isEqual(rows, inOrder),
    by: 'cells',
    rows,
    notes: notesOf(described, target.description.kind, {
      otherwise: written !== undefined && whole && isEqual(rows, true),
    }),
    masked: request.showMasked ? await lookMasked(both, described, rows, spreadsheetSafe) : [],
  }
}

function allSame(rows: number): RowsComparison {
  return {
    deedRows: rows,
    targetRows: rows,
    same: rows,
    missing: 0,
    extra: 0,
    repeated: 0,
    different: 0,
    columns: [],
    swapped: 0,
    swaps: [],
    places: [],
    placesLeftOut: 0,
    otherOrder: null,
    pairedBy: 'place',
  }
}

/** None where the table or the target lacks one of them: a part of a key would pair what does not belong together. */
function keyColumns(
  { name, columns }: ManifestTable,
  { matchOn = [] }: CompareRequest,
  matched: MatchedColumns,
): number[] {
  const own = matchOn.find(({ table }) => table === name) ?? matchOn.find(({ table }) => table === undefined)
  const found = (own?.columns ?? []).map((key) => columns.findIndex((column) => column.name === key))
  const both = new Set(matched.columns.map(({ deed }) => deed))
  return found.every((column) => both.has(column)) ? found : []
}

function notesOf(
  table: ManifestTable,
  target: SourceDescription['kind'],
  { otherwise }: { readonly otherwise: boolean },
): CompareNote[] {
  const told = whatIsTold(table, target)
  const typed = table.source.kind !== 'csv'
  const json = table.source.kind === 'jsonl' || table.source.kind === 'json'
  return [
    ...(otherwise ? (['written-otherwise'] as const) : []),
    ...(told.emptyText ? [] : (['empty-text-not-told'] as const)),
    ...(json && !told.absent ? (['absent-not-told'] as const) : []),
    ...(typed && !told.kinds ? (['kinds-not-told'] as const) : []),
  ]
}
