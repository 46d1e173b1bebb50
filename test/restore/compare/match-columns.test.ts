import { describe, expect, it } from 'vitest'
import type { ManifestTable } from '../../../src/deed/index.ts'
import type { TableSource } from '../../../src/ingest/index.ts'
import { matchColumns } from '../../../src/restore/compare/match-columns.ts'

const table = (...names: string[]) =>
  ({
    source: { kind: 'csv', header: true },
    columns: names.map((name) => ({ name, action: 'seal' })),
  }) as unknown as ManifestTable
const target = (kind: 'csv' | 'sqlite' | 'jsonl', ...names: string[]) => ({
  columns: names.map((name, index) => ({ index, name })),
  description: { kind, header: true } as unknown as TableSource['description'],
})
const all = (described: ManifestTable) => ({ opened: Array.from(described.columns.keys()) })

describe('columns of a deed and of a target', () => {
  it('are found by their names, the case aside in a database where no other column has that very name', () => {
    const described = table('Id', 'id', 'NOTE', 'more')
    const { columns, missing, extra } = matchColumns(
      described,
      target('sqlite', 'note', 'id', 'other'),
      all(described),
    )
    expect({ columns, missing, extra }).toEqual({
      columns: [
        { deed: 1, target: 1 },
        { deed: 2, target: 0 },
      ],
      missing: ['Id', 'more'],
      extra: ['other'],
    })
    const exact = matchColumns(described, target('csv', 'ID', 'note'), all(described))
    expect(exact).toMatchObject({ columns: [], extra: ['ID', 'note'] })
  })

  it('are no paths of JSON where their names have dots', () => {
    const described = table('a.b', 'c\\d')
    const { columns, extra } = matchColumns(described, target('jsonl', 'a\\.b', 'c\\\\d'), all(described))
    expect([columns.length, extra]).toEqual([2, []])
  })

  it('have moved if they stand elsewhere among the others of a CSV: as few as tell all', () => {
    const described = table('a', 'b', 'c', 'd')
    expect(matchColumns(described, target('csv', 'd', 'a', 'b', 'c'), all(described)).moved).toEqual(['d'])
    expect(matchColumns(described, target('csv', 'a', 'new', 'c', 'd'), all(described)).moved).toEqual([])
    expect(matchColumns(described, target('sqlite', 'd', 'a', 'b', 'c'), all(described)).moved).toEqual([])
  })
})
