import type { SmallDeed } from '../../fixtures/deeds/small-deed.ts'
import { frameLength, writeFrame } from '../../src/deed/frame.ts'
import { buildZstdFrame } from '../../src/deed/zstd-frame.ts'
import { quoteField } from '../../src/ingest/typed/quote-field.ts'
import { CELL_KINDS, type CellKind, type Segment } from '../../src/table.ts'
import { commitToOrders, editPlaintext, ORDERS, plaintextOf } from '../deed/edit-blocks.ts'
import { type Entry, editManifest, packZip } from '../deed/edit-deed.ts'

/** The small deed's table `orders`, two columns of two rows and a dropped one, as if it came from another source. */
export interface TypedOrders {
  readonly source?: Readonly<Record<string, unknown>>
  readonly names?: readonly [string, string]
  readonly kinds?: readonly [string, string]
  /** Of both columns, fields as they stand in `cells`. */
  readonly cells?: readonly [readonly [string, string], readonly [string, string]]
  readonly tags?: readonly (readonly [column: number, row: number, kind: CellKind])[]
  /** Whatever else stands in the frame. */
  readonly segments?: readonly Segment[]
  // biome-ignore lint/suspicious/noExplicitAny: tests write what no type allows
  readonly edit?: (table: any, predicate: any) => unknown
}

/** Such a deed, sealed and signed by its own seller. */
export function typedDeed(entries: readonly Entry[], deed: SmallDeed, orders: TypedOrders): Buffer {
  const { cells = [FIRST, SECOND], tags = [], segments = [] } = orders
  const all = [
    ...cells.flatMap((fields, column): Segment[] => {
      const own = tags.filter(([tagged]) => tagged === column)
      const bytes = Buffer.from(fields.map((field) => `${field}\n`).join(''))
      const tagged = own.length === 0 ? [] : [{ column, kind: 'tags' as const, bytes: encodeTags(own) }]
      return [{ column, kind: 'cells', bytes }, ...tagged]
    }),
    ...segments,
  ]
  const plain = Buffer.alloc(frameLength(all))
  writeFrame(2, all, plain)
  const edited = editPlaintext(entries, deed, ORDERS, () => plaintextOf(buildZstdFrame(plain), plain.length))
  const committed = commitToOrders(edited, deed, all)
  const described = editManifest(committed, deed.seller, ({ predicate }) =>
    describe(predicate.tables[ORDERS.table], predicate, orders),
  )
  return Buffer.from(packZip(described))
}

const FIRST = ['A-1', 'A-2'] as const
const SECOND = ['1', '2'] as const

function encodeTags(tags: NonNullable<TypedOrders['tags']>): Buffer {
  let next = 0
  return Buffer.from(
    tags.flatMap(([, row, kind]) => {
      const gap = row - next
      next = row + 1
      return [gap, CELL_KINDS.indexOf(kind) + 1]
    }),
  )
}

// biome-ignore lint/suspicious/noExplicitAny: tests write what no type allows
function describe(table: any, predicate: any, orders: TypedOrders): void {
  const {
    source = { kind: 'jsonl', bom: false },
    names = ['id', 'amount'],
    kinds = ['text', 'number'],
  } = orders
  table.source = { rowsRead: 2, rowsExcluded: [], ...source }
  for (const [at, column] of table.columns.entries()) {
    column.name = names[at] ?? 'memo'
    column.kind = kinds[at] ?? 'text'
    column.declared = null
  }
  const named = table.columns.map(({ name }: { name: string }) => quoteField(name)).join(',')
  table.preamble = Buffer.from(`${named}\n`).toString('base64')
  table.fidelity = { level: 'cell-exact', because: ['columns-dropped', 'layout-not-kept'] }
  predicate.critical = ['sources']
  orders.edit?.(table, predicate)
}
