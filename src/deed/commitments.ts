import { hmacSha256, sha256 } from '../crypto/index.ts'
import type { Segment } from '../table.ts'
import { label, u8, u32, u64 } from './binary.ts'
import { KIND_NUMBERS } from './frame.ts'

// FORMAT.md section 8. Labels keep the digests of one kind apart from those of all others.
const DATA_KEY = label('datadeed/v1/data-key')
const MAC_KEY = label('datadeed/v1/mac-key')
const FACTS = label('datadeed/v1/facts')
const LEAF = label('datadeed/v1/leaf')
const PLAIN_ROOT_COMMITMENT = label('datadeed/v1/plain-root-commitment')

/** `deedId` is the 16 raw bytes; `compartment` its position in the manifest. */
export function dataKeyCommitment(
  key: Uint8Array,
  place: { readonly deedId: Uint8Array; readonly compartment: number; readonly epoch: number },
): Uint8Array {
  return digest(DATA_KEY, place.deedId, u32(place.compartment), u32(place.epoch), key)
}

export function macKeyCommitment(
  macKey: Uint8Array,
  place: { readonly deedId: Uint8Array; readonly compartment: number },
): Uint8Array {
  return digest(MAC_KEY, place.deedId, u32(place.compartment), macKey)
}

/** The salt of 32 random bytes keeps guessable facts from being tried against the commitment. */
export function factsCommitment(
  facts: { readonly salt: Uint8Array; readonly text: string },
  place: { readonly deedId: Uint8Array; readonly compartment: number },
): Uint8Array {
  return digest(FACTS, place.deedId, u32(place.compartment), facts.salt, Buffer.from(facts.text))
}

export function plainRootCommitment(plainRoot: Uint8Array): Uint8Array {
  return digest(PLAIN_ROOT_COMMITMENT, plainRoot)
}

/** The keyed digest of one segment at its place; nothing unkeyed is ever made of plaintext. */
export function leafOf(
  segment: Segment,
  place: {
    readonly deedId: Uint8Array
    readonly table: number
    readonly slice: number
    readonly rows: number
  },
  macKey: Uint8Array,
): Uint8Array {
  const { column, kind, bytes } = segment
  const head = Buffer.concat([
    LEAF,
    place.deedId,
    u32(place.table),
    u32(column),
    u8(KIND_NUMBERS[kind]),
    u32(place.slice),
    u32(place.rows),
    u64(bytes.length),
  ])
  return hmacSha256(macKey, head, bytes)
}

function digest(...parts: readonly Uint8Array[]): Uint8Array {
  return sha256(Buffer.concat(parts))
}
