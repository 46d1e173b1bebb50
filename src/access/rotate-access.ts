import { constantTimeEqual, toBase64, unwrap, wrapSecret } from '../crypto/index.ts'
import {
  buildKeyPayload,
  type CompartmentKeys,
  type DeedAccess,
  isAddressedTo,
  openCompartmentKeys,
  openRotated,
  parseRotated,
  ROTATION,
  type RotatedAgainst,
  readOwnAgeFile,
  subjectsOfRotation,
  wipeKeys,
  withSuccessions,
} from '../deed/index.ts'
import { DatadeedError, InternalError } from '../errors.ts'
import { assertCanOpen, assertCardOpens, type Card, type OpenedKey } from '../identity/index.ts'
import { say } from '../messages/index.ts'
import { signPaper, withIssuerCard } from '../papers/index.ts'
import { findRotationFaults, type PlannedRotation, type RotationCards } from './plan-rotation.ts'
import { findAuthority } from './rotation-authority.ts'

export interface RotateAccessRequest extends RotationCards {
  /** The seller's confirmed card. */
  readonly from: Card
  readonly now: Date
  readonly ledgerHead: string | null
}

export interface RotatedAccess {
  /** The content of access.rotated.json. */
  readonly bytes: Uint8Array
  /** Of the statement in it, hexadecimal. */
  readonly sha256: string
}

/**
 * Wraps the keys of the compartments that change anew and signs who can open the deed from now on. What was built was read
 * back as a reader will, and where this key stays among the readers, opened.
 * @throws DatadeedError the first of what `findRotationFaults` finds, and NOT_OPENED, DAMAGED, LIMIT
 */
export async function rotateAccess(
  deed: DeedAccess,
  plan: PlannedRotation,
  request: RotateAccessRequest,
): Promise<RotatedAccess> {
  const [fault] = findRotationFaults(deed, plan, request)
  if (fault !== undefined) throw fault
  const opened = await openChanging(deed, plan, request.key)
  try {
    return await wrapAnew(deed, plan, { ...request, opened })
  } finally {
    wipeKeys(opened)
  }
}

async function wrapAnew(
  deed: DeedAccess,
  plan: PlannedRotation,
  { opened, ...request }: RotateAccessRequest & { readonly opened: ReadonlyMap<number, CompartmentKeys> },
): Promise<RotatedAccess> {
  const { key, now, ledgerHead } = request
  const compartments = await Promise.all(
    plan.compartments.map(async ({ name, readers, changed }, number) => {
      const keys = opened.get(number)
      if (!changed) return { name, readers, ageFile: toBase64(await readOwnAgeFile(deed, number)) }
      if (keys === undefined) throw new InternalError('every compartment that changes was opened')
      const recipients = readers.map(({ fingerprint }) => recipientOf(fingerprint, deed, request))
      const ageFile = await wrapSecret(payloadOf(deed, name, keys), recipients, deed.manifest.suite)
      return { name, readers, ageFile: toBase64(ageFile) }
    }),
  )
  const { deedId, suite } = deed.manifest
  const content = {
    deedId,
    suite,
    ledgerHead,
    serial: plan.serial,
    previous: deed.accessSha256,
    compartments,
  }
  const subject = subjectsOfRotation(againstOf(deed))
  const way = findAuthority(deed, key.card, request.successions) ?? []
  const bytes = withSuccessions(
    signPaper(ROTATION, content, { key, now, subject, withCard: true }),
    way.map(({ bytes: paper, from }) => withIssuerCard(paper, from, ROTATION.predicateType)),
  )
  return { bytes, sha256: await readBack(bytes, { deed, opened, request }) }
}

/** That a key opens all that changes. @throws DatadeedError NOT_OPENED, naming all that stay closed */
export async function assertOpensAll(deed: DeedAccess, plan: PlannedRotation, key: OpenedKey): Promise<void> {
  wipeKeys(await openChanging(deed, plan, key))
}

/** The keys of what this key opens, by position: of all compartments that change. @throws as assertOpensAll */
async function openChanging(
  deed: DeedAccess,
  { compartments }: PlannedRotation,
  key: OpenedKey,
): Promise<ReadonlyMap<number, CompartmentKeys>> {
  const { fingerprint } = key.card
  const { manifest, access, granted } = deed
  const isReader = isAddressedTo(fingerprint, manifest, access, granted)
  const opened = isReader
    ? await openCompartmentKeys(deed, assertCanOpen(key), fingerprint).then(
        (found) => found.opened,
        asNothing,
      )
    : NOTHING_OPENED
  const closed = compartments.flatMap(({ name, changed }, number) =>
    changed && !opened.has(number) ? [name] : [],
  )
  if (closed.length === 0) return opened
  wipeKeys(opened)
  throw new DatadeedError('NOT_OPENED', say().access.cannotRotate({ closed }), {
    hints: [say().access.cannotRotateHint],
  })
}

const NOTHING_OPENED: ReadonlyMap<number, CompartmentKeys> = new Map()

/** That nothing is assigned to this key is told with the names of what it does not open. */
function asNothing(error: unknown): ReadonlyMap<number, CompartmentKeys> {
  if (error instanceof DatadeedError && error.code === 'NO_KEY') return NOTHING_OPENED
  throw error
}

function recipientOf(fingerprint: string, { manifest }: DeedAccess, request: RotateAccessRequest): string {
  const { to, trusted, key } = request
  const card = [...to, key.card].find((each) => each.fingerprint === fingerprint) ?? trusted.get(fingerprint)
  if (card === undefined) throw new InternalError('the card of every reader was looked for before')
  return assertCardOpens(card)[manifest.suite]
}

function payloadOf({ manifest }: DeedAccess, compartment: string, keys: CompartmentKeys): Uint8Array {
  return buildKeyPayload({ deedId: manifest.deedId, compartment, ...keys })
}

/** As a reader will: and what was wrapped must be what the deed's keys are, as far as this key opens it again. */
async function readBack(
  bytes: Uint8Array,
  {
    deed,
    opened,
    request: { from, key },
  }: {
    readonly deed: DeedAccess
    readonly opened: ReadonlyMap<number, CompartmentKeys>
    readonly request: RotateAccessRequest
  },
): Promise<string> {
  const { manifest } = deed
  const payload = openRotated(bytes, manifest, from)
  const { access, sha256 } = parseRotated(payload, againstOf(deed))
  const { fingerprint } = key.card
  const identity = assertCanOpen(key)[manifest.suite]
  for (const [number, { name, readers, ageFile }] of access.compartments.entries()) {
    const keys = opened.get(number)
    if (keys === undefined || ageFile === undefined) continue
    if (!readers.some((reader) => reader.fingerprint === fingerprint)) continue
    const [got, expected] = [await unwrap(ageFile, [identity], manifest.suite), payloadOf(deed, name, keys)]
    const same = constantTimeEqual(got, expected)
    for (const each of [got, expected]) each.fill(0)
    if (!same) throw new InternalError('an age file holds other keys than were wrapped')
  }
  return sha256
}

function againstOf({ manifest, manifestSha256, firstAccess }: DeedAccess): RotatedAgainst {
  return { read: { manifest, sha256: manifestSha256 }, first: firstAccess }
}
