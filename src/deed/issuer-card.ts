import { z } from 'zod'
import { type Card, cardToJson, parseCard } from '../identity/index.ts'
import { say } from '../messages/index.ts'
import { parsePaperJson } from './paper-envelope.ts'

const envelopeSchema = z.looseObject({ card: z.looseObject({}).optional() })

/** What an envelope of `signPaper` holds besides, where its reader may know the issuer's fingerprint and not the card. */
export function describeIssuer(card: Card): { readonly card: unknown } {
  return { card: cardToJson(card) }
}

/**
 * The card that lies in an envelope, unsigned: worth nothing but to look for its fingerprint where that was signed.
 * Undefined where there is none.
 * @throws DatadeedError LIMIT, DAMAGED
 */
export function readIssuerCard(bytes: Uint8Array, name: string): Card | undefined {
  const envelope = envelopeSchema.safeParse(parsePaperJson(bytes, name))
  if (!envelope.success || envelope.data.card === undefined) return undefined
  return parseCard(Buffer.from(JSON.stringify(envelope.data.card)), say().papers.theCardIn({ name }))
}

/** The same envelope with its issuer's card, known to be that one: what lay in it in that place was not signed. */
export function withIssuerCard(bytes: Uint8Array, card: Card, name: string): Uint8Array {
  const envelope = envelopeSchema.safeParse(parsePaperJson(bytes, name))
  return Buffer.from(`${JSON.stringify({ ...envelope.data, ...describeIssuer(card) })}\n`)
}
