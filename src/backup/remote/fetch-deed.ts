import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import type { Link } from '../series/links.ts'
import type { OpenedSeries } from '../series/series.ts'

/**
 * Brings a deed of a series on a remote here, whole, until it is disposed; a series in a folder is here already. One at a
 * time: the mirror holds no blocks but these.
 * @throws DatadeedError NOSPACE, IO_READ
 */
export async function fetchDeed(
  { remote, folder }: OpenedSeries,
  { name, content }: Link,
): Promise<AsyncDisposable | undefined> {
  if (remote === undefined) return undefined
  const into = join(folder, name)
  await using stack = new AsyncDisposableStack()
  stack.defer(() => rm(into, { recursive: true, force: true }))
  await remote.fetch(name, into, { bytes: content?.bytes ?? 0 })
  return stack.move()
}
