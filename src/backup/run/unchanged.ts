import { join } from 'node:path'
import { parseBase64, randomBytes, sha256, toHex } from '../../crypto/index.ts'
import { examineDeed } from '../../deed/index.ts'
import { DatadeedError } from '../../errors.ts'
import { realFileSystem } from '../../files/index.ts'
import { say } from '../../messages/index.ts'
import { areUnchanged } from '../../seal/index.ts'
import { type Link, linkName, readLink, signerOf } from '../series/links.ts'
import type { SourceMemory } from '../series/memory.ts'
import type { OpenedSeries } from '../series/series.ts'
import type { NextPlace } from './find-place.ts'
import type { BackupRequest } from './run-backup.ts'

const KEY_BYTES = 32

/** What besides the rows makes another deed of them: who reads it, and under which decisions. */
export function conditionsOf(
  { paper }: OpenedSeries,
  { policy, addressees, controlTotals, access }: BackupRequest['seal'],
): string {
  const readers = addressees.map(({ fingerprint }) => fingerprint).sort()
  const parts = [
    paper.suite,
    policy?.policy.digest,
    policy?.policy.unreviewed,
    readers,
    controlTotals,
    access?.seller,
  ]
  return toHex(sha256(Buffer.from(JSON.stringify(parts.map((part) => part ?? null)))))
}

/** The host's own key for digests of its sources; a fresh one where it has none yet. */
export function keyOf(source: SourceMemory | undefined): Uint8Array {
  return source === undefined ? randomBytes(KEY_BYTES) : parseBase64(source.key, 'key', KEY_BYTES)
}

/** Whether the newest deed is there, and its sources are read to be what they were when it was sealed. */
export async function mayMark(
  series: OpenedSeries,
  { seal, warn }: BackupRequest,
  {
    source,
    place: { deed },
    conditions,
  }: { readonly source: SourceMemory | undefined; readonly place: NextPlace; readonly conditions: string },
): Promise<boolean> {
  if (source === undefined || deed === null) return false
  if (source.conditions !== conditions || source.manifest !== deed.manifest) return false
  if (!(await isThere(series, deed, warn))) return false
  const epochs = seal.policy?.policy.epochs
  return areUnchanged({ ...seal, epochs }, { key: keyOf(source), known: source.tables })
}

/** A mark is worth as much as the deed that it names: all of it is looked at but its blocks, which `verifySeries` reads. */
async function isThere(
  series: OpenedSeries,
  { sequence, manifest }: NonNullable<Link['deed']>,
  warn: BackupRequest['warn'],
): Promise<boolean> {
  const name = linkName(sequence, 'deed')
  const path = join(series.folder, name)
  if ((await realFileSystem.find(path)) === undefined) return false
  try {
    const link = await readLink(series, { sequence, kind: 'deed', name })
    if (link.sha256 !== manifest) return false
    // Of one on a remote its papers are at hand; all else was compared when it arrived.
    if (series.remote !== undefined) return true
    await using examined = await examineDeed(path, { from: signerOf(series, link).card })
    const [failure] = examined.failures
    if (failure === undefined) return examined.manifest?.sha256 === manifest
    throw failure.error
  } catch (error) {
    if (!(error instanceof DatadeedError) || error.code === 'INTERNAL') throw error
    warn(say().backup.passedOver({ name, why: error.message }), error.hints)
    return false
  }
}
