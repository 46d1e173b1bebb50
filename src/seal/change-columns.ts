import { changeCells, type KeyedChange } from '../actions/index.ts'
import { absentTags } from '../ingest/cut-and-join.ts'
import type { Segment } from '../table.ts'

/** A column of a table, and what is done to each of its cells before they are sealed. */
export interface ChangedColumn {
  readonly column: number
  readonly change: KeyedChange
}

/**
 * The segments of a slice after the actions of its table. Of a changed column nothing stays that could bring its own
 * cells back: no `source`, and of its `tags` only what was absent.
 */
export function changeColumns(
  segments: readonly Segment[],
  changes: readonly ChangedColumn[],
  { rows }: { readonly rows: number },
): { readonly segments: readonly Segment[]; readonly odd: readonly number[] } {
  if (changes.length === 0) return { segments, odd: [] }
  const odd = changes.map(() => 0)
  const places = new Map(changes.map(({ column }, place) => [column, place]))
  const changed = segments.flatMap((segment): Segment[] => {
    const place = places.get(segment.column)
    const change = place === undefined ? undefined : changes[place]?.change
    if (place === undefined || change === undefined) return [segment]
    if (segment.kind === 'source') return []
    if (segment.kind === 'tags') return absentTags(segment, rows)
    const done = changeCells(segment, change)
    odd[place] = done.odd
    return [done.segment]
  })
  return { segments: changed, odd }
}
