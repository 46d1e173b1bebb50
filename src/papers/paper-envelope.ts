import { z } from 'zod'
import { parseBase64 } from '../crypto/index.ts'
import { envelopeSchema, parseSchema } from '../deed/index.ts'
import { DatadeedError } from '../errors.ts'
import { PAPER_BYTES } from '../limits.ts'
import { say } from '../messages/index.ts'
import { parseStrictJson } from '../strict-json.ts'

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
