import { sha256, toHex } from '../crypto/index.ts'
import { DatadeedError } from '../errors.ts'
import { say } from '../messages/index.ts'
import type { Container } from './container.ts'

/** Reads an entry whose size and digest a signed statement names. @throws DatadeedError DAMAGED, LIMIT, IO_READ */
export async function readDigested(
  container: Container,
  { name, size, sha256: expected }: { readonly name: string; readonly size: number; readonly sha256: string },
  most: number,
): Promise<Uint8Array> {
  const bytes = await container.readWhole(name, most)
  if (bytes.length !== size) {
    throw new DatadeedError('DAMAGED', say().deed.entrySize({ name, got: bytes.length, expected: size }))
  }
  if (toHex(sha256(bytes)) === expected) return bytes
  const hints = [say().deed.askAgainHint]
  throw new DatadeedError('DAMAGED', say().deed.entryDigest({ name }), { hints })
}
