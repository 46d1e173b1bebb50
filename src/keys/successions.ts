import { join } from 'node:path'
import { DatadeedError } from '../errors.ts'
import { makeOwnFolder, namesIn, realFileSystem, replaceFile } from '../files/index.ts'
import { readSmallFile } from '../identity/index.ts'
import { SUCCESSION_BYTES } from '../limits.ts'
import { say } from '../messages/index.ts'
import { printable } from '../messages/printable.ts'
import { readIssuerCard, withIssuerCard } from '../papers/index.ts'
import { readSuccession, type Succession } from './succession-paper.ts'

const FOLDER = 'successions'
const FILE_NAME = /^([0-9a-f]{64})\.succession$/

/** Successions by the old card's fingerprint: a card has one successor. */
export type Successions = ReadonlyMap<string, Succession>

/**
 * The successions that this installation knows, its own and those it took from others. Each must still be signed by the
 * card whose fingerprint its file has.
 * @throws DatadeedError UNTRUSTED for a changed file, SIGNATURE, DAMAGED, LIMIT, IO_READ
 */
export async function listSuccessions(home: string): Promise<Successions> {
  const folder = join(home, FOLDER)
  const found = new Map<string, Succession>()
  for (const name of (await namesIn(folder)).toSorted()) {
    const fingerprint = FILE_NAME.exec(name)?.[1]
    if (fingerprint === undefined) continue
    const path = join(folder, name)
    const read = await readSuccessionFile(path)
    if (read.from.fingerprint !== fingerprint) {
      throw new DatadeedError('UNTRUSTED', say().keys.storedDiffers({ path: printable(path) }), {
        hints: [say().keys.storedDiffersHint],
      })
    }
    found.set(fingerprint, read)
  }
  return found
}

/** A file that carries its issuer's card; whose card that is, the caller knows. @throws as listSuccessions */
export async function readSuccessionFile(path: string): Promise<Succession> {
  const name = printable(path)
  const bytes = await readSuccessionBytes(path)
  const from = readIssuerCard(bytes, name)
  if (from === undefined) throw new DatadeedError('DAMAGED', say().keys.noCardInside({ name }))
  return readSuccession(bytes, { from, name })
}

/** @throws DatadeedError LIMIT, IO_READ */
export async function readSuccessionBytes(path: string): Promise<Uint8Array> {
  const tooLong = () => {
    const size = { name: printable(path), most: SUCCESSION_BYTES }
    return new DatadeedError('LIMIT', say().keys.tooLong(size))
  }
  return (await readSmallFile(path, SUCCESSION_BYTES, tooLong)).bytes
}

/** @throws DatadeedError NOSPACE, IO_WRITE */
export async function keepSuccession(
  home: string,
  { from, bytes }: Succession,
  files = realFileSystem,
): Promise<void> {
  const folder = join(home, FOLDER)
  await makeOwnFolder(folder)
  const path = join(folder, `${from.fingerprint}.succession`)
  await replaceFile(path, withIssuerCard(bytes, from, printable(path)), { files })
}
