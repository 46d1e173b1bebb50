import { type ControlTotal, differenceOf, type Manifest, sameAmounts, sameTotal } from '../deed/index.ts'
import { DatadeedError } from '../errors.ts'
import { say } from '../messages/index.ts'
import { printable } from '../messages/printable.ts'
import type { Compared } from './check-receipt.ts'
import { openFigures } from './figures.ts'
import type { Receipt } from './receipt-paper.ts'

/**
 * Compares the sums that the buyer made with those that were sealed. Sentences tell by how much they differ, never a sum:
 * that of a column of one cell would be the cell.
 */
export async function checkTotals(compared: Compared): Promise<void> {
  const { receipt, manifest, record, noRecord, key, findings } = compared
  const words = say().receipt
  for (const { table, column, answer } of receipt.controlTotals) {
    const names = { table: printable(table), column: printable(column) }
    if (answer === 'differ')
      findings.fail('totals', new DatadeedError('DIFFERENT', words.totalDiffers(names)))
    if (answer === 'not checked') findings.skip('totals', words.totalNotChecked(names))
  }
  if (receipt.tables.length === 0) {
    findings.skip('totals', words.nothingOpened)
    return
  }
  if (record === undefined) {
    findings.skip('totals', noRecord)
    return
  }
  const opened = new Set(
    receipt.tables.flatMap(({ table, compartments }) => compartments.map(({ name }) => `${table} ${name}`)),
  )
  const sealed = record.totals.filter(({ table, column }) =>
    opened.has(`${table} ${manifest.manifest.tables[table]?.columns[column]?.compartment}`),
  )
  if (sealed.length === 0 && receipt.controlTotals.length === 0) {
    findings.skip('totals', words.noTotals)
    return
  }
  const told = key === undefined ? undefined : await figuresOf(compared)
  if (told === undefined) {
    findings.skip('totals', words.noFigures)
    return
  }
  for (const fault of compareFigures(sealed, told, { receipt, manifest: manifest.manifest })) {
    findings.fail('totals', new DatadeedError('DIFFERENT', fault))
  }
  findings.pass('totals')
}

async function figuresOf({ receipt, key, findings }: Compared): Promise<ControlTotal[] | undefined> {
  if (key === undefined) return undefined
  try {
    return await openFigures(receipt, key)
  } catch (error) {
    if (!(error instanceof DatadeedError) || error.code === 'INTERNAL') throw error
    findings.fail('totals', error)
    return undefined
  }
}

function compareFigures(
  sealed: readonly ControlTotal[],
  told: readonly ControlTotal[],
  { receipt, manifest: { tables } }: { readonly receipt: Receipt; readonly manifest: Manifest },
): string[] {
  // A database may write the same amounts with other decimal places.
  const isSame = receipt.summed === 'target' ? sameAmounts : sameTotal
  const words = say().receipt
  const placeOf = ({ table, column }: ControlTotal): string => `${table} ${column}`
  const namesOf = ({ table, column }: ControlTotal) => ({
    table: printable(tables[table]?.name ?? ''),
    column: printable(tables[table]?.columns[column]?.name ?? ''),
  })
  const byPlace = new Map(told.map((total) => [placeOf(total), total]))
  // A receipt may name very many sums: each is looked up, none searched for.
  const asked = new Set(sealed.map(placeOf))
  const open = new Set(
    receipt.controlTotals.flatMap(({ table, column, answer }) =>
      answer === 'not checked' ? [JSON.stringify([table, column])] : [],
    ),
  )
  const missing = sealed.filter((total) => {
    const place = tables[total.table]
    const left = open.has(JSON.stringify([place?.name, place?.columns[total.column]?.name]))
    return !left && !byPlace.has(placeOf(total))
  })
  const unasked = told.filter((total) => !asked.has(placeOf(total)))
  return [
    ...sealed.flatMap((total) => {
      const found = byPlace.get(placeOf(total))
      if (found === undefined || isSame(total, found)) return []
      const counts = {
        amounts: found.amounts - total.amounts,
        empty: found.empty - total.empty,
        other: found.other - total.other,
      }
      return [words.sumDiffers({ ...namesOf(total), by: differenceOf(total, found), ...counts })]
    }),
    ...missing.map((total) => words.sumMissing(namesOf(total))),
    ...unasked.map((total) => words.sumUnasked(namesOf(total))),
  ]
}
