import { InternalError } from '../errors.ts'
import type { DeedFiles } from './deed-files.ts'
import type { EntryWriter } from './entry-writer.ts'
import { OutputFile, RunningCrc } from './output-file.ts'
import { buildCentralHeader, buildEndRecords, buildLocalHeader, type ZipEntry } from './zip-records.ts'

/** Writes the strict ZIP of FORMAT.md section 2.1; each local header is written twice, the second time with its sums. */
export async function openZipWriter(path: string, shown: string, files: DeedFiles): Promise<EntryWriter> {
  const file = await OutputFile.create(files, path, shown)
  const entries: ZipEntry[] = []
  let current: { name: string; offset: number; crc: RunningCrc } | undefined
  const opened = () => {
    if (current === undefined) throw new InternalError('bytes came for no entry')
    return current
  }
  return {
    async begin(name) {
      current = { name, offset: file.length, crc: new RunningCrc() }
      await file.append(buildLocalHeader({ name, size: 0, crc32: 0 }))
    },
    async append(bytes) {
      opened().crc.add(bytes)
      await file.append(bytes)
    },
    async end() {
      const { name, offset, crc } = opened()
      const size = file.length - offset - buildLocalHeader({ name, size: 0, crc32: 0 }).length
      const entry = { name, offset, size, crc32: crc.value }
      await file.overwrite(buildLocalHeader(entry), offset)
      entries.push(entry)
      current = undefined
    },
    async finish() {
      const offset = file.length
      await file.append(Buffer.concat(entries.map(buildCentralHeader)))
      await file.append(buildEndRecords({ count: entries.length, size: file.length - offset, offset }))
    },
    sync: () => file.sync(),
    close: () => file.close(),
  }
}
