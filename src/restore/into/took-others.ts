import { DatadeedError } from '../../errors.ts'
import { say } from '../../messages/index.ts'
import { printable } from '../../messages/printable.ts'

/** A table that took fewer or more rows than it was given, as triggers can have it. */
export function tookOthers(
  path: string,
  { table, rows, got }: { readonly table: string; readonly rows: number; readonly got: number },
): DatadeedError {
  const { into } = say()
  const told = { path: printable(path), table: printable(table), rows, got }
  return new DatadeedError('DIFFERENT', into.tookOthers(told), { hints: [into.hintNotTheSame] })
}
