import { z } from 'zod'
import { DatadeedError } from '../errors.ts'
import type { Card } from '../identity/index.ts'
import { ROTATION_SUCCESSIONS } from '../limits.ts'
import { say } from '../messages/index.ts'
import { printable } from '../messages/printable.ts'
import { readIssuerCard } from './issuer-card.ts'
import type { Manifest } from './manifest.ts'
import { ROTATED } from './names.ts'
import { parsePaperJson } from './paper-envelope.ts'
import { listOf, parseSchema } from './schema.ts'
import { readFollower } from './succession.ts'

const envelopeSchema = z.looseObject({
  successions: listOf(z.looseObject({}), ROTATION_SUCCESSIONS).optional(),
})

/**
 * Whose card the signatures of a rotated access statement are to be checked with: the seller's, one that the signed manifest
 * lets grant, or one that followed such a card by papers in the envelope, each signed by both of its cards. Nothing else that
 * the envelope says of its issuer counts.
 * @throws DatadeedError UNTRUSTED for any other; SIGNATURE, DAMAGED, LIMIT
 */
export function findRotationIssuer(bytes: Uint8Array, { grantors }: Manifest, seller: Card): Card {
  const named = readIssuerCard(bytes, ROTATED) ?? seller
  const may = ({ fingerprint }: Card): boolean =>
    fingerprint === seller.fingerprint || grantors.includes(fingerprint)
  if (named.fingerprint === seller.fingerprint) return seller
  if (named.sign === undefined) throw mayNotRotate(named)
  if (may(named)) return named
  const [first, ...later] = readSuccessions(bytes)
  const grantor = first && readIssuerCard(first, ROTATED)
  if (first === undefined || grantor?.sign === undefined || !may(grantor)) throw mayNotRotate(named)
  let card = readFollower(first, grantor, ROTATED)
  for (const succession of later) card = readFollower(succession, card, ROTATED)
  if (card.fingerprint !== named.fingerprint) throw mayNotRotate(named)
  return card
}

/** The envelope of a rotation with the papers by which its issuer followed a grantor, oldest first, each with its card inside. */
export function withSuccessions(bytes: Uint8Array, successions: readonly Uint8Array[]): Uint8Array {
  if (successions.length === 0) return bytes
  const envelope = parseSchema(envelopeSchema, parsePaperJson(bytes, ROTATED), ROTATED)
  const papers = successions.map((paper) => parsePaperJson(paper, ROTATED))
  return Buffer.from(`${JSON.stringify({ ...envelope, successions: papers })}\n`)
}

function readSuccessions(bytes: Uint8Array): Uint8Array[] {
  const { successions = [] } = parseSchema(envelopeSchema, parsePaperJson(bytes, ROTATED), ROTATED)
  return successions.map((paper) => Buffer.from(JSON.stringify(paper)))
}

function mayNotRotate({ name, fingerprint }: Card): DatadeedError {
  const told = { issuer: printable(name), fingerprint: fingerprint.slice(0, 16) }
  return new DatadeedError('UNTRUSTED', say().access.mayNotRotate(told), {
    hints: [say().access.mayNotRotateHint],
  })
}
