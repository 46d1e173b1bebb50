import { randomBytes, toHex } from '../crypto/index.ts'
import {
  assertOutsideDeed,
  createDeedWriter,
  type DeedWriter,
  MIMETYPE,
  MIMETYPE_BYTES,
  openVerifiedDeed,
  README,
  README_BYTES,
  type VerifiedDeed,
} from '../deed/index.ts'
import { DatadeedError } from '../errors.ts'
import { existsFault, type Found, readFault, realFileSystem } from '../files/index.ts'
import { assertCanOpen, assertCanSign } from '../identity/index.ts'
import { say } from '../messages/index.ts'
import { DataKeys } from '../seal/index.ts'
import { chooseReaders } from './choose-readers.ts'
import { copyTables } from './copy-tables.ts'
import { describeReseal } from './describe-reseal.ts'
import { goOn } from './go-on.ts'
import { openWhole, type WholeDeed } from './open-whole.ts'
import { preparePaper } from './pending-paper.ts'
import { proveSame } from './prove-same.ts'
import type { ResealReport, ResealRequest } from './request.ts'
import { contentOf, resealedFacts } from './reseal-facts.ts'
import { assertRetirable, findRetirable, retiredName, retireWhole } from './retire-deed.ts'
import { type ResealThreads, threadsOf } from './walk-blocks.ts'
import { type Resealed, writePapers } from './write-papers.ts'

const DEED_ID_BYTES = 16

/**
 * Seals what a deed holds once more, into a new deed with new keys. The new one has its name only when it was read back
 * from the disk and holds what the old one's seller has signed; a failure before leaves everything as it was. A run that
 * was killed behind that goes on when it is done again.
 * @throws DatadeedError with the code of the first thing that is refused or fails
 */
export async function resealDeed(request: ResealRequest): Promise<ResealReport> {
  const started = performance.now()
  assertCanSign(request.signer)
  assertCanOpen(request.key)
  await assertOutsideDeed(request.output, request.deed)
  await assertOutsideDeed(request.paper, request.deed)
  const { files = realFileSystem } = request
  const isThere = (path: string): Promise<boolean> =>
    files.find(path).then(
      (there) => there !== undefined,
      (cause: unknown) => {
        throw readFault(path, cause)
      },
    )
  if (!request.dryRun && (await isThere(request.output))) return goOn(request, started)
  const names = [request.output, request.paper, ...(request.retire ? [retiredName(request.deed)] : [])]
  for (const path of names) if (await isThere(path)) throw existsFault(path)
  const found = request.retire ? await findRetirable(request.deed, files) : undefined
  await using whole = await openWhole(request.deed, request)
  if (request.retire) assertRetirable(whole.deed)
  const chosen = chooseReaders(whole.deed, {
    ...request,
    own: [request.key.card, request.signer.card],
  })
  await request.chosen?.(chosen.readers.flat())
  const hadEscrow = whole.deed.access.escrow !== undefined
  const plan = { request, before: whole.deed, chosen, hadEscrow, found, started }
  if (request.dryRun) return describeReseal(plan)
  return await sealAgain(whole, plan)
}

interface Plan extends Pick<Resealed, 'before' | 'chosen'> {
  readonly request: ResealRequest
  readonly hadEscrow: boolean
  /** What is to be retired. */
  readonly found: Found | undefined
  readonly started: number
}

async function sealAgain(whole: WholeDeed, plan: Plan): Promise<ResealReport> {
  const { request, before, found } = plan
  const { signer, recorder, output, signal, files } = request
  await recorder?.intent({ deedId: before.manifest.deedId, manifest: before.manifestSha256 })
  await using threads = threadsOf(request)
  await using writer = await createDeedWriter(output, { form: before.container.form, signal, files })
  const facts = before.manifest.compartments.map((_, number) => whole.keys.get(number)?.facts.text ?? '{}')
  using fresh = new DataKeys(facts, randomBytes)
  const deedId = randomBytes(DEED_ID_BYTES)
  const copied = await copyDeed(whole, { deedId, fresh, writer, threads, request })
  const read = await writePapers({ ...plan, deedId, fresh, copied }, request, writer)
  await writer.sync()
  await readBack(writer, whole, { fresh, threads, request })
  const after = { deedId: toHex(deedId), manifest: read.sha256 }
  const content = contentOf(before, after, recorder?.head ?? null)
  await using paper = await preparePaper(content, request)
  await recorder?.outcome(
    resealedFacts(content, { readers: plan.chosen.readers, signer: signer.card, paper }),
  )
  const { lasting } = await writer.publish()
  // From here on the new deed stays: what fails now, the next run does.
  recorder?.done()
  await paper.publish()
  const retired = request.retire ? await retireWhole(whole, found, request) : null
  const { length: bytes, leftovers } = writer
  return describeReseal({ ...plan, after, retired, bytes, lasting, leftovers })
}

/** Everything of the new deed that stands before its manifest. */
async function copyDeed(
  { deed, keys }: WholeDeed,
  copy: {
    readonly deedId: Uint8Array
    readonly fresh: DataKeys
    readonly writer: DeedWriter
    readonly threads: ResealThreads
    readonly request: ResealRequest
  },
) {
  const { deedId, fresh, writer, threads, request } = copy
  await writer.writeEntry(MIMETYPE, MIMETYPE_BYTES)
  await writer.writeEntry(README, README_BYTES)
  const { signal, progress } = request
  const other = { deedId, keys: secretsOf(deed, fresh) }
  return copyTables(deed, { keys, other, fresh, writer, threads, signal, progress })
}

/** Opens what was just written, from the disk, as a stranger would, and holds it against the old deed. */
async function readBack(
  { partialPath }: DeedWriter,
  { deed: before, keys: beforeKeys }: WholeDeed,
  {
    fresh,
    threads,
    request,
  }: { readonly fresh: DataKeys; readonly threads: ResealThreads; readonly request: ResealRequest },
): Promise<void> {
  const { signal, progress } = request
  try {
    await using after = await openVerifiedDeed(partialPath, { from: request.signer.card })
    const afterKeys = secretsOf(before, fresh)
    await proveSame({ before, beforeKeys, after, afterKeys, threads, signal, progress })
  } catch (cause) {
    if (!(cause instanceof DatadeedError) || cause.code === 'INTERNAL' || cause.code === 'IO_READ')
      throw cause
    throw new DatadeedError('DAMAGED', say().reseal.readBackFailed, {
      cause,
      hints: [say().seal.readBackHint],
    })
  }
}

function secretsOf({ manifest }: VerifiedDeed, fresh: DataKeys) {
  return new Map(manifest.compartments.map((_, number) => [number, fresh.secretsOf(number)]))
}
