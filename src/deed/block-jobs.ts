import { readSync } from 'node:fs'
import { DatadeedError, InternalError } from '../errors.ts'
import { say } from '../messages/index.ts'
import { printable } from '../messages/printable.ts'
import type { Segment } from '../table.ts'
import { type BlockPlace, openBlock } from './block.ts'
import { readFault } from './file-faults.ts'
import type { IndexRecord } from './index-records.ts'
import type { CompartmentKeys } from './keys.ts'
import { columnsOf } from './manifest-faults.ts'
import { blocksEntry } from './names.ts'
import type { VerifiedDeed } from './verified-deed.ts'

/** Where a block lies, and all that its checks need: plain data that crosses to a worker thread. */
export interface BlockJob {
  /** The deed's, for sentences. */
  readonly path: string
  readonly fd: number
  readonly position: number
  readonly length: number
  readonly sha256: Uint8Array
  readonly place: BlockPlace
  readonly key: Uint8Array
  readonly macKey: Uint8Array
  /** The columns that the compartment holds of this table, ascending. */
  readonly columns: readonly number[]
  /** Whether the compartment carries the table's row layout. */
  readonly layout: boolean
  readonly names: { readonly table: string; readonly compartment: string }
}

/** The blocks of one slice that the given keys open, in the index's order. */
export interface SliceBlocks {
  readonly slice: number
  readonly rows: number
  readonly blocks: readonly BlockJob[]
}

/** Walks a table's index slice by slice; compartments without keys are left out. */
export function* sliceBlocks(
  deed: VerifiedDeed,
  table: number,
  keys: ReadonlyMap<number, CompartmentKeys>,
): Generator<SliceBlocks> {
  const shares = new Map(
    Array.from(keys.keys(), (compartment) => [compartment, shareOf(deed, table, compartment)]),
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

type Share = Pick<BlockJob, 'columns' | 'layout' | 'names'>

function shareOf(deed: VerifiedDeed, table: number, compartment: number): Share {
  const name = deed.manifest.compartments[compartment]?.name
  const described = deed.manifest.tables[table]
  if (name === undefined || described === undefined)
    throw new InternalError('keys of a compartment unknown to the deed')
  const columns = columnsOf(described, name)
  return { columns, layout: described.layout === name, names: { table: described.name, compartment: name } }
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

/**
 * Reads a block and opens it through all its checks, with its digest compared in the very read that is decrypted.
 * @throws DatadeedError DAMAGED, LIMIT, UNSUPPORTED, IO_READ
 */
export function openBlockJob(job: BlockJob): { readonly segments: Segment[]; readonly leaves: Uint8Array[] } {
  const ciphertext = new Uint8Array(job.length)
  for (let at = 0; at < job.length; ) {
    const read = readSome(job, ciphertext.subarray(at), job.position + at)
    if (read === 0) throw new DatadeedError('DAMAGED', say().deed.cutShort({ path: printable(job.path) }))
    at += read
  }
  return openBlock({ ...job, ciphertext })
}

function readSome({ fd, path }: BlockJob, into: Uint8Array, position: number): number {
  try {
    return readSync(fd, into, 0, into.length, position)
  } catch (cause) {
    throw readFault(path, cause)
  }
}
