import { describe, expect, it } from 'vitest'
import { eachKind } from '../../../src/deed/tags.ts'
import { absentTags } from '../../../src/ingest/cut-and-join.ts'
import { TypedSliceWriter } from '../../../src/ingest/typed/slice-writer.ts'
import type { CellKind, Column } from '../../../src/table.ts'

/** The tags of one column of numbers whose cells are of these kinds. */
function tagsOf(kinds: readonly CellKind[]) {
  const column: Column = { index: 0, name: 'a', kind: 'number', declared: null }
  const writer = new TypedSliceWriter([column], { sliceBytes: 4096, sliceRows: 50 })
  for (const kind of kinds) {
    const text = kind === 'null' || kind === 'absent' ? null : '1'
    writer.writeRow([text], [kind], { path: 'a.jsonl', row: 1 })
  }
  return writer.take({ last: true, readTo: 0 }).tags ?? []
}

describe('tags of a column whose cells have become texts', () => {
  it('name what was absent, and nothing else', () => {
    const kinds: CellKind[] = ['absent', 'text', 'null', 'number', 'boolean', 'absent', 'json', 'absent']
    const [tags] = tagsOf(kinds)
    if (tags === undefined) throw new Error('no tags were written')
    const [kept] = absentTags(tags, kinds.length)
    expect([...eachKind(kept?.bytes, kinds.length, 'text')]).toEqual(
      kinds.map((kind) => (kind === 'absent' ? 'absent' : 'text')),
    )
  })

  it('are none where nothing was absent', () => {
    const kinds: CellKind[] = ['text', 'null', 'boolean']
    expect(tagsOf(kinds).flatMap((tags) => absentTags(tags, kinds.length))).toEqual([])
  })
})
