import { mkdtempSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeEach, expect } from 'vitest'
import { openBlockJob } from '../../src/deed/blocks.ts'
import {
  checkBlockDigests,
  comparePlainRoots,
  openCompartmentKeys,
  openPlainRoots,
  openVerifiedDeed,
  sliceBlocks,
} from '../../src/deed/index.ts'
import { DatadeedError, type ErrorCode } from '../../src/errors.ts'
import { assertCanOpen, type Card, type OpenedKey } from '../../src/identity/index.ts'
import type { Segment } from '../../src/table.ts'

/** A fresh folder for each test, and one for what is made before them; `folder()` names it. */
export function useTemporaryFolder(): () => string {
  const name = join(tmpdir(), '交接 deed-')
  let folder: string | undefined
  let before: string | undefined
  beforeEach(async () => {
    folder = await mkdtemp(name)
  })
  afterEach(async () => {
    if (folder !== undefined) await rm(folder, { recursive: true, force: true })
    folder = undefined
  })
  afterAll(async () => {
    if (before !== undefined) await rm(before, { recursive: true, force: true })
  })
  return () => {
    if (folder !== undefined) return folder
    before ??= mkdtempSync(name)
    return before
  }
}

export interface Opened {
  readonly segments: readonly (Segment & { readonly table: number; readonly slice: number })[]
  readonly closed: readonly string[]
}

/** Everything that a reader does with a deed, in one thread; throws what first goes wrong. */
export async function openWhole(
  path: string,
  { from, key }: { readonly from: Card; readonly key: OpenedKey },
): Promise<Opened> {
  const { fingerprint } = key.card
  await using deed = await openVerifiedDeed(path, { from, reader: { fingerprint } })
  const { opened, closed } = await openCompartmentKeys(deed, assertCanOpen(key), fingerprint)
  const segments: (Segment & { table: number; slice: number })[] = []
  for (const table of deed.manifest.tables.keys()) {
    const roots = openPlainRoots(deed, table, opened)
    for (const { slice, blocks } of sliceBlocks(deed, table, opened)) {
      for (const block of blocks) {
        const { segments: read, leaves } = openBlockJob(block)
        for (const leaf of leaves) roots.get(block.place.compartment)?.add(leaf)
        segments.push(...read.map((segment) => ({ ...segment, table, slice })))
      }
    }
    const [fault] = comparePlainRoots(deed, table, roots)
    if (fault !== undefined) throw fault
  }
  const [damaged] = await checkBlockDigests(deed, {})
  if (damaged !== undefined) throw damaged
  return { segments, closed }
}

/** The code of the DatadeedError that `act` ends with; `accepted` if it ends well. */
export async function codeOf(act: () => unknown): Promise<ErrorCode | 'accepted'> {
  try {
    await act()
  } catch (error) {
    if (error instanceof DatadeedError) return error.code
    throw error
  }
  return 'accepted'
}

export async function expectCode(act: () => unknown, code: ErrorCode): Promise<void> {
  expect(await codeOf(act)).toBe(code)
}
