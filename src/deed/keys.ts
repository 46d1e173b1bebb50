import { z } from 'zod'
import {
  constantTimeEqual,
  type OpeningIdentity,
  parseBase64,
  parseHex,
  toBase64,
  unwrap,
} from '../crypto/index.ts'
import { DatadeedError, InternalError } from '../errors.ts'
import { AGE_FILE_BYTES, EPOCHS } from '../limits.ts'
import { say } from '../messages/index.ts'
import { parseStrictJson } from '../strict-json.ts'
import { isAddressedTo, sayReadersChanged, wrongRecipient } from './access.ts'
import { dataKeyCommitment, factsCommitment, macKeyCommitment } from './commitments.ts'
import { type CompartmentKeys, wipeKeys } from './compartment-keys.ts'
import type { DeedAccess } from './deed-access.ts'
import { openEscrow } from './escrow.ts'
import type { ManifestCompartment } from './manifest.ts'
import { readDigested } from './read-digested.ts'
import { base64Key, compartmentName, count, hex, listOf, parseSchema } from './schema.ts'

// FORMAT.md section 7.
const KEYS_FORMAT = 'datadeed/v1/keys'
const KEY_BYTES = 32

const payloadSchema = z.strictObject({
  format: z.literal(KEYS_FORMAT),
  deedId: hex(16),
  compartment: compartmentName,
  epochs: listOf(z.strictObject({ epoch: count, key: base64Key }), EPOCHS),
  macKey: base64Key,
  facts: z.strictObject({ salt: base64Key, text: z.string() }),
})

export interface OpenedCompartments {
  /** By position in the manifest. */
  readonly opened: ReadonlyMap<number, CompartmentKeys>
  /** Names of the compartments that are not assigned to this reader. */
  readonly closed: readonly string[]
}

/** What keys/<compartment>.age is to say: whose keys they are, and the keys. */
export interface KeyPayload extends CompartmentKeys {
  /** Hexadecimal. */
  readonly deedId: string
  readonly compartment: string
}

/** The plaintext of keys/<compartment>.age, to be wrapped for its readers. */
export function buildKeyPayload({ deedId, compartment, epochs, macKey, facts }: KeyPayload): Uint8Array {
  const ascending = Array.from(epochs).sort(([left], [right]) => left - right)
  const payload = {
    format: KEYS_FORMAT,
    deedId,
    compartment,
    epochs: ascending.map(([epoch, key]) => ({ epoch, key: toBase64(key) })),
    macKey: toBase64(macKey),
    facts: { salt: toBase64(facts.salt), text: facts.text },
  }
  return Buffer.from(`${JSON.stringify(payload)}\n`)
}

/**
 * Opens every compartment that the access statement, a grant or the escrow's shares assign to a reader, and compares all
 * its keys with the manifest's commitments before any of them is used.
 * @throws DatadeedError WRONG_RECIPIENT if the deed names this reader nowhere, NO_KEY if nothing is assigned to them,
 * NOT_OPENED if an assigned compartment does not open; DAMAGED, LIMIT
 */
export async function openCompartmentKeys(
  deed: DeedAccess,
  identity: OpeningIdentity,
  fingerprint: string,
): Promise<OpenedCompartments> {
  const { manifest, access, granted } = deed
  if (!isAddressedTo(fingerprint, manifest, access, granted)) throw wrongRecipient(manifest, access)
  const opened = new Map<number, CompartmentKeys>()
  try {
    return await openAll(deed, { identity, fingerprint }, opened)
  } catch (error) {
    wipeKeys(opened)
    throw error
  }
}

async function openAll(
  deed: DeedAccess,
  { identity, fingerprint }: { readonly identity: OpeningIdentity; readonly fingerprint: string },
  opened: Map<number, CompartmentKeys>,
): Promise<OpenedCompartments> {
  const { manifest, access } = deed
  await openAssigned(deed, { fingerprint, identity: identity[manifest.suite] }, opened)
  const numbers = Array.from(access.compartments.keys())
  // Shares are combined only for what the reader's own key leaves closed, and bad ones close nothing that it opens.
  const escrow =
    opened.size < numbers.length
      ? await openEscrow(deed, identity, fingerprint).catch((error: unknown) => {
          if (!(error instanceof DatadeedError) || opened.size === 0) throw error
          return undefined
        })
      : undefined
  if (escrow?.identity !== undefined)
    await openAssigned(deed, { fingerprint: escrow.reader, identity: escrow.identity }, opened)
  const closed = access.compartments.flatMap(({ name }, number) => (opened.has(number) ? [] : [name]))
  if (opened.size > 0 || numbers.length === 0) return { opened, closed }
  if (escrow !== undefined) {
    const hints = [say().access.tooFewSharesHint]
    throw new DatadeedError('NO_KEY', say().access.tooFewShares(escrow), { hints })
  }
  throw nothingAssigned(access)
}

function nothingAssigned(access: DeedAccess['access']): DatadeedError {
  const words = say().deed
  const changed = sayReadersChanged(access)
  if (changed === undefined)
    return new DatadeedError('NO_KEY', words.nothingAssigned, { hints: [words.nothingAssignedHint] })
  return new DatadeedError('NO_KEY', changed, { hints: [words.nothingLeftHint] })
}

