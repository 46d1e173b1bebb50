import { basename, dirname, join } from 'node:path'
import {
  ACCESS,
  ACCESS_SIGNATURES,
  MANIFEST,
  MIMETYPE,
  README,
  ROTATED,
  SIGNATURES,
  type VerifiedDeed,
} from '../deed/index.ts'
import { DatadeedError, InternalError } from '../errors.ts'
import {
  existsFault,
  type FileSystem,
  type Found,
  OutputFile,
  PartialOutput,
  readFault,
  realFileSystem,
  reasonOf,
  sweepPartials,
  syncFolder,
  writeFault,
} from '../files/index.ts'
import { readSmallFile } from '../identity/index.ts'
import { ENVELOPE_BYTES } from '../limits.ts'
import { say } from '../messages/index.ts'
import { printable } from '../messages/printable.ts'
import type { WholeDeed } from './open-whole.ts'
import type { ResealRequest } from './request.ts'

/** What stays of a deed: nobody opens anything with it, and everybody can check what was signed. */
export interface Remains {
  readonly manifest: Uint8Array
  readonly signatures: Uint8Array
}

/** Where they stay: handover.deed leaves handover.retired behind. */
export function retiredName(deed: string): string {
  return `${deed.replace(/[/\\]+$/, '').replace(/\.deed$/i, '')}.retired`
}

/** Undefined where there is no such folder. @throws DatadeedError LIMIT, IO_READ */
export async function findRemains(folder: string, files = realFileSystem): Promise<Remains | undefined> {
  const found = await files.find(folder).catch((cause: unknown) => {
    throw readFault(folder, cause)
  })
  if (found?.kind !== 'folder') return undefined
  return { manifest: await readEntry(folder, MANIFEST), signatures: await readEntry(folder, SIGNATURES) }
}

/** The very file or folder that is to be taken away. @throws DatadeedError USAGE for a link, IO_READ */
export async function findRetirable(path: string, files = realFileSystem): Promise<Found | undefined> {
  const found = await files.find(path.replace(/[/\\]+$/, '')).catch((cause: unknown) => {
    throw readFault(path, cause)
  })
  if (found?.kind !== 'other') return found
  throw new DatadeedError('USAGE', say().reseal.retiresNoLink({ path: printable(path) }))
}

/** What is taken out of a series breaks its chain. @throws DatadeedError USAGE */
export function assertRetirable({ manifest }: VerifiedDeed): void {
  if (manifest.series === null) return
  const told = { sequence: manifest.sequence ?? 0 }
  throw new DatadeedError('USAGE', say().reseal.inSeries(told), { hints: [say().reseal.inSeriesHint(told)] })
}

/**
 * Puts what stays of a deed beside it, then takes the deed away: of a folder its keys first, so that whatever stops this
 * half-way leaves blocks that nobody opens. Doing it again goes on where it was stopped.
 * @throws DatadeedError EXISTS where something else has the folder's name, or the deed is not the one that was found;
 * NOSPACE, IO_WRITE
 */
export async function retireDeed(
  deed: string,
  remains: Remains,
  { found, files = realFileSystem }: { readonly found: Found; readonly files?: FileSystem | undefined },
): Promise<string> {
  const folder = retiredName(deed)
  const kept = await findRemains(folder, files)
  if (kept === undefined) await keepRemains(folder, remains, files)
  else if (!isSame(kept, remains)) throw existsFault(folder)
  const path = deed.replace(/[/\\]+$/, '')
  await guard(path, async () => {
    if ((await files.find(path))?.identity !== found.identity) throw existsFault(path)
    if (found.kind === 'file') await files.removeFile(path)
    else await removeEntries(path, files)
    await syncFolder(files, dirname(path), path)
  })
  return folder
}

/** The same of a deed that is still open, whose files and keys are let go of first. */
export async function retireWhole(
  whole: WholeDeed,
  found: Found | undefined,
  { deed, recorder, files }: Pick<ResealRequest, 'deed' | 'recorder' | 'files'>,
): Promise<string> {
  if (found === undefined) throw new InternalError('a deed that was opened is somewhere')
  const { container } = whole.deed
  const remains = {
    manifest: await container.readWhole(MANIFEST, ENVELOPE_BYTES),
    signatures: await container.readWhole(SIGNATURES, ENVELOPE_BYTES),
  }
  await whole[Symbol.asyncDispose]()
  await recorder?.outcome({ state: 'retired' })
  return retireDeed(deed, remains, { found, files })
}

function isSame(kept: Remains, remains: Remains): boolean {
  const { manifest, signatures } = remains
  return Buffer.compare(kept.manifest, manifest) === 0 && Buffer.compare(kept.signatures, signatures) === 0
}

async function keepRemains(folder: string, remains: Remains, files: FileSystem): Promise<void> {
  await sweepPartials(files, { folder: dirname(folder), names: [basename(folder)] })
  await using output = new PartialOutput(folder, 'folder', files)
  await output.createFolder()
  for (const [name, bytes] of [
    [MANIFEST, remains.manifest],
    [SIGNATURES, remains.signatures],
  ] as const) {
    const shown = join(folder, name)
    const file = await OutputFile.create(files, join(output.path, name), { shown })
    try {
      await file.append(bytes)
      await file.sync()
    } finally {
      await file.close()
    }
  }
  await syncFolder(files, output.path, folder)
  await output.publish()
  await syncFolder(files, dirname(folder), folder)
  output.keep()
}

/** Nothing but a deed's own entries; the manifest last, by which a run that goes on knows whose they are. */
async function removeEntries(path: string, files: FileSystem): Promise<void> {
  await files.removeTree(join(path, 'keys'))
  await syncFolder(files, path)
  await files.removeTree(join(path, 'data'))
  for (const name of [ACCESS, ACCESS_SIGNATURES, ROTATED, README, MIMETYPE, SIGNATURES, MANIFEST]) {
    await files.removeFile(join(path, name)).catch((cause: unknown) => {
      if (reasonOf(cause) !== 'ENOENT') throw cause
    })
  }
  await files.removeFolder(path)
}

async function guard(path: string, act: () => Promise<void>): Promise<void> {
  try {
    await act()
  } catch (cause) {
    throw writeFault(path, cause)
  }
}

export async function readEntry(folder: string, name: string): Promise<Uint8Array> {
  const tooLong = () =>
    new DatadeedError(
      'LIMIT',
      say().deed.entryTooLong({ name, got: ENVELOPE_BYTES + 1, most: ENVELOPE_BYTES }),
    )
  return (await readSmallFile(join(folder, name), ENVELOPE_BYTES, tooLong)).bytes
}
