import { MANIFEST } from '../../deed/index.ts'
import type { OpenedKey } from '../../identity/index.ts'
import { drawPaperId, openPaper, signPaper } from '../../papers/index.ts'
import type { OpenedSeries } from '../series/series.ts'
import { DRILL, type DrillPaper, readDrill } from './drill-paper.ts'
import { drillName } from './drill-reports.ts'
import type { DrillRun } from './run-drill.ts'

export interface SignedDrill {
  readonly report: DrillPaper
  /** Of its file. */
  readonly name: string
  readonly bytes: Uint8Array
  readonly sha256: string
}

/** The report of a drill. @throws DatadeedError USAGE for a key that cannot sign */
export function signDrill(
  run: DrillRun,
  {
    series,
    key,
    ledgerHead,
    now,
  }: {
    readonly series: OpenedSeries
    readonly key: OpenedKey
    readonly ledgerHead: string | null
    readonly now: Date
  },
): SignedDrill {
  const { deed, current, began, failure, restored, milliseconds } = run
  const manifest = deed?.sha256 ?? null
  const paperId = drawPaperId()
  const content = {
    series: series.paper.series,
    chosen: run.chosen,
    sequence: run.sequence ?? null,
    deedId: deed?.deed.deedId ?? null,
    manifest,
    verdict: failure === undefined ? 'passed' : 'failed',
    failure: failure === undefined ? null : { step: failure.step, code: failure.error.code },
    target: run.target,
    began: began.toISOString(),
    sealed: deed?.created ?? null,
    current: current ?? null,
    ageSeconds: secondsBetween(deed?.created, began),
    currentAgeSeconds: secondsBetween(current, began),
    milliseconds: {
      fetch: milliseconds.fetch ?? null,
      restore: milliseconds.restore ?? null,
      compare: milliseconds.compare ?? null,
    },
    counts:
      restored === undefined
        ? null
        : {
            ...{ tables: restored.tables, rows: restored.rows, cells: restored.cells },
            bytes: deed?.content?.bytes ?? 0,
          },
    opened: restored?.opened ?? [],
    closed: restored?.closed ?? [],
    ledgerHead,
  }
  const subject = manifest === null ? [] : [{ name: MANIFEST, digest: { sha256: manifest } }]
  const bytes = signPaper(DRILL, content, { key, now, paperId, subject, withCard: true })
  const opened = openPaper(bytes, DRILL, { from: key.card, name: DRILL.predicateType })
  const report = readDrill(opened, DRILL.predicateType)
  return { report, name: drillName(report), bytes, sha256: opened.sha256 }
}

/** Null where the clock says that it was not yet. */
function secondsBetween(then: string | undefined, now: Date): number | null {
  const seconds = then === undefined ? -1 : Math.floor((now.getTime() - Date.parse(then)) / 1000)
  return seconds < 0 ? null : seconds
}
