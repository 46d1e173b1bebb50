import type { z } from 'zod'
import { DSSE_PAYLOAD_TYPE, randomBytes, signDsse, toBase64, toHex } from '../crypto/index.ts'
import {
  assertPaperSize,
  DEED_FORMAT,
  describeIssuer,
  encodeStatement,
  instant,
  parseSchema,
  type Subject,
} from '../deed/index.ts'
import { DatadeedError, InternalError } from '../errors.ts'
import { assertCanSign, type OpenedKey } from '../identity/index.ts'
import { programVersion } from '../version.ts'
import type { PaperKind, PaperSchema } from './open-paper.ts'

export interface PaperSigner {
  readonly key: OpenedKey
  readonly now: Date
  /** What the paper is about, by digest; none where no digest may be published. */
  readonly subject?: readonly Subject[]
  /** Whether the envelope carries the issuer's card, for readers who only know its fingerprint. */
  readonly withCard?: boolean
  /** Who signs besides: the issuer's word stays the issuer's. */
  readonly alsoBy?: readonly OpenedKey[]
  /** From `drawPaperId`, where the content is bound to it; else one is drawn here. */
  readonly paperId?: string
}

/** 128 random bits, hexadecimal. */
export function drawPaperId(): string {
  return toHex(randomBytes(16))
}

/**
 * Writes a paper of one kind: the head that all have, and what the kind says, signed with both algorithms. The same
 * content gives another paper each time.
 * @throws DatadeedError USAGE for a key that cannot sign, LIMIT for a paper that nobody would read
 */
export function signPaper<Schema extends PaperSchema>(
  { predicateType, schema }: PaperKind<Schema>,
  content: Readonly<Record<string, unknown>>,
  { key, now, subject = [], paperId = drawPaperId(), withCard = false, alsoBy = [] }: PaperSigner,
): Uint8Array {
  const seeds = assertCanSign(key)
  const { name, fingerprint } = key.card
  const predicate = {
    format: DEED_FORMAT,
    critical: [],
    ext: {},
    paperId,
    created: instant(now),
    tool: programVersion(),
    issuer: { name, fingerprint },
    ...content,
  }
  assertReadable(schema, predicate, predicateType)
  const statement = encodeStatement(predicateType, subject, predicate)
  const envelope = {
    payloadType: DSSE_PAYLOAD_TYPE,
    payload: toBase64(statement),
    signatures: [
      ...signDsse(DSSE_PAYLOAD_TYPE, statement, seeds, fingerprint),
      ...alsoBy.flatMap((other) =>
        signDsse(DSSE_PAYLOAD_TYPE, statement, assertCanSign(other), other.card.fingerprint),
      ),
    ],
    ...(withCard && describeIssuer(key.card)),
  }
  const bytes = Buffer.from(`${JSON.stringify(envelope)}\n`)
  assertPaperSize(bytes, predicateType)
  return bytes
}

/** What a writer signs, its own reader takes; a name over its limit is the caller's fault, all else is ours. */
function assertReadable(schema: z.ZodType, predicate: unknown, name: string): void {
  try {
    parseSchema(schema, predicate, name)
  } catch (cause) {
    if (cause instanceof DatadeedError && cause.code === 'LIMIT') throw cause
    throw new InternalError('a paper was written that no reader would take', cause)
  }
}
