import { createHmacSha256, type StreamingDigest, toHex } from '../crypto/index.ts'
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
  readonly digest: string
}

const LABEL = 'datadeed/v1/table-digest\0'

/**
 * Digests of tables and of all their rows, in order: equal where the same would be sealed. They are HMACs, so that they
 * tell nothing to whoever has not got the key (FORMAT.md section 5, the iron rule).
 */
export class TableDigests {
  readonly #key: Uint8Array
  readonly #open = new Map<number, { readonly name: string; readonly size: number; mac: StreamingDigest }>()

  constructor(key: Uint8Array) {
    this.#key = key
  }

  /** Beginning again forgets what was read of the table before. */
  begin(number: number, { name, source }: { readonly name: string; readonly source: TableSource }): void {
    const mac = createHmacSha256(this.#key)
    const { dialect, columns, preamble, description } = source
    const head = JSON.stringify([name, dialect, columns, toHex(preamble), description])
    mac.update(Buffer.from(`${LABEL}${head}\0`))
    this.#open.set(number, { name, size: source.size, mac })
  }

  add(number: number, { bytes, tags = [] }: SourceSlice): void {
    const mac = this.#open.get(number)?.mac
    if (mac === undefined) throw new InternalError('rows came of a table that was not begun')
    mac.update(bytes)
    for (const { column, kind, bytes: cells } of tags) {
      mac.update(Buffer.from(`\0${column} ${kind} ${cells.length}\0`))
      mac.update(cells)
    }
  }

  /** In the order of the tables; to be asked once. */
  finish(): TableDigest[] {
    return Array.from(this.#open.entries())
      .sort(([a], [b]) => a - b)
      .map(([, { name, size, mac }]) => ({ name, size, digest: toHex(mac.digest()) }))
  }
}

/**
 * Whether sealing these exports would seal the very rows that gave these digests. Reading ends at the first table that
 * differs; a table that can be read only once is not read here, and counts as one that does.
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
    }
    await table.source.assertUnchanged()
    if (digests.finish()[0]?.digest !== known[number]?.digest) return false
  }
  return true
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
