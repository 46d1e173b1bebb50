import { DatadeedError } from '../errors.ts'
import { say } from '../messages/index.ts'
import { UNREVIEWED } from '../policy/index.ts'
import { readPolicy } from './files.ts'
import type { Values } from './values.ts'

/**
 * The policy to seal under; what `--unreviewed` says outweighs the file.
 *
 * @throws DatadeedError USAGE for `--unreviewed` without a policy
 */
export async function readSealingPolicy(values: Values): ReturnType<typeof readPolicy> {
  const read = await readPolicy(values.text('policy'))
  const unreviewed = UNREVIEWED.find((word) => word === values.text('unreviewed'))
  if (unreviewed === undefined) return read
  if (read === undefined) {
    throw new DatadeedError('USAGE', say().cli.needsPolicy, { hints: [say().cli.hintNeedsPolicy] })
  }
  return { ...read, policy: { ...read.policy, unreviewed } }
}
