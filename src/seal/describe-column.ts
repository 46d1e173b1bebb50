import { describeChange } from '../actions/index.ts'
import type { ManifestTable } from '../deed/index.ts'
import type { PlannedColumn } from '../policy/index.ts'

/** What is said of a column in manifest and report alike: what it is, where it goes, what was done to its cells. */
export function describeColumn({
  name,
  type,
  compartment,
  action,
  change,
}: PlannedColumn): Pick<
  ManifestTable['columns'][number],
  'name' | 'type' | 'compartment' | 'action' | 'how'
> {
  return {
    name,
    type,
    compartment: action === 'drop' ? null : compartment,
    action,
    ...(change === null ? {} : { how: describeChange(change) }),
  }
}
