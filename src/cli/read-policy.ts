import { POLICY_BYTES } from '../limits.ts'
import { type Policy, parsePolicy } from '../policy/index.ts'
import { readAtMost } from './read-at-most.ts'
import type { Values } from './values.ts'

/** The policy and the bytes whose digest the deed will hold. */
export async function readPolicy(
  path: string | undefined,
): Promise<{ readonly policy: Policy; readonly bytes: Uint8Array } | undefined> {
  if (path === undefined) return undefined
  const bytes = await readAtMost(path, POLICY_BYTES + 1)
  return { policy: parsePolicy(bytes, path), bytes }
}

/** How old keys may be by the policy that is given, if one is and says so. */
export async function readKeyAges(values: Values): Promise<Policy['keyAges']> {
  return (await readPolicy(values.text('policy')))?.policy.keyAges
}
