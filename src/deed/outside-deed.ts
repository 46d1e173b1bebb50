import { realpath } from 'node:fs/promises'
import { basename, dirname, join, relative, resolve, sep } from 'node:path'
import { DatadeedError } from '../errors.ts'
import { say } from '../messages/index.ts'
import { printable } from '../messages/printable.ts'

/**
 * A deed may be a folder: files written into it would be entries that nobody signed, and end it as a deed.
 * @throws DatadeedError USAGE
 */
export async function assertOutsideDeed(output: string, deed: string): Promise<void> {
  const way = relative(await realPath(resolve(deed)), await realPath(resolve(output)))
  if (way === '..' || way.startsWith(`..${sep}`) || resolve(way) === way) return
  throw new DatadeedError('USAGE', say().restore.insideDeed({ path: printable(output) }), {
    hints: [say().restore.chooseFolder],
  })
}

/** Links resolved as far as the path exists. */
async function realPath(path: string): Promise<string> {
  const parent = dirname(path)
  const real = await realpath(path).catch(() => undefined)
  if (real !== undefined || parent === path) return real ?? path
  return join(await realPath(parent), basename(path))
}
