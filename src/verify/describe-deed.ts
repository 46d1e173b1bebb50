import {
  type Access,
  changedColumns,
  type DeedExamination,
  type Granted,
  type Manifest,
  type ProvenOpening,
} from '../deed/index.ts'
import { compareTotals } from './compare-totals.ts'
import type { VerifyReport } from './report.ts'

/** What a key opened. */
export interface Opened {
  readonly names: ReadonlySet<string>
  readonly closed: readonly string[]
  readonly proven: ProvenOpening | undefined
}

/** What a report says of the deed itself; nothing of one that is not authentic. */
export function describeDeed(
  deed: string,
  { manifest: read, access, granted, bytes }: DeedExamination,
  opened: Opened | undefined,
): Omit<VerifyReport, 'verdicts' | 'notes' | 'failures' | 'exit' | 'seconds'> {
  const manifest = read?.manifest
  const closedTo =
    manifest === undefined || access === undefined ? [] : findClosedTo(manifest, access, granted)
  return {
    deed,
    deedId: manifest?.deedId ?? null,
    series: manifest?.series ?? null,
    sequence: manifest?.sequence ?? null,
    manifestSha256: read?.sha256 ?? null,
    dealId: manifest?.dealId ?? null,
    created: manifest?.created ?? null,
    addressees: manifest?.addressees ?? [],
    held: access?.rotated === undefined ? closedTo : [],
    escrow: describeEscrow(access),
    rotated: describeRotated(access, closedTo),
    seller:
      manifest === undefined
        ? null
        : { name: manifest.seller.name, fingerprint: manifest.seller.fingerprint },
    tables: (manifest?.tables ?? []).map(({ name, rows, columns }) => ({
      name,
      rows,
      columns: columns.length,
      changed: changedColumns(columns),
      compartments: countByCompartment(columns),
    })),
    controlTotals: compareTotals(opened?.proven),
    compartments: (access?.compartments ?? []).map(({ name, readers }) => ({
      name,
      readers: readers.map((reader) => reader.name),
      opened: opened === undefined ? null : opened.names.has(name),
    })),
    bytes,
  }
}

/** Addressees who may open nothing. */
function findClosedTo(
  { addressees }: Manifest,
  { compartments }: Access,
  { grants }: Granted,
): VerifyReport['held'] {
  const granting = grants.flatMap((grant) => grant.compartments)
  const reading = [...compartments, ...granting].flatMap(({ readers }) => readers)
  const readers = new Set(reading.map(({ fingerprint }) => fingerprint))
  return compartments.length === 0 ? [] : addressees.filter(({ fingerprint }) => !readers.has(fingerprint))
}

function describeEscrow(access: Access | undefined): VerifyReport['escrow'] {
  if (access?.escrow === undefined) return null
  const { threshold, holders } = access.escrow
  return { threshold, holders: holders.map(({ name, fingerprint }) => ({ name, fingerprint })) }
}

function describeRotated(
  access: Access | undefined,
  closedTo: VerifyReport['held'],
): VerifyReport['rotated'] {
  if (access?.rotated === undefined) return null
  const { name, fingerprint } = access.rotated.issuer
  return { serial: access.serial, created: access.created, issuer: { name, fingerprint }, closedTo }
}

function countByCompartment(
  columns: readonly { readonly compartment: string | null }[],
): VerifyReport['tables'][number]['compartments'] {
  const sealed = columns.flatMap(({ compartment }) => (compartment === null ? [] : [compartment]))
  return Array.from(
    Map.groupBy(sealed, (name) => name),
    ([name, each]) => ({ name, columns: each.length }),
  )
}
