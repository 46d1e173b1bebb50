import { hmacSha256, openBulkDigest, toHex } from '../crypto/index.ts'
import { InternalError } from '../errors.ts'
import type { SourceSlice, TableSource } from '../ingest/index.ts'
import { EPOCH_BYTES, EPOCH_ROWS } from '../limits.ts'
import { type EpochBounds, sliceBounds } from './epochs.ts'
import { type NamedExport, openExports } from './open-exports.ts'
import type { ClassifyRequest } from './request.ts'

/** A table as it was read, under a key that never leaves whoever compares it. */
export interface TableDigest {
  readonly name: string
  /** Of the source, in its own unit. */
  readonly size: number
  /** Behind 1, 2, 4, 8 … slices, as far as there are so many: where another table differs early, it is not read to its end. */
  readonly early: readonly string[]
  readonly digest: string
}

const LABEL = 'datadeed/v1/table-digest\0'

/** Each link of the chain is made of the one before and of the digest of a slice. */
interface Chain {
  readonly name: string
  readonly size: number
  readonly early: string[]
  slices: number
  last: Uint8Array
}

/**
 * Digests of tables and of all their rows, in order: equal where the same would be sealed. They are keyed, so that they
 * tell nothing to whoever has not got the key (FORMAT.md section 5, the iron rule).
 */
export class TableDigests {
  readonly #key: Uint8Array
  readonly #digest: (...parts: readonly Uint8Array[]) => Uint8Array
  readonly #open = new Map<number, Chain>()

  constructor(key: Uint8Array) {
    this.#key = key
    this.#digest = openBulkDigest(key)
  }

  /** Beginning again forgets what was read of the table before. */
  begin(number: number, { name, source }: { readonly name: string; readonly source: TableSource }): void {
    const { dialect, columns, preamble, description, size } = source
    const head = JSON.stringify([name, dialect, columns, toHex(preamble), description])
    const last = hmacSha256(this.#key, Buffer.from(`${LABEL}${head}\0`))
    this.#open.set(number, { name, size, early: [], slices: 0, last })
  }

  /** Every part stands behind its length, so that no two slices give the same message. */
  add(number: number, { bytes, tags = [] }: Pick<SourceSlice, 'bytes' | 'tags'>): void {
    const chain = this.#open.get(number)
    if (chain === undefined) throw new InternalError('rows came of a table that was not begun')
    const cells = tags.flatMap(({ column, kind, bytes: of }) => [
      Buffer.from(`\0${column} ${kind} ${of.length}\0`),
      of,
    ])
    chain.last = hmacSha256(
      this.#key,
      chain.last,
      this.#digest(Buffer.from(`${bytes.length}\0`), bytes, ...cells),
    )
    chain.slices += 1
    if (chain.slices === 2 ** chain.early.length) chain.early.push(toHex(chain.last))
  }

  /** In the order of the tables. */
  finish(): TableDigest[] {
    return Array.from(this.#open.entries())
      .sort(([a], [b]) => a - b)
      .map(([, { name, size, early, last }]) => ({ name, size, early, digest: toHex(last) }))
  }
}

/**
 * Whether sealing these exports would seal the very rows that gave these digests. Reading ends soon behind the first row
 * that differs; a table that can be read only once is not read here, and counts as one that does.
 * @throws DatadeedError what opening and reading exports throws
 */
export async function areUnchanged(
  request: Pick<ClassifyRequest, 'exports' | 'signal' | 'askEncoding' | 'progress'> & {
    readonly epochs: EpochBounds | undefined
  },
  { key, known }: { readonly key: Uint8Array; readonly known: readonly TableDigest[] },
): Promise<boolean> {
  await using named = await openExports(request.exports, request)
  const tables = named.exports
  if (!mayBeSame(tables, known)) return false
  const bounds = sliceBounds(request.epochs ?? { rows: EPOCH_ROWS, bytes: EPOCH_BYTES })
  for (const [number, table] of tables.entries()) {
    const digests = new TableDigests(key)
    digests.begin(number, table)
    for await (const slice of table.source.slices({ ...bounds, signal: request.signal })) {
      digests.add(number, slice)
      slice.release()
      if (!beginsAs(digests.finish()[0], known[number])) return false
    }
    await table.source.assertUnchanged()
    if (digests.finish()[0]?.digest !== known[number]?.digest) return false
  }
  return true
}

function beginsAs(read: TableDigest | undefined, known: TableDigest | undefined): boolean {
  return read?.early.at(-1) === known?.early[(read?.early.length ?? 0) - 1]
}

/** What can be told without reading a row. */
function mayBeSame(tables: readonly NamedExport[], known: readonly TableDigest[]): boolean {
  return (
    tables.length === known.length &&
    tables.every(({ name, source }, number) => {
      const before = known[number]
      return source.rereadable && before?.name === name && before.size === source.size
    })
  )
}
