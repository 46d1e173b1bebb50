import { z } from 'zod'
import { DatadeedError } from '../errors.ts'
import { CONTROL_TOTALS } from '../limits.ts'
import { say } from '../messages/index.ts'
import { parseStrictJson } from '../strict-json.ts'
import type { CompartmentKeys } from './compartment-keys.ts'
import type { Total, TotalTask } from './control-totals.ts'
import type { Manifest } from './manifest-schema.ts'
import { count, listOf, parseSchema } from './schema.ts'

/** The sum of a column of a deed. Table and column are positions in the manifest. */
export interface ControlTotal extends Total {
  readonly table: number
  readonly column: number
}

// FORMAT.md section 8.2.
const cells = z.int().min(0)
export const controlTotalSchema = z.strictObject({
  table: count,
  column: count,
  scale: z.int().min(0).max(36),
  sum: z.string().regex(/^(?:0|-?[1-9]\d{0,59})$/),
  amounts: cells,
  empty: cells,
  other: cells,
})

/** What this version knows of a compartment's facts; what else stands there is passed over (section 8.1). */
const factsSchema = z.looseObject({ controlTotals: listOf(controlTotalSchema, CONTROL_TOTALS).optional() })

/** Longer than any of them is: what is encrypted shows its length, and so the digits of a sum. */
const PADDED_BYTES = 256

/** Control totals as a JSON array, as long for small sums as for large ones. */
export function encodeControlTotals(totals: readonly ControlTotal[]): string {
  const items = totals.map(({ table, column, scale, sum, amounts, empty, other }) =>
    JSON.stringify({ table, column, scale, sum: String(sum), amounts, empty, other }).padEnd(PADDED_BYTES),
  )
  return `[${items.join(',')}]`
}

export function decodeControlTotal({ sum, ...rest }: z.output<typeof controlTotalSchema>): ControlTotal {
  return { ...rest, sum: BigInt(sum) }
}

/**
 * The control totals that stand in the facts of a compartment, which were compared with the manifest before.
 * @throws DatadeedError DAMAGED for one of a column that the compartment does not hold, or given twice; LIMIT
 */
export function readControlTotals(manifest: Manifest, compartment: number, facts: string): ControlTotal[] {
  const { name = '' } = manifest.compartments[compartment] ?? {}
  const what = say().deed.theFactsOf({ compartment: name })
  const { controlTotals = [] } = parseSchema(factsSchema, parseStrictJson(Buffer.from(facts), what), what)
  const totals = controlTotals.map(decodeControlTotal)
  const fits = totals.every(({ table, column }, at) => {
    const described = manifest.tables[table]?.columns[column]
    const before = totals[at - 1]
    const ascends =
      before === undefined || before.table < table || (before.table === table && before.column < column)
    return described?.compartment === name && described.action === 'seal' && ascends
  })
  if (!fits) throw new DatadeedError('DAMAGED', say().deed.totalsElsewhere({ what }))
  return totals
}

/** The control totals of all opened compartments, by table and column. */
export function readAllTotals(
  manifest: Manifest,
  keys: ReadonlyMap<number, Pick<CompartmentKeys, 'facts'>>,
): ControlTotal[] {
  return [...keys]
    .flatMap(([compartment, { facts }]) => readControlTotals(manifest, compartment, facts.text))
    .sort((left, right) => left.table - right.table || left.column - right.column)
}

/** How a column of a table is to be summed up. */
export function totalTask(column: number, described: { readonly kind?: string | undefined }): TotalTask {
  return { column, plain: described.kind === 'number' }
}
