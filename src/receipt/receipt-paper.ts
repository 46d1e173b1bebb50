import { z } from 'zod'
import { compartmentName, count, hex, listOf, MANIFEST, party, sha256Hex, text } from '../deed/index.ts'
import { DatadeedError } from '../errors.ts'
import {
  AGE_FILE_BYTES,
  COMPARTMENTS,
  CONTROL_TOTALS,
  DEAL_ID_CHARACTERS,
  EXCEPTION_CHARACTERS,
  EXCEPTIONS,
  TABLES,
} from '../limits.ts'
import { say } from '../messages/index.ts'
import { type OpenedPaper, type PaperKind, paperHead } from '../papers/index.ts'

export const RECEIPT_STATES = ['accepted', 'with-exceptions', 'rejected'] as const
export type ReceiptState = (typeof RECEIPT_STATES)[number]

const answer = z.enum(['yes', 'no', 'not checked'])

const openedCompartment = z.strictObject({
  name: compartmentName,
  columns: count,
  rows: count,
  /** HMAC under the plainRoot (FORMAT.md section 8.3). */
  proof: hex(32),
})

/** docs/papers.md, "Receipt". */
export const RECEIPT = {
  predicateType: 'urn:datadeed:receipt:v1',
  schema: z.strictObject({
    ...paperHead,
    manifestSha256: sha256Hex,
    deedId: hex(16),
    dealId: z.string().max(DEAL_ID_CHARACTERS).nullable(),
    seller: party,
    verdicts: z.strictObject({
      complete: answer,
      valid: answer,
      authentic: answer,
      fresh: answer,
      restorable: answer,
    }),
    /** Everything that was opened, by the table's position in the manifest. */
    tables: listOf(
      z.strictObject({ table: count, name: text, compartments: listOf(openedCompartment, COMPARTMENTS) }),
      TABLES,
    ),
    /** Compartments that are not for this reader. */
    closed: listOf(compartmentName, COMPARTMENTS),
    /** What the sums were made of: the cells of the deed, or those of the place it was restored to. */
    summed: z.enum(['deed', 'target']),
    controlTotals: listOf(
      z.strictObject({ table: text, column: text, answer: z.enum(['agree', 'differ', 'not checked']) }),
      COMPARTMENTS * CONTROL_TOTALS,
    ),
    /** The sums themselves, an age file to the seller in base64; null without any, or to a card that only signs. */
    figures: z
      .base64()
      .max(2 * AGE_FILE_BYTES)
      .nullable(),
    state: z.enum(RECEIPT_STATES),
    /** In the buyer's own words. */
    exceptions: listOf(z.string().min(1).max(EXCEPTION_CHARACTERS), EXCEPTIONS),
    environment: z.strictObject({ node: text, platform: text }),
    ledgerHead: z.string().nullable(),
  }),
} as const satisfies PaperKind<z.ZodType<z.infer<z.ZodObject<typeof paperHead>>>>

export type Receipt = Readonly<z.output<typeof RECEIPT.schema>>

/**
 * What a signed receipt must also be: about the manifest that it names, and at one with itself.
 * @throws DatadeedError DAMAGED
 */
export function readReceipt({ predicate, subject }: OpenedPaper<Receipt>, name: string): Receipt {
  const { manifestSha256, state, exceptions, controlTotals, verdicts } = predicate
  const [about] = subject
  const flawless =
    exceptions.length === 0 &&
    controlTotals.every((total) => total.answer !== 'differ') &&
    Object.values(verdicts).every((verdict) => verdict !== 'no')
  const holds =
    subject.length === 1 &&
    about?.name === MANIFEST &&
    about.digest.sha256 === manifestSha256 &&
    (state !== 'accepted' || flawless)
  if (holds) return predicate
  throw new DatadeedError('DAMAGED', say().receipt.contradicts({ name }))
}
