import { z } from 'zod'
import {
  combineShares,
  constantTimeEqual,
  identityOfSeed,
  type OpeningIdentity,
  parseBase64,
  parseHex,
  recipientOfIdentity,
  sha256,
  toBase64,
  toHex,
  unwrap,
} from '../crypto/index.ts'
import { DatadeedError } from '../errors.ts'
import { AGE_FILE_BYTES } from '../limits.ts'
import { say } from '../messages/index.ts'
import { parseStrictJson } from '../strict-json.ts'
import type { Escrow } from './access.ts'
import { label, u32 } from './binary.ts'
import type { DeedAccess } from './deed-access.ts'
import { count, hex, parseSchema } from './schema.ts'

// FORMAT.md section 6.1.
const SHARE_FORMAT = 'datadeed/v1/share'
const SHARE = label('datadeed/v1/escrow-share')
const READER = label('datadeed/v1/escrow-reader')
const SHARE_BYTES = 33

/** The name under which an escrow stands among the readers of a compartment. */
export const ESCROW_NAME = 'escrow'

const payloadSchema = z.strictObject({
  format: z.literal(SHARE_FORMAT),
  deedId: hex(16),
  holder: count,
  share: z.string(),
})

/** A share, and whose it is: the holder's position in the access statement. */
export interface EscrowShare {
  readonly holder: number
  /** 33 bytes. */
  readonly share: Uint8Array
}

/** What stands for the escrow's age identity where a card's fingerprint would. */
export function escrowFingerprint(recipient: string): string {
  return toHex(sha256(Buffer.concat([READER, Buffer.from(recipient)])))
}

/** What the access statement holds of a share: it has 256 bits that nobody can guess. `deedId` is the 16 raw bytes. */
export function shareDigest({ holder, share }: EscrowShare, deedId: Uint8Array): string {
  return toHex(sha256(Buffer.concat([SHARE, deedId, u32(holder), share])))
}

/** The plaintext of a share's age file. */
export function buildSharePayload({ holder, share }: EscrowShare, deedId: Uint8Array): Uint8Array {
  const payload = { format: SHARE_FORMAT, deedId: toHex(deedId), holder, share: toBase64(share) }
  return Buffer.from(`${JSON.stringify(payload)}\n`)
}

/**
 * Opens the share that was wrapped for a holder, or passed on, and compares it with the access statement's digest.
 * @throws DatadeedError NOT_OPENED, DAMAGED, LIMIT
 */
export async function openShare(
  { manifest, deedId, access }: DeedAccess,
  ageFile: Uint8Array,
  { holder, identity }: { readonly holder: number; readonly identity: OpeningIdentity },
): Promise<EscrowShare> {
  const what = say().access.theShare({ holder: holder + 1 })
  const payload = await unwrap(ageFile, [identity[manifest.suite]], manifest.suite).catch(
    (cause: unknown) => {
      if (!(cause instanceof DatadeedError && cause.code === 'NO_KEY')) throw cause
      throw new DatadeedError('NOT_OPENED', say().access.shareNotOpened({ what }), { cause })
    },
  )
  const read = readPayload(payload, what)
  const share = { holder: read.holder, share: parseBase64(read.share, what, SHARE_BYTES) }
  const stated = access.escrow?.holders[holder]?.share ?? ''
  const bound =
    read.deedId === manifest.deedId &&
    read.holder === holder &&
    constantTimeEqual(parseHex(shareDigest(share, deedId), what), parseHex(stated, what))
  if (!bound) throw new DatadeedError('DAMAGED', say().access.shareOfAnother({ what }))
  return share
}

/** What it was read from is overwritten, read or not. */
function readPayload(payload: Uint8Array, what: string): z.output<typeof payloadSchema> {
  try {
    return parseSchema(payloadSchema, parseStrictJson(payload, what), what)
  } finally {
    payload.fill(0)
  }
}

/** How many distinct shares a reader has, and the identity if they are enough. */
export interface OpenedEscrow {
  readonly shares: number
  readonly threshold: number
  /** The escrow's fingerprint among the readers. */
  readonly reader: string
  /** An age identity of the deed's suite; undefined where shares are lacking. */
  readonly identity: string | undefined
}

/**
 * Gathers the shares that a reader holds or was passed, each checked, and combines them if they are enough.
 * @returns undefined where the deed has no escrow, or this reader no share of it
 * @throws DatadeedError NOT_OPENED, DAMAGED, LIMIT
 */
export async function openEscrow(
  deed: DeedAccess,
  identity: OpeningIdentity,
  fingerprint: string,
): Promise<OpenedEscrow | undefined> {
  const { escrow } = deed.access
  if (escrow === undefined) return undefined
  const wrapped = sharesFor(fingerprint, escrow, deed)
  if (wrapped.size === 0) return undefined
  const { threshold, reader } = escrow
  const shares: Uint8Array[] = []
  let fault: DatadeedError | undefined
  try {
    for (const [holder, ageFile] of wrapped) {
      try {
        shares.push((await openShare(deed, ageFile(), { holder, identity })).share)
      } catch (error) {
        if (!(error instanceof DatadeedError)) throw error
        fault ??= error
      }
    }
    // One holder's bad share does not spoil the good ones of others, if these are enough.
    if (fault !== undefined && shares.length < threshold) throw fault
    const found = { shares: shares.length, threshold, reader }
    if (shares.length < threshold) return { ...found, identity: undefined }
    return { ...found, identity: await combine(shares.slice(0, threshold), deed, reader) }
  } finally {
    for (const share of shares) share.fill(0)
  }
}

/** One age file for each distinct share: the same one, passed on twice, is still one. */
function sharesFor(
  fingerprint: string,
  { holders }: Escrow,
  { granted }: DeedAccess,
): ReadonlyMap<number, () => Uint8Array> {
  const found = new Map<number, () => Uint8Array>()
  for (const [holder, each] of holders.entries()) {
    const passed = granted.shares.find(
      ({ issuer, to }) => issuer.fingerprint === each.fingerprint && to.fingerprint === fingerprint,
    )
    if (each.fingerprint === fingerprint) found.set(holder, () => readAgeFile(each.ageFile))
    else if (passed !== undefined) found.set(holder, () => passed.ageFile)
  }
  return found
}

/** An age file in base64, as statements carry them. @throws DatadeedError LIMIT, DAMAGED */
export function readAgeFile(text: string): Uint8Array {
  const what = say().access.ageFile
  const most = 4 * Math.ceil(AGE_FILE_BYTES / 3)
  if (text.length > most) {
    throw new DatadeedError('LIMIT', say().deed.entryTooLong({ name: what, got: text.length, most }))
  }
  return parseBase64(text, what)
}

async function combine(
  shares: readonly Uint8Array[],
  { manifest }: DeedAccess,
  reader: string,
): Promise<string> {
  const seed = await combineShares(shares)
  if (seed !== undefined) {
    const identity = identityOfSeed(seed, manifest.suite)
    seed.fill(0)
    if (escrowFingerprint(await recipientOfIdentity(identity, manifest.suite)) === reader) return identity
  }
  throw new DatadeedError('DAMAGED', say().access.sharesDoNotFit)
}
