import type { ManifestTable } from './manifest-schema.ts'

/** Whether a table's cells have kinds: all sources but CSV, which has text alone. */
export function isTyped({ source }: Pick<ManifestTable, 'source'>): boolean {
  return source.kind !== 'csv'
}

/** Whether a table's source is of a kind, or described by words, that 0.1.0 does not know. */
export function isBeyondFirst({ source, fidelity }: Pick<ManifestTable, 'source' | 'fidelity'>): boolean {
  const packed = source.kind === 'csv' && (source.compression !== undefined || source.files !== undefined)
  return source.kind !== 'csv' || packed || source.rowsExcluded.length > 0 || fidelity.columns !== undefined
}

/** Whether a column's cells are not the export's own any more, but what an action made of them. */
export function isChanged({ action }: Pick<ManifestTable['columns'][number], 'action'>): boolean {
  return action !== 'seal' && action !== 'drop'
}

/** A column whose cells an action changed, as reports have it. */
export interface ChangedColumn {
  readonly name: string
  readonly action: string
  readonly how: string
  /** Whatever was done: masked, generalised and pseudonymous data are. */
  readonly stillPersonal: true
}

/** Those of these columns whose cells are not the export's own any more. */
export function changedColumns(
  columns: readonly Pick<ManifestTable['columns'][number], 'name' | 'action' | 'how'>[],
): ChangedColumn[] {
  return columns.flatMap(({ name, action, how }) =>
    how === undefined ? [] : [{ name, action, how, stillPersonal: true }],
  )
}

/** Why a table does not come back byte for byte, in this order; nothing where it does. */
export function reasonsOf({ columns, source }: Pick<ManifestTable, 'columns' | 'source'>): string[] {
  const reasons: Readonly<Record<string, boolean>> = {
    'columns-dropped': columns.some(({ action }) => action === 'drop'),
    'columns-changed': columns.some(isChanged),
    'layout-not-kept': source.kind !== 'csv',
    'files-joined': 'files' in source && source.files !== undefined,
    'rows-excluded': source.rowsExcluded.length > 0,
  }
  return Object.keys(reasons).filter((reason) => reasons[reason])
}

/** Whether what a table says of its fidelity goes with its columns and source. */
export function isTrueFidelity(table: ManifestTable): boolean {
  const { level, because } = table.fidelity
  const reasons = reasonsOf(table)
  return (level === 'byte-exact') === (reasons.length === 0) && because.join() === reasons.join()
}

/** Ascending, each of a column that there is. */
export function areTrueColumns(told: ManifestTable['fidelity']['columns'], columns: number): boolean {
  return (told ?? []).every(
    ({ column }, at) => column < columns && (at === 0 || column > (told?.[at - 1]?.column ?? column)),
  )
}
