import type { DatadeedError, ErrorCode } from '../errors.ts'
import type { Answer } from '../verify/index.ts'
import type { EarlierReceipt } from './check-fresh.ts'
import type { Receipt } from './receipt-paper.ts'

/** What is asked of a receipt, in the order in which it is shown. */
export const CHECKS = ['signed', 'deed', 'reader', 'counts', 'proofs', 'totals', 'fresh'] as const
export type Check = (typeof CHECKS)[number]

export interface ReceiptFault {
  readonly check: Check
  readonly code: ErrorCode
  readonly sentence: string
  readonly hints: readonly string[]
}

/** What came of checking a receipt. */
export interface ReceiptCheck {
  readonly receipt: Receipt
  /** Of the signed statement, hexadecimal. */
  readonly sha256: string
  readonly deed: string
  readonly answers: Readonly<Record<Check, Answer>>
  /** All of them, not only the first. */
  readonly faults: readonly ReceiptFault[]
  /** Why something is "not checked", one sentence each. */
  readonly notes: readonly string[]
  /** What the ledger knows of receipts of this buyer for this deed, in the order in which they were signed. */
  readonly earlier: readonly EarlierReceipt[]
}

/** The answers while they are being found. A no stays a no, and what was in part not checked is no yes. */
export class ReceiptFindings {
  readonly #answers = new Map<Check, Answer>()
  readonly #faults: ReceiptFault[] = []
  readonly #notes = new Set<string>()

  fail(check: Check, { code, message, hints }: DatadeedError): void {
    this.#answers.set(check, 'no')
    this.#faults.push({ check, code, sentence: message, hints })
  }

  pass(check: Check): void {
    if (!this.#answers.has(check)) this.#answers.set(check, 'yes')
  }

  /** A no that a person has a reason to go on with. */
  concede(check: Check): void {
    this.#answers.set(check, 'no')
  }

  skip(check: Check, why?: string): void {
    if (!this.#answers.has(check)) this.#answers.set(check, 'not checked')
    if (why !== undefined) this.#notes.add(why)
  }

  summary(): Pick<ReceiptCheck, 'answers' | 'faults' | 'notes'> {
    const answers = CHECKS.map((check) => [check, this.#answers.get(check) ?? 'not checked'] as const)
    return {
      answers: Object.fromEntries(answers) as Record<Check, Answer>,
      faults: this.#faults,
      notes: Array.from(this.#notes),
    }
  }
}
