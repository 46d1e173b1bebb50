import { dirname, join } from 'node:path'
import { DatadeedError } from '../errors.ts'
import { namesIn } from '../files/index.ts'
import { readSuccessionFile, type SuccessionFile } from '../keys/index.ts'

const ENDING = '.succession'

/**
 * The successions that lie beside a key file, as `keys rotate` has put them there; what only has their ending, and what
 * cannot be read, is none.
 */
export async function readBeside(keyPath: string): Promise<SuccessionFile[]> {
  const folder = dirname(keyPath)
  const found: SuccessionFile[] = []
  for (const name of (await namesIn(folder)).filter((each) => each.endsWith(ENDING)).sort()) {
    try {
      found.push({ name, bytes: (await readSuccessionFile(join(folder, name))).bytes })
    } catch (error) {
      if (!(error instanceof DatadeedError) || error.code === 'INTERNAL') throw error
    }
  }
  return found
}
