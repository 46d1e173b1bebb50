import { relative } from 'node:path'
import { expect } from 'vitest'
import { buildFailure, type Failure } from '../../src/cli/failure.ts'
import { LeftBehind } from '../../src/files/index.ts'
import { CANARY, type Folder } from '../hostile/make-deed.ts'

/** All points of a campaign with DATADEED_TEST_LONG, else a sample. */
export const LONG = process.env.DATADEED_TEST_LONG !== undefined

export interface Ending extends Failure {
  /** What the run says that it could not take away. */
  readonly left: readonly string[]
}

/** How a run ended, as the command line would show it; undefined if it succeeded. */
export async function failureOf(act: () => Promise<unknown>): Promise<Ending | undefined> {
  try {
    await act()
    return undefined
  } catch (error) {
    return { ...buildFailure(error, new AbortController().signal), left: leftOf(error) }
  }
}

function leftOf(error: unknown): readonly string[] {
  if (error instanceof SuppressedError) return [...leftOf(error.error), ...leftOf(error.suppressed)]
  return error instanceof LeftBehind ? error.paths : []
}

/** Requires that all that was there before is there unchanged, and tells what came in addition, by its relative path. */
export function addedTo(folder: Folder, before: readonly string[]): string[] {
  const now = folder.snapshot()
  expect(now).toEqual(expect.arrayContaining([...before]))
  const known = new Set(before.map(pathOf))
  return now.map(pathOf).filter((path) => !known.has(path))
}

const pathOf = (line: string): string => line.slice(0, line.lastIndexOf(' '))

/**
 * Requires that a failed run left nothing, or said of each thing that it left that somebody must take it away; nothing
 * that it said tells a cell.
 */
export function assertNothingUnnamed(folder: Folder, before: readonly string[], ending: Ending): void {
  const said = [ending.message, ...ending.hints].join('\n')
  expect(said).not.toContain(CANARY)
  for (const path of ending.left) expect(said).toContain(path)
  const named = ending.left.map((path) => relative(folder.path, path))
  // What lies in a folder that is named, or had to stay because of what is named, goes with it.
  const isNamed = (path: string): boolean =>
    named.some((each) => path === each || path.startsWith(`${each}/`) || each.startsWith(`${path}/`))
  expect(addedTo(folder, before).filter((path) => !isNamed(path))).toEqual([])
}
