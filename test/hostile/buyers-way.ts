import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, beforeAll, vi } from 'vitest'
import { type SmallDeed, writeSmallDeed } from '../../fixtures/deeds/small-deed.ts'
import { SMALL_TABLES } from '../../fixtures/deeds/small-tables.ts'
import { DatadeedError, EXIT_CODES } from '../../src/errors.ts'
import type { Card, OpenedKey } from '../../src/identity/index.ts'
import { restoreDeed } from '../../src/restore/index.ts'
import { verifyDeed } from '../../src/verify/index.ts'
import { type Entry, packZip, readEntries } from '../deed/edit-deed.ts'

const NOW = new Date('2026-03-04T05:06:07Z')
/** Of processor time, so that a busy machine does not matter. */
const MOST_MICROSECONDS = 10_000_000
/** Every field of the small deed that says anything: none of them belongs into a refusal. */
export const CELLS: readonly string[] = SMALL_TABLES.flatMap((table) =>
  table.export
    .slice(table.preamble.length)
    .split(/[\r\n;,"]+/)
    .filter((field) => field.length > 1),
)
const CONTROLS = /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u200e\u200f\u202a-\u202e\u2066-\u2069]/

/** Whose deed it is said to be, and who opens it. */
export interface Who {
  readonly from: Card
  readonly key: OpenedKey
}

/** Which of the deeds are tried as a folder, too. */
const EVERY = process.env.DATADEED_TEST_LONG === undefined ? 3 : 1

export type Act = 'verify' | 'restore'
const BOTH: readonly Act[] = ['verify', 'restore']

/**
 * What a buyer does with a deed: `verify --key`, then `restore`. Gives the exit code of both where they agree, and both
 * where they do not. A refusal leaves no file, shows no cell and no control character, and takes less than ten seconds.
 */
export async function endOf(path: string, who: Who, acts: readonly Act[] = BOTH): Promise<number | string> {
  const started = process.cpuUsage()
  const beside = () => readdirSync(dirname(path)).join()
  const before = beside()
  const told: string[] = []
  const exits: number[] = []
  for (const act of acts) exits.push(await ACTS[act](path, who, told))
  const shown = told.join('\n')
  const { user, system } = process.cpuUsage(started)
  const wrong = [
    ...(exits.at(-1) !== 0 && beside() !== before ? ['a file was left'] : []),
    ...(CELLS.some((cell) => shown.includes(cell)) ? ['a cell was shown'] : []),
    ...(CONTROLS.test(shown) ? ['a control character was shown'] : []),
    ...(user + system > MOST_MICROSECONDS ? ['it took too long'] : []),
  ]
  rmSync(outputOf(path), { recursive: true, force: true })
  if (wrong.length > 0) return wrong.join()
  const [first = 'nothing was done'] = exits
  return exits.every((exit) => exit === first) ? first : `${acts.join()} ended with ${exits.join()}`
}

const outputOf = (path: string) => `${path} restored`

const ACTS: Record<Act, (path: string, who: Who, told: string[]) => Promise<number>> = {
  async verify(path, { from, key }, told) {
    const { exit, failures } = await verifyDeed({ deed: path, from, key, now: NOW, workers: 1 })
    told.push(...failures.flatMap(({ sentence, hints }) => [sentence, ...hints]))
    return exit
  },
  async restore(path, who, told) {
    try {
      await restoreDeed({ deed: path, output: outputOf(path), ...who, format: 'csv', workers: 1 })
      return 0
    } catch (error) {
      if (!(error instanceof DatadeedError)) throw error
      told.push(error.message, ...error.hints)
      return EXIT_CODES[error.code]
    }
  },
}

export interface Trial extends Partial<Who> {
  readonly acts?: readonly Act[]
}

/** The small deed, taken apart, to be changed and tried again. */
export interface Specimen {
  readonly deed: SmallDeed
  readonly entries: readonly Entry[]
  /** Those of another deed of the same seller, with the same names in it. */
  readonly others: readonly Entry[]
  readonly folder: string
  /** The end of a deed of these entries, as a ZIP and, each third or with DATADEED_TEST_LONG all, as a folder. */
  readonly end: (entries: readonly Entry[], who?: Partial<Who>) => Promise<number | string>
  /** As a ZIP alone: for what a folder cannot hold, and where threads open blocks, which takes its time. */
  readonly endOfZip: (entries: readonly Entry[], trial?: Trial) => Promise<number | string>
}

export function useSpecimen(suite: 'classic' | 'hybrid' = 'classic'): () => Specimen {
  let specimen: Specimen | undefined
  // Processor time is bounded above; by the clock a busy machine, or an early Node that signs in JavaScript, takes longer.
  vi.setConfig({ testTimeout: 300_000 })
  beforeAll(async () => {
    specimen = await takeApart(await mkdtemp(join(tmpdir(), 'specimen ')), suite)
  })
  afterAll(() => rm(specimen?.folder ?? '', { recursive: true, force: true }))
  return () => {
    if (specimen === undefined) throw new Error('no specimen outside of a test')
    return specimen
  }
}

async function takeApart(folder: string, suite: 'classic' | 'hybrid'): Promise<Specimen> {
  const [path, other] = [join(folder, 'small.deed'), join(folder, 'other.deed')]
  const deed = await writeSmallDeed(path, { form: 'file', suite })
  await writeSmallDeed(other, { form: 'file', suite, deedId: 'ff0102030405060708090a0b0c0d0e0f' })
  const everybody = { from: deed.seller.card, key: deed.buyer }
  const endOfForm = async (
    lay: (path: string) => void,
    { acts, ...who }: Trial,
  ): Promise<number | string> => {
    const tried = mkdtempSync(join(folder, 'tried '))
    try {
      const path = join(tried, 'a.deed')
      lay(path)
      return await endOf(path, { ...everybody, ...who }, acts)
    } finally {
      rmSync(tried, { recursive: true })
    }
  }
  const endOfZip: Specimen['endOfZip'] = (entries, trial = {}) =>
    endOfForm((path) => writeFileSync(path, packZip(entries)), trial)
  let tries = 0
  const end: Specimen['end'] = async (entries, who = {}) => {
    const zip = await endOfZip(entries, who)
    tries += 1
    if (tries % EVERY !== 1 % EVERY) return zip
    const asFolder = await endOfForm((path) => layFolder(path, entries), who)
    return zip === asFolder ? zip : `as a ZIP: ${zip}; as a folder: ${asFolder}`
  }
  return { deed, folder, end, endOfZip, entries: await readEntries(path), others: await readEntries(other) }
}

/** The entries as files below a new folder. */
export function layFolder(path: string, entries: readonly Entry[]): void {
  for (const { name, bytes } of entries) {
    mkdirSync(dirname(join(path, name)), { recursive: true })
    writeFileSync(join(path, name), bytes)
  }
}
