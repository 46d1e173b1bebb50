import { checkBlockDigests, type VerifiedDeed } from '../deed/index.ts'
import { DatadeedError } from '../errors.ts'
import { existsFault } from '../files/index.ts'
import { openWhole, type WholeDeed } from './open-whole.ts'
import { proveSame } from './prove-same.ts'
import type { ResealRequest } from './request.ts'
import { threadsOf } from './walk-blocks.ts'

const NOT_MINE: ReadonlySet<string> = new Set(['WRONG_RECIPIENT', 'NO_KEY', 'NOT_OPENED', 'USAGE'])

/**
 * Proves once more that the new deed holds what the old one does. Where none of the keys opens the new one, every byte of
 * it is held against what was signed instead: a deed gets its name only when it was proven, and is still that one.
 * @throws DatadeedError DAMAGED, LIMIT, UNSUPPORTED, IO_READ
 */
export async function proveAgain(
  { deed: before, keys: beforeKeys }: WholeDeed,
  after: VerifiedDeed,
  request: ResealRequest,
): Promise<void> {
  const { signal, progress } = request
  await using opened = await openByOne(request)
  if (opened === undefined) {
    const [fault] = await checkBlockDigests(after, { signal })
    if (fault !== undefined) throw fault
    return
  }
  const { deed, keys: afterKeys } = opened
  // What is proven is what was found, not what has come to its name since.
  if (deed.manifestSha256 !== after.manifestSha256) throw existsFault(request.output)
  await using threads = threadsOf(request)
  await proveSame({ before, beforeKeys, after: deed, afterKeys, threads, signal, progress })
}

/** With whichever of the keys opens all of it. */
async function openByOne({ output, key, signer }: ResealRequest): Promise<WholeDeed | undefined> {
  for (const each of new Set([key, signer])) {
    try {
      return await openWhole(output, { from: signer.card, key: each })
    } catch (cause) {
      if (!(cause instanceof DatadeedError) || !NOT_MINE.has(cause.code)) throw cause
    }
  }
  return undefined
}
