import { MANIFEST, openVerifiedDeed, parseManifest, type VerifiedDeed } from '../deed/index.ts'
import { DatadeedError } from '../errors.ts'
import { existsFault, type FileSystem, type Found, readFault, realFileSystem } from '../files/index.ts'
import { describeReseal } from './describe-reseal.ts'
import { findPaper, openResealed, opensForAny } from './find-resealed.ts'
import { openWhole } from './open-whole.ts'
import { preparePaper } from './pending-paper.ts'
import { proveAgain } from './prove-again.ts'
import type { NamedDeed, ResealReport, ResealRequest } from './request.ts'
import { contentOf, resealedFacts } from './reseal-facts.ts'
import {
  assertRetirable,
  findRemains,
  findRetirable,
  type Remains,
  readEntry,
  retireDeed,
  retiredName,
  retireWhole,
} from './retire-deed.ts'

/**
 * Brings to its end what a run that was stopped has left: the new deed has its name, but the paper is missing, or the old
 * deed was to be retired and is still there. The old deed is touched only after the new one was proven once more.
 * @throws DatadeedError EXISTS for a deed that was not made of this one, by this key, for these cards, or that a card opens which is compromised by now; or if all is done
 */
export async function goOn(request: ResealRequest, started: number): Promise<ResealReport> {
  await using resealed = await openResealed(request)
  const { deed: after, of } = resealed
  const paper = await findPaper(after, of, request)
  if (paper && !request.retire) throw existsFault(request.output)
  const found = request.retire ? await findRetirable(request.deed, request.files) : undefined
  const common = { request, after, of, started }
  if (paper && (await isRetiring(common, found))) return await endRetiring(common, found)
  if (opensForAny(after, request.compromised)) throw existsFault(request.output)
  await using whole = await openWhole(request.deed, request)
  if (whole.deed.manifestSha256 !== of.manifest) throw existsFault(request.output)
  if (request.retire) assertRetirable(whole.deed)
  await request.recorder?.intent(of)
  await proveAgain(whole, after, request)
  if (!paper) await writePaper(whole.deed, after, request)
  const retired = request.retire ? await retireWhole(whole, found, request) : null
  const hadEscrow = whole.deed.access.escrow !== undefined
  return tell(common, { before: whole.deed, hadEscrow, retired })
}

interface GoingOn {
  readonly request: ResealRequest
  readonly after: VerifiedDeed
  /** The old deed, as the new one's manifest names it. */
  readonly of: NamedDeed
  readonly started: number
}

async function writePaper(before: VerifiedDeed, after: VerifiedDeed, request: ResealRequest): Promise<void> {
  const { recorder, signer } = request
  const named = { deedId: after.manifest.deedId, manifest: after.manifestSha256 }
  const content = contentOf(before, named, recorder?.head ?? null)
  await using paper = await preparePaper(content, request)
  const readers = after.access.compartments.map((each) => each.readers)
  await recorder?.outcome(resealedFacts(content, { readers, signer: signer.card, paper }))
  await paper.publish()
  recorder?.done()
}

/** Whether the old deed was being taken away already: what stays of it is there, and the rest is no whole deed any more. */
async function isRetiring({ request, of }: GoingOn, found: Found | undefined): Promise<boolean> {
  const { deed, from, grants, retire, files = realFileSystem } = request
  const remains = retire ? await findRemains(retiredName(deed), files) : undefined
  if (remains === undefined || parseManifest(remains.manifest).sha256 !== of.manifest) return false
  if (found === undefined) return true
  if (found.kind === 'file' || !(await isRestOf(deed, remains, files))) return false
  const whole = await openVerifiedDeed(deed, { from, grants }).catch((cause: unknown) => {
    if (cause instanceof DatadeedError && cause.code === 'DAMAGED') return undefined
    throw cause
  })
  await whole?.[Symbol.asyncDispose]()
  return whole === undefined
}

/** A folder that held this deed: its manifest is the last to go. */
async function isRestOf(folder: string, { manifest }: Remains, files: FileSystem): Promise<boolean> {
  const names = await files.list(folder).catch((cause: unknown) => {
    throw readFault(folder, cause)
  })
  if (names.length === 0) return true
  return names.includes(MANIFEST) && Buffer.compare(await readEntry(folder, MANIFEST), manifest) === 0
}

async function endRetiring(going: GoingOn, found: Found | undefined): Promise<ResealReport> {
  const { request, of } = going
  const retired = retiredName(request.deed)
  const remains = await findRemains(retired, request.files)
  if (remains === undefined) throw existsFault(retired)
  if (found !== undefined) {
    await request.recorder?.intent(of)
    await request.recorder?.outcome({ state: 'retired' })
    await retireDeed(request.deed, remains, { found, files: request.files })
  }
  const { manifest, sha256: manifestSha256 } = parseManifest(remains.manifest)
  return tell(going, { before: { manifest, manifestSha256 }, hadEscrow: false, retired })
}

function tell(
  { request, after, started }: GoingOn,
  done: Pick<Parameters<typeof describeReseal>[0], 'before' | 'hadEscrow'> & {
    readonly retired: string | null
  },
): ResealReport {
  const { manifest, manifestSha256, access, container } = after
  return describeReseal({
    ...done,
    request,
    started,
    wentOn: true,
    after: { deedId: manifest.deedId, manifest: manifestSha256 },
    chosen: {
      readers: access.compartments.map(({ readers }) => readers),
      addressees: manifest.addressees,
      leftOut: [],
      followed: [],
    },
    bytes: container.size,
  })
}
