import { findRule } from '../policy/index.ts'
import type { PlannedSealing } from './plan-sealing.ts'
import type { SealRequest } from './request.ts'

/**
 * For sellers who want no cell unexamined in a column that nobody has reviewed.
 * @throws DatadeedError RULE, naming the columns
 */
export async function assertExamined(
  { decided }: PlannedSealing,
  { policy, failOnUnexamined }: SealRequest,
): Promise<void> {
  if (failOnUnexamined !== true) return
  // A policy that decides everything needs no detectors loaded.
  const { countUnexamined, refuseUnexamined } = await import('../classify/index.ts')
  const columns = decided.flatMap(({ name: table, decisions }) =>
    decisions
      .filter(({ header }) => findRule(policy?.policy, table, header) === undefined)
      .map(({ header, examined }) => ({ table, header, unexamined: countUnexamined(examined) })),
  )
  const refusal = refuseUnexamined(columns)
  if (refusal !== undefined) throw refusal
}
