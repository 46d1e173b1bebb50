import { join } from 'node:path'
import { MANIFEST, SIGNATURES } from '../../deed/index.ts'
import { DatadeedError } from '../../errors.ts'
import { type FileSystem, realFileSystem, syncFolder, writeFault } from '../../files/index.ts'
import type { Card } from '../../identity/index.ts'
import { type Link, listLinks, readLink } from '../series/links.ts'
import { isRemoved, type Removals } from '../series/removals.ts'
import type { OpenedSeries } from '../series/series.ts'

/** What the chain needs of a deed. */
const KEPT = [MANIFEST, SIGNATURES]
/** Age files lie in `keys`, and where readers were changed in a statement beside it; blocks lie in `data`. */
const [FIRST, LAST] = ['keys', 'data']

export interface RemovalOptions {
  readonly signal?: AbortSignal | undefined
  /** The real one when absent. */
  readonly files?: FileSystem | undefined
}

/**
 * Removes all of these deeds but manifest and signatures, the blocks last: what is left where this is ended on the way
 * opens for nobody. A signed prune mark names each of them; whoever comes next goes on.
 * @throws DatadeedError IO_WRITE
 */
export async function removeContent(
  { remote, folder }: OpenedSeries,
  deeds: readonly Pick<Link, 'name'>[],
  { signal, files = realFileSystem }: RemovalOptions,
): Promise<void> {
  for (const { name } of deeds) {
    signal?.throwIfAborted()
    if (remote === undefined) await removeHere(join(folder, name), files)
    else {
      await remote.remove(name, allBut([...KEPT, `${LAST}/**`]))
      await remote.remove(name, ['--rmdirs', ...allBut(KEPT)])
    }
  }
}

function allBut(patterns: readonly string[]): string[] {
  return patterns.flatMap((pattern) => ['--exclude', `/${pattern}`])
}

async function removeHere(deed: string, files: FileSystem): Promise<void> {
  try {
    const names = (await files.list(deed)).filter((name) => !KEPT.includes(name))
    for (const name of names.sort((a, b) => placeOf(a) - placeOf(b))) await files.removeTree(join(deed, name))
  } catch (cause) {
    throw writeFault(deed, cause)
  }
  await syncFolder(files, deed)
}

function placeOf(name: string): number {
  if (name === FIRST) return 0
  return name === LAST ? 2 : 1
}

/**
 * Goes on with what the newest prune mark names, where the run that signed it was ended; each prune and each run does, so
 * that older ones are finished.
 * @throws DatadeedError IO_WRITE, IO_READ
 */
export async function finishRemoval(
  series: OpenedSeries,
  options: RemovalOptions & { readonly own: Card; readonly onDeeds: (names: readonly string[]) => void },
): Promise<void> {
  const { links: names } = await listLinks(series.folder)
  const newest = names.findLast(({ kind }) => kind === 'prune')
  if (newest === undefined) return
  const removals: Removals = new Map()
  // What is wrong with a link is for who looks at the series to tell: nothing is removed by it.
  const prune = await readLink(series, newest, removals).catch(passOver)
  // Of another's mark only the whole chain can tell whether it counts: `prune` reads it.
  if (prune?.signer.fingerprint !== options.own.fingerprint) return
  const left: Link[] = []
  for (const { sequence } of prune.removed ?? []) {
    const named = names.find((each) => each.sequence === sequence && each.kind === 'deed')
    if (named === undefined || (await isRemoved(series, named.name).catch(passOver)) !== false) continue
    const deed = await readLink(series, named, removals).catch(passOver)
    if (deed?.pruned?.done === false) left.push(deed)
  }
  if (left.length === 0) return
  options.onDeeds(left.map(({ name }) => name))
  await removeContent(series, left, options)
}

function passOver(error: unknown): undefined {
  if (!(error instanceof DatadeedError) || error.code === 'INTERNAL') throw error
  return undefined
}
