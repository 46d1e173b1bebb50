import {
  type ControlTotal,
  type ProvenOpening,
  type ReadManifest,
  sameAmounts,
  sameTotal,
} from '../deed/index.ts'
import type { SumTargetRequest } from '../restore/index.ts'
import type { Receipt } from './receipt-paper.ts'

/** What the buyer's sums came to. */
export interface SummedUp {
  readonly summed: Receipt['summed']
  readonly answers: Receipt['controlTotals']
  /** For the seller's eyes. */
  readonly figures: readonly ControlTotal[]
}

/**
 * Compares every control total that was opened: with the cells of the deed, or with what stands now where they were
 * restored to. There, other decimal places of the same amounts are no difference, and what is not there was not checked.
 * @throws DatadeedError as reading the target does
 */
export async function sumUp(
  proven: ProvenOpening | undefined,
  manifest: ReadManifest,
  against: Omit<SumTargetRequest, 'opened'> | undefined,
): Promise<SummedUp> {
  const totals = proven?.totals ?? []
  if (against === undefined) {
    return {
      summed: 'deed',
      answers: totals.map(({ names, stated, found }) => ({
        ...names,
        answer: told(sameTotal(stated, found)),
      })),
      figures: totals.map(({ stated: { table, column }, found }) => ({ table, column, ...found })),
    }
  }
  const opened = new Set(proven?.tables.flatMap(({ compartments }) => compartments.map(({ name }) => name)))
  // What reads databases and workbooks is needed for this alone.
  const { sumTarget } = await import('../restore/index.ts')
  const sums = await sumTarget(
    manifest,
    totals.map(({ stated }) => stated),
    { ...against, opened: [...opened] },
  )
  return {
    summed: 'target',
    answers: totals.map(({ names, stated }, at) => {
      const found = sums[at] ?? null
      return { ...names, answer: found === null ? 'not checked' : told(sameAmounts(stated, found)) }
    }),
    figures: totals.flatMap(({ stated: { table, column } }, at) => {
      const found = sums[at] ?? null
      return found === null ? [] : [{ table, column, ...found }]
    }),
  }
}

function told(same: boolean): 'agree' | 'differ' {
  return same ? 'agree' : 'differ'
}
