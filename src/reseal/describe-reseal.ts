import type { VerifiedDeed } from '../deed/index.ts'
import type { ChosenReaders, Party } from './choose-readers.ts'
import type { NamedDeed, ResealReport, ResealRequest } from './request.ts'

interface Done {
  readonly request: ResealRequest
  readonly before: Pick<VerifiedDeed, 'manifest' | 'manifestSha256'>
  readonly chosen: Omit<ChosenReaders, 'grantors' | 'readers' | 'addressees'> & {
    readonly readers: readonly (readonly Party[])[]
    readonly addressees: readonly Party[]
  }
  readonly hadEscrow: boolean
  readonly started: number
  /** Absent before there is a new deed. */
  readonly after?: NamedDeed
  readonly wentOn?: boolean
  readonly retired?: string | null
  readonly bytes?: number
  readonly lasting?: boolean
  readonly leftovers?: readonly string[]
}

/** What was done, or with a dry run would be; pure but for the clock. */
export function describeReseal(done: Done): ResealReport {
  const { request, before, chosen } = done
  const { manifest, manifestSha256 } = before
  const { series, sequence } = manifest
  return {
    deed: request.deed,
    output: request.output,
    paper: request.paper,
    before: { deedId: manifest.deedId, manifest: manifestSha256, seller: partyOf(manifest.seller) },
    after: done.after ?? null,
    signer: partyOf(request.signer.card),
    tables: manifest.tables.map(({ name, rows }) => ({ name, rows })),
    rows: manifest.tables.reduce((sum, { rows }) => sum + rows, 0),
    compartments: manifest.compartments.map(({ name }, number) => ({
      name,
      readers: (chosen.readers[number] ?? []).map(partyOf),
    })),
    addressees: chosen.addressees.map(partyOf),
    leftOut: chosen.leftOut,
    followed: chosen.followed,
    escrowLeft: done.hadEscrow,
    series: series === null ? null : { name: series, sequence: sequence ?? 0 },
    wentOn: done.wentOn ?? false,
    retired: done.retired ?? null,
    bytes: done.bytes ?? 0,
    seconds: (performance.now() - done.started) / 1000,
    lasting: done.lasting ?? true,
    leftovers: done.leftovers ?? [],
  }
}

function partyOf({ name, fingerprint }: Party): Party {
  return { name, fingerprint }
}
