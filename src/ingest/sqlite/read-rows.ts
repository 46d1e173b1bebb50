import { setImmediate as nextTurn } from 'node:timers/promises'
import { DatadeedError } from '../../errors.ts'
import { say } from '../../messages/index.ts'
import { printable } from '../../messages/printable.ts'
import type { SliceRequest, SourceSlice } from '../table-source.ts'
import { TypedSliceWriter } from '../typed/slice-writer.ts'
import {
  decodeUtf8,
  decodeUtf16,
  exactly,
  isCertain,
  kindOf,
  NotText,
  readExactly,
  textOf,
  type Value,
} from './cells.ts'
import { faultOf } from './faults.ts'
import { type Relation, selectFrom } from './find-tables.ts'
import type { OpenDatabase } from './open-database.ts'

/** Rows between two looks at whether the run was stopped, where none of them fills a slice. */
const ROWS_A_TURN = 8192

/** Reads a relation from its first row, in slices. @throws CHANGED, DAMAGED, ENCODING, VALUE, LIMIT, IO_READ */
export async function* readSlices(
  database: OpenDatabase,
  relation: Relation,
  request: SliceRequest,
  readTo: (rows: number) => number,
): AsyncGenerator<SourceSlice> {
  const writer = new TypedSliceWriter(relation.columns, request)
  const { path } = database
  let row = 0
  try {
    for (const values of eachRow(database, relation)) {
      if (writer.full || row % ROWS_A_TURN === 0) {
        await nextTurn()
        request.signal?.throwIfAborted()
      }
      if (writer.full) yield writer.take({ last: false, readTo: readTo(row) })
      row += 1
      writer.writeRow(values.map(textOf), values.map(kindOf), { path, row })
    }
  } catch (cause) {
    // A file that was written to meanwhile looks damaged.
    await database.assertUnchanged()
    throw faultOf(cause, path, relation.from)
  }
  await database.assertUnchanged()
  if (!writer.empty) yield writer.take({ last: true, readTo: readTo(row) })
}

/**
 * The rows in order. Node reads text fastest as its own strings; from the first cell on that may have lost something so,
 * all cells are read by their bytes. That needs rows that come again in the same order: others are read so at once.
 */
function* eachRow(database: OpenDatabase, relation: Relation): Generator<readonly Value[]> {
  let row = 0
  let certain = relation.ordered && readsWholeText(database)
  if (certain) {
    const selected = relation.columns.map(({ index }) => `c${index}`).join(', ')
    for (const values of iterate(database, selectFrom(relation, selected))) {
      certain = values.every(isCertain)
      if (!certain) break
      yield values
      row += 1
    }
  }
  if (!certain) yield* eachExactRow(database, relation, row)
}

function* eachExactRow(
  database: OpenDatabase,
  relation: Relation,
  skipped: number,
): Generator<readonly Value[]> {
  const { connection, utf16, path } = database
  const bigEndian = utf16 && isBigEndian(database)
  const decode = utf16 ? (bytes: Uint8Array) => decodeUtf16(bytes, bigEndian) : decodeUtf8
  const selected = relation.columns.map(({ index }) => exactly(`c${index}`, utf16)).join(', ')
  let row = skipped
  for (const values of iterate(
    { connection },
    `${selectFrom(relation, selected)} LIMIT -1 OFFSET ${skipped}`,
  )) {
    row += 1
    yield values.map((value, column) => {
      try {
        return readExactly(value, decode)
      } catch (cause) {
        if (!(cause instanceof NotText)) throw cause
        const { databases } = say()
        const place = { path: printable(path), table: printable(relation.name, 60), row, column: column + 1 }
        throw new DatadeedError('ENCODING', databases.notText(place), { hints: [databases.hintNotText] })
      }
    })
  }
}

function* iterate({ connection }: Pick<OpenDatabase, 'connection'>, sql: string): Generator<Value[]> {
  const statement = connection.prepare(sql)
  statement.setReturnArrays(true)
  statement.setReadBigInts(true)
  // An array a row, which the declared type of `iterate` does not know.
  yield* statement.iterate() as unknown as Iterable<Value[]>
}

/** Early releases of Node 24 end a string at a NUL. */
function readsWholeText({ connection }: OpenDatabase): boolean {
  const [row] = connection.prepare("SELECT CAST(x'410042' AS TEXT) AS whole").all()
  return String(row?.whole).length === 3
}

function isBigEndian({ connection }: OpenDatabase): boolean {
  const [row] = connection.prepare('PRAGMA encoding').all()
  return row?.encoding === 'UTF-16be'
}
