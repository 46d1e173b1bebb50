import { join } from 'node:path'
import { DatadeedError } from '../../errors.ts'
import { namesIn } from '../../files/index.ts'
import { type Card, listCompromised } from '../../identity/index.ts'
import { DRILL_REPORTS } from '../../limits.ts'
import { say } from '../../messages/index.ts'
import { openPaper, readIssuerCard } from '../../papers/index.ts'
import { readPaperFile } from '../series/paper-file.ts'
import type { OpenedSeries } from '../series/series.ts'
import { DRILLS } from '../series/series-papers.ts'
import { placeOf } from '../series/signers.ts'
import { DRILL, type DrillPaper, readDrill } from './drill-paper.ts'

/** A report that is believed. */
export type DrillReport = DrillPaper & { readonly name: string; readonly sha256: string }

export interface DrillReports {
  /** Newest last. */
  readonly drills: readonly DrillReport[]
  /** What lies there and counts for nothing. */
  readonly unbelieved: readonly { readonly name: string; readonly error: DatadeedError }[]
  /** Reports before these, which are too many to be read. */
  readonly older: number
}

export interface DrillReaders {
  /** The cards that are trusted here; what is marked as compromised counts for nothing. */
  readonly trusted: readonly Card[]
  readonly home: string
  readonly signal?: AbortSignal | undefined
}

const NAME = /^\d{8}T\d{6}Z-[0-9a-f]{8}\.json$/

/** By its time, so that names sort by it, and by its id, so that no copy of a report counts twice. */
export function drillName({ created, paperId }: Pick<DrillPaper, 'created' | 'paperId'>): string {
  const time = new Date(created).toISOString().replace(/[-:]|\.\d+/g, '')
  return `${time}-${paperId.slice(0, 8)}.json`
}

/**
 * The reports of drills that lie in a series. One is believed if a reader of the series has signed it, or a card that is
 * trusted here; the word of the host that makes the series says nothing, since it could open no deed.
 * @throws DatadeedError IO_READ
 */
export async function readDrills(series: OpenedSeries, readers: DrillReaders): Promise<DrillReports> {
  const { signal, trusted, home } = readers
  const folder = join(series.folder, DRILLS)
  const names = (await namesIn(folder)).filter((name) => NAME.test(name)).sort()
  const marks = await listCompromised(home)
  const drills: DrillReport[] = []
  const unbelieved: { name: string; error: DatadeedError }[] = []
  for (const name of names.slice(-DRILL_REPORTS)) {
    signal?.throwIfAborted()
    try {
      const bytes = await readPaperFile(join(folder, name))
      const from = findBeliever(bytes, name, { series, trusted, marks })
      drills.push(readReport(series, bytes, { from, name }))
    } catch (error) {
      if (!(error instanceof DatadeedError) || error.code === 'INTERNAL') throw error
      unbelieved.push({ name, error })
    }
  }
  const older = Math.max(0, names.length - DRILL_REPORTS)
  return { drills: drills.sort(byTime), unbelieved, older }
}

/** Whether a report under this card would be believed by everybody who knows the series. */
export function readsSeries({ paper }: OpenedSeries, { fingerprint }: Pick<Card, 'fingerprint'>): boolean {
  return paper.readers.some((reader) => reader.fingerprint === fingerprint)
}

function findBeliever(
  bytes: Uint8Array,
  name: string,
  known: {
    readonly series: OpenedSeries
    readonly trusted: readonly Card[]
    readonly marks: ReadonlyMap<string, unknown>
  },
): Card {
  const { series, trusted, marks } = known
  const card = readIssuerCard(bytes, name)
  if (card === undefined) throw new DatadeedError('UNTRUSTED', say().drill.noCard)
  const { fingerprint } = card
  const reads = readsSeries(series, card)
  const host = placeOf(series.signers, card) >= 0 && !reads
  const believed = reads || trusted.some((each) => each.fingerprint === fingerprint)
  if (believed && !host && !marks.has(fingerprint)) return card
  throw new DatadeedError('UNTRUSTED', say().drill.notBelieved)
}

function readReport(
  series: OpenedSeries,
  bytes: Uint8Array,
  { from, name }: { readonly from: Card; readonly name: string },
): DrillReport {
  const opened = openPaper(bytes, DRILL, { from, name })
  const report = readDrill(opened, name)
  if (report.series !== series.paper.series || drillName(report) !== name)
    throw new DatadeedError('DAMAGED', say().drill.otherPlace)
  return { ...report, name, sha256: opened.sha256 }
}

/** Times are whole seconds: of two drills in the same one, that which failed counts as the later. */
function byTime(a: DrillReport, b: DrillReport): number {
  return Date.parse(a.created) - Date.parse(b.created) || b.verdict.localeCompare(a.verdict)
}
