import { z } from 'zod'
import { DatadeedError, InternalError } from '../errors.ts'
import { AGE_FILE_BYTES, AGE_STANZAS, COMPARTMENTS, ESCROW_HOLDERS } from '../limits.ts'
import { say } from '../messages/index.ts'
import { printable } from '../messages/printable.ts'
import { type Granted, NOTHING_GRANTED, type Party } from './granted.ts'
import type { Manifest, ReadManifest } from './manifest.ts'
import { ACCESS, keysEntry, MANIFEST } from './names.ts'
import {
  compartmentName,
  count,
  ext,
  hex,
  listOf,
  parseSchema,
  party,
  sha256Hex,
  size,
  text,
  time,
} from './schema.ts'
import {
  ACCESS_CRITICAL,
  ACCESS_TYPE,
  DEED_FORMAT,
  encodeStatement,
  instant,
  parseStatement,
  subjectOf,
} from './statement.ts'

// FORMAT.md section 6.1.
const escrowSchema = z.strictObject({
  threshold: count,
  reader: sha256Hex,
  holders: listOf(
    z.strictObject({ name: text, fingerprint: sha256Hex, share: sha256Hex, ageFile: z.string() }),
    ESCROW_HOLDERS,
  ),
})

// FORMAT.md section 6.
const accessSchema = z.strictObject({
  format: z.literal(DEED_FORMAT),
  critical: z.array(z.string()),
  ext,
  deedId: hex(16),
  serial: count,
  suite: z.enum(['hybrid', 'classic']),
  created: time,
  compartments: listOf(
    z.strictObject({
      name: compartmentName,
      entry: z.string(),
      size,
      sha256: sha256Hex,
      readers: listOf(party, AGE_STANZAS),
    }),
    COMPARTMENTS,
  ),
  escrow: escrowSchema.optional(),
})

type FirstAccess = Readonly<z.infer<typeof accessSchema>>
export type AccessCompartment = Readonly<FirstAccess['compartments'][number]> & {
  /** In place of the entry, whose keys are nobody's any more: from the statement in `rotated`. */
  readonly ageFile?: Uint8Array
}
/** Who can open which compartment of a deed. */
export interface Access extends Omit<FirstAccess, 'compartments'> {
  readonly compartments: readonly AccessCompartment[]
  /** Where another statement stands in the first one's place: `serial`, `created` and the readers are of that one. */
  readonly rotated?: {
    readonly issuer: Party
    readonly paperId: string
    /** Hexadecimal SHA-256 of the statement that it replaced. */
    readonly previous: string
  }
}
/** An age identity of this deed alone is a reader, and its seed is split: so many holders' shares give it back. */
export type Escrow = Readonly<z.infer<typeof escrowSchema>>

export interface AccessParts {
  readonly manifest: ReadManifest
  readonly created: Date
  /** In the manifest's order, without `entry`, which follows from the name. */
  readonly compartments: readonly Omit<AccessCompartment, 'entry' | 'ageFile'>[]
  readonly escrow?: Escrow | undefined
}

/** The bytes of access.json for a new deed. */
export function buildAccess({ manifest: read, created, compartments, escrow }: AccessParts): Uint8Array {
  const { manifest, sha256 } = read
  const predicate = {
    format: DEED_FORMAT,
    critical: escrow === undefined ? [] : ACCESS_CRITICAL,
    ext: {},
    deedId: manifest.deedId,
    serial: 0,
    suite: manifest.suite,
    created: instant(created),
    compartments: compartments.map(({ name, ...rest }) => ({ name, entry: keysEntry(name), ...rest })),
    ...(escrow !== undefined && { escrow }),
  }
  const bytes = encodeStatement(ACCESS_TYPE, [subjectOf({ name: MANIFEST, sha256 })], predicate)
  try {
    parseAccess(bytes, read)
  } catch (error) {
    if (error instanceof DatadeedError && error.code === 'LIMIT') throw error
    throw new InternalError('an access statement was built that no reader would take', error)
  }
  return bytes
}

