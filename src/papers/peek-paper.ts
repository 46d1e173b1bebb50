import { z } from 'zod'
import { parseBase64 } from '../crypto/index.ts'
import { envelopeSchema, parseSchema, party } from '../deed/index.ts'
import { DatadeedError } from '../errors.ts'
import { PAPER_BYTES } from '../limits.ts'
import { say } from '../messages/index.ts'
import { parseStrictJson } from '../strict-json.ts'

const peekedSchema = z.looseObject({
  predicateType: z.string(),
  predicate: z.looseObject({ issuer: party }),
  subject: z.array(z.looseObject({ digest: z.looseObject({ sha256: z.string().optional() }) })).optional(),
})

/** What an envelope says of itself. Anybody could have written it: it serves to find the card to check it with. */
export interface PeekedPaper {
  readonly predicateType: string
  readonly issuer: { readonly name: string; readonly fingerprint: string }
  /** Digests of what it is about. */
  readonly subjects: readonly string[]
}

/** @throws DatadeedError LIMIT, DAMAGED for what is no paper */
export function peekPaper(bytes: Uint8Array, name: string): PeekedPaper {
  if (bytes.length > PAPER_BYTES) {
    throw new DatadeedError('LIMIT', say().papers.tooLong({ name, got: bytes.length, most: PAPER_BYTES }))
  }
  const envelope = parseSchema(
    envelopeSchema.extend({ payload: z.string() }),
    parseStrictJson(bytes, name),
    name,
  )
  const payload = parseBase64(envelope.payload, say().papers.payload({ name }))
  const {
    predicateType,
    predicate,
    subject = [],
  } = parseSchema(peekedSchema, parseStrictJson(payload, name), name)
  const subjects = subject.flatMap(({ digest: { sha256 } }) => sha256 ?? [])
  return { predicateType, issuer: predicate.issuer, subjects }
}
