import { sha256, toHex } from '../crypto/index.ts'
import { DatadeedError } from '../errors.ts'
import { ENVELOPE_BYTES } from '../limits.ts'
import { type Access, parseAccess } from './access.ts'
import type { Container } from './container.ts'
import { findLayoutFaults, isPruned } from './layout.ts'
import { type Manifest, parseManifest } from './manifest.ts'
import { ACCESS, MANIFEST, ROTATED } from './names.ts'
import { openContainer } from './open-container.ts'
import { readPaperEnvelope } from './paper-envelope.ts'
import { parseRotated } from './rotated-access.ts'

/** What a deed says of itself. Anybody could have written it: to be shown with that warning and used for nothing. */
export interface UnverifiedDeed {
  readonly unverified: true
  readonly form: 'file' | 'folder'
  /** Of the file, or of the folder's files together. */
  readonly bytes: number
  readonly manifest: Manifest
  readonly manifestSha256: string
  readonly access: Access
}

/**
 * Reads manifest and access statement without any trust: for looking at, before the seller's card is at hand.
 * @throws DatadeedError IO_READ, DAMAGED, LIMIT, PATH, UNSUPPORTED
 */
export async function readUnverified(path: string): Promise<UnverifiedDeed> {
  await using container = await openContainer(path)
  const [fault] = findLayoutFaults(container.entries.map(({ name }) => name))
  if (fault !== undefined) throw fault
  const read = parseManifest(await container.readWhole(MANIFEST, ENVELOPE_BYTES))
  const bytes = await container.readWhole(ACCESS, ENVELOPE_BYTES)
  const first = { access: parseAccess(bytes, read), sha256: toHex(sha256(bytes)) }
  const rotated = container.entries.some(({ name }) => name === ROTATED)
  const { access } = rotated ? parseRotated(await readRotated(container), { read, first }) : first
  const { form, size } = container
  return { unverified: true, form, bytes: size, manifest: read.manifest, manifestSha256: read.sha256, access }
}

async function readRotated(container: Container): Promise<Uint8Array> {
  return readPaperEnvelope(await container.readWhole(ROTATED, ENVELOPE_BYTES), ROTATED).payload
}

/** Whether nothing is left of a deed but what `backup prune` keeps. False for whatever cannot be opened. */
export async function isPrunedDeed(path: string): Promise<boolean> {
  try {
    await using container = await openContainer(path)
    return isPruned(container.entries.map(({ name }) => name))
  } catch (error) {
    if (error instanceof DatadeedError) return false
    throw error
  }
}
