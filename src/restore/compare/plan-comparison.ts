import { isTyped, type ManifestTable } from '../../deed/index.ts'
import { InternalError } from '../../errors.ts'
import type { SourceDescription } from '../../ingest/index.ts'
import type { Column, ColumnKind } from '../../table.ts'
import type { ComparePlan } from './compare-job.ts'
import type { CellForm, ComparedColumn, Telling } from './compared-cells.ts'
import type { TableMatch } from './target-table.ts'

/** Says how a table and its target are put side by side. */
export function planComparison(
  table: ManifestTable,
  { target, columns, rowNumber }: TableMatch,
  { key, spreadsheetSafe }: { readonly key: Uint8Array; readonly spreadsheetSafe: boolean },
): ComparePlan {
  const compared = columns.map(({ deed, target: at }): ComparedColumn => {
    const [own, its] = [table.columns[deed], target.columns[at]]
    if (own === undefined || its === undefined) throw new InternalError('a comparison of unknown columns')
    const form = formOf(table, own, { target, column: its })
    return { deed, deedKind: own.kind ?? 'text', target: at, targetKind: kindOf(its), form }
  })
  const numbered: ComparedColumn[] =
    rowNumber === undefined
      ? []
      : [{ deed: null, deedKind: 'number', target: rowNumber, targetKind: 'number', form: 'as-is' }]
  return {
    key,
    dialect: target.dialect,
    columns: [...numbered, ...compared],
    telling: whatIsTold(table, target.description.kind),
    spreadsheetSafe,
  }
}

/** What can be told apart on both sides. */
export function whatIsTold(table: ManifestTable, target: SourceDescription['kind']): Telling {
  const fromJson = isJson(table.source.kind) && isTyped(table)
  const both = fromJson && isJson(target)
  return { emptyText: target !== 'xlsx', absent: both, kinds: both }
}

/** Databases write some values in a form of their own, which is no other value. */
function formOf(
  { source }: ManifestTable,
  own: { readonly kind?: ColumnKind | undefined },
  { target, column }: { readonly target: TableMatch['target']; readonly column: Column },
): CellForm {
  const { kind } = target.description
  if (kind === 'postgres' && column.kind === 'boolean') return 'boolean'
  if (isJson(kind) && source.kind === 'postgres' && own.kind === 'boolean') return 'boolean'
  if ((kind === 'postgres' || kind === 'sqlite') && column.kind === 'bytes') return 'bytes'
  return 'as-is'
}

function kindOf({ kind }: Column): ColumnKind {
  return kind ?? 'text'
}

function isJson(kind: string): boolean {
  return kind === 'jsonl' || kind === 'json'
}
