import type { ColumnKind } from '../../table.ts'

/** By the base type's name; all others are text as PostgreSQL writes it. */
const KINDS: Readonly<Record<string, ColumnKind>> = {
  int2: 'number',
  int4: 'number',
  int8: 'number',
  oid: 'number',
  float4: 'number',
  float8: 'number',
  numeric: 'number',
  bool: 'boolean',
  bytea: 'bytes',
  json: 'json',
  jsonb: 'json',
}

export function kindOfType(base: string): ColumnKind {
  return KINDS[base] ?? 'text'
}
