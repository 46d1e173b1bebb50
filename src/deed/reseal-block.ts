import { sealCobblestone, sha256 } from '../crypto/index.ts'
import type { KernelMemory } from '../kernel/kernel.ts'
import { blockContext } from './block.ts'
import { leafOf } from './commitments.ts'
import { type BlockJob, openBlockJob } from './open-block-job.ts'

/** Another deed in which the same block stands at the same place. Plain data; crosses to worker threads. */
export interface OtherDeed {
  /** 16 raw bytes. */
  readonly deedId: Uint8Array
  readonly macKey: Uint8Array
}

export interface BlockKeys {
  /** The data key of compartment and epoch in the other deed. */
  readonly key: Uint8Array
  /** 24 random bytes, never used twice. */
  readonly salt: Uint8Array
}

export interface ResealedBlock {
  readonly ciphertext: Uint8Array
  readonly sha256: Uint8Array
  /** Of the block that was opened, in its own deed. */
  readonly leaves: readonly Uint8Array[]
  /** Of the same segments in the other deed. */
  readonly otherLeaves: readonly Uint8Array[]
}

/**
 * Opens a block through all its checks and encrypts its very plaintext, compressed and padded as it is, for the same place
 * in another deed.
 * @throws DatadeedError as openBlockJob
 */
export function resealBlock(job: BlockJob, to: OtherDeed & BlockKeys, memory?: KernelMemory): ResealedBlock {
  const { segments, leaves, plaintext } = openBlockJob(job, memory)
  const place = { ...job.place, deedId: to.deedId }
  const ciphertext = sealCobblestone(to.key, to.salt, blockContext(place), plaintext)
  const otherLeaves = segments.map((segment) => leafOf(segment, place, to.macKey))
  return { ciphertext, sha256: sha256(ciphertext), leaves, otherLeaves }
}

/**
 * Opens a block through all its checks, and makes its leaves as they would be in another deed too.
 * @throws DatadeedError as openBlockJob
 */
export function proveInBoth(
  job: BlockJob,
  other: OtherDeed,
  memory?: KernelMemory,
): Pick<ResealedBlock, 'leaves' | 'otherLeaves'> {
  const { segments, leaves } = openBlockJob(job, memory)
  const place = { ...job.place, deedId: other.deedId }
  return { leaves, otherLeaves: segments.map((segment) => leafOf(segment, place, other.macKey)) }
}
