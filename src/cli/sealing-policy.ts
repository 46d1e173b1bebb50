import { DatadeedError } from '../errors.ts'
import { say } from '../messages/index.ts'
import { UNREVIEWED } from '../policy/index.ts'
import { readPolicy } from './read-policy.ts'
import type { Session } from './session.ts'
import type { Values } from './values.ts'

/**
 * The policy to seal under; what `--unreviewed` says outweighs the file.
 *
 * @throws DatadeedError USAGE for `--unreviewed` without a policy
 */
export async function readSealingPolicy(values: Values, session: Session): ReturnType<typeof readPolicy> {
  const path = values.text('policy')
  const read = await readPolicy(path)
  const entries = [...(read?.policy.columns.values() ?? [])].flatMap((table) => [...table.values()])
  const unsure = entries.filter((entry) => entry.unsure).length
  if (unsure > 0 && path !== undefined) {
    session.warn(say().review.stillUnsure({ count: unsure }), [
      say().review.hintStillUnsure({ policy: session.word(path) }),
    ])
  }
  const unreviewed = UNREVIEWED.find((word) => word === values.text('unreviewed'))
  if (unreviewed === undefined) return read
  if (read === undefined) {
    throw new DatadeedError('USAGE', say().cli.needsPolicy, { hints: [say().cli.hintNeedsPolicy] })
  }
  return { ...read, policy: { ...read.policy, unreviewed } }
}
