import type { ColumnKind } from '../../table.ts'

/**
 * What the cells of a column are as a rule, by its declared type: the affinities of https://www.sqlite.org/datatype3.html
 * section 3.1. Those names of numeric affinity under which programs keep text are taken for text. A cell may be of
 * another kind all the same, and is tagged then.
 */
export function kindOfDeclared(declared: string | null): ColumnKind {
  if (declared === null) return 'text'
  const name = declared.toUpperCase()
  if (name.includes('INT')) return 'number'
  if (/CHAR|CLOB|TEXT/.test(name)) return 'text'
  if (name.includes('BLOB')) return 'bytes'
  return /DATE|TIME|JSON|STRING|UUID|ANY/.test(name) && !/REAL|FLOA|DOUB/.test(name) ? 'text' : 'number'
}
