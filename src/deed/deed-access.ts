import { parseHex, sha256, toHex } from '../crypto/index.ts'
import { DatadeedError } from '../errors.ts'
import { assertCardSigns, type Card } from '../identity/index.ts'
import { ENVELOPE_BYTES } from '../limits.ts'
import { say } from '../messages/index.ts'
import { parseAccess } from './access.ts'
import type { Container } from './container.ts'
import { findSignerFaults } from './find-signer-faults.ts'
import { NOTHING_GRANTED } from './granted.ts'
import { parseManifest } from './manifest.ts'
import { ACCESS, ACCESS_SIGNATURES, MANIFEST, ROTATED, SIGNATURES } from './names.ts'
import { openContainer } from './open-container.ts'
import { openRotated, parseRotated, type ReadAccess } from './rotated-access.ts'
import { assertSignatures } from './signatures.ts'
import type { VerifiedDeed } from './verified-deed.ts'

/** Who can open a deed, verified, and the age files; of its data nothing was looked at, and it need not even be there. */
export type DeedAccess = Pick<
  VerifiedDeed,
  | 'manifest'
  | 'manifestSha256'
  | 'deedId'
  | 'access'
  | 'accessSha256'
  | 'firstAccess'
  | 'granted'
  | 'container'
>

/**
 * Opens what says who can open a deed. What is restored comes from openVerifiedDeed alone.
 * @throws DatadeedError SIGNATURE, UNTRUSTED, DAMAGED, LIMIT, UNSUPPORTED, PATH, IO_READ
 */
export async function openDeedAccess(path: string, from: Card): Promise<DeedAccess & AsyncDisposable> {
  await using opening = new AsyncDisposableStack()
  const container = opening.use(await openContainer(path))
  const manifestBytes = await readSigned(container, MANIFEST, { signatures: SIGNATURES, from })
  const read = parseManifest(manifestBytes)
  const { manifest, sha256: manifestSha256 } = read
  const [fault] = findSignerFaults(manifest, from)
  if (fault !== undefined) throw fault
  const bytes = await readSigned(container, ACCESS, { signatures: ACCESS_SIGNATURES, from })
  const firstAccess: ReadAccess = { access: parseAccess(bytes, read), sha256: toHex(sha256(bytes)) }
  const current = hasEntry(container, ROTATED)
    ? parseRotated(openRotated(await container.readWhole(ROTATED, ENVELOPE_BYTES), manifest, from), {
        read,
        first: firstAccess,
      })
    : firstAccess
  opening.move()
  return {
    ...{ manifest, manifestSha256, firstAccess, container, granted: NOTHING_GRANTED },
    deedId: parseHex(manifest.deedId, 'deedId'),
    access: current.access,
    accessSha256: current.sha256,
    [Symbol.asyncDispose]: () => container[Symbol.asyncDispose](),
  }
}

async function readSigned(
  container: Container,
  name: string,
  { signatures, from }: { readonly signatures: string; readonly from: Card },
): Promise<Uint8Array> {
  for (const each of [name, signatures]) {
    if (hasEntry(container, each)) continue
    throw new DatadeedError('DAMAGED', say().deed.missingEntry({ name: each }))
  }
  const bytes = await container.readWhole(name, ENVELOPE_BYTES)
  const entry = { bytes: await container.readWhole(signatures, ENVELOPE_BYTES), name: signatures }
  assertSignatures(bytes, entry, assertCardSigns(from))
  return bytes
}

function hasEntry({ entries }: Container, name: string): boolean {
  return entries.some((entry) => entry.name === name)
}
