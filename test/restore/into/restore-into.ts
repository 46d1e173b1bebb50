import { type IntoReport, type IntoRequest, restoreInto } from '../../../src/restore/index.ts'
import { party } from '../../hostile/make-deed.ts'
import type { TestServer } from '../../postgres/start-postgres.ts'

/** The buyer restores a deed of the seller into a database. */
export async function into(
  deed: string,
  target: string,
  more: Partial<IntoRequest> = {},
): Promise<IntoReport> {
  const [seller, buyer] = [await party('seller'), await party('buyer')]
  return restoreInto({
    ...{ deed, from: seller.card, key: buyer.key, into: target, existing: 'refuse', workers: 1 },
    ...more,
  })
}

/** The address of a database of the server. */
export function addressOf({ host, port }: TestServer, database: string): string {
  return `postgres://shopkeeper@:${port}/${database}?host=${encodeURIComponent(host)}`
}

/** Cells that other programs trip over; null is empty and without quotes. */
export const HOSTILE: readonly (string | null)[] = [
  ...[null, '', ' ', 'NULL', '\\N', '\\.', '\\', '\\\\', "'", '"', '""', 'a"b', ',', 'a,b', '\t', 'a\tb'],
  ...['\n', '\r', '\r\n', 'a\nb', 'a\rb', 'a\r\nb', '\\.\n', 'x\n\\.\ny', '007', '+1', '1.50', '0x1F', '1e5'],
  ...[
    'true',
    '2025-1-5',
    '王小明',
    '𠮷👍🏽',
    'שלום',
    '\u202eabc',
    '\ufeff',
    '\ufffd',
    'é',
    '\u0001\u007f',
    "'); DROP TABLE t;--",
  ],
]

/** A CSV in which null is empty and every text has quotes where it must, or where `quoted` says so. */
export function csvOf(rows: readonly (readonly (string | null)[])[], quoted = false): string {
  const field = (cell: string | null): string => {
    if (cell === null) return ''
    return quoted || cell === '' || /[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell
  }
  return rows.map((row) => `${row.map(field).join(',')}\n`).join('')
}
