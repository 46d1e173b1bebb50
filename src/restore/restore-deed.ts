import type { CompartmentKeys, VerifiedDeed } from '../deed/index.ts'
import { assertOutsideDeed, comparePlainRoots, openPlainRoots, sliceBlocks } from '../deed/index.ts'
import { DatadeedError } from '../errors.ts'
import { freeBuffer } from '../free-buffer.ts'
import { assertCanOpen, renderPseudonymKey } from '../identity/index.ts'
import { say } from '../messages/index.ts'
import { inOrder } from '../workers.ts'
import { numberRows } from './number-rows.ts'
import { openForReader } from './open-for-reader.ts'
import { openedFacts } from './opened-facts.ts'
import { openOutputFolder } from './output-folder.ts'
import { planRestore, type RestorableTable } from './plan-restore.ts'
import { readPseudonymKeys } from './pseudonym-keys.ts'
import { RememberedFile, readBack } from './read-back.ts'
import type { RestoredTable, RestoreReport, RestoreRequest } from './request.ts'
import type { TableShape } from './restore-job.ts'
import { type RestoreThreads, startRestoreThreads, type WrittenSlice } from './restore-threads.ts'
import { SliceMemories } from './slice-memories.ts'

/**
 * Restores what this key opens of a deed into files. Nothing has its name before every block was opened and every
 * plainRoot compared; a failure leaves the output folder as it was.
 * @throws DatadeedError with the code of the first thing that is wrong
 */
export async function restoreDeed(request: RestoreRequest): Promise<RestoreReport> {
  const started = performance.now()
  await using pool = request.threads ?? (await startRestoreThreads(request))
  assertCanOpen(request.key)
  await assertOutsideDeed(request.output, request.deed)
  await using opening = await openForReader(request)
  const { deed, chosen } = opening
  request.recorder?.about(openedFacts(deed, chosen.names))
  const tables = planRestore(deed, new Set(chosen.names), { ...request, leftOut: chosen.leftOut })
  if (tables.length === 0) throw new DatadeedError('NO_KEY', say().restore.nothingOpens)
  const secrets = readPseudonymKeys(deed, chosen.keys).map((given) => ({
    ...given,
    file: request.pseudonymKeys ? `${given.label}.secret` : null,
  }))
  const names = [...tables, ...secrets].flatMap(({ file }) => (file === null ? [] : [file]))
  await request.recorder?.intent()
  await using folder = await openOutputFolder(request.output, names, request)
  const files: RememberedFile[] = []
  const create = async (name: string): Promise<RememberedFile> => {
    const file = new RememberedFile(await folder.create(name))
    files.push(file)
    return file
  }
  const restored = await restoreTables(deed, tables, { keys: chosen.keys, create, request, pool })
  for (const { file, key } of secrets) {
    if (file !== null) await (await create(file)).write(renderPseudonymKey(key))
  }
  await folder.settle()
  const read = await readBack(files, pool, request.signal)
  const rows = restored.reduce((sum, table) => sum + table.rows, 0)
  await request.recorder?.outcome({ counts: { tables: tables.length, rows } })
  const { lasting } = await folder.publish()
  request.recorder?.done()
  return {
    deed: request.deed,
    deedId: deed.manifest.deedId,
    output: request.output,
    tables: restored,
    absent: deed.manifest.tables.flatMap(({ name }, number) =>
      tables.some((table) => table.number === number) ? [] : [name],
    ),
    opened: chosen.names,
    pseudonymKeys: secrets.map(({ label, compartment, file }) => ({ label, compartment, file })),
    closed: chosen.closed,
    leftOut: chosen.leftOut,
    readBack: read,
    lasting,
    leftovers: folder.leftovers,
    rows,
    bytes: restored.reduce((sum, { bytes }) => sum + bytes, 0),
    seconds: (performance.now() - started) / 1000,
  }
}

interface Restoring {
  readonly keys: ReadonlyMap<number, CompartmentKeys>
  readonly create: (name: string) => Promise<RememberedFile>
  readonly request: RestoreRequest
  readonly pool: RestoreThreads
}

/** Slices under way beyond one a thread: one is written, one waits for whoever is free first. */
const AHEAD = 2

async function restoreTables(
  deed: VerifiedDeed,
  tables: readonly RestorableTable[],
  work: Restoring,
): Promise<RestoredTable[]> {
  const shapes: TableShape[] = []
  for (const { number, shape } of tables) shapes[number] = shape
  work.pool.prepare(shapes)
  const restored: RestoredTable[] = []
  const memories = new SliceMemories()
  for (const table of tables) restored.push(await restoreTable(deed, table, { ...work, memories }))
  return restored
}

async function restoreTable(
  deed: VerifiedDeed,
  table: RestorableTable,
  { keys, create, request, pool, memories }: Restoring & { readonly memories: SliceMemories },
): Promise<RestoredTable> {
  const file = await create(table.file)
  await file.write(table.head)
  const roots = openPlainRoots(deed, table.number, keys)
  const totalRows = deed.manifest.tables[table.number]?.rows ?? 0
  const jobs = numberRows(table.number, totalRows, sliceBlocks(deed, table.number, keys))
  let bytes = table.head.length + table.tail.length
  let rows = 0
  const formulas = table.shape.columns.map((_, at) => table.neutralised[at] ?? 0)
  const results = inOrder(jobs, pool.size + AHEAD, async (job) => {
    const memory = memories.take()
    return { job, memory, result: (await pool.run({ ...job, memory })) as WrittenSlice }
  })
  for await (const { job, memory, result } of results) {
    request.signal?.throwIfAborted()
    const { length } = result.bytes
    await file.write(result.bytes, result.crc32)
    freeBuffer(result.bytes)
    memories.giveBack(memory)
    for (const { compartment, leaves } of result.leaves) {
      for (const leaf of leaves) roots.get(compartment)?.add(leaf)
    }
    for (const [at, cells] of (result.neutralised ?? []).entries()) formulas[at] = (formulas[at] ?? 0) + cells
    bytes += length
    rows += job.rows
    request.progress?.({ table: table.name, rows, totalRows, bytes })
  }
  const [fault] = comparePlainRoots(deed, table.number, roots)
  if (fault !== undefined) throw fault
  await file.write(table.tail)
  const { name, missing, changed, shape, format, kindsLost } = table
  const neutralised = shape.columns.flatMap((column, at) =>
    (formulas[at] ?? 0) > 0 ? [{ column: column.name, cells: formulas[at] ?? 0 }] : [],
  )
  const fidelity = neutralised.length > 0 ? 'spreadsheet-safe' : table.fidelity
  const columns = shape.columns.length
  const done = { name, file: table.file, format, kindsLost, rows, bytes, fidelity, columns }
  return { ...done, changed, missing, neutralised }
}
