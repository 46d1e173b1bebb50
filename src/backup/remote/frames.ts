import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseEntryName } from '../../deed/index.ts'
import { DatadeedError } from '../../errors.ts'
import { say } from '../../messages/index.ts'
import { printable } from '../../messages/printable.ts'
import { isLinkName } from '../series/links.ts'
import { SERIES_FILE } from '../series/series-papers.ts'
import { writeHollow } from './fetch-blocks.ts'
import { HEAD } from './mirror.ts'
import { Remote } from './rclone.ts'

/** A series of a remote in a folder here, its deeds without their blocks. */
export interface Frames extends AsyncDisposable {
  readonly folder: string
}

const BLOCKS = /\.blocks$/
const DEED = /\.deed$/
/** All but blocks, of deeds, and what says whose they are. */
const FILTERS = ['- *.blocks', '+ /*.deed/**', ...HEAD.map((pattern) => `+ ${pattern}`), '- *']

/**
 * Brings here, in one call, what says who can open the deeds of a series, until it is disposed. Empty files of the listed
 * sizes stand for the blocks.
 * @throws DatadeedError USAGE without rclone; EMPTY for a series without a deed; IO_READ, NOSPACE
 */
export async function openFrames(
  place: string,
  { signal }: { readonly signal?: AbortSignal | undefined },
): Promise<Frames> {
  const remote = new Remote(place, signal)
  await using stack = new AsyncDisposableStack()
  const folder = await mkdtemp(join(tmpdir(), 'datadeed-series-'))
  stack.defer(() => rm(folder, { recursive: true, force: true }))
  const files = await remote.list()
  if (!files.some(({ path }) => path === SERIES_FILE)) {
    const sentence = say().backup.noSeries({ folder: printable(place) })
    throw new DatadeedError('IO_READ', sentence, { hints: [say().backup.noSeriesHint] })
  }
  if (!files.some(({ path }) => DEED.test(path.split('/', 1)[0] ?? '')))
    throw new DatadeedError('EMPTY', say().census.noDeed({ folder: printable(place) }))
  const bytes = files.reduce((sum, { path, size }) => sum + (BLOCKS.test(path) ? 0 : Math.max(size, 0)), 0)
  await remote.fetch('', folder, { bytes, flags: FILTERS.flatMap((filter) => ['--filter', filter]) })
  for (const { path, size } of files)
    if (isBlocksOfDeed(path)) await writeHollow(join(folder, path), Math.max(size, 0))
  const held = stack.move()
  return { folder, [Symbol.asyncDispose]: () => held.disposeAsync() }
}

/** The name comes from the storage, and becomes a path here. */
function isBlocksOfDeed(path: string): boolean {
  const [name = '', ...inside] = path.split('/')
  if (!BLOCKS.test(path) || !DEED.test(name) || !isLinkName(name)) return false
  try {
    return parseEntryName(inside.join('/')).kind === 'blocks'
  } catch (error) {
    if (!(error instanceof DatadeedError) || error.code !== 'PATH') throw error
    return false
  }
}
