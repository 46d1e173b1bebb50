import { rm, truncate, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { type BlockIndex, blocksEntry, parseEntryName } from '../../deed/index.ts'
import { DatadeedError } from '../../errors.ts'
import { makeOwnFolder, writeFault } from '../../files/index.ts'
import { DEED_ENTRIES } from '../../limits.ts'
import { say } from '../../messages/index.ts'
import { inOrder } from '../../workers.ts'
import type { Remote } from './rclone.ts'

/** Blocks with no more than this between them are fetched in one call, which costs about as much time as so many bytes. */
const GAP_BYTES = 1024 * 1024
/** Calls for one deed; over this, more of what lies between is taken along. */
const MOST_CALLS = 64
const AT_ONCE = 4
/** From this part of all blocks on, the whole deed is fetched. */
const NEARLY_ALL = 0.75

/** A part of a blocks file. */
export interface ByteRange {
  readonly entry: string
  readonly offset: number
  readonly length: number
}

/**
 * Fetches a deed without its blocks, until it is disposed, into a folder where blocks files of the listed sizes stand for
 * them, empty: so all but the blocks can be examined.
 * @throws DatadeedError PATH for what is no entry; LIMIT, IO_READ, NOSPACE, IO_WRITE
 */
export async function fetchFrame(remote: Remote, name: string, into: string): Promise<AsyncDisposable> {
  await using stack = new AsyncDisposableStack()
  stack.defer(() => rm(into, { recursive: true, force: true }))
  const entries = await remote.list(name)
  // Before a file is made for each: the listing, too, is the storage's.
  if (entries.length > DEED_ENTRIES)
    throw new DatadeedError('LIMIT', say().deed.tooManyEntries({ got: entries.length, most: DEED_ENTRIES }))
  // The names come from the storage, and become paths here.
  const { blocks = [], small = [] } = Object.groupBy(entries, ({ path }) =>
    parseEntryName(path).kind === 'blocks' ? 'blocks' : 'small',
  )
  const bytes = small.reduce((sum, { size }) => sum + Math.max(size, 0), 0)
  await makeOwnFolder(into)
  await remote.fetch(name, into, { bytes, flags: ['--exclude', '*.blocks'] })
  for (const { path, size } of blocks) await writeHollow(join(into, path), Math.max(size, 0))
  return stack.move()
}

/** A file of zeros that takes no room where the file system can do that. */
export async function writeHollow(file: string, size: number): Promise<void> {
  await makeOwnFolder(dirname(file))
  try {
    await writeFile(file, '', { mode: 0o600, flag: 'wx' })
    await truncate(file, size)
  } catch (cause) {
    throw writeFault(file, cause)
  }
}

/** Fetches these blocks of a deed into their places. @throws DatadeedError IO_READ, IO_WRITE, NOSPACE */
export async function fetchBlocks(
  remote: Remote,
  name: string,
  {
    into,
    indexes,
    chosen,
  }: {
    readonly into: string
    readonly indexes: readonly (BlockIndex | undefined)[]
    readonly chosen: (block: number) => boolean
  },
): Promise<void> {
  const { ranges, bytes, all } = planRanges(indexes, chosen)
  if (bytes >= all * NEARLY_ALL)
    return remote.fetch(name, into, { bytes: all, flags: ['--ignore-times', '--include', '*.blocks'] })
  await remote.assertRoom(into, bytes)
  const fetched = inOrder(ranges, AT_ONCE, ({ entry, offset, length }) =>
    remote.fetchRange(`${name}/${entry}`, join(into, entry), { offset, length }),
  )
  for await (const _ of fetched);
}

/** Where the chosen blocks lie, near ones together, in so few calls that their number is bounded. Pure. */
export function planRanges(
  indexes: readonly (BlockIndex | undefined)[],
  chosen: (block: number) => boolean,
): { readonly ranges: readonly ByteRange[]; readonly bytes: number; readonly all: number } {
  const blocks: ByteRange[] = []
  let [number, all] = [0, 0]
  for (const [table, index] of indexes.entries()) {
    for (const { part, offset, length } of index ?? []) {
      all += length
      if (chosen(number)) blocks.push({ entry: blocksEntry(table, part), offset, length })
      number += 1
    }
  }
  let gap = GAP_BYTES
  let ranges = joinNear(blocks, gap)
  for (; ranges.length > MOST_CALLS && gap < all; gap *= 2) ranges = joinNear(blocks, gap)
  return { ranges, bytes: ranges.reduce((sum, { length }) => sum + length, 0), all }
}

function joinNear(blocks: readonly ByteRange[], gap: number): ByteRange[] {
  const ranges: ByteRange[] = []
  for (const block of blocks) {
    const last = ranges.at(-1)
    const end = last === undefined ? 0 : last.offset + last.length
    if (last === undefined || last.entry !== block.entry || block.offset - end > gap) ranges.push(block)
    else ranges[ranges.length - 1] = { ...last, length: block.offset + block.length - last.offset }
  }
  return ranges
}
