import { join } from 'node:path'
import { ACCESS, ACCESS_SIGNATURES, ROTATED } from '../deed/index.ts'
import { type FileSystem, realFileSystem, sweepPartials } from '../files/index.ts'
import { AGE_FILE_BYTES, ENVELOPE_BYTES } from '../limits.ts'
import { say } from '../messages/index.ts'
import { printable } from '../messages/printable.ts'
import type { NamedLink } from './links.ts'
import type { OpenedSeries } from './series.ts'

const KEYS = 'keys'
/** Under which rclone sends a file before it has its name. */
const SENT = new RegExp(`^${ROTATED.replaceAll('.', '\\.')}\\..+\\.partial$`)
const WANTED = [ACCESS, ACCESS_SIGNATURES, ROTATED]

/**
 * Which deeds of a series hold age files for the readers of their first access statement; of a series on a remote, fetches
 * what says who can open them.
 * @throws DatadeedError IO_READ, NOSPACE
 */
export async function findFirstKeys(
  { folder, remote }: OpenedSeries,
  deeds: readonly NamedLink[],
): Promise<ReadonlySet<string>> {
  if (remote === undefined) {
    const found = await Promise.all(
      deeds.map(({ name }) => realFileSystem.find(join(folder, name, KEYS)).catch(() => undefined)),
    )
    return new Set(deeds.filter((_, at) => found[at] !== undefined).map(({ name }) => name))
  }
  const listed = (await remote.list()).map(({ path, size }) => {
    const [deed = '', ...inside] = path.split('/')
    return { deed, inside: inside.join('/'), size }
  })
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

/**
 * Takes away what a killed rotation has left. What another computer may be writing stays, and is told.
 * @throws DatadeedError IO_WRITE
 */
export async function sweepRotations(
  { folder, remote }: OpenedSeries,
  deeds: readonly NamedLink[],
  {
    warn,
    files = realFileSystem,
  }: { readonly warn: (sentence: string) => void; readonly files?: FileSystem | undefined },
): Promise<void> {
  if (remote === undefined) {
    const left = await sweepPartials(files, { folder, names: deeds.map(({ name }) => name) })
    for (const path of left) warn(say().backup.leftover({ path: printable(path) }))
    return
  }
  const known = new Set(deeds.map(({ name }) => name))
  for (const { path } of await remote.list()) {
    const [deed = '', inside = ''] = path.split('/')
    if (known.has(deed) && SENT.test(inside))
      await remote.remove(deed, ['--include', `/${ROTATED}.*.partial`])
  }
}
