import { z } from 'zod'
import { parseBase64, toBase64, unwrap, wrapSecret } from '../crypto/index.ts'
import {
  type ControlTotal,
  controlTotalSchema,
  decodeControlTotal,
  encodeControlTotals,
  hex,
  listOf,
  parseSchema,
  sha256Hex,
} from '../deed/index.ts'
import { DatadeedError } from '../errors.ts'
import type { Card, OpenedKey } from '../identity/index.ts'
import { COMPARTMENTS, CONTROL_TOTALS } from '../limits.ts'
import { say } from '../messages/index.ts'
import { parseStrictJson } from '../strict-json.ts'
import type { Receipt } from './receipt-paper.ts'

const FIGURES_FORMAT = 'datadeed/v1/receipt-figures'

const figuresSchema = z.strictObject({
  format: z.literal(FIGURES_FORMAT),
  paperId: hex(16),
  issuer: sha256Hex,
  manifestSha256: sha256Hex,
  totals: listOf(controlTotalSchema, COMPARTMENTS * CONTROL_TOTALS),
})

/** The receipt that figures belong to: they are of no use in any other. */
interface FiguresOf {
  readonly paperId: string
  readonly issuer: string
  readonly manifestSha256: string
}

/** The sums as the buyer made them, for the seller's eyes; null if there are none or the seller's card only signs. */
export async function sealFigures(
  totals: readonly ControlTotal[],
  of: FiguresOf,
  { seller, suite }: { readonly seller: Card; readonly suite: 'hybrid' | 'classic' },
): Promise<string | null> {
  const recipient = seller.open?.[suite]
  if (totals.length === 0 || recipient === undefined) return null
  const head = JSON.stringify({ format: FIGURES_FORMAT, ...of })
  const bytes = Buffer.from(`${head.slice(0, -1)},"totals":${encodeControlTotals(totals)}}\n`)
  return toBase64(await wrapSecret(bytes, [recipient], suite))
}

/**
 * The sums of a receipt; undefined if it has none for this key.
 * @throws DatadeedError NO_KEY, LIMIT; DAMAGED, also for figures made for another receipt
 */
export async function openFigures(
  { figures, paperId, issuer, manifestSha256 }: Receipt,
  key: OpenedKey,
): Promise<ControlTotal[] | undefined> {
  if (figures === null || key.open === undefined) return undefined
  const what = say().receipt.theFigures
  const opened = await unwrap(parseBase64(figures, what), [key.open.hybrid, key.open.classic])
  const read = parseSchema(figuresSchema, parseStrictJson(opened, what), what)
  const own =
    read.paperId === paperId && read.issuer === issuer.fingerprint && read.manifestSha256 === manifestSha256
  if (!own) throw new DatadeedError('DAMAGED', say().receipt.figuresOfAnother)
  return read.totals.map(decodeControlTotal)
}
