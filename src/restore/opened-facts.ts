import type { VerifiedDeed } from '../deed/index.ts'
import { cardsAs, type Facts } from '../ledger/index.ts'

/** What the ledger tells of a deed that was opened, and of which of its compartments. */
export function openedFacts(
  { manifest, manifestSha256 }: VerifiedDeed,
  compartments: readonly string[],
): Facts {
  const { deedId, series, sequence, seller } = manifest
  return {
    deedId,
    manifest: manifestSha256,
    ...(series !== null && { series }),
    ...(sequence !== null && { sequence }),
    cards: cardsAs('seller', [seller]),
    compartments: [...compartments],
  }
}
