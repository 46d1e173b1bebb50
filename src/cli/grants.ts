import { type GrantFile, readGrants } from '../access/index.ts'
import type { ReadGrants } from '../deed/index.ts'
import { DatadeedError } from '../errors.ts'
import { readFault } from '../files/index.ts'
import type { Card } from '../identity/index.ts'
import { GRANTS, PAPER_BYTES } from '../limits.ts'
import { say } from '../messages/index.ts'
import { readAtMost } from './read-at-most.ts'
import type { Values } from './values.ts'

/** The files in --grant. @throws DatadeedError LIMIT, IO_READ */
export async function readGrantFiles(values: Values): Promise<GrantFile[]> {
  const paths = values.list('grant')
  if (paths.length > GRANTS) throw new DatadeedError('LIMIT', say().access.tooManyGrants({ most: GRANTS }))
  return Promise.all(
    paths.map(async (name) => {
      try {
        return { name, bytes: await readAtMost(name, PAPER_BYTES + 1) }
      } catch (cause) {
        throw readFault(name, cause)
      }
    }),
  )
}

/** What opens a deed with them; undefined where none was given. */
export async function readGivenGrants(values: Values, from: Card): Promise<ReadGrants | undefined> {
  const files = await readGrantFiles(values)
  return files.length === 0 ? undefined : readGrants(files, from)
}
