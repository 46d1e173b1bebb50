import { z } from 'zod'
import { constantTimeEqual, parseBase64, parseHex, toBase64 } from '../crypto/index.ts'
import { DatadeedError } from '../errors.ts'
import { COMPARTMENTS, ENVELOPE_BYTES, TABLES } from '../limits.ts'
import { say } from '../messages/index.ts'
import { parseStrictJson } from '../strict-json.ts'
import { factsCommitment, plainRootCommitment } from './commitments.ts'
import { type ControlTotal, readAllTotals } from './facts.ts'
import type { ReadManifest } from './manifest.ts'
import { base64Key, hex, listOf, parseSchema, sha256Hex } from './schema.ts'

const RECORD_FORMAT = 'datadeed/v1/record'
const ROOT_BYTES = 32

const recordSchema = z.strictObject({
  format: z.literal(RECORD_FORMAT),
  deedId: hex(16),
  manifestSha256: sha256Hex,
  /** In the manifest's order. */
  facts: listOf(z.strictObject({ salt: base64Key, text: z.string() }), COMPARTMENTS),
  /** By table, in the order of the manifest's `plainRoots`. */
  plainRoots: listOf(listOf(base64Key, COMPARTMENTS), TABLES),
})

/** What the seller keeps of a deed that they cannot open themselves: enough to check a receipt, no key and no cell. */
export interface SellerRecord {
  /** By table, then by compartment's position. */
  readonly plainRoots: readonly ReadonlyMap<number, Uint8Array>[]
  readonly totals: readonly ControlTotal[]
}

/** The plaintext of a record, to be encrypted to the seller alone. */
export function buildRecord({
  deedId,
  manifestSha256,
  facts,
  plainRoots,
}: {
  readonly deedId: string
  readonly manifestSha256: string
  readonly facts: readonly { readonly salt: Uint8Array; readonly text: string }[]
  readonly plainRoots: readonly (readonly Uint8Array[])[]
}): Uint8Array {
  const record = {
    format: RECORD_FORMAT,
    deedId,
    manifestSha256,
    facts: facts.map(({ salt, text }) => ({ salt: toBase64(salt), text })),
    plainRoots: plainRoots.map((roots) => roots.map(toBase64)),
  }
  return Buffer.from(`${JSON.stringify(record)}\n`)
}

/**
 * Reads a record of a deed. It needs no signature: every root and all facts in it are compared with what the manifest,
 * which the seller has signed, commits to.
 * @throws DatadeedError LIMIT, UNSUPPORTED, DAMAGED; DIFFERENT for the record of another deed
 */
export function parseRecord(bytes: Uint8Array, { manifest, sha256 }: ReadManifest): SellerRecord {
  const what = say().deed.theRecord
  if (bytes.length > ENVELOPE_BYTES) {
    throw new DatadeedError(
      'LIMIT',
      say().deed.entryTooLong({ name: what, got: bytes.length, most: ENVELOPE_BYTES }),
    )
  }
  const record = parseSchema(recordSchema, parseStrictJson(bytes, what), what)
  if (record.manifestSha256 !== sha256) {
    throw new DatadeedError('DIFFERENT', say().deed.recordOfAnother, {
      hints: [say().deed.recordOfAnotherHint],
    })
  }
  const plainRoots = manifest.tables.map((table, number) => {
    const roots = record.plainRoots[number] ?? []
    return new Map(
      table.plainRoots.map(({ compartment, commitment }, at) => {
        const root = parseBase64(roots[at] ?? '', what, ROOT_BYTES)
        assertCommitted(plainRootCommitment(root), commitment)
        return [manifest.compartments.findIndex(({ name }) => name === compartment), root] as const
      }),
    )
  })
  const deedId = parseHex(manifest.deedId, what)
  const facts = manifest.compartments.map((described, compartment) => {
    const { salt = '', text = '' } = record.facts[compartment] ?? {}
    const read = { salt: parseBase64(salt, what, ROOT_BYTES), text }
    assertCommitted(factsCommitment(read, { deedId, compartment }), described.facts)
    return [compartment, { facts: read }] as const
  })
  return { plainRoots, totals: readAllTotals(manifest, new Map(facts)) }
}

function assertCommitted(made: Uint8Array, stated: string): void {
  if (constantTimeEqual(made, Buffer.from(stated, 'hex'))) return
  throw new DatadeedError('DAMAGED', say().deed.recordDamaged)
}
