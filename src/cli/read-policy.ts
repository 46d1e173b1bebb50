import { POLICY_BYTES } from '../limits.ts'
import { type Policy, parsePolicy } from '../policy/index.ts'
import { readAtMost } from './read-at-most.ts'

/** The policy and the bytes whose digest the deed will hold. */
export async function readPolicy(
  path: string | undefined,
): Promise<{ readonly policy: Policy; readonly bytes: Uint8Array } | undefined> {
  if (path === undefined) return undefined
  const bytes = await readAtMost(path, POLICY_BYTES + 1)
  return { policy: parsePolicy(bytes, path), bytes }
}
