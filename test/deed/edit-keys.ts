import { SMALL_DEED_ID, type SmallDeed } from '../../fixtures/deeds/small-deed.ts'
import { sha256, toHex, wrapForReaders } from '../../src/crypto/index.ts'
import { buildKeyPayload, type KeyPayload } from '../../src/deed/index.ts'
import type { OpenedKey } from '../../src/identity/index.ts'
import { type Entry, editAccess, replace } from './edit-deed.ts'

export const COMPARTMENTS = ['general', 'contact'] as const
export type Compartment = (typeof COMPARTMENTS)[number]

/** Puts other bytes in place of a compartment's age file and signs their size and digest. */
export function putAgeFile(
  entries: readonly Entry[],
  deed: SmallDeed,
  { compartment, bytes }: { readonly compartment: Compartment; readonly bytes: Uint8Array },
): Entry[] {
  const laid = replace(entries, `keys/${compartment}.age`, bytes)
  return editAccess(laid, deed.seller, ({ predicate }) => {
    const described = predicate.compartments[COMPARTMENTS.indexOf(compartment)]
    Object.assign(described, { size: bytes.length, sha256: toHex(sha256(bytes)) })
  })
}

/** The payload that the small deed's age file of a compartment holds, with changes. */
export function keyPayload(
  { keys }: SmallDeed,
  compartment: Compartment,
  changes: Partial<KeyPayload> = {},
): Uint8Array {
  const found = keys[COMPARTMENTS.indexOf(compartment)]
  if (found === undefined) throw new Error('the fixture has two compartments')
  return buildKeyPayload({ deedId: SMALL_DEED_ID, compartment, ...found, ...changes })
}

/** A payload wrapped for readers in the classic suite. */
export function wrapClassic(payload: Uint8Array, readers: readonly OpenedKey[]): Promise<Uint8Array> {
  return wrapForReaders(
    payload,
    readers.map(({ card }) => card.open?.classic ?? ''),
    'classic',
  )
}
