/** What a thread does with one block: seal its plaintext for another deed, or prove what another deed has of it. */
import { type BlockJob, type BlockKeys, type OtherDeed, proveInBoth, resealBlock } from '../deed/blocks.ts'
import type { KernelMemory } from '../kernel/kernel.ts'

export interface ResealJob {
  readonly block: BlockJob
  readonly other: OtherDeed
  /** To seal it with; absent where both deeds are there already. */
  readonly keys?: BlockKeys | undefined
}

export interface ResealResult {
  readonly leaves: readonly Uint8Array[]
  readonly otherLeaves: readonly Uint8Array[]
  /** Of the other deed, where it was sealed. */
  readonly sealed?: { readonly ciphertext: Uint8Array; readonly sha256: Uint8Array }
}

export function doResealJob({ block, other, keys }: ResealJob, memory?: KernelMemory): ResealResult {
  memory?.clear()
  if (keys === undefined) return proveInBoth(block, other, memory)
  const { ciphertext, sha256, leaves, otherLeaves } = resealBlock(block, { ...other, ...keys }, memory)
  return { leaves, otherLeaves, sealed: { ciphertext, sha256 } }
}
