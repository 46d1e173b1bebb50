import { columnsOf, type Manifest } from '../deed/index.ts'
import { DatadeedError } from '../errors.ts'
import { say } from '../messages/index.ts'
import { printable } from '../messages/printable.ts'
import type { Compared } from './check-receipt.ts'
import type { Receipt } from './receipt-paper.ts'

interface ReadBy {
  readonly name: string
  readonly readers: readonly { readonly fingerprint: string }[]
}

interface Counted {
  readonly name: string
  readonly columns: number
  readonly rows: number
}

/**
 * Compares what the buyer counted with what was sealed, table by table and compartment by compartment. Who does not
 * reject the deed must have opened all that was assigned to them.
 */
export function checkCounts(compared: Compared): void {
  const {
    receipt,
    manifest: { manifest },
    findings,
  } = compared
  const fail = (sentence: string): void => findings.fail('counts', new DatadeedError('DIFFERENT', sentence))
  const own = assignedTo(receipt.issuer.fingerprint, compared)
  for (const [number, { name }] of manifest.tables.entries()) {
    const table = printable(name)
    const sealed = countSealed(manifest, number)
    const told = toldOf(receipt, number)
    for (const { name: compartment, columns, rows } of told) {
      const found = sealed.find((each) => each.name === compartment)
      const place = { table, compartment }
      if (found === undefined) fail(say().receipt.notSealed(place))
      else if (found.rows !== rows) fail(say().receipt.otherRows({ ...place, got: rows, sealed: found.rows }))
      else if (found.columns !== columns)
        fail(say().receipt.otherColumns({ ...place, got: columns, sealed: found.columns }))
    }
    if (receipt.state === 'rejected') continue
    for (const { name: compartment } of sealed) {
      if (own.has(compartment) && !told.some((each) => each.name === compartment))
        fail(say().receipt.notOpened({ table, compartment }))
    }
  }
  if (!areTables(receipt, manifest)) fail(say().receipt.otherTables)
  if (receipt.tables.length > 0) findings.pass('counts')
  else findings.skip('counts', say().receipt.nothingOpened)
}

/** Each table once, in order, and by its name. */
function areTables({ tables }: Receipt, manifest: Manifest): boolean {
  return tables.every(
    ({ table, name, compartments }, at) =>
      manifest.tables[table]?.name === name &&
      table > (tables[at - 1]?.table ?? -1) &&
      new Set(compartments.map((each) => each.name)).size === compartments.length,
  )
}

function toldOf({ tables }: Receipt, number: number): readonly Counted[] {
  return tables.filter(({ table }) => table === number).flatMap(({ compartments }) => compartments)
}

function countSealed(manifest: Manifest, number: number): Counted[] {
  const table = manifest.tables[number]
  if (table === undefined) return []
  return table.plainRoots.map(({ compartment: name }) => ({
    name,
    columns: columnsOf(table, name).length,
    rows: table.rows,
  }))
}

/** By the deed's own access statement and by every grant. */
function assignedTo(fingerprint: string, { access, granted }: Compared): Set<string> {
  const statements = [...(access === undefined ? [] : [access]), ...granted.grants]
  const all = statements.flatMap(({ compartments }): readonly ReadBy[] => compartments)
  return new Set(
    all.flatMap(({ name, readers }) =>
      readers.some((reader) => reader.fingerprint === fingerprint) ? [name] : [],
    ),
  )
}
