import { crc32 } from 'node:zlib'
import { InternalError } from '../errors.ts'
import type { PartialOutput } from '../files/index.ts'
import type { EntryWriter } from './entry-writer.ts'
import { buildCentralHeader, buildEndRecords, buildLocalHeader, type ZipEntry } from './zip-records.ts'

/** Writes the strict ZIP of FORMAT.md section 2.1; each local header is written twice, the second time with its sums. */
export async function openZipWriter(output: PartialOutput): Promise<EntryWriter> {
  const file = await output.createFile()
  const entries: ZipEntry[] = []
  let current: { name: string; offset: number; crc: number } | undefined
  const opened = () => {
    if (current === undefined) throw new InternalError('bytes came for no entry')
    return current
  }
  return {
    get length() {
      return file.length
    },
    async begin(name) {
      current = { name, offset: file.length, crc: 0 }
      await file.append(buildLocalHeader({ name, size: 0, crc32: 0 }))
    },
    async append(bytes) {
      opened().crc = crc32(bytes, opened().crc)
      await file.append(bytes)
    },
    async end() {
      const { name, offset, crc } = opened()
      const size = file.length - offset - buildLocalHeader({ name, size: 0, crc32: 0 }).length
      const entry = { name, offset, size, crc32: crc }
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
