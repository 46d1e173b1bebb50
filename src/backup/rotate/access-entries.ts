import { join } from 'node:path'
import { ACCESS, ACCESS_SIGNATURES, ROTATED } from '../../deed/index.ts'
import { type FileSystem, realFileSystem, sweepPartials } from '../../files/index.ts'
import { AGE_FILE_BYTES, ENVELOPE_BYTES } from '../../limits.ts'
import { say } from '../../messages/index.ts'
import { printable } from '../../messages/printable.ts'
import type { Remote } from '../remote/rclone.ts'
import type { NamedLink } from '../series/links.ts'
import type { OpenedSeries } from '../series/series.ts'

const KEYS = 'keys'
/** Under which rclone sends a file before it has its name. */
const SENT = new RegExp(`^${ROTATED.replaceAll('.', '\\.')}\\..+\\.partial$`)
const WANTED = [ACCESS, ACCESS_SIGNATURES, ROTATED]

/**
 * Which deeds of a series hold age files for the readers of their first access statement; of a series on a remote, fetches
 * what says who can open them. Unless nothing may be written, what a killed rotation has left is taken away before; what
 * another computer may be writing stays, and is told.
 * @throws DatadeedError IO_READ, IO_WRITE, NOSPACE
 */
export async function findFirstKeys(
  { folder, remote }: OpenedSeries,
  deeds: readonly NamedLink[],
  { dryRun, warn, files = realFileSystem }: FindOptions,
): Promise<ReadonlySet<string>> {
  const names = deeds.map(({ name }) => name)
  if (remote !== undefined) return fetchFirstKeys(remote, { folder, names, dryRun })
  if (!dryRun) {
    for (const path of await sweepPartials(files, { folder, names }))
      warn(say().backup.leftover({ path: printable(path) }))
  }
  const found = await Promise.all(
    names.map((name) => realFileSystem.find(join(folder, name, KEYS)).catch(() => undefined)),
  )
  return new Set(names.filter((_, at) => found[at] !== undefined))
}

interface FindOptions {
  readonly dryRun: boolean
  readonly warn: (sentence: string) => void
  readonly files?: FileSystem | undefined
}

async function fetchFirstKeys(
  remote: Remote,
  {
    folder,
    names,
    dryRun,
  }: { readonly folder: string; readonly names: readonly string[]; readonly dryRun: boolean },
): Promise<ReadonlySet<string>> {
  const listed = (await remote.list()).map(({ path, size }) => {
    const [deed = '', ...inside] = path.split('/')
    return { deed, inside: inside.join('/'), size }
  })
  const cut = listed.filter(({ deed, inside }) => names.includes(deed) && SENT.test(inside))
  for (const deed of dryRun ? [] : new Set(cut.map((each) => each.deed)))
    await remote.remove(deed, ['--include', `/${ROTATED}.*.partial`])
  const wanted = listed.filter(
    ({ inside, size }) =>
      (WANTED.includes(inside) && size <= ENVELOPE_BYTES) ||
      (inside.startsWith(`${KEYS}/`) && size <= AGE_FILE_BYTES),
  )
  const bytes = wanted.reduce((sum, { size }) => sum + Math.max(size, 0), 0)
  const patterns = [...WANTED, `${KEYS}/*`].map((name) => `/*.deed/${name}`)
  await remote.fetch('', folder, { bytes, patterns })
  return new Set(wanted.filter(({ inside }) => inside.startsWith(`${KEYS}/`)).map(({ deed }) => deed))
}
