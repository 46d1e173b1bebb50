import { toHex } from '../crypto/index.ts'
import type { Card } from '../identity/index.ts'
import type { Plan } from '../policy/index.ts'
import { distinctParties } from './build-manifest.ts'
import { describeTotals } from './control-totals.ts'
import { describeColumn } from './describe-column.ts'
import { fidelityOf } from './describe-source.ts'
import type { DecidedExport } from './plan-sealing.ts'
import type { SealableTable } from './plan-tables.ts'
import type {
  DriftReport,
  MovedColumn,
  PlannedTableReport,
  PseudonymKeyReport,
  SealedTable,
  SealPreview,
  SealReport,
  SealRequest,
} from './request.ts'
import type { TableOutcome } from './seal-tables.ts'

interface Parties {
  readonly request: SealRequest
  readonly plan: Plan
}

/** What was sealed, for whoever ran it. */
export function buildReport(
  of: Parties & {
    readonly tables: readonly SealableTable[]
    readonly outcomes: readonly TableOutcome[]
    readonly epochs: readonly number[]
    readonly deedId: Uint8Array
    readonly manifestSha256: string
    readonly bytes: number
    readonly lasting: boolean
    readonly moved: readonly MovedColumn[]
    readonly leftovers: readonly string[]
    readonly seconds: number
    readonly notes: readonly string[]
  },
): SealReport {
  const { request, plan, tables, outcomes } = of
  const sealed = tables.map((table): SealedTable => {
    const { rows = 0, slices = 0, odd = [] } = outcomes[table.number] ?? {}
    const changed = table.columns.filter(({ change }) => change !== null)
    const otherForm = changed.flatMap(({ name: column }, place) =>
      (odd[place] ?? 0) > 0 ? [{ column, cells: odd[place] ?? 0 }] : [],
    )
    return { ...describeTable(table), rows, slices, otherForm }
  })
  return {
    output: request.output,
    deedId: toHex(of.deedId),
    manifestSha256: of.manifestSha256,
    bytes: of.bytes,
    sourceBytes: tables.reduce((sum, { source }) => sum + source.size, 0),
    rows: sealed.reduce((sum, { rows }) => sum + rows, 0),
    seconds: of.seconds,
    suite: request.suite,
    readBack: request.readback,
    lasting: of.lasting,
    moved: of.moved,
    drift: describeDrift(plan),
    notes: of.notes,
    leftovers: of.leftovers,
    tables: sealed,
    pseudonymKeys: describeKeys(plan, request),
    controlTotals: describeTotals(tables, outcomes),
    record: request.record ?? null,
    compartments: describeCompartments(plan, request).map((compartment, number) => ({
      ...compartment,
      epochs: of.epochs[number] ?? 0,
    })),
    addressees: distinctParties(request.addressees),
    seller: request.access?.seller ?? null,
    escrow: describeEscrow(request),
  }
}

/** What sealing would do. */
export function buildPreview(
  of: Parties & {
    readonly tables: readonly SealableTable[]
    readonly decided: readonly DecidedExport[]
    readonly notes: readonly string[]
  },
): SealPreview {
  const { request, plan, tables, decided } = of
  return {
    drift: describeDrift(plan),
    notes: of.notes,
    pseudonymKeys: describeKeys(plan, request),
    tables: tables.map((table) => {
      const { decisions = [], rows = null } = decided[table.number] ?? {}
      return { ...describeTable(table), rows, decisions }
    }),
    compartments: describeCompartments(plan, request),
  }
}

function describeDrift({ drift, tables }: Plan): DriftReport[] {
  return drift.map(({ kind, table, column, index, was, before, now, outcome }) => {
    const sealed = tables.find(({ name }) => name === table)?.columns.find((each) => each.index === index)
    return {
      kind,
      table,
      column: column ?? null,
      was: was ?? null,
      before: before?.type ?? null,
      now: now?.type ?? null,
      compartment: sealed?.compartment ?? null,
      outcome: outcome === 'refused' ? 'noted' : outcome,
    }
  })
}

function describeTable({ name, source, columns }: SealableTable): PlannedTableReport {
  return {
    name,
    file: source.path,
    source: source.description,
    remarks: source.remarks,
    excluded: source.excluded(),
    fidelity: fidelityOf({ source, columns }).level,
    columns: columns.map((column) => ({
      ...describeColumn(column),
      ...(column.change === null ? {} : { stillPersonal: true }),
    })),
  }
}

function describeKeys(plan: Plan, request: SealRequest): PseudonymKeyReport[] {
  return plan.keys.map(({ label, file, compartment }) => ({
    label,
    file,
    made: request.pseudonymKeys?.get(label)?.isNew ?? false,
    compartment,
  }))
}

function describeCompartments(plan: Plan, request: SealRequest): SealPreview['compartments'] {
  const cards = new Map<string, Card>(
    [...request.trusted, ...request.addressees, request.seller.card].map((card) => [card.fingerprint, card]),
  )
  return plan.compartments.map(({ name, readers }) => ({
    name,
    readers: readers.map((fingerprint) => ({ fingerprint, name: cards.get(fingerprint)?.name ?? '' })),
  }))
}

function describeEscrow({ access }: SealRequest): SealReport['escrow'] {
  if (access?.escrow === undefined) return null
  const { threshold, holders } = access.escrow
  return { threshold, holders: holders.map(({ name }) => name) }
}
