import { DatadeedError, InternalError } from '../errors.ts'
import { say } from '../messages/index.ts'
import { type AgeSuite, isIdentity } from './age.ts'
import { bech32, secretSharing } from './lazy-libraries.ts'

/** What an age identity is written with before its 32 bytes. */
const PREFIX: Record<AgeSuite, string> = { hybrid: 'age-secret-key-pq-', classic: 'age-secret-key-' }

/** The 32 bytes that an age identity of one suite is. They are the caller's to wipe. */
export function identitySeed(identity: string, suite: AgeSuite): Uint8Array {
  if (!isIdentity(identity, suite)) throw new DatadeedError('DAMAGED', say().crypto.ageIdentity)
  const codec = bech32()
  const { words } = codec.decode(identity.toLowerCase() as `${string}1${string}`, false)
  return codec.fromWords(words)
}

/** The age identity that these 32 bytes are. */
export function identityOfSeed(seed: Uint8Array, suite: AgeSuite): string {
  const codec = bech32()
  return codec.encode(PREFIX[suite], codec.toWords(seed), false).toUpperCase()
}

/**
 * Splits a secret into shares of which `threshold` distinct ones give it back, and fewer tell nothing of it: Shamir's
 * scheme over GF(2^8). A share has one byte more than the secret.
 */
export async function splitSecret(
  secret: Uint8Array,
  { shares, threshold }: { readonly shares: number; readonly threshold: number },
): Promise<Uint8Array[]> {
  if (threshold < 2 || shares < threshold || shares > 255)
    throw new InternalError('a split that shares nothing')
  const { split } = await secretSharing()
  const copy = Uint8Array.from(secret)
  try {
    return await split(copy, shares, threshold)
  } finally {
    copy.fill(0)
  }
}

/**
 * What distinct shares of one split give; of too few, or of different splits, it is some other secret. Undefined for two
 * at the same point, which their last byte is: no split gives such.
 */
export async function combineShares(shares: readonly Uint8Array[]): Promise<Uint8Array | undefined> {
  if (new Set(shares.map((share) => share.at(-1))).size < shares.length) return undefined
  const { combine } = await secretSharing()
  // The library takes no Buffer.
  const copies = shares.map((share) => Uint8Array.from(share))
  try {
    return await combine(copies)
  } finally {
    for (const copy of copies) copy.fill(0)
  }
}
