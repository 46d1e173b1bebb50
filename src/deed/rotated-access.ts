import { z } from 'zod'
import { countStanzas, suiteOf } from '../crypto/index.ts'
import { DatadeedError } from '../errors.ts'
import { assertCardSigns, type Card } from '../identity/index.ts'
import { AGE_STANZAS, COMPARTMENTS } from '../limits.ts'
import { say } from '../messages/index.ts'
import type { Access } from './access.ts'
import { readAgeFile } from './escrow.ts'
import type { Manifest, ReadManifest } from './manifest.ts'
import { ACCESS, MANIFEST, ROTATED } from './names.ts'
import { paperHead, readPaperEnvelope } from './paper-envelope.ts'
import { findRotationIssuer } from './rotation-issuer.ts'
import { compartmentName, count, hex, listOf, parseSchema, party, sha256Hex } from './schema.ts'
import { assertEnvelope } from './signatures.ts'
import { parseStatement, type Subject, subjectOf } from './statement.ts'

/** Compartments whose keys were wrapped anew, and for whom; the age file as keys/<compartment>.age (section 7), in base64. */
export const wrappedCompartments = listOf(
  z.strictObject({ name: compartmentName, readers: listOf(party, AGE_STANZAS).min(1), ageFile: z.string() }),
  COMPARTMENTS,
)

/** The access statement that stands in the first one's place: a paper inside the deed (FORMAT.md section 6.3). */
export const ROTATION = {
  predicateType: 'urn:datadeed:rotation:v1',
  schema: z.strictObject({
    ...paperHead,
    deedId: hex(16),
    suite: z.enum(['hybrid', 'classic']),
    /** The end of the issuer's ledger before it was signed. */
    ledgerHead: z.string().nullable(),
    serial: count.min(1),
    /** Hexadecimal SHA-256 of the statement that it replaces: access.json, or the rotated one before it. */
    previous: sha256Hex,
    compartments: wrappedCompartments,
  }),
} as const

/** An access statement as a deed has it, and the digest (hex) of its bytes. */
export interface ReadAccess {
  readonly access: Access
  readonly sha256: string
}

/** What the deed's other statements say, which a rotated one must fit. */
export interface RotatedAgainst {
  readonly read: ReadManifest
  /** The first statement, of access.json. */
  readonly first: ReadAccess
}

/** What a rotated statement is about: this manifest, and the first statement of who can open it. */
export function subjectsOfRotation({ read, first }: RotatedAgainst): Subject[] {
  return [
    subjectOf({ name: MANIFEST, sha256: read.sha256 }),
    subjectOf({ name: ACCESS, sha256: first.sha256 }),
  ]
}

/**
 * The statement's bytes, under the signatures of whoever may change readers; who that is, is settled before any of them is
 * parsed.
 * @throws DatadeedError UNTRUSTED, SIGNATURE, DAMAGED, LIMIT
 */
export function openRotated(bytes: Uint8Array, manifest: Manifest, seller: Card): Uint8Array {
  const issuer = findRotationIssuer(bytes, manifest, seller)
  const { envelope, payload } = readPaperEnvelope(bytes, ROTATED)
  assertEnvelope(envelope, payload, assertCardSigns(issuer), ROTATED)
  const { predicate } = parseStatement(payload, ROTATION.predicateType, ROTATED)
  if (parseSchema(ROTATION.schema, predicate, ROTATED).issuer.fingerprint === issuer.fingerprint)
    return payload
  throw new DatadeedError('SIGNATURE', say().papers.otherIssuer({ name: ROTATED }))
}

/**
 * Reads the statement, whose signatures were checked before: who can open the deed now. All that the first one says besides
 * stays as it is.
 * @throws DatadeedError UNSUPPORTED, LIMIT, DAMAGED
 */
export function parseRotated(payload: Uint8Array, { read, first }: RotatedAgainst): ReadAccess {
  const { subject, predicate, sha256 } = parseStatement(payload, ROTATION.predicateType, ROTATED)
  const rotation = parseSchema(ROTATION.schema, predicate, ROTATED)
  const { manifest } = read
  const { access } = first
  const { serial, created, issuer, paperId, previous } = rotation
  const expected = subjectsOfRotation({ read, first })
  const checks: Readonly<Record<string, boolean>> = {
    subject: JSON.stringify(subject) === JSON.stringify(expected),
    deedId: rotation.deedId === manifest.deedId,
    suite: rotation.suite === manifest.suite,
    previous: serial > 1 || previous === first.sha256,
    // Its one reader was made for this deed and kept by nobody: no new age file can be made for it.
    escrow: access.escrow === undefined,
    compartments:
      rotation.compartments.length === access.compartments.length &&
      rotation.compartments.every(({ name }, number) => name === access.compartments[number]?.name),
    readers: rotation.compartments.every(({ readers }) => areDistinct(readers)),
  }
  const field = Object.keys(checks).find((name) => checks[name] === false)
  if (field !== undefined) throw inconsistent(field)
  const compartments = access.compartments.map((compartment, number) => {
    const { readers = [], ageFile: text = '' } = rotation.compartments[number] ?? {}
    return { ...compartment, readers, ageFile: takeAgeFile(text, readers.length, manifest) }
  })
  const rotated = { issuer, paperId, previous }
  return { access: { ...access, serial, created, compartments, rotated }, sha256 }
}

/** As many keys as readers, none for somebody who is not named; and of the deed's suite, which no statement lowers. */
function takeAgeFile(text: string, readers: number, { suite }: Manifest): Uint8Array {
  const ageFile = readAgeFile(text)
  if (suiteOf(ageFile) !== suite || countStanzas(ageFile) !== readers) throw inconsistent('ageFile')
  return ageFile
}

function areDistinct(readers: readonly { readonly fingerprint: string }[]): boolean {
  return new Set(readers.map(({ fingerprint }) => fingerprint)).size === readers.length
}

function inconsistent(field: string): DatadeedError {
  return new DatadeedError('DAMAGED', say().deed.inconsistent({ name: ROTATED, field }))
}
