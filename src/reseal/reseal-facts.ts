import type { VerifiedDeed } from '../deed/index.ts'
import type { Card } from '../identity/index.ts'
import { cardsAs, type Facts } from '../ledger/index.ts'
import type { Party } from './choose-readers.ts'
import type { PendingPaper } from './pending-paper.ts'
import type { NamedDeed } from './request.ts'
import type { ResealContent } from './reseal-paper.ts'

/** What the paper says of two deeds: no figure of it is made of any cell. */
export function contentOf(
  { manifest, manifestSha256 }: VerifiedDeed,
  after: NamedDeed,
  ledgerHead: string | null,
): ResealContent {
  const { name, fingerprint } = manifest.seller
  return {
    ledgerHead,
    before: { deedId: manifest.deedId, manifest: manifestSha256, seller: { name, fingerprint } },
    after,
    tables: manifest.tables.map((table) => ({ name: table.name, rows: table.rows })),
    compartments: manifest.compartments.map((compartment) => compartment.name),
  }
}

/** What the ledger tells of the new deed; the old one stood in the intent. */
export function resealedFacts(
  { before, after, tables, compartments }: ResealContent,
  {
    readers,
    signer,
    paper,
  }: {
    readonly readers: readonly (readonly Party[])[]
    readonly signer: Card
    readonly paper: Pick<PendingPaper, 'sha256'>
  },
): Facts {
  return {
    ...after,
    cards: [
      ...cardsAs('issuer', [signer]),
      ...cardsAs('seller', [before.seller]),
      ...cardsAs('reader', readers.flat()),
    ],
    compartments,
    counts: { tables: tables.length, rows: tables.reduce((sum, { rows }) => sum + rows, 0) },
    paper: { kind: 'reseal', sha256: paper.sha256 },
  }
}
