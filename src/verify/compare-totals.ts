import { type ProvenOpening, sameTotal } from '../deed/index.ts'
import type { VerifyReport } from './report.ts'

/** Of every control total that was opened, whether the cells still make it; no figure. */
export function compareTotals(proven: ProvenOpening | undefined): VerifyReport['controlTotals'] {
  return (proven?.totals ?? []).map(({ names, stated, found }) => ({
    ...names,
    answer: sameTotal(stated, found) ? ('agree' as const) : ('differ' as const),
  }))
}
