import { SIGNATURE_ALGORITHMS, toBase64 } from '../crypto/index.ts'
import { DatadeedError, InternalError } from '../errors.ts'
import { assertCardSigns, type Card } from '../identity/index.ts'
import { isBeyondFirst, isChanged } from './fidelity.ts'
import { findManifestFaults } from './manifest-faults.ts'
import { type EntryDigest, type Manifest, manifestSchema } from './manifest-schema.ts'
import { MANIFEST } from './names.ts'
import { parseSchema } from './schema.ts'
import {
  type Critical,
  DEED_FORMAT,
  encodeStatement,
  instant,
  MANIFEST_CRITICAL,
  MANIFEST_TYPE,
  parseStatement,
  subjectOf,
} from './statement.ts'

export type { EntryDigest, Manifest, ManifestCompartment, ManifestTable } from './manifest-schema.ts'

/** A manifest, and the digest (hex) of the bytes that it was read from. */
export interface ReadManifest {
  readonly manifest: Manifest
  readonly sha256: string
}

/** What a sealing run says of its deed; all else in the manifest follows from it. */
export interface ManifestParts
  extends Pick<Manifest, 'deedId' | 'suite' | 'addressees' | 'tables' | 'compartments' | 'entries' | 'tool'> {
  readonly seller: Card
  readonly created: Date
  readonly expires?: Date | undefined
  readonly dealId?: string | undefined
  readonly grantors?: readonly string[] | undefined
  /** Hexadecimal SHA-256 of the policy file. */
  readonly policyDigest?: string | undefined
  /** The end of the seller's ledger before sealing, as FORMAT.md section 5 spells it. */
  readonly ledgerHead?: string | undefined
  /** Absent for a deed that stands alone. */
  readonly link?: SeriesLink | undefined
  /** What no reader has to understand. */
  readonly ext?: Manifest['ext'] | undefined
}

/** A deed's place in its series. */
export interface SeriesLink {
  readonly series: string
  /** From 1. */
  readonly sequence: number
  /** Hexadecimal SHA-256 of what stands before it: the manifest of a deed, the statement of a paper. */
  readonly previous: string
}

/**
 * The bytes of manifest.json: the same for the same parts.
 * @throws DatadeedError LIMIT for what readers would refuse, USAGE if the seller's card cannot sign
 */
export function buildManifest(parts: ManifestParts): Uint8Array {
  const { seller, created, expires, dealId, grantors, policyDigest, ledgerHead, link } = parts
  const keys = assertCardSigns(seller)
  const { name, role, fingerprint } = seller
  const predicate = {
    format: DEED_FORMAT,
    critical: criticalOf(parts),
    ext: parts.ext ?? {},
    deedId: parts.deedId,
    dealId: dealId ?? null,
    kind: 'full',
    suite: parts.suite,
    series: link?.series ?? null,
    sequence: link?.sequence ?? null,
    previous: link?.previous ?? null,
    created: instant(created),
    expires: expires === undefined ? null : instant(expires),
    seller: { name, role, fingerprint, ed25519: toBase64(keys.ed25519), mldsa65: toBase64(keys.mldsa65) },
    addressees: parts.addressees,
    grantors: grantors ?? [],
    required: [{ fingerprint, algorithms: SIGNATURE_ALGORITHMS }],
    tables: parts.tables,
    compartments: parts.compartments,
    entries: parts.entries,
    policyDigest: policyDigest ?? null,
    ledgerHead: ledgerHead ?? null,
    tool: parts.tool,
  }
  const bytes = encodeStatement(MANIFEST_TYPE, parts.entries.map(subjectOf), predicate)
  assertReadable(bytes)
  return bytes
}

/** Names what a reader of 0.1.0 would not understand, so that it says so instead of calling the deed damaged. */
function criticalOf({ tables }: ManifestParts): Critical[] {
  const beyond: Readonly<Record<Critical, boolean>> = {
    sources: tables.some(isBeyondFirst),
    actions: tables.some(({ columns }) => columns.some(isChanged)),
  }
  return MANIFEST_CRITICAL.filter((name) => beyond[name])
}

/**
 * Reads manifest.json, whose signatures were checked before, with all that FORMAT.md section 5 asks for.
 * @throws DatadeedError UNSUPPORTED, LIMIT, DAMAGED: the first of its faults
 */
export function parseManifest(bytes: Uint8Array): ReadManifest {
  const read = readManifest(bytes)
  const [fault] = findManifestFaults(read.manifest, read.subject)
  if (fault !== undefined) throw fault
  return read
}

/** As parseManifest, but gives back the faults of content beside the manifest; those of form are thrown. */
export function examineManifest(
  bytes: Uint8Array,
): ReadManifest & { readonly faults: readonly DatadeedError[] } {
  const { manifest, sha256, subject } = readManifest(bytes)
  return { manifest, sha256, faults: findManifestFaults(manifest, subject) }
}

/** Digest and size of an entry as the manifest lists it. */
export function findEntry(manifest: Manifest, name: string): EntryDigest | undefined {
  return manifest.entries.find((entry) => entry.name === name)
}

function readManifest(bytes: Uint8Array) {
  const { subject, predicate, sha256 } = parseStatement(bytes, MANIFEST_TYPE, MANIFEST)
  const manifest: Manifest = parseSchema(manifestSchema, predicate, MANIFEST)
  return { manifest, sha256, subject }
}

/** What we write, we must be able to read: a fault here is ours, but for limits that the exports pass. */
function assertReadable(bytes: Uint8Array): void {
  try {
    parseManifest(bytes)
  } catch (error) {
    if (error instanceof DatadeedError && error.code === 'LIMIT') throw error
    throw new InternalError('a manifest was built that no reader would take', error)
  }
}