/**
 * Reads access.json, whose signatures were checked before, and holds it against the manifest that it must belong to.
 * @throws DatadeedError UNSUPPORTED, LIMIT, DAMAGED
 */
export function parseAccess(bytes: Uint8Array, { manifest, sha256 }: ReadManifest): Access {
  const { subject, predicate } = parseStatement(bytes, ACCESS_TYPE, ACCESS)
  const access: Access = parseSchema(accessSchema, predicate, ACCESS)
  const [bound] = subject
  const checks: Readonly<Record<string, boolean>> = {
    subject: subject.length === 1 && bound?.name === MANIFEST && bound.digest.sha256 === sha256,
    deedId: access.deedId === manifest.deedId,
    suite: access.suite === manifest.suite,
    serial: access.serial === 0,
    compartments: coversAll(access, manifest),
    escrow: isPossible(access),
  }
  const field = Object.keys(checks).find((name) => checks[name] === false)
  if (field !== undefined)
    throw new DatadeedError('DAMAGED', say().deed.inconsistent({ name: ACCESS, field }))
  const large = access.compartments.find((compartment) => compartment.size > AGE_FILE_BYTES)
  if (large !== undefined) {
    const { entry, size: got } = large
    throw new DatadeedError('LIMIT', say().deed.entryTooLong({ name: entry, got, most: AGE_FILE_BYTES }))
  }
  return access
}

/** Whether the deed is addressed to a card at all: by the manifest, as a reader or holder, or by a grant. */
export function isAddressedTo(
  fingerprint: string,
  { addressees }: Manifest,
  { compartments, escrow }: Access,
  { grants, shares }: Granted = NOTHING_GRANTED,
): boolean {
  const parties = [
    ...addressees,
    ...compartments.flatMap(({ readers }) => readers),
    ...(escrow?.holders ?? []),
    ...grants.flatMap(({ compartments: granted }) => granted.flatMap(({ readers }) => readers)),
    ...shares.map(({ to }) => to),
  ]
  return parties.some((party) => party.fingerprint === fingerprint)
}

/** For a reader to whom the deed is not addressed; names those to whom it is, or who has changed its readers. */
export function wrongRecipient({ addressees }: Manifest, access: Access): DatadeedError {
  const changed = sayReadersChanged(access)
  if (changed !== undefined)
    return new DatadeedError('WRONG_RECIPIENT', changed, { hints: [say().deed.nothingLeftHint] })
  const names = addressees.map(({ name }) => printable(name))
  const hints = [say().deed.wrongRecipientHint]
  return new DatadeedError('WRONG_RECIPIENT', say().deed.wrongRecipient({ names }), { hints })
}

/** What a key that opens nothing is told of a deed whose readers were changed: whom it named when it was sealed says nothing. */
export function sayReadersChanged({ rotated, created }: Access): string | undefined {
  if (rotated === undefined) return undefined
  return say().deed.nothingLeft({ at: printable(created), issuer: printable(rotated.issuer.name) })
}

function coversAll(access: Access, manifest: Manifest): boolean {
  if (access.compartments.length !== manifest.compartments.length) return false
  return access.compartments.every(
    ({ name, entry }, number) => name === manifest.compartments[number]?.name && entry === keysEntry(name),
  )
}

/** The escrow reads every compartment, its holders are distinct, and enough of them can open it but none alone. */
function isPossible({ escrow, compartments, critical }: Access): boolean {
  if (critical.includes('escrow') !== (escrow !== undefined)) return false
  if (escrow === undefined) return true
  const { threshold, holders, reader } = escrow
  const distinct = new Set(holders.map(({ fingerprint }) => fingerprint)).size === holders.length
  const reads = compartments.every(({ readers }) => readers.some(({ fingerprint }) => fingerprint === reader))
  return distinct && reads && threshold >= 2 && threshold <= holders.length
}
