import { hmacSha256, parseHex } from '../crypto/index.ts'
import { InternalError } from '../errors.ts'
import { label, u32, u64 } from './binary.ts'
import { NO_TOTAL, type Total } from './control-totals.ts'
import type { ControlTotal } from './facts.ts'
import { columnsOf } from './manifest-faults.ts'
import type { VerifiedDeed } from './verified-deed.ts'

// FORMAT.md section 8.3.
const RECEIPT_PROOF = label('datadeed/v1/receipt-proof')

/** The receipt that a proof is made for; hexadecimal, all three. */
export interface ProvenFor {
  readonly paperId: string
  /** Fingerprint of the card that signs it. */
  readonly issuer: string
  readonly manifestSha256: string
}

/** What of a deed it is made of. Table and compartment are positions. */
export interface ProvenPlace {
  readonly table: number
  readonly compartment: number
  readonly rows: number
}

/** Nobody can make it without the plainRoot, and of no use is it in any other receipt, or in anybody else's. */
export function receiptProof(
  plainRoot: Uint8Array,
  { paperId, issuer, manifestSha256 }: ProvenFor,
  { table, compartment, rows }: ProvenPlace,
): Uint8Array {
  return hmacSha256(
    plainRoot,
    RECEIPT_PROOF,
    parseHex(paperId, 'paperId', 16),
    parseHex(issuer, 'issuer', 32),
    parseHex(manifestSha256, 'manifestSha256', 32),
    u32(table),
    u32(compartment),
    u64(rows),
  )
}

/** A table of which something was opened; compartments by position. */
export interface OpenedTable {
  readonly table: number
  readonly name: string
  readonly rows: number
  readonly compartments: readonly {
    readonly compartment: number
    readonly name: string
    readonly columns: number
  }[]
}

/** A control total as the deed's facts state it, and as the cells that were opened make it. */
export interface ComparedTotal {
  readonly names: { readonly table: string; readonly column: string }
  readonly stated: ControlTotal
  readonly found: Total
}

/**
 * Every block of some compartments of a deed, opened through all its checks, and every plainRoot compared. Only
 * proveOpening makes one, so that whoever holds one has opened it all; the roots themselves do not leave it.
 */
export class ProvenOpeningHandle {
  readonly manifestSha256: string
  readonly tables: readonly OpenedTable[]
  readonly totals: readonly ComparedTotal[]
  readonly #roots: readonly ReadonlyMap<number, Uint8Array>[]

  constructor(
    { manifest, manifestSha256 }: VerifiedDeed,
    proven: readonly {
      readonly rows: number
      readonly roots: ReadonlyMap<number, Uint8Array>
      readonly totals: readonly Total[]
    }[],
    stated: readonly ControlTotal[],
  ) {
    this.manifestSha256 = manifestSha256
    this.#roots = proven.map(({ roots }) => roots)
    const found = proven.flatMap(({ totals }) => totals)
    this.totals = stated.map((total, at) => ({
      names: namesOf(manifest, total),
      stated: total,
      found: found[at] ?? NO_TOTAL,
    }))
    this.tables = manifest.tables.flatMap((described, table) => {
      const { rows = 0, roots } = proven[table] ?? {}
      const compartments = manifest.compartments.flatMap(({ name }, compartment) =>
        roots?.has(compartment) ? [{ compartment, name, columns: columnsOf(described, name).length }] : [],
      )
      return compartments.length === 0 ? [] : [{ table, name: described.name, rows, compartments }]
    })
  }

  /** The proof of one table and compartment for one receipt. */
  proofFor({ table, compartment }: Omit<ProvenPlace, 'rows'>, receipt: Omit<ProvenFor, 'manifestSha256'>) {
    const root = this.#roots[table]?.get(compartment)
    const rows = this.tables.find((opened) => opened.table === table)?.rows
    if (root === undefined || rows === undefined) throw new InternalError('a proof of what was not opened')
    const { manifestSha256 } = this
    return receiptProof(root, { ...receipt, manifestSha256 }, { table, compartment, rows })
  }
}

function namesOf(
  { tables }: VerifiedDeed['manifest'],
  { table, column }: ControlTotal,
): ComparedTotal['names'] {
  return { table: tables[table]?.name ?? '', column: tables[table]?.columns[column]?.name ?? '' }
}

export type ProvenOpening = ProvenOpeningHandle
