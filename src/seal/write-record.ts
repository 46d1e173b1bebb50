import { dirname } from 'node:path'
import { wrapSecret } from '../crypto/index.ts'
import { buildRecord, type ReadManifest } from '../deed/index.ts'
import { PartialOutput, realFileSystem, syncFolder } from '../files/index.ts'
import { assertCardOpens } from '../identity/index.ts'
import type { Sealed } from './build-manifest.ts'

/**
 * Writes what the seller keeps of a deed, encrypted to their own card: before the deed has its name, so that none is
 * without the record that was asked for. It goes again when it is disposed before it is kept. Undefined: nobody asked.
 * @throws DatadeedError USAGE for a key that only signs, EXISTS, NOSPACE, IO_WRITE
 */
export async function writeRecord(
  { request, plan, tables, outcomes, keys }: Sealed,
  { manifest, sha256 }: ReadManifest,
): Promise<PartialOutput | undefined> {
  const { record: path, seller, suite, files = realFileSystem } = request
  if (path === undefined) return undefined
  const recipient = assertCardOpens(seller.card)[suite]
  const plaintext = buildRecord({
    deedId: manifest.deedId,
    manifestSha256: sha256,
    facts: plan.compartments.map((_, compartment) => keys.secretsOf(compartment).facts),
    plainRoots: tables.map(({ number, shares }) =>
      shares.flatMap(({ compartment }) => outcomes[number]?.plainRoots.get(compartment) ?? []),
    ),
  })
  const content = await wrapSecret(plaintext, [recipient], suite)
  await using stack = new AsyncDisposableStack()
  const output = stack.use(new PartialOutput(path, 'file', files))
  const file = await output.createFile('owner-only')
  await file.append(content)
  await file.sync()
  await file.close()
  await output.publish()
  await syncFolder(files, dirname(path), path)
  stack.move()
  return output
}
