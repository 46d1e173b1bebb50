import { toHex } from '../crypto/index.ts'
import type { Facts } from '../ledger/index.ts'
import type { Plan } from '../policy/index.ts'
import type { TableOutcome } from './seal-tables.ts'

/** What the ledger tells of a sealed deed besides who sealed it and to whom. */
export function sealedFacts({
  plan,
  outcomes,
  deedId,
  manifest,
}: {
  readonly plan: Plan
  readonly outcomes: readonly TableOutcome[]
  readonly deedId: Uint8Array
  readonly manifest: string
}): Facts {
  const rows = outcomes.reduce((sum, outcome) => sum + outcome.rows, 0)
  return {
    deedId: toHex(deedId),
    manifest,
    compartments: plan.compartments.map(({ name }) => name),
    counts: { tables: outcomes.length, rows },
  }
}
