import { z } from 'zod'
import { DatadeedError } from '../errors.ts'
import { assertCardSigns, type Card, parseCard } from '../identity/index.ts'
import { say } from '../messages/index.ts'
import { paperHead, readPaperEnvelope } from './paper-envelope.ts'
import { parseSchema, time } from './schema.ts'
import { assertEnvelope } from './signatures.ts'
import { parseStatement } from './statement.ts'

/** A card names the one that follows it (docs/keys.md). */
export const SUCCESSION = {
  predicateType: 'urn:datadeed:succession:v1',
  schema: z.strictObject({
    ...paperHead,
    /** The end of the issuer's ledger before it was signed. */
    ledgerHead: z.string().nullable(),
    /** The new card, as its file has it: here its name and dates are signed. */
    successor: z.looseObject({}),
    /** The new card's. */
    activeFrom: time,
    /** The old card's: no more signatures, nothing more sealed to it. */
    decryptOnlyFrom: time,
    /** The old card's: this paper brings no more trust. */
    retiredFrom: time,
  }),
} as const

/**
 * The card that follows another, by a paper that both of them have signed. Its dates are not judged: they bind whoever is
 * about to sign, and a reader of years later sees by no clock when that was.
 * @throws DatadeedError SIGNATURE, LIMIT, UNSUPPORTED; DAMAGED for a card that cannot follow
 */
export function readFollower(bytes: Uint8Array, from: Card, name: string): Card {
  const { envelope, payload } = readPaperEnvelope(bytes, name)
  assertEnvelope(envelope, payload, assertCardSigns(from), name)
  const { predicate } = parseStatement(payload, SUCCESSION.predicateType, name)
  const { issuer, successor } = parseSchema(SUCCESSION.schema, predicate, name)
  const to = parseCard(Buffer.from(JSON.stringify(successor)), say().papers.theCardIn({ name }))
  if (issuer.fingerprint !== from.fingerprint)
    throw new DatadeedError('SIGNATURE', say().papers.otherIssuer({ name }))
  if (to.fingerprint === from.fingerprint || to.role !== from.role)
    throw new DatadeedError('DAMAGED', say().keys.cannotFollow({ name }))
  assertEnvelope(envelope, payload, assertCardSigns(to), name)
  return to
}
