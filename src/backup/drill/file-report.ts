import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { DatadeedError } from '../../errors.ts'
import { makeOwnFolder, namesIn, writeNewFiles } from '../../files/index.ts'
import { sendPaper } from '../run/staging.ts'
import { makeMemoryFolder, memoryPath } from '../series/memory.ts'
import { readPaperFile } from '../series/paper-file.ts'
import type { OpenedSeries } from '../series/series.ts'
import { DRILLS } from '../series/series-papers.ts'

/**
 * Puts a report into the series. It lies in the home of whoever signed it until it is there: where the series cannot be
 * reached or written to, the next drill brings it with its own.
 * @throws DatadeedError IO_READ, IO_WRITE, NOSPACE, DAMAGED where it stays at home
 */
export async function fileReport(
  series: OpenedSeries,
  { name, bytes, home }: { readonly name: string; readonly bytes: Uint8Array; readonly home: string },
): Promise<void> {
  const folder = memoryPath(home, series.paper.series, 'drills')
  await makeMemoryFolder(home)
  await makeOwnFolder(folder)
  await writeNewFiles([{ path: join(folder, name), content: bytes, access: 'owner-only' }])
  for (const each of (await namesIn(folder)).filter((file) => file.endsWith('.json')).sort()) {
    await bring(series, folder, each)
    await rm(join(folder, each))
  }
}

async function bring({ remote, folder }: OpenedSeries, from: string, name: string): Promise<void> {
  if (remote !== undefined) return sendPaper(remote, { from, folder: DRILLS, file: name })
  await makeOwnFolder(join(folder, DRILLS))
  const content = await readPaperFile(join(from, name))
  try {
    await writeNewFiles([{ path: join(folder, DRILLS, name), content, access: 'owner-only' }])
  } catch (error) {
    // Its name holds its own random id: what has it is this report, brought by a run that was killed right after.
    if (!(error instanceof DatadeedError) || error.code !== 'EXISTS') throw error
  }
}
