import { readdir, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { MANIFEST } from '../deed/index.ts'
import { DatadeedError } from '../errors.ts'
import { readFault } from '../files/index.ts'
import { CENSUS_DEEDS } from '../limits.ts'
import { say } from '../messages/index.ts'
import { printable } from '../messages/printable.ts'

const DEED = /\.deed$/i

/**
 * The deeds that these paths mean: a deed itself, or every `*.deed` in a folder and the folders below it, by name.
 * @throws DatadeedError IO_READ, EMPTY for a folder without any, LIMIT
 */
export async function findDeeds(paths: readonly string[]): Promise<string[]> {
  const found = new Set<string>()
  for (const path of paths) {
    if (!(await isPlainFolder(path))) {
      found.add(path)
      continue
    }
    const inside = await listDeeds(path)
    if (inside.length === 0)
      throw new DatadeedError('EMPTY', say().census.noDeed({ folder: printable(path) }))
    for (const deed of inside) found.add(deed)
    if (found.size > CENSUS_DEEDS)
      throw new DatadeedError('LIMIT', say().census.tooMany({ most: CENSUS_DEEDS }))
  }
  return [...found]
}

/** A folder that is no deed in folder form. */
async function isPlainFolder(path: string): Promise<boolean> {
  try {
    if (!(await stat(path)).isDirectory()) return false
    return !(await readdir(path)).includes(MANIFEST)
  } catch (cause) {
    throw readFault(path, cause)
  }
}

async function listDeeds(folder: string): Promise<string[]> {
  const deeds: string[] = []
  const waiting = [folder]
  for (let at = waiting.pop(); at !== undefined; at = waiting.pop()) {
    try {
      for (const entry of await readdir(at, { withFileTypes: true })) {
        const path = join(at, entry.name)
        if (DEED.test(entry.name)) deeds.push(path)
        else if (entry.isDirectory()) waiting.push(path)
        if (deeds.length > CENSUS_DEEDS) return deeds
      }
    } catch (cause) {
      throw readFault(at, cause)
    }
  }
  return deeds.sort()
}
