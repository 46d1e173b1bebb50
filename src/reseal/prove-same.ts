import { comparePlainRoots, type VerifiedDeed } from '../deed/index.ts'
import { DatadeedError } from '../errors.ts'
import { say } from '../messages/index.ts'
import type { ResealProgress } from './request.ts'
import { type DeedKeys, type ResealThreads, walkBlocks } from './walk-blocks.ts'

export interface ProofOfSame {
  /** The deed that was sealed first. Its blocks are not read: what its seller signed of them is enough. */
  readonly before: VerifiedDeed
  readonly beforeKeys: DeedKeys['keys']
  /** The one that was sealed from it, read from the disk. */
  readonly after: VerifiedDeed
  readonly afterKeys: DeedKeys['keys']
  readonly threads: ResealThreads
  readonly signal?: AbortSignal | undefined
  readonly progress?: ((step: ResealProgress) => void) | undefined
}

/**
 * Proves that a deed holds what another one does: its manifest says the same of all tables, every block of it is opened through all its checks, its plainRoots are
 * those of its own manifest, and the plainRoots of the same segments under the other deed's mac keys are those that the
 * other deed's seller has signed.
 * @throws DatadeedError DAMAGED if anything differs, LIMIT, UNSUPPORTED, IO_READ
 */
export async function proveSame(proof: ProofOfSame): Promise<void> {
  const { before, beforeKeys, after, afterKeys, threads, signal } = proof
  if (shapeOf(before) !== shapeOf(after)) throw new DatadeedError('DAMAGED', say().reseal.otherTables)
  let bytes = 0
  for (const [table, { name }] of after.manifest.tables.entries()) {
    let rows = 0
    const { roots, otherRoots } = await walkBlocks(after, table, {
      keys: afterKeys,
      other: { deedId: before.deedId, keys: beforeKeys },
      threads,
      signal,
      done: async (slice) => {
        rows += slice.rows
        bytes += slice.blocks.reduce((sum, { length }) => sum + length, 0)
        proof.progress?.({ phase: 'read-back', table: name, bytes, total: after.container.size, rows })
      },
    })
    const [fault] = [
      ...comparePlainRoots(after, table, roots),
      ...comparePlainRoots(before, table, otherRoots),
    ]
    if (fault !== undefined) throw fault
  }
}

/** All that a manifest says of the content, but for what is made with keys or follows from the blocks' order in files. */
function shapeOf({ manifest }: VerifiedDeed): string {
  const tables = manifest.tables.map(({ parts: _, plainRoots, ...table }) => [
    table,
    plainRoots.map(({ compartment }) => compartment),
  ])
  return JSON.stringify([manifest.compartments.map(({ name }) => name), tables])
}
