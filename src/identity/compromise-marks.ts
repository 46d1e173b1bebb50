import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import { DatadeedError } from '../errors.ts'
import { makeOwnFolder, namesIn, realFileSystem, replaceFile, writeFault } from '../files/index.ts'
import { KEY_FILE_BYTES } from '../limits.ts'
import { say } from '../messages/index.ts'
import { printable } from '../messages/printable.ts'
import { parseStrictJson } from '../strict-json.ts'
import { readSmallFile } from './read-small-file.ts'

const FORMAT = 'datadeed/compromised/v1'
const FOLDER = 'trusted'
const FILE_NAME = /^([0-9a-f]{64})\.compromised$/

/** That a card is refused on this installation, whoever may have confirmed it. */
export interface CompromiseMark {
  readonly fingerprint: string
  /** Since when somebody else may have had its key, as far as is known. */
  readonly since: Date | null
  /** When it was marked here; null where the mark cannot be read, which holds all the same. */
  readonly marked: Date | null
}

const schema = z.strictObject({
  format: z.literal(FORMAT),
  name: z.string(),
  since: z.iso.datetime().nullable(),
  marked: z.iso.datetime(),
})

/** By fingerprint. @throws DatadeedError IO_READ */
export async function listCompromised(home: string): Promise<ReadonlyMap<string, CompromiseMark>> {
  const folder = join(home, FOLDER)
  const marks = new Map<string, CompromiseMark>()
  for (const name of await namesIn(folder)) {
    const fingerprint = FILE_NAME.exec(name)?.[1]
    if (fingerprint !== undefined) marks.set(fingerprint, await readMark(join(folder, name), fingerprint))
  }
  return marks
}

/** Refuses a card from now on. @throws DatadeedError NOSPACE, IO_WRITE */
export async function markCompromised(
  home: string,
  card: { readonly name: string; readonly fingerprint: string },
  { since, now }: { readonly since: Date | null; readonly now: Date },
): Promise<void> {
  const folder = join(home, FOLDER)
  await makeOwnFolder(folder)
  const mark = {
    format: FORMAT,
    name: card.name,
    since: since?.toISOString() ?? null,
    marked: now.toISOString(),
  }
  const path = join(folder, `${card.fingerprint}.compromised`)
  await replaceFile(path, `${JSON.stringify(mark, null, 2)}\n`, { files: realFileSystem })
}

/** Takes a mark away; the caller has a reason, and has told the ledger. @throws DatadeedError IO_WRITE */
export async function clearCompromised(home: string, fingerprint: string): Promise<void> {
  const path = join(home, FOLDER, `${fingerprint}.compromised`)
  try {
    await rm(path)
  } catch (cause) {
    throw writeFault(path, cause)
  }
}

/** Requires cards that are not marked. @throws DatadeedError UNTRUSTED, IO_READ */
export async function assertNotCompromised(
  home: string,
  cards: readonly { readonly name: string; readonly fingerprint: string }[],
): Promise<void> {
  const marks = await listCompromised(home)
  for (const { name, fingerprint } of cards) {
    const mark = marks.get(fingerprint)
    if (mark === undefined) continue
    const told = { name: printable(name), since: dayOf(mark.since), marked: dayOf(mark.marked) }
    throw new DatadeedError('UNTRUSTED', say().identity.compromised(told), {
      hints: [say().identity.compromisedHint],
    })
  }
}

/** What cannot be read refuses no less. */
async function readMark(path: string, fingerprint: string): Promise<CompromiseMark> {
  const nothing = { fingerprint, since: null, marked: null }
  try {
    const tooLarge = () => new DatadeedError('LIMIT', path)
    const { bytes } = await readSmallFile(path, KEY_FILE_BYTES, tooLarge)
    const { since, marked } = schema.parse(parseStrictJson(bytes, path))
    return { fingerprint, since: since === null ? null : new Date(since), marked: new Date(marked) }
  } catch {
    return nothing
  }
}

function dayOf(date: Date | null): string | null {
  return date?.toISOString().slice(0, 10) ?? null
}
