import { z } from 'zod'
import { sha256, toHex } from '../crypto/index.ts'
import { DatadeedError } from '../errors.ts'
import { ENVELOPE_BYTES } from '../limits.ts'
import { say } from '../messages/index.ts'
import { printable } from '../messages/printable.ts'
import { parseStrictJson } from '../strict-json.ts'
import { parseSchema, sha256Hex } from './schema.ts'

const STATEMENT_TYPE = 'https://in-toto.io/Statement/v1'
export const DEED_FORMAT = 'datadeed/v1'
export const MANIFEST_TYPE = 'urn:datadeed:manifest:v1'
export const ACCESS_TYPE = 'urn:datadeed:access:v1'

/** in-toto's way to name a file by its digest. */
const subjectSchema = z.strictObject({ name: z.string(), digest: z.strictObject({ sha256: sha256Hex }) })
export type Subject = z.infer<typeof subjectSchema>

const statementSchema = z.strictObject({
  _type: z.literal(STATEMENT_TYPE),
  subject: z.array(subjectSchema),
  predicateType: z.string(),
  predicate: z.unknown(),
})

/** Only what decides whether this version may read on; a later version's other keys are not judged. */
const versionSchema = z.looseObject({
  format: z.string(),
  critical: z.array(z.string()).optional(),
  suite: z.unknown().optional(),
  kind: z.unknown().optional(),
})

/** The bytes of an in-toto Statement v1 (FORMAT.md sections 5 and 6); the same for the same content. */
export function encodeStatement(
  predicateType: string,
  subject: readonly Subject[],
  predicate: unknown,
): Uint8Array {
  const statement = { _type: STATEMENT_TYPE, subject, predicateType, predicate }
  const bytes = Buffer.from(`${JSON.stringify(statement, null, 1)}\n`)
  assertEnvelopeSize(bytes.length, predicateType)
  return bytes
}

/** RFC 3339, UTC, whole seconds. */
export function instant(date: Date): string {
  return `${date.toISOString().slice(0, 19)}Z`
}

export function subjectOf({ name, sha256 }: { readonly name: string; readonly sha256: string }): Subject {
  return { name, digest: { sha256 } }
}

/** @throws DatadeedError LIMIT */
export function assertEnvelopeSize(got: number, name: string): void {
  if (got <= ENVELOPE_BYTES) return
  throw new DatadeedError('LIMIT', say().deed.entryTooLong({ name, got, most: ENVELOPE_BYTES }))
}

/** What a manifest may name as critical: parts of the format that 0.1.0 does not know (FORMAT.md section 5). */
export const MANIFEST_CRITICAL = ['sources', 'actions'] as const
/** And an access statement (section 6). */
export const ACCESS_CRITICAL = ['escrow'] as const
export type Critical = (typeof MANIFEST_CRITICAL)[number]

const CRITICAL: ReadonlyMap<string, readonly string[]> = new Map<string, readonly string[]>([
  [MANIFEST_TYPE, MANIFEST_CRITICAL],
  [ACCESS_TYPE, ACCESS_CRITICAL],
])

/** Of a statement whose signatures were checked. @throws DatadeedError DAMAGED, LIMIT */
export function readPredicateType(bytes: Uint8Array, name: string): string {
  assertEnvelopeSize(bytes.length, name)
  return parseSchema(statementSchema, parseStrictJson(bytes, name), name).predicateType
}

/**
 * Reads a statement of the one asked-for type, after its signatures were checked. Version, suite, kind and `critical` come
 * first, so that a deed of a later version is called that and not damaged.
 * @throws DatadeedError UNSUPPORTED, DAMAGED, LIMIT
 */
export function parseStatement(
  bytes: Uint8Array,
  predicateType: string,
  name: string,
): { readonly subject: readonly Subject[]; readonly predicate: unknown; readonly sha256: string } {
  assertEnvelopeSize(bytes.length, name)
  const statement = parseSchema(statementSchema, parseStrictJson(bytes, name), name)
  if (statement.predicateType !== predicateType) {
    throw new DatadeedError('DAMAGED', say().deed.predicateType({ name, expected: predicateType }))
  }
  const version = parseSchema(versionSchema, statement.predicate, name)
  if (version.format !== DEED_FORMAT) throw unsupported(name, 'format', version.format)
  const unknown = version.critical?.find((field) => !CRITICAL.get(predicateType)?.includes(field))
  if (unknown !== undefined) throw unsupported(name, 'critical', unknown)
  if (typeof version.suite === 'string' && !['hybrid', 'classic'].includes(version.suite)) {
    throw unsupported(name, 'suite', version.suite)
  }
  if (typeof version.kind === 'string' && version.kind !== 'full')
    throw unsupported(name, 'kind', version.kind)
  return { subject: statement.subject, predicate: statement.predicate, sha256: toHex(sha256(bytes)) }
}

export function unsupported(name: string, field: string, got: string): DatadeedError {
  const sentence = say().deed.unsupported({ name, field, got: printable(got, 60) })
  return new DatadeedError('UNSUPPORTED', sentence, { hints: [say().deed.newerVersionHint] })
}
