import type {
  AccessReview,
  GrantFacts,
  GrantReport,
  PassedShareReport,
  Right,
  RotationFacts,
  ShareFacts,
} from '../access/index.ts'
import { say } from '../messages/index.ts'
import { printable } from '../messages/printable.ts'
import type { VerifyReport } from '../verify/index.ts'
import { renderTextTable } from './text-table.ts'
import { formatBytes, shortHex } from './units.ts'

/** What a grant lets its readers open. */
export function renderGranted(report: GrantReport, dryRun: boolean): string {
  const words = say().access
  const { output, compartments, readers, others, serial } = report
  const lines = [
    dryRun
      ? words.wouldGrant
      : words.granted({ output: printable(output), bytes: formatBytes(report.bytes) }),
    ...readers.map((reader) => `  ${words.to({ ...reader, name: printable(reader.name) })}`),
    `  ${words.opens({ names: compartments })}`,
    ...(others.length === 0 ? [] : [`  ${words.staysClosed({ names: others })}`]),
    `  ${words.serial({ serial })}`,
  ]
  return `${lines.join('\n')}\n`
}

/** A share of the escrow, and how many more it takes. */
export function renderSharePassed(report: PassedShareReport, dryRun: boolean): string {
  const words = say().access
  const { output, to, threshold, holders } = report
  const lines = [
    dryRun
      ? words.wouldGrant
      : words.sharePassed({ output: printable(output), bytes: formatBytes(report.bytes) }),
    `  ${words.to({ ...to, name: printable(to.name) })}`,
    `  ${words.shareNeeds({ threshold, holders })}`,
  ]
  return `${lines.join('\n')}\n`
}

/** A grant that somebody was sent. That it is of the deed at hand, only opening the deed with it shows. */
export function renderGrantPaper({ compartments, serial, ...grant }: GrantFacts, file: string): string {
  const words = say().access
  const lines = [
    words.grantPaper({ file: printable(file) }),
    ...signedLines(grant),
    `  ${words.serial({ serial })}`,
    ...listOpens(compartments),
  ]
  return `${lines.join('\n')}\n`
}

/** The statement of changed readers, as it lies in a deed. */
export function renderRotationPaper(
  { compartments, serial, ...rotation }: RotationFacts,
  file: string,
): string {
  const words = say().access
  const lines = [
    words.rotationPaper({ file: printable(file) }),
    ...signedLines(rotation),
    `  ${words.rotationSerial({ serial })}`,
    ...listOpens(compartments),
  ]
  return `${lines.join('\n')}\n`
}

function listOpens(compartments: GrantFacts['compartments']): string[] {
  return compartments.flatMap(({ name, readers }) =>
    readers.map(
      (reader) =>
        `  ${say().access.opensFor({ compartment: name, ...reader, name: printable(reader.name) })}`,
    ),
  )
}

/** A share of an escrow that somebody was sent. */
export function renderSharePaper({ to, ...share }: ShareFacts, file: string): string {
  const words = say().access
  const lines = [
    words.sharePaper({ file: printable(file) }),
    ...signedLines(share),
    `  ${words.to({ ...to, name: printable(to.name) })}`,
  ]
  return `${lines.join('\n')}\n`
}

function signedLines({
  issuer,
  created,
  deedId,
}: Pick<GrantFacts, 'issuer' | 'created' | 'deedId'>): string[] {
  const { preview, report } = say()
  return [
    `  ${preview.signedBy({ name: printable(issuer.name), fingerprint: issuer.fingerprint })}`,
    `  ${preview.created({ at: printable(created) })}`,
    `  ${report.deedId({ id: deedId })}`,
  ]
}

/** What the readers of a deed's compartments do not tell: who has to wait, and who can open it with others. */
export function listSpecialAccess({
  held,
  escrow,
  rotated,
}: Pick<VerifyReport, 'held' | 'escrow' | 'rotated'>): string[] {
  return [
    ...(rotated === null ? [] : [describeRotated(rotated), ...rotated.closedTo.map(describeClosed)]),
    ...held.map(({ name }) => say().access.heldFrom({ name: printable(name) })),
    ...(escrow === null ? [] : describeEscrow({ ...escrow, passed: [] })),
  ]
}

/** That others read a deed than those it was sealed for: who has changed that, and when. */
export function describeRotated({
  serial,
  created,
  issuer,
}: Omit<NonNullable<VerifyReport['rotated']>, 'closedTo'>): string {
  return say().access.rotatedBy({ serial, at: printable(created), issuer: describeParty(issuer) })
}

function describeClosed({ name }: Right['reader']): string {
  return say().access.closedTo({ name: printable(name) })
}

/** Who can open what, since when, by which paper; and what no review can tell. */
export function renderAccessReview(review: AccessReview): string {
  const words = say().access
  const { rights, addressees, grantors, escrow, rotated } = review
  const closed = addressees
    .filter(({ compartments }) => compartments === 0)
    .map((each) => (rotated ? describeClosed(each) : words.heldFrom({ name: printable(each.name) })))
  const notes = [
    ...closed,
    ...(grantors.length === 0 ? [] : [words.mayGrantToo({ fingerprints: grantors.map(shortHex) })]),
    ...(escrow === null ? [] : describeEscrow(escrow)),
    ...words.reviewLimits,
  ]
  const lines = [
    words.reviewTitle({ deed: printable(review.deed) }),
    ...renderTextTable(words.reviewHeadings, rights.map(describeRight)).map((line) => `  ${line}`),
    '',
    ...notes.map((note) => `- ${note}`),
  ]
  return `${lines.join('\n')}\n`
}

function describeRight({ compartment, reader, escrow, since, grant, rotation, issuer }: Right): string[] {
  const words = say().access
  const shown = escrow ? { ...reader, name: words.escrowReader } : reader
  const told = { issuer: describeParty(issuer) }
  const byDeed = rotation === null ? words.byDeed : words.byRotation({ ...told, serial: rotation })
  const by = grant === null ? byDeed : words.byGrant({ ...told, serial: grant.serial })
  // An instant may have any number of decimals, and every row is made as wide as the widest.
  return [compartment, describeParty(shown), printable(since), by]
}

/** Anybody may write any name into a paper of theirs. */
function describeParty({ name, fingerprint }: Right['reader']): string {
  return `${printable(name)} (${shortHex(fingerprint)})`
}

function describeEscrow({ threshold, holders, passed }: NonNullable<AccessReview['escrow']>): string[] {
  const words = say().access
  return [
    words.escrowIs({ threshold, holders: holders.map(({ name }) => printable(name)) }),
    ...passed.map(({ from, to, since }) =>
      words.sharePassedOn({ from: describeParty(from), to: describeParty(to), since: printable(since) }),
    ),
  ]
}
