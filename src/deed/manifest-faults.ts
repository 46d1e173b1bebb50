import { SIGNATURE_ALGORITHMS } from '../crypto/index.ts'
import { DatadeedError } from '../errors.ts'
import { DEED_ENTRIES } from '../limits.ts'
import { say } from '../messages/index.ts'
import { areTrueColumns, isChanged, isTrueFidelity, isTyped } from './fidelity.ts'
import { entriesOf } from './layout.ts'
import { type Manifest, type ManifestTable, SOURCE_ENCODINGS } from './manifest-schema.ts'
import { MANIFEST, MIMETYPE, parseEntryName, README } from './names.ts'
import { type Subject, unsupported } from './statement.ts'

/** What a manifest of the right form may still get wrong: names that do not fit together, counts, orders. */
export function findManifestFaults(manifest: Manifest, subject: readonly Subject[]): DatadeedError[] {
  const parts = manifest.tables.reduce((sum, table) => sum + table.parts, 0)
  if (parts > DEED_ENTRIES) {
    // Before names are made for so many.
    return [new DatadeedError('LIMIT', say().deed.tooManyEntries({ got: parts, most: DEED_ENTRIES }))]
  }
  const faults = [...findReserved(manifest)]
  const check = (holds: boolean, field: string): void => {
    if (!holds) faults.push(new DatadeedError('DAMAGED', say().deed.inconsistent({ name: MANIFEST, field })))
  }
  check(isDistinct(manifest.tables.map(({ name }) => name)), 'tables.name')
  check(isDistinct(manifest.compartments.map(({ name }) => name)), 'compartments.name')
  check(isDistinct(manifest.addressees.map(({ fingerprint }) => fingerprint)), 'addressees.fingerprint')
  check(
    manifest.required.some(({ fingerprint }) => fingerprint === manifest.seller.fingerprint),
    'required',
  )
  const { series, sequence, previous } = manifest
  const standsAlone = series === null && sequence === null && previous === null
  check(standsAlone || (series !== null && (sequence ?? 0) >= 1 && previous !== null), 'series')
  for (const [number, { epochs }] of manifest.compartments.entries()) {
    const ascending = epochs.every(({ epoch }, at) => at === 0 || epoch > (epochs[at - 1]?.epoch ?? epoch))
    check(ascending, `compartments.${number}.epochs`)
  }
  for (const [number, table] of manifest.tables.entries()) {
    for (const field of findTableFaults(table, manifest)) check(false, `tables.${number}.${field}`)
  }
  const listed = manifest.entries.map(({ name }) => name)
  check(isSame(listed, listedEntries(manifest)), 'entries')
  const subjects = subject.map(({ name, digest }) => `${name} ${digest.sha256}`)
  check(
    isSame(
      subjects,
      manifest.entries.map(({ name, sha256 }) => `${name} ${sha256}`),
    ),
    'subject',
  )
  return faults
}

/** Positions of the compartments that a table uses, ascending. */
export function compartmentsOf(
  manifest: Pick<Manifest, 'compartments'>,
  table: Pick<ManifestTable, 'columns'>,
): number[] {
  const used = new Set(table.columns.map(({ compartment }) => compartment))
  return manifest.compartments.flatMap(({ name }, number) => (used.has(name) ? [number] : []))
}

/** Positions of the columns of a table that are assigned to a compartment, ascending. */
export function columnsOf(table: Pick<ManifestTable, 'columns'>, compartment: string): number[] {
  return table.columns.flatMap((column, number) => (column.compartment === compartment ? [number] : []))
}

function findReserved(manifest: Manifest): DatadeedError[] {
  const parts = manifest.tables.flatMap(({ partOf }) => (partOf === null ? [] : [String(partOf)]))
  const algorithms = manifest.required
    .flatMap((required) => required.algorithms)
    .filter((name) => !SIGNATURE_ALGORITHMS.some((known) => known === name))
  const encodings = manifest.tables
    .flatMap(({ source }) => (source.kind === 'csv' ? [source.encoding] : []))
    .filter((name) => !SOURCE_ENCODINGS.some((known) => known === name))
  return [
    ...parts.map((got) => unsupported(MANIFEST, 'partOf', got)),
    ...algorithms.map((got) => unsupported(MANIFEST, 'algorithms', got)),
    ...encodings.map((got) => unsupported(MANIFEST, 'encoding', got)),
  ]
}

function findTableFaults(table: ManifestTable, manifest: Manifest): string[] {
  const { columns, slices, parts, rows, layout, plainRoots, preamble, source, fidelity } = table
  const names = new Set(manifest.compartments.map(({ name }) => name))
  const used = compartmentsOf(manifest, table).map((number) => manifest.compartments[number]?.name)
  const checks: Readonly<Record<string, boolean>> = {
    'columns.name': isDistinct(columns.map(({ name }) => name)),
    'columns.compartment': columns.every(({ compartment, action }) =>
      action === 'drop' ? compartment === null : compartment !== null && names.has(compartment),
    ),
    'columns.how': columns.every((column) => (column.how !== undefined) === isChanged(column)),
    layout: layout === columns.find(({ action }) => action !== 'drop')?.compartment,
    slices: slices > 0 || rows === 0,
    parts: slices === 0 ? parts === 0 : parts > 0 && parts <= slices * used.length,
    plainRoots: isSame(
      plainRoots.map(({ compartment }) => compartment),
      used,
    ),
    preamble: Buffer.from(preamble, 'base64').toString('base64') === preamble,
    'source.rowsRead':
      source.rowsExcluded.reduce((sum, excluded) => sum + excluded.rows, rows) === source.rowsRead,
    'columns.kind': columns.every(
      ({ kind, declared }) =>
        (kind !== undefined) === isTyped(table) && (declared !== undefined) === isTyped(table),
    ),
    fidelity: isTrueFidelity(table),
    'fidelity.columns': areTrueColumns(fidelity.columns, columns.length),
  }
  return Object.keys(checks).filter((field) => checks[field] === false)
}

function listedEntries(manifest: Manifest): string[] {
  const indexes = entriesOf(manifest).filter((name) => parseEntryName(name).kind === 'index')
  return [MIMETYPE, README, ...indexes]
}

function isDistinct(values: readonly string[]): boolean {
  return new Set(values).size === values.length
}

function isSame(left: readonly (string | undefined)[], right: readonly (string | undefined)[]): boolean {
  return left.length === right.length && left.every((value, at) => value === right[at])
}
