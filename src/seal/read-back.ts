import { type CompartmentKeys, openVerifiedDeed, type ProofThreads, proveBlocks } from '../deed/index.ts'
import { DatadeedError } from '../errors.ts'
import { say } from '../messages/index.ts'
import type { Plan } from '../policy/index.ts'
import type { DataKeys } from './data-keys.ts'
import type { SealRequest } from './request.ts'

/**
 * Opens the deed that was just written, from the disk, as a stranger would: signatures, every block through every check,
 * every plainRoot.
 * @throws DatadeedError DAMAGED if anything differs from what was sealed, IO_READ if the disk does not give it back
 */
export async function readBack(
  path: string,
  {
    keys,
    plan,
    threads,
    request,
  }: {
    readonly keys: DataKeys
    readonly plan: Plan
    readonly threads: ProofThreads
    readonly request: SealRequest
  },
): Promise<void> {
  try {
    await using deed = await openVerifiedDeed(path, { from: request.seller.card })
    const total = deed.container.size
    const known = plan.compartments.map((_, compartment): [number, CompartmentKeys] => [
      compartment,
      keys.secretsOf(compartment),
    ])
    const [fault] = await proveBlocks(deed, new Map(known), {
      threads,
      signal: request.signal,
      progress: ({ table, bytes, rows }) =>
        request.progress?.({ phase: 'read-back', table, bytes, total, rows }),
    })
    if (fault !== undefined) throw fault
  } catch (cause) {
    if (!(cause instanceof DatadeedError) || cause.code === 'INTERNAL' || cause.code === 'IO_READ')
      throw cause
    throw new DatadeedError('DAMAGED', say().seal.readBackFailed, { cause, hints: [say().seal.readBackHint] })
  }
}