/** Opens what is assigned to a reader and not open yet. */
async function openAssigned(
  deed: DeedAccess,
  reader: Reader,
  opened: Map<number, CompartmentKeys>,
): Promise<void> {
  for (const number of deed.access.compartments.keys()) {
    const ageFile = opened.has(number) ? undefined : findAssigned(deed, number, reader)
    if (ageFile !== undefined)
      opened.set(number, await openCompartment(deed, number, { identity: reader.identity, ageFile }))
  }
}

interface Reader {
  readonly fingerprint: string
  readonly identity: string
}

interface Assigned {
  readonly identity: string
  readonly ageFile: () => Promise<Uint8Array>
}

/** The age file of a compartment to the readers that the deed's own access statement names. @throws DatadeedError */
export async function readOwnAgeFile({ access, container }: DeedAccess, number: number): Promise<Uint8Array> {
  const compartment = access.compartments[number]
  if (compartment === undefined) throw new InternalError('a compartment was asked for that the deed has not')
  const { entry, size, sha256, ageFile } = compartment
  return ageFile ?? readDigested(container, { name: entry, size, sha256 }, AGE_FILE_BYTES)
}

/** The deed's own age file comes before those of grants. */
function findAssigned(
  deed: DeedAccess,
  number: number,
  { fingerprint }: Reader,
): Assigned['ageFile'] | undefined {
  const { access, granted } = deed
  const compartment = access.compartments[number]
  if (compartment === undefined) return undefined
  const { name, readers } = compartment
  const isReader = (party: { readonly fingerprint: string }): boolean => party.fingerprint === fingerprint
  if (readers.some(isReader)) return () => readOwnAgeFile(deed, number)
  const granting = granted.grants
    .flatMap(({ compartments }) => compartments)
    .find((each) => each.name === name && each.readers.some(isReader))
  return granting === undefined ? undefined : async () => granting.ageFile
}

/**
 * Reads an unwrapped payload: made for this deed and this compartment, with the manifest's epochs and keys.
 * @throws DatadeedError DAMAGED, LIMIT
 */
export function parseKeyPayload(
  bytes: Uint8Array,
  described: ManifestCompartment,
  place: { readonly deedId: Uint8Array; readonly compartment: number },
): CompartmentKeys {
  const what = say().deed.theKeysOf({ compartment: described.name })
  const payload = parseSchema(payloadSchema, parseStrictJson(bytes, what), what)
  const bound =
    constantTimeEqual(parseHex(payload.deedId, what), place.deedId) &&
    payload.compartment === described.name &&
    payload.epochs.length === described.epochs.length &&
    payload.epochs.every(({ epoch }, at) => epoch === described.epochs[at]?.epoch)
  if (!bound) throw new DatadeedError('DAMAGED', say().deed.keysOfAnother({ what }))
  const read = (text: string): Uint8Array => parseBase64(text, what, KEY_BYTES)
  const keys = {
    macKey: read(payload.macKey),
    epochs: new Map(payload.epochs.map(({ epoch, key }) => [epoch, read(key)])),
    facts: { salt: read(payload.facts.salt), text: payload.facts.text },
  }
  assertCommitted(keys, described, place)
  return keys
}

async function openCompartment(
  { manifest, deedId }: DeedAccess,
  number: number,
  { identity, ageFile }: Assigned,
): Promise<CompartmentKeys> {
  const described = manifest.compartments[number]
  if (described === undefined)
    throw new InternalError('an access statement was checked to have the same compartments')
  const payload = await unwrapAssigned(await ageFile(), described.name, { identity, suite: manifest.suite })
  try {
    return parseKeyPayload(payload, described, { deedId, compartment: number })
  } finally {
    payload.fill(0)
  }
}

async function unwrapAssigned(
  ageFile: Uint8Array,
  name: string,
  { identity, suite }: { readonly identity: string; readonly suite: 'hybrid' | 'classic' },
): Promise<Uint8Array> {
  try {
    return await unwrap(ageFile, [identity], suite)
  } catch (cause) {
    if (!(cause instanceof DatadeedError && cause.code === 'NO_KEY')) throw cause
    const hints = [say().deed.notOpenedHint]
    throw new DatadeedError('NOT_OPENED', say().deed.notOpened({ compartment: name }), { hints, cause })
  }
}

/** In constant time, before any use: two readers can never be given different keys, nor a key of another place. */
function assertCommitted(
  { macKey, epochs, facts }: CompartmentKeys,
  described: ManifestCompartment,
  place: { readonly deedId: Uint8Array; readonly compartment: number },
): void {
  const { name } = described
  const pairs = [
    [macKeyCommitment(macKey, place), described.macKey],
    [factsCommitment(facts, place), described.facts],
    ...described.epochs.map(
      ({ epoch, key }) =>
        [dataKeyCommitment(epochs.get(epoch) ?? new Uint8Array(0), { ...place, epoch }), key] as const,
    ),
  ] as const
  if (pairs.every(([made, stated]) => constantTimeEqual(made, parseHex(stated, name)))) return
  throw new DatadeedError('DAMAGED', say().deed.keyCommitment({ compartment: name }), {
    hints: [say().deed.askAgainHint],
  })
}
