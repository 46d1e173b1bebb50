import { DatadeedError } from '../../errors.ts'
import { JOINED_FILES } from '../../limits.ts'
import { say } from '../../messages/index.ts'

/** Files of one shape whose rows make one table, one file behind the other. */
export interface JoinedFiles {
  readonly paths: readonly string[]
  /** What a person calls them together, for sentences. */
  readonly label: string
  /** The table's name. */
  readonly name: string
}

/** @throws DatadeedError LIMIT */
export function assertFileCount({ paths }: JoinedFiles): void {
  if (paths.length <= JOINED_FILES) return
  const told = { got: paths.length, most: JOINED_FILES }
  throw new DatadeedError('LIMIT', say().ingest.tooManyFiles(told), {
    hints: [say().ingest.hintTooManyFiles],
  })
}
