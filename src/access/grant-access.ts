import { toBase64, wrapSecret } from '../crypto/index.ts'
import {
  assertOutsideDeed,
  buildKeyPayload,
  type CompartmentKeys,
  isAddressedTo,
  MANIFEST,
  openCompartmentKeys,
  openVerifiedDeed,
  subjectOf,
  type VerifiedDeed,
} from '../deed/index.ts'
import { DatadeedError } from '../errors.ts'
import { type FileSystem, writeNewFiles } from '../files/index.ts'
import {
  assertCanOpen,
  assertCanSign,
  assertCardOpens,
  type Card,
  type OpenedKey,
} from '../identity/index.ts'
import { cardsAs, type Recorder } from '../ledger/index.ts'
import { say } from '../messages/index.ts'
import { printable } from '../messages/printable.ts'
import { signPaper } from '../papers/index.ts'
import { GRANT } from './grant-paper.ts'
import { type GrantFile, readGrants } from './read-grants.ts'

export interface GrantRequest {
  readonly deed: string
  /** The seller's confirmed card. */
  readonly from: Card
  /** Whose grant it is: a reader of what is granted, and the seller or a card that the manifest lets grant. */
  readonly key: OpenedKey
  /** Confirmed cards. */
  readonly to: readonly Card[]
  /** Names, or all that the key opens. */
  readonly compartments: readonly string[] | 'all'
  /** Papers beside the deed that were given before. */
  readonly grants: readonly GrantFile[]
  readonly output: string
  readonly dryRun: boolean
  readonly now: Date
  readonly files?: FileSystem | undefined
  readonly recorder?: Recorder | undefined
}

export const LAST_SERIAL = 0xffff_ffff
const NOTHING_OPENED: ReadonlyMap<number, CompartmentKeys> = new Map()

export interface GrantReport {
  readonly deed: string
  readonly deedId: string
  readonly output: string
  readonly serial: number
  readonly compartments: readonly string[]
  readonly readers: readonly { readonly name: string; readonly fingerprint: string }[]
  /** Compartments that stay closed to them by this grant. */
  readonly others: readonly string[]
  readonly bytes: number
}

/**
 * Wraps the keys of compartments for more readers, as one signed file beside the deed. It has its name only after it was
 * read back as its readers will read it.
 * @throws DatadeedError USAGE, UNTRUSTED for whoever may not grant, NO_KEY and NOT_OPENED for what the key does not open
 */
export async function grantAccess(request: GrantRequest): Promise<GrantReport> {
  const { key, from, to, now } = request
  assertCanSign(key)
  const identity = assertCanOpen(key)
  const { fingerprint } = key.card
  await assertOutsideDeed(request.output, request.deed)
  if (!request.dryRun) await request.recorder?.intent()
  await using deed = await openVerifiedDeed(request.deed, { from, grants: readGrants(request.grants, from) })
  assertMayGrant(deed, key.card)
  // A seller who kept no access is no reader: that is said of what they lack, not of whose deed it is.
  const isReader = isAddressedTo(fingerprint, deed.manifest, deed.access, deed.granted)
  const opened = isReader ? (await openCompartmentKeys(deed, identity, fingerprint)).opened : NOTHING_OPENED
  const chosen = chooseCompartments(deed, opened, request.compartments)
  const recipients = to.map((card) => assertCardOpens(card)[deed.manifest.suite])
  const readers = to.map(({ name, fingerprint: digits }) => ({ name, fingerprint: digits }))
  const compartments = await Promise.all(
    chosen.map(async ({ name, keys }) => {
      const payload = buildKeyPayload({ deedId: deed.manifest.deedId, compartment: name, ...keys })
      const ageFile = await wrapSecret(payload, recipients, deed.manifest.suite)
      return { name, readers, ageFile: toBase64(ageFile) }
    }),
  )
  // A label that another grantor has driven to its end is used again.
  const serial = Math.min(LAST_SERIAL, 1 + Math.max(0, ...deed.granted.grants.map((grant) => grant.serial)))
  const { deedId, suite } = deed.manifest
  const content = { deedId, suite, ledgerHead: request.recorder?.head ?? null, serial, compartments }
  const subject = [subjectOf({ name: MANIFEST, sha256: deed.manifestSha256 })]
  const bytes = signPaper(GRANT, content, { key, now, subject, withCard: true })
  readBack(bytes, deed, from)
  const names = chosen.map(({ name }) => name)
  if (!request.dryRun) {
    await request.recorder?.outcome({
      deedId,
      manifest: deed.manifestSha256,
      compartments: names,
      cards: cardsAs('reader', readers),
      paper: { kind: 'grant' },
      counts: { serial },
    })
    await writeNewFiles([{ path: request.output, content: bytes, access: 'owner-only' }], request.files)
    request.recorder?.done()
  }
  return {
    deed: request.deed,
    deedId,
    output: request.output,
    serial,
    compartments: names,
    readers,
    others: deed.manifest.compartments.flatMap(({ name }) => (names.includes(name) ? [] : [name])),
    bytes: bytes.length,
  }
}

/** As its readers will read it. */
export function readBack(bytes: Uint8Array, deed: VerifiedDeed, from: Card): void {
  const read = { manifest: deed.manifest, sha256: deed.manifestSha256 }
  readGrants([{ name: GRANT.predicateType, bytes }], from)(read, deed.access)
}

function assertMayGrant({ manifest }: VerifiedDeed, card: Card): void {
  const { fingerprint } = card
  if (fingerprint === manifest.seller.fingerprint || manifest.grantors.includes(fingerprint)) return
  throw mayNotGrant(card)
}

export function mayNotGrant({ name }: Card, hint: string = say().access.youMayNotGrantHint): DatadeedError {
  const sentence = say().access.youMayNotGrant({ name: printable(name) })
  return new DatadeedError('UNTRUSTED', sentence, { hints: [hint] })
}

interface Chosen {
  readonly name: string
  readonly keys: CompartmentKeys
}

/** @throws DatadeedError USAGE for a name that the deed does not have, NOT_OPENED for what the key does not open */
function chooseCompartments(
  { manifest }: VerifiedDeed,
  opened: ReadonlyMap<number, CompartmentKeys>,
  wanted: GrantRequest['compartments'],
): Chosen[] {
  const names = manifest.compartments.map(({ name }) => name)
  const unknown = wanted === 'all' ? [] : wanted.filter((name) => !names.includes(name))
  if (unknown.length > 0) {
    const told = { unknown: unknown.map((name) => printable(name)), names }
    throw new DatadeedError('USAGE', say().access.noSuchCompartment(told))
  }
  const chosen = names.flatMap((name, number): Chosen[] => {
    const keys = opened.get(number)
    return keys !== undefined && (wanted === 'all' || wanted.includes(name)) ? [{ name, keys }] : []
  })
  const lacking = (wanted === 'all' ? names : wanted).filter(
    (name) => !chosen.some((each) => each.name === name),
  )
  const closed = wanted === 'all' && chosen.length > 0 ? [] : lacking
  if (closed.length === 0) return chosen
  throw new DatadeedError('NOT_OPENED', say().access.notYours({ closed }), {
    hints: [say().access.notYoursHint],
  })
}
