import { DatadeedError } from '../errors.ts'
import { say } from '../messages/index.ts'
import type { Verification } from '../verify/index.ts'
import type { Receipt, ReceiptState } from './receipt-paper.ts'

/** What the buyer says, before it is known what there is to say. */
export interface Wish {
  /** Absent: accepted, or with exceptions where there are any. */
  readonly state?: ReceiptState | undefined
  readonly exceptions: readonly string[]
}

/**
 * The state of a receipt: nothing that failed is accepted, nothing that cannot be opened is more than rejected, and
 * no state stands without its reason.
 * @throws DatadeedError USAGE; the code of what failed; DIFFERENT for sums that differ but shall be accepted
 */
export function settleState(
  { state, exceptions }: Wish,
  { report }: Pick<Verification, 'report'>,
  totals: readonly Pick<Receipt['controlTotals'][number], 'answer'>[],
): ReceiptState {
  const words = say().receipt
  const [failure] = report.failures.filter(({ verdict }) => verdict !== 'fresh')
  if (failure !== undefined && state !== 'rejected') {
    const hints = [...failure.hints, words.rejectHint]
    throw new DatadeedError(failure.code, failure.sentence, { hints })
  }
  const differ = totals.filter(({ answer }) => answer === 'differ').length
  const reasons = exceptions.length + differ + report.failures.length
  switch (state) {
    case undefined:
      return reasons > 0 ? 'with-exceptions' : 'accepted'
    case 'accepted':
      if (exceptions.length > 0) throw new DatadeedError('USAGE', words.acceptedWithExceptions)
      if (differ > 0)
        throw new DatadeedError('DIFFERENT', words.totalsDiffer({ count: differ }), {
          hints: [words.exceptionsHint],
        })
      if (reasons > 0) {
        const [late] = report.failures
        throw new DatadeedError(late?.code ?? 'EXPIRED', late?.sentence ?? '', {
          hints: [words.exceptionsHint],
        })
      }
      return state
    case 'with-exceptions':
    case 'rejected':
      if (reasons === 0)
        throw new DatadeedError('USAGE', words.noReason({ state: words.states[state] }), {
          hints: [words.noReasonHint],
        })
      return state
    default:
      return state satisfies never
  }
}
