import { constantTimeEqual, sha256 } from '../crypto/index.ts'
import { DatadeedError } from '../errors.ts'
import { say } from '../messages/index.ts'
import { printable } from '../messages/printable.ts'
import { inOrder } from '../workers.ts'
import type { Container } from './container.ts'
import type { BlockIndex, IndexRecord } from './index-records.ts'
import type { Manifest } from './manifest.ts'
import { blocksEntry } from './names.ts'

/** Blocks lie side by side, so several are read at once: enough to be quick, little enough for the processor's cache. */
const READ_BYTES = 2 * 1024 * 1024
/** One run is digested while the next is read. */
const AHEAD = 2

/** The blocks of a deed whose manifest is authentic: a VerifiedDeed, or what is whole of one that fails elsewhere. */
export interface CheckableBlocks {
  readonly container: Container
  readonly manifest: Manifest
  /** By table; tables without a sound index are left out. */
  readonly indexes: readonly (BlockIndex | undefined)[]
}

export interface BlockDigestOptions {
  /** Called for each run of blocks that was read. */
  readonly onBlocks?: ((step: { readonly blocks: number; readonly bytes: number }) => void) | undefined
  /** Which blocks are read, by their number in the deed's order; all when absent. */
  readonly only?: ((block: number) => boolean) | undefined
  readonly signal?: AbortSignal | undefined
}

/**
 * Compares every block with the index's SHA-256, without any key; returns all that differ.
 * @throws DatadeedError IO_READ
 */
export async function checkBlockDigests(
  deed: CheckableBlocks,
  options: BlockDigestOptions,
): Promise<DatadeedError[]> {
  const faults: DatadeedError[] = []
  const buffers = Array.from({ length: AHEAD }, () => Buffer.alloc(0))
  const readings = inOrder(numberRuns(deed.indexes, options.only), AHEAD, async (job) => {
    const { number, table, run } = job
    const length = run.reduce((sum, record) => sum + record.length, 0)
    const [first] = run
    const place = number % AHEAD
    if ((buffers[place]?.length ?? 0) < length)
      buffers[place] = Buffer.allocUnsafeSlow(Math.max(length, READ_BYTES))
    const bytes = (buffers[place] ?? Buffer.alloc(0)).subarray(0, length)
    const fault = await deed.container
      .read(blocksEntry(table, first?.part ?? 0), first?.offset ?? 0, bytes)
      .catch(asFault)
    return { ...job, bytes, fault }
  })
  for await (const { table, run, bytes, fault } of readings) {
    options.signal?.throwIfAborted()
    if (fault !== undefined) {
      faults.push(fault)
      continue
    }
    let at = 0
    for (const record of run) {
      const block = bytes.subarray(at, at + record.length)
      if (!constantTimeEqual(sha256(block), record.sha256)) faults.push(badBlock(deed, table, record))
      at += record.length
    }
    options.onBlocks?.({ blocks: run.length, bytes: bytes.length })
  }
  return faults
}

interface Run {
  readonly number: number
  readonly table: number
  readonly run: readonly IndexRecord[]
}

function* numberRuns(
  indexes: CheckableBlocks['indexes'],
  only: BlockDigestOptions['only'] = () => true,
): Generator<Run> {
  let number = 0
  let block = 0
  for (const [table, index] of indexes.entries()) {
    const chosen = Iterator.from(index ?? []).filter(() => only(block++))
    for (const run of runsOf(chosen)) yield { number: number++, table, run }
  }
}

/** Neighbours in one blocks file, some 2 MiB together. */
function* runsOf(index: Iterable<IndexRecord>): Generator<IndexRecord[]> {
  let run: IndexRecord[] = []
  let bytes = 0
  for (const record of index) {
    const last = run.at(-1)
    const isNext = record.part === last?.part && record.offset === last.offset + last.length
    if (run.length > 0 && (!isNext || bytes + record.length > READ_BYTES)) {
      yield run
      run = []
      bytes = 0
    }
    run.push(record)
    bytes += record.length
  }
  if (run.length > 0) yield run
}

function badBlock(deed: CheckableBlocks, table: number, { compartment, slice }: IndexRecord): DatadeedError {
  const { tables, compartments } = deed.manifest
  const where = {
    table: printable(tables[table]?.name ?? ''),
    compartment: compartments[compartment]?.name ?? '',
    slice: slice + 1,
    fault: say().deed.blockDigest,
  }
  return new DatadeedError('DAMAGED', say().deed.block(where), { hints: [say().deed.askAgainHint] })
}

/** A blocks file that ends too early is one more thing that is wrong; a disk that does not answer stops us. */
function asFault(error: unknown): DatadeedError {
  if (error instanceof DatadeedError && error.code === 'DAMAGED') return error
  throw error
}
