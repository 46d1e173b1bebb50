import { toBase64 } from '../crypto/index.ts'
import { DatadeedError } from '../errors.ts'
import { assertCardSigns, type Card } from '../identity/index.ts'
import { say } from '../messages/index.ts'
import type { Manifest } from './manifest.ts'

/** The seller inside the signed bytes must be the card that verified them: no deed passes for somebody else's. */
export function findSignerFaults({ seller, required }: Manifest, from: Card): DatadeedError[] {
  const keys = assertCardSigns(from)
  const same =
    seller.fingerprint === from.fingerprint &&
    seller.role === from.role &&
    seller.ed25519 === toBase64(keys.ed25519) &&
    seller.mldsa65 === toBase64(keys.mldsa65)
  const others = required.filter(({ fingerprint }) => fingerprint !== seller.fingerprint)
  return [
    ...(same ? [] : [new DatadeedError('SIGNATURE', say().deed.otherSeller)]),
    ...others.map(
      ({ fingerprint }) =>
        new DatadeedError('SIGNATURE', say().deed.coSigner({ fingerprint: fingerprint.slice(0, 16) })),
    ),
  ]
}
