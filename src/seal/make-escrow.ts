import {
  generateOpeningIdentity,
  identitySeed,
  recipientOfIdentity,
  splitSecret,
  toBase64,
  wrapSecret,
} from '../crypto/index.ts'
import { buildSharePayload, type Escrow, escrowFingerprint, shareDigest } from '../deed/index.ts'
import { recipientOf } from './assert-sealable.ts'
import type { SealRequest } from './request.ts'

/** The escrow of one deed: a reader like any other, whose identity nobody keeps whole. */
export interface EscrowOfDeed {
  /** An age recipient of the deed's suite. */
  readonly recipient: string
  readonly statement: Escrow
}

/**
 * Draws an age identity for this deed alone, splits its seed, and wraps each share for its holder. The identity itself is
 * forgotten.
 * @returns undefined where none was asked for
 */
export async function makeEscrow(
  { access, suite }: SealRequest,
  deedId: Uint8Array,
): Promise<EscrowOfDeed | undefined> {
  if (access?.escrow === undefined) return undefined
  const { threshold, holders } = access.escrow
  const identity = (await generateOpeningIdentity())[suite]
  const recipient = await recipientOfIdentity(identity, suite)
  const seed = identitySeed(identity, suite)
  const shares = await splitSecret(seed, { shares: holders.length, threshold }).finally(() => seed.fill(0))
  try {
    const wrapped = await Promise.all(
      holders.map(async (card, holder) => {
        const own = recipientOf(card, suite)
        const share = { holder, share: shares[holder] ?? new Uint8Array(0) }
        const digest = shareDigest(share, deedId)
        const ageFile = await wrapSecret(buildSharePayload(share, deedId), [own], suite)
        const { name, fingerprint } = card
        return { name, fingerprint, share: digest, ageFile: toBase64(ageFile) }
      }),
    )
    return { recipient, statement: { threshold, reader: escrowFingerprint(recipient), holders: wrapped } }
  } finally {
    for (const share of shares) share.fill(0)
  }
}
