import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { openDeedAccess, ROTATED } from '../../deed/index.ts'
import { DatadeedError } from '../../errors.ts'
import { type FileSystem, readFault, replaceFile, takeAway } from '../../files/index.ts'
import type { Card } from '../../identity/index.ts'
import { say } from '../../messages/index.ts'
import { sendOne } from '../run/staging.ts'
import type { OpenedSeries } from '../series/series.ts'

const KEYS = 'keys'

/** A deed of a series, by its name there. */
export interface RotatedPlace {
  readonly series: Pick<OpenedSeries, 'folder' | 'remote'>
  readonly name: string
  readonly files?: FileSystem | undefined
}

/**
 * Puts a statement of other readers into a deed in a single step, after it was read back beside it; then reads the deed
 * again as its readers will.
 * @throws DatadeedError NOSPACE, IO_WRITE, IO_READ; DAMAGED for what is read back otherwise
 */
export async function putRotated(
  { series: { folder, remote }, name, files }: RotatedPlace,
  { bytes, sha256 }: { readonly bytes: Uint8Array; readonly sha256: string },
  from: Card,
): Promise<void> {
  const deed = join(folder, name)
  await replaceFile(join(deed, ROTATED), bytes, {
    beside: deed,
    ...(files === undefined ? {} : { files }),
    readBack: async (path) => {
      const written = await readFile(path).catch((cause: unknown) => {
        throw readFault(path, cause)
      })
      if (Buffer.compare(written, bytes) !== 0) throw readOtherwise()
    },
  })
  if (remote !== undefined) await sendOne(remote, { from: deed, name, how: 'anew', file: ROTATED })
  await using there = await openDeedAccess(deed, from)
  if (there.accessSha256 !== sha256) throw readOtherwise()
}

/** Takes the age files away that are for readers of before; the deed is whole without them. */
export async function dropFirstKeys({
  series: { folder, remote },
  name,
  files,
}: RotatedPlace): Promise<void> {
  const deed = join(folder, name)
  if (remote !== undefined) return remote.purge(`${name}/${KEYS}`)
  await takeAway(join(deed, KEYS), { beside: deed, files })
}

function readOtherwise(): DatadeedError {
  return new DatadeedError('DAMAGED', say().rotate.readOtherwise, { hints: [say().rotate.againHint] })
}
