import { z } from 'zod'
import {
  assertDsse,
  DSSE_PAYLOAD_TYPE,
  type SigningPublicKeys,
  type SigningSeeds,
  signDsse,
} from '../crypto/index.ts'
import { DatadeedError } from '../errors.ts'
import { say } from '../messages/index.ts'
import { parseStrictJson } from '../strict-json.ts'
import { parseSchema } from './schema.ts'

/** DSSE lets readers skip what they do not know, in the envelope and among the signatures. */
export const envelopeSchema = z.object({
  payloadType: z.string(),
  signatures: z.array(
    z.object({ sig: z.string(), keyid: z.string().optional(), alg: z.string().optional() }),
  ),
})

/**
 * Signs the exact bytes of a statement; the result is the content of its signature entry (FORMAT.md section 4).
 * `fixed` leaves out fresh randomness, for worked examples.
 */
export function buildSignatures(
  statement: Uint8Array,
  signer: { readonly seeds: SigningSeeds; readonly fingerprint: string },
  randomness: 'fresh' | 'fixed' = 'fresh',
): Uint8Array {
  const signatures = signDsse(DSSE_PAYLOAD_TYPE, statement, signer.seeds, signer.fingerprint, randomness)
  return Buffer.from(`${JSON.stringify({ payloadType: DSSE_PAYLOAD_TYPE, signatures })}\n`)
}

/**
 * Requires both signatures over the statement's bytes under keys that are trusted already; to be called before
 * anything parses those bytes.
 * @throws DatadeedError SIGNATURE; DAMAGED or LIMIT for an entry that cannot be read
 */
export function assertSignatures(
  statement: Uint8Array,
  signatures: { readonly bytes: Uint8Array; readonly name: string },
  keys: SigningPublicKeys,
): void {
  const { bytes, name } = signatures
  const envelope = parseSchema(envelopeSchema, parseStrictJson(bytes, name), name)
  assertEnvelope(envelope, statement, keys, name)
}

/** The same for an envelope that was read already. `name` is the document's in sentences. */
export function assertEnvelope(
  { payloadType, signatures }: z.output<typeof envelopeSchema>,
  statement: Uint8Array,
  keys: SigningPublicKeys,
  name: string,
): void {
  if (payloadType !== DSSE_PAYLOAD_TYPE) {
    throw new DatadeedError('SIGNATURE', say().deed.payloadType({ name, expected: DSSE_PAYLOAD_TYPE }))
  }
  assertDsse(DSSE_PAYLOAD_TYPE, statement, signatures, keys)
}
