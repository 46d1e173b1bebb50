import { DatadeedError } from '../../errors.ts'
import { say } from '../../messages/index.ts'
import { assertNoPassword, isPostgres } from '../../postgres/index.ts'
import type { IntoRequest } from './request.ts'
import type { DatabaseTarget } from './target.ts'

const SQLITE = /^sqlite:(?:\/\/)?/i

/** The file that `sqlite:FILE` names. */
export function findSqliteFile(into: string): string | undefined {
  const path = SQLITE.test(into) ? into.replace(SQLITE, '') : ''
  return path === '' ? undefined : path
}

/**
 * Requires that this names a database, without a password, and no schema where there are none.
 * @throws DatadeedError USAGE
 */
export function assertTarget({ into, schema }: Pick<IntoRequest, 'into' | 'schema'>): void {
  const words = say().into
  if (isPostgres(into)) assertNoPassword(into)
  else if (findSqliteFile(into) === undefined)
    throw new DatadeedError('USAGE', words.noTarget, { hints: [words.hintTarget] })
  else if (schema !== undefined) throw new DatadeedError('USAGE', words.schemaOfSqlite)
}

/** @throws DatadeedError USAGE for what is no database, and whatever keeps it from being opened */
export async function openTarget(request: IntoRequest, deedId: string): Promise<DatabaseTarget> {
  const { into } = request
  assertTarget(request)
  if (isPostgres(into)) {
    const { openPostgresTarget } = await import('./postgres/open-postgres-target.ts')
    return openPostgresTarget(into, { ...request, deedId })
  }
  const { openSqliteTarget } = await import('./sqlite/open-sqlite-target.ts')
  return openSqliteTarget(findSqliteFile(into) ?? '', { ...request, deedId })
}
