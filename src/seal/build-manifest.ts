import { toHex } from '../crypto/index.ts'
import {
  dataKeyCommitment,
  type EntryDigest,
  factsCommitment,
  type ManifestCompartment,
  type ManifestParts,
  type ManifestTable,
  macKeyCommitment,
  plainRootCommitment,
} from '../deed/index.ts'
import { InternalError } from '../errors.ts'
import type { Plan } from '../policy/index.ts'
import type { DataKeys } from './data-keys.ts'
import { describeColumn } from './describe-column.ts'
import { describeKind, describeSource, fidelityOf } from './describe-source.ts'
import type { SealableTable } from './plan-tables.ts'
import type { SealRequest } from './request.ts'
import type { TableOutcome } from './seal-tables.ts'

/** What sealing a deed has come to, as far as the manifest tells of it. */
export interface Sealed {
  readonly request: SealRequest
  readonly plan: Plan
  readonly tables: readonly SealableTable[]
  readonly outcomes: readonly TableOutcome[]
  readonly deedId: Uint8Array
  readonly keys: DataKeys
  /** Digests of mimetype, README.txt and every index, in container order. */
  readonly entries: readonly EntryDigest[]
  readonly tool: { readonly name: string; readonly version: string }
}

/** What the manifest says of a sealed deed; pure. */
export function describeDeed(sealed: Sealed): ManifestParts {
  const { request, plan, deedId, entries, tool } = sealed
  return {
    deedId: toHex(deedId),
    suite: request.suite,
    seller: request.seller.card,
    created: request.now,
    expires: request.expires,
    dealId: request.dealId,
    addressees: distinctParties(request.addressees),
    grantors: distinctParties(request.access?.grantors ?? []).map(({ fingerprint }) => fingerprint),
    tables: sealed.tables.map((table) => describeTable(table, sealed)),
    compartments: plan.compartments.map(({ name }, compartment) => ({
      name,
      ...commitmentsOf(sealed, compartment),
    })),
    entries: [...entries],
    policyDigest: plan.policyDigest ?? undefined,
    ledgerHead: request.recorder?.head ?? undefined,
    link: request.link,
    tool,
  }
}

/** A card that was named twice is one party. */
export function distinctParties(
  cards: readonly ManifestParts['addressees'][number][],
): ManifestParts['addressees'] {
  const byFingerprint = new Map(cards.map(({ name, fingerprint }) => [fingerprint, { name, fingerprint }]))
  return [...byFingerprint.values()]
}

function describeTable(table: SealableTable, { outcomes, plan }: Sealed): ManifestTable {
  const outcome = outcomes[table.number]
  const layout = table.shares.find((share) => share.layout)
  if (outcome === undefined || layout === undefined)
    throw new InternalError('a table was sealed without outcome or layout')
  const nameOf = (compartment: number): string => plan.compartments[compartment]?.name ?? ''
  return {
    name: table.name,
    rows: outcome.rows,
    slices: outcome.slices,
    parts: outcome.parts,
    partOf: null,
    layout: nameOf(layout.compartment),
    preamble: Buffer.from(table.source.preamble).toString('base64'),
    columns: table.columns.map((column) => ({
      ...describeColumn(column),
      ...describeKind(table.source, column),
    })),
    source: describeSource(table.source, outcome.rows),
    fidelity: fidelityOf(table),
    plainRoots: table.shares.map(({ compartment }) => {
      const root = outcome.plainRoots.get(compartment)
      if (root === undefined) throw new InternalError('a compartment of a table has no plainRoot')
      return { compartment: nameOf(compartment), commitment: toHex(plainRootCommitment(root)) }
    }),
  }
}

/** What the manifest commits to of the keys of a compartment (FORMAT.md section 8). */
export function commitmentsOf(
  { keys, deedId }: Pick<Sealed, 'keys' | 'deedId'>,
  compartment: number,
): Omit<ManifestCompartment, 'name'> {
  const { macKey, facts, epochs } = keys.secretsOf(compartment)
  const ascending = Array.from(epochs).sort(([a], [b]) => a - b)
  return {
    macKey: toHex(macKeyCommitment(macKey, { deedId, compartment })),
    facts: toHex(factsCommitment(facts, { deedId, compartment })),
    epochs: ascending.map(([epoch, key]) => ({
      epoch,
      key: toHex(dataKeyCommitment(key, { deedId, compartment, epoch })),
    })),
  }
}
