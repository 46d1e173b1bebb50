import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type SmallDeed, writeSmallDeed } from '../../../fixtures/deeds/small-deed.ts'
import { bytesOf, type Entry, readEntries } from '../../deed/edit-deed.ts'

/** The small deed, taken apart. */
export interface SmallPapers {
  readonly deed: SmallDeed
  readonly entries: readonly Entry[]
  readonly entry: (name: string) => Uint8Array
}

export async function readSmallPapers(suite: 'hybrid' | 'classic'): Promise<SmallPapers> {
  const folder = await mkdtemp(join(tmpdir(), 'papers '))
  try {
    const path = join(folder, 'small.deed')
    const deed = await writeSmallDeed(path, { form: 'file', suite })
    const entries = await readEntries(path)
    return { deed, entries, entry: (name) => bytesOf(entries, name) }
  } finally {
    await rm(folder, { recursive: true })
  }
}
