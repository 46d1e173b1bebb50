import type { z } from 'zod'
import {
  assertEnvelope,
  parseSchema,
  parseStatement,
  readPaperEnvelope,
  readPredicateType,
  type Subject,
} from '../deed/index.ts'
import { DatadeedError } from '../errors.ts'
import { assertCardSigns, type Card } from '../identity/index.ts'
import { say } from '../messages/index.ts'

/** The least that a kind's predicate holds. */
export type PaperSchema = z.ZodType<{
  readonly issuer: { readonly name: string; readonly fingerprint: string }
}>

/** A kind of paper. Its schema refuses unknown keys (`z.strictObject`). */
export interface PaperKind<Schema extends PaperSchema> {
  /** `urn:datadeed:<kind>:v1` */
  readonly predicateType: string
  readonly schema: Schema
}

export interface OpenedPaper<Predicate> {
  readonly predicate: Predicate
  readonly subject: readonly Subject[]
  /** Of the signed statement's bytes, hexadecimal: what another paper names this one by. */
  readonly sha256: string
}

/** A paper whose signatures were verified, and of which nothing was read but its kind. */
export interface SignedPaper {
  readonly predicateType: string
  /** Reads it as one kind. @throws as openPaper, but for SIGNATURE of the envelope */
  readonly read: <Schema extends PaperSchema>(kind: PaperKind<Schema>) => OpenedPaper<z.output<Schema>>
}

/**
 * Reads a paper of one kind that `from` has signed with both algorithms. Nothing of the statement is parsed before its
 * signatures are verified. `name` is the document's in sentences.
 * @throws DatadeedError SIGNATURE, LIMIT, UNSUPPORTED; DAMAGED for what is no paper, or one of another kind
 */
export function openPaper<Schema extends PaperSchema>(
  bytes: Uint8Array,
  kind: PaperKind<Schema>,
  signer: { readonly from: Card; readonly name: string },
): OpenedPaper<z.output<Schema>> {
  return readPaper(openEnvelope(bytes, signer), kind, signer)
}

/**
 * For whoever was sent a paper and does not know of which kind: its signatures come first, then what it says it is.
 * @throws DatadeedError SIGNATURE, LIMIT; DAMAGED for what is no paper
 */
export function openSignedPaper(
  bytes: Uint8Array,
  signer: { readonly from: Card; readonly name: string },
): SignedPaper {
  const payload = openEnvelope(bytes, signer)
  return {
    predicateType: readPredicateType(payload, signer.name),
    read: (kind) => readPaper(payload, kind, signer),
  }
}

/** That another card has signed a paper too, besides its issuer. @throws DatadeedError SIGNATURE, LIMIT, DAMAGED */
export function assertAlsoSigned(bytes: Uint8Array, by: Card, name: string): void {
  openEnvelope(bytes, { from: by, name })
}

/** The payload, whose signatures were verified. */
function openEnvelope(
  bytes: Uint8Array,
  { from, name }: { readonly from: Card; readonly name: string },
): Uint8Array {
  const { envelope, payload } = readPaperEnvelope(bytes, name)
  assertEnvelope(envelope, payload, assertCardSigns(from), name)
  return payload
}

function readPaper<Schema extends PaperSchema>(
  payload: Uint8Array,
  { predicateType, schema }: PaperKind<Schema>,
  { from, name }: { readonly from: Card; readonly name: string },
): OpenedPaper<z.output<Schema>> {
  const { subject, sha256, predicate } = parseStatement(payload, predicateType, name)
  const read = parseSchema(schema, predicate, name)
  // The signed name of the issuer: a paper never passes for somebody else's whose key it was not signed with.
  if (read.issuer.fingerprint !== from.fingerprint) {
    throw new DatadeedError('SIGNATURE', say().papers.otherIssuer({ name }))
  }
  return { predicate: read, subject, sha256 }
}
