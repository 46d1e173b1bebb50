import { InternalError } from '../errors.ts'
import type { CompartmentKeys } from './compartment-keys.ts'
import type { TotalTask } from './control-totals.ts'
import { isTyped } from './fidelity.ts'
import type { IndexRecord } from './index-records.ts'
import { columnsOf } from './manifest-faults.ts'
import { blocksEntry } from './names.ts'
import type { BlockJob } from './open-block-job.ts'
import type { VerifiedDeed } from './verified-deed.ts'

/** The blocks of one slice that the given keys open, in the index's order. */
export interface SliceBlocks {
  readonly slice: number
  readonly rows: number
  readonly blocks: readonly BlockJob[]
}

/** Walks a table's index slice by slice; compartments without keys are left out. `totals`: columns to sum up. */
export function* sliceBlocks(
  deed: VerifiedDeed,
  table: number,
  keys: ReadonlyMap<number, CompartmentKeys>,
  totals: readonly TotalTask[] = [],
): Generator<SliceBlocks> {
  const shares = new Map(
    Array.from(keys.keys(), (compartment) => {
      const share = shareOf(deed, table, compartment)
      return [compartment, withTotals(share, totals)]
    }),
  )
  let slice: number | undefined
  let rows = 0
  let blocks: BlockJob[] = []
  for (const record of deed.indexes[table] ?? []) {
    if (record.slice !== slice) {
      if (slice !== undefined) yield { slice, rows, blocks }
      ;[slice, rows, blocks] = [record.slice, record.rows, []]
    }
    const [secrets, share] = [keys.get(record.compartment), shares.get(record.compartment)]
    if (secrets !== undefined && share !== undefined)
      blocks.push(buildJob(deed, table, record, { secrets, share }))
  }
  if (slice !== undefined) yield { slice, rows, blocks }
}

type Share = Pick<BlockJob, 'columns' | 'layout' | 'typed' | 'names' | 'totals'>

function withTotals(share: Share, totals: readonly TotalTask[]): Share {
  const own = totals.filter(({ column }) => share.columns.includes(column))
  return own.length === 0 ? share : { ...share, totals: own }
}

function shareOf(deed: VerifiedDeed, table: number, compartment: number): Share {
  const name = deed.manifest.compartments[compartment]?.name
  const described = deed.manifest.tables[table]
  if (name === undefined || described === undefined)
    throw new InternalError('keys of a compartment unknown to the deed')
  const columns = columnsOf(described, name)
  return {
    columns,
    layout: described.layout === name,
    typed: isTyped(described),
    names: { table: described.name, compartment: name },
  }
}

function buildJob(
  deed: VerifiedDeed,
  table: number,
  record: IndexRecord,
  { secrets, share }: { readonly secrets: CompartmentKeys; readonly share: Share },
): BlockJob {
  const key = secrets.epochs.get(record.epoch)
  if (key === undefined)
    throw new InternalError('an index names an epoch that its manifest was checked to list')
  const { fd, position } = deed.container.place(blocksEntry(table, record.part))
  const { slice, compartment, epoch, rows, length, sha256 } = record
  return {
    path: deed.container.path,
    fd,
    position: position + record.offset,
    length,
    sha256,
    place: { deedId: deed.deedId, table, compartment, epoch, slice, rows },
    key,
    macKey: secrets.macKey,
    ...share,
  }
}
