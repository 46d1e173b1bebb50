import { type GrantFile, readGrants } from '../access/index.ts'
import type { ReadGrants } from '../deed/index.ts'
import { DatadeedError } from '../errors.ts'
import { readFault } from '../files/index.ts'
import { assertNotCompromised, type Card } from '../identity/index.ts'
import { GRANTS, PAPER_BYTES } from '../limits.ts'
import { say } from '../messages/index.ts'
import { printable } from '../messages/printable.ts'
import { peekPaper } from '../papers/index.ts'
import { readAtMost } from './read-at-most.ts'
import type { Session } from './session.ts'
import type { Values } from './values.ts'

/** The files in --grant. @throws DatadeedError LIMIT, IO_READ, DAMAGED; UNTRUSTED for one of a compromised card */
export async function readGrantFiles(values: Values, session: Pick<Session, 'home'>): Promise<GrantFile[]> {
  const files = await readAllGrantFiles(values)
  // The issuer that a paper names is the one that it is checked with later, or it is refused then.
  const issuers = files.map(({ name, bytes }) => peekPaper(bytes, printable(name)).issuer)
  await assertNotCompromised(session.home, issuers)
  return files
}

/** Whoever has issued them. @throws DatadeedError LIMIT, IO_READ */
export async function readAllGrantFiles(values: Values): Promise<GrantFile[]> {
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
export async function readGivenGrants(
  values: Values,
  from: Card,
  session: Pick<Session, 'home'>,
): Promise<ReadGrants | undefined> {
  const files = await readGrantFiles(values, session)
  return files.length === 0 ? undefined : readGrants(files, from)
}
