import { comparePlainRoots, openPlainRoots, sliceBlocks } from '../../deed/index.ts'
import { freeBuffer } from '../../free-buffer.ts'
import { openSourceFile, type SourceFile } from '../../ingest/index.ts'
import { inOrder } from '../../workers.ts'
import { numberRows } from '../number-rows.ts'
import type { RestorableTable } from '../plan-restore.ts'
import type { RestoredSlice } from '../restore-job.ts'
import { SliceMemories } from '../slice-memories.ts'
import type { Sides } from './read-sides.ts'

/** Slices under way beyond one a thread. */
const AHEAD = 2

/**
 * Whether a file holds a table exactly as a restore writes it, byte for byte: as quick as a restore without writing. No
 * more is read than it takes to say no; a yes has opened every block of the table and compared its plainRoots.
 * @throws DatadeedError DAMAGED and whatever else is wrong with the deed, IO_READ, CHANGED
 */
export async function isAsWritten(
  path: string,
  table: RestorableTable,
  { deed, keys, threads, signal, progress }: Omit<Sides, 'match'>,
): Promise<boolean> {
  await using file = await openSourceFile(path)
  const reader = new FileWalk(file)
  if (!(await reader.holds(table.head))) return false
  threads.prepare({ shape: table.shape })
  const roots = openPlainRoots(deed, table.number, keys)
  const memories = new SliceMemories()
  const totalRows = deed.manifest.tables[table.number]?.rows ?? 0
  const jobs = numberRows(table.number, totalRows, sliceBlocks(deed, table.number, keys))
  const slices = inOrder(jobs, threads.size + AHEAD, async (job) => {
    const memory = memories.take()
    const result = await threads.run({ side: 'written', job: { ...job, memory } })
    return { job, memory, result: result as RestoredSlice }
  })
  let rows = 0
  for await (const { job, memory, result } of slices) {
    signal?.throwIfAborted()
    if (!(await reader.holds(result.bytes))) return false
    freeBuffer(result.bytes)
    memories.giveBack(memory)
    for (const { compartment, leaves } of result.leaves) {
      for (const leaf of leaves) roots.get(compartment)?.add(leaf)
    }
    rows += job.rows
    progress?.({ rows, bytes: reader.position })
  }
  const [fault] = comparePlainRoots(deed, table.number, roots)
  if (fault !== undefined) throw fault
  if (!(await reader.holds(table.tail)) || reader.position !== file.size) return false
  await file.assertUnchanged()
  return true
}

/** A file from its start to its end. */
class FileWalk {
  position = 0
  readonly #file: SourceFile
  #buffer = Buffer.alloc(0)

  constructor(file: SourceFile) {
    this.#file = file
  }

  /** Whether these bytes come next; then they are behind. */
  async holds({ buffer, byteOffset, length }: Uint8Array): Promise<boolean> {
    if (length > this.#file.size - this.position) return false
    if (this.#buffer.length < length) this.#buffer = Buffer.allocUnsafeSlow(length)
    const own = this.#buffer.subarray(0, length)
    await this.#file.readInto(own, this.position)
    this.position += length
    return own.equals(Buffer.from(buffer, byteOffset, length))
  }
}
