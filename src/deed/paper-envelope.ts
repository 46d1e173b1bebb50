import { z } from 'zod'
import { parseBase64 } from '../crypto/index.ts'
import { DatadeedError } from '../errors.ts'
import { PAPER_BYTES } from '../limits.ts'
import { say } from '../messages/index.ts'
import { parseStrictJson } from '../strict-json.ts'
import { ext, hex, parseSchema, party, text, time } from './schema.ts'
import { envelopeSchema } from './signatures.ts'
import { DEED_FORMAT } from './statement.ts'

/** What every paper says of itself, whatever its kind; a kind's schema begins with these. */
export const paperHead = {
  format: z.literal(DEED_FORMAT),
  critical: z.array(z.string()),
  ext,
  /** 128 random bits: two papers of the same content are still two. */
  paperId: hex(16),
  created: time,
  tool: z.strictObject({ name: text, version: text }),
  /** Whose paper it is: the card that its signatures are checked with, and no other. */
  issuer: party,
}

/** DSSE: `payload` is base64; what else an envelope may hold is not signed and not read. */
const paperSchema = envelopeSchema.extend({ payload: z.string() })

/** An envelope and what lies in it, of which no signature was checked yet. */
export interface PaperEnvelope {
  readonly envelope: z.output<typeof paperSchema>
  readonly payload: Uint8Array
}

/** @throws DatadeedError LIMIT, DAMAGED */
export function readPaperEnvelope(bytes: Uint8Array, name: string): PaperEnvelope {
  const envelope = parseSchema(paperSchema, parsePaperJson(bytes, name), name)
  return { envelope, payload: parseBase64(envelope.payload, say().papers.payload({ name })) }
}

/** @throws DatadeedError LIMIT, DAMAGED */
export function parsePaperJson(bytes: Uint8Array, name: string): unknown {
  assertPaperSize(bytes, name)
  return parseStrictJson(bytes, name)
}

/** @throws DatadeedError LIMIT */
export function assertPaperSize({ length }: Uint8Array, name: string): void {
  if (length <= PAPER_BYTES) return
  throw new DatadeedError('LIMIT', say().papers.tooLong({ name, got: length, most: PAPER_BYTES }))
}
