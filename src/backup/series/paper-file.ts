import { closeSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { basename, dirname, join } from 'node:path'
import { openRegularFile, readExactly } from '../../deed/index.ts'
import { DatadeedError } from '../../errors.ts'
import { makeOwnFolder, writeNewFiles } from '../../files/index.ts'
import { PAPER_BYTES } from '../../limits.ts'
import { say } from '../../messages/index.ts'
import { printable } from '../../messages/printable.ts'
import type { Remote } from '../remote/rclone.ts'

/** A paper of the series' folder: a regular file, no link. @throws DatadeedError IO_READ, DAMAGED, LIMIT */
export async function readPaperFile(path: string, most = PAPER_BYTES): Promise<Uint8Array> {
  const file = openRegularFile(path, 'refuse')
  try {
    if (file.size > most) {
      const size = { name: printable(path), got: file.size, most }
      throw new DatadeedError('LIMIT', say().papers.tooLong(size))
    }
    return await readExactly(file, 0, file.size)
  } finally {
    closeSync(file.fd)
  }
}

/**
 * Puts a paper into a series, over nothing that is there. `name` is its place in the series' folder, with slashes.
 * @throws DatadeedError EXISTS, NOSPACE, IO_WRITE
 */
export async function publishPaper(
  { folder, remote }: { readonly folder: string; readonly remote: Remote | undefined },
  name: string,
  content: Uint8Array,
): Promise<void> {
  if (remote === undefined) return writeBelow(folder, name, content)
  await using stack = new AsyncDisposableStack()
  const outbox = await mkdtemp(join(tmpdir(), 'datadeed-series-'))
  stack.defer(() => rm(outbox, { recursive: true, force: true }))
  await writeBelow(outbox, basename(name), content)
  const into = dirname(name) === '.' ? '' : dirname(name)
  await remote.put(outbox, into, { how: 'once', filter: ['--include', `/${basename(name)}`] })
}

async function writeBelow(folder: string, name: string, content: Uint8Array): Promise<void> {
  const path = join(folder, name)
  if (dirname(path) !== folder) await makeOwnFolder(dirname(path))
  await writeNewFiles([{ path, content, access: 'owner-only' }])
}
