import { z } from 'zod'
import { openVerifiedDeed, type VerifiedDeed } from '../deed/index.ts'
import { DatadeedError } from '../errors.ts'
import { existsFault, realFileSystem } from '../files/index.ts'
import { readSmallFile } from '../identity/index.ts'
import { PAPER_BYTES } from '../limits.ts'
import { printable } from '../messages/printable.ts'
import type { NamedDeed, ResealRequest } from './request.ts'
import { readReseal } from './reseal-paper.ts'

const extSchema = z.looseObject({
  resealed: z.strictObject({ deedId: z.string(), manifest: z.string() }),
})

/** The deed that this one was sealed from, as its manifest says under `ext`; nobody else reads that. */
export function findOrigin({ manifest }: VerifiedDeed): NamedDeed | undefined {
  const ext = extSchema.safeParse(manifest.ext)
  return ext.success ? ext.data.resealed : undefined
}

export interface ResealedDeed extends AsyncDisposable {
  readonly deed: VerifiedDeed
  readonly of: NamedDeed
}

/**
 * The deed that has the new one's name, if it is what this run would have made.
 * @throws DatadeedError EXISTS for anything else
 */
export async function openResealed({ output, signer, to }: ResealRequest): Promise<ResealedDeed> {
  const deed = await openVerifiedDeed(output, { from: signer.card }).catch((cause: unknown) => {
    throw cause instanceof DatadeedError && cause.code !== 'INTERNAL' ? existsFault(output, cause) : cause
  })
  const addressed = new Set(deed.manifest.addressees.map(({ fingerprint }) => fingerprint))
  const isMeant =
    to === undefined ||
    (addressed.size === new Set(to.map(({ fingerprint }) => fingerprint)).size &&
      to.every(({ fingerprint }) => addressed.has(fingerprint)))
  const of = findOrigin(deed)
  if (of !== undefined && isMeant)
    return { deed, of, [Symbol.asyncDispose]: () => deed[Symbol.asyncDispose]() }
  await deed[Symbol.asyncDispose]()
  throw existsFault(output)
}

/** Whether any of these cards opens something of it: one may have been marked as compromised since it was sealed. */
export function opensForAny({ access }: VerifiedDeed, cards: ReadonlySet<string>): boolean {
  return access.compartments.some(({ readers }) => readers.some(({ fingerprint }) => cards.has(fingerprint)))
}

/** Whether the paper of these two deeds is there. @throws DatadeedError EXISTS for another file of its name */
export async function findPaper(
  { manifest, manifestSha256 }: VerifiedDeed,
  of: NamedDeed,
  { paper: path, signer, files = realFileSystem }: ResealRequest,
): Promise<boolean> {
  if ((await files.find(path)) === undefined) return false
  try {
    const name = printable(path)
    const { bytes } = await readSmallFile(path, PAPER_BYTES, () => existsFault(path))
    const { paper } = readReseal(bytes, { from: signer.card, name })
    const { before, after } = paper
    const fits =
      before.deedId === of.deedId &&
      before.manifest === of.manifest &&
      after.deedId === manifest.deedId &&
      after.manifest === manifestSha256
    if (fits) return true
  } catch (cause) {
    if (!(cause instanceof DatadeedError) || cause.code === 'INTERNAL') throw cause
  }
  throw existsFault(path)
}
