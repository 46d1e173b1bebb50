import { z } from 'zod'
import { parseSchema, party, readPaperEnvelope } from '../deed/index.ts'
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
  const { payload } = readPaperEnvelope(bytes, name)
  const {
    predicateType,
    predicate,
    subject = [],
  } = parseSchema(peekedSchema, parseStrictJson(payload, name), name)
  const subjects = subject.flatMap(({ digest: { sha256 } }) => sha256 ?? [])
  return { predicateType, issuer: predicate.issuer, subjects }
}
