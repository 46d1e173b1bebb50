import { readdir, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { MANIFEST, SIGNATURES } from '../../deed/index.ts'
import { readFault } from '../../files/index.ts'
import type { OpenedSeries } from './series.ts'
import type { PrunePaper } from './series-papers.ts'

/** By which prune mark a deed's content was removed, and whether all of it is gone by now. */
export interface Pruned {
  readonly by: number
  readonly done: boolean
}

/** Of each deed that prune marks name: which of them did, and the manifest that it must have. */
export type Removals = Map<number, { readonly by: number; readonly manifest: string }>

/** A prune stands behind the deeds that it names; another one that names them again changes nothing. */
export function addRemovals(removals: Removals, by: number, removed: PrunePaper['removed']): void {
  for (const { sequence, manifest } of removed) if (sequence < by) removals.set(sequence, { by, manifest })
}

const KEPT = [MANIFEST, SIGNATURES]

/** Whether nothing is left of a deed but what stays for the chain. @throws DatadeedError IO_READ */
export async function isRemoved({ folder, sizes }: OpenedSeries, name: string): Promise<boolean> {
  const path = join(folder, name)
  try {
    if (sizes === undefined) return (await readdir(path)).every((each) => KEPT.includes(each))
    const kept = await Promise.all(KEPT.map(async (each) => (await stat(join(path, each))).size))
    return (sizes.get(name) ?? 0) <= kept.reduce((sum, size) => sum + size, 0)
  } catch (cause) {
    throw readFault(path, cause)
  }
}
