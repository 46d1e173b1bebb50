import type { Card } from '../../identity/index.ts'
import { type AgeLimits, listSuccessions } from '../../keys/index.ts'
import type { DrillStep } from '../drill/drill-paper.ts'
import { type DrillReport, type DrillReports, readDrills } from '../drill/drill-reports.ts'
import type { SeriesFault } from '../series/check-chain.ts'
import type { Link } from '../series/links.ts'
import { type ListRequest, listSeries } from '../series/list-series.ts'
import type { OpenedSeries } from '../series/series.ts'
import { type KeyAge, keyAges } from './key-ages.ts'

export interface StatusRequest extends ListRequest {
  readonly now: Date
  /** Seconds that the newest link may be old; nothing is too old when absent. */
  readonly deedAge: number | undefined
  /** The same for the newest drill that has passed. */
  readonly drillAge?: number | undefined
  /** To look the readers' cards up by fingerprint. */
  readonly trusted: readonly Card[]
  /** Of the policy; absent: the usual ones. */
  readonly keyLimits?: AgeLimits | undefined
}

export interface PassedDrill {
  readonly created: string
  readonly ageSeconds: number
  /** Of the deed. */
  readonly sequence: number
  readonly recoverySeconds: number
}

export interface FailedDrill {
  readonly created: string
  readonly ageSeconds: number
  readonly step: DrillStep
  readonly code: string
}

export interface SeriesStatus {
  readonly series: { readonly id: string; readonly name: string; readonly folder: string }
  /** Those whose content is there. */
  readonly deeds: number
  readonly marks: number
  /** Deeds whose content was pruned. */
  readonly pruned: number
  /** Of all deeds, with what is kept of pruned ones. */
  readonly bytes: number
  /** The newest deed whose content is there. */
  readonly newestDeed: (Link & { readonly ageSeconds: number }) | null
  /** The newest deed or mark: until then the newest deed is known to hold what the sources held. */
  readonly current: {
    readonly sequence: number
    readonly created: string
    readonly ageSeconds: number
  } | null
  /** The newest that has passed. */
  readonly newestDrill: PassedDrill | null
  /** The newest of all, where it has failed. */
  readonly failedDrill: FailedDrill | null
  readonly unbelievedDrills: DrillReports['unbelieved']
  readonly keys: readonly KeyAge[]
  readonly faults: readonly SeriesFault[]
  readonly unfinished: readonly string[]
  readonly removing: readonly string[]
  readonly foreign: readonly string[]
  readonly wanted: { readonly deedAge: number | null; readonly drillAge: number | null }
  /** What is older than wanted or allowed; a series without a deed is, or without a drill that has passed. */
  readonly stale: readonly ('deed' | 'drill' | 'key')[]
}

/** How a series stands: nothing is opened, no block is read. @throws DatadeedError IO_READ */
export async function seriesStatus(series: OpenedSeries, request: StatusRequest): Promise<SeriesStatus> {
  const { now, deedAge, drillAge } = request
  const { links, faults, unfinished, removing, foreign } = await listSeries(series, request)
  const { drills, unbelieved } = await readDrills(series, request)
  const ageOf = (time: string): number => Math.max(0, (now.getTime() - Date.parse(time)) / 1000)
  const all = links.filter(({ kind }) => kind === 'deed')
  const deeds = all.filter(({ pruned }) => pruned === null)
  const newestDeed = deeds.at(-1)
  // A mark without its deed proves nothing.
  const current = links.findLast((link) => deeds.some(({ sha256 }) => sha256 === link.deed?.manifest))
  const keys = keyAges(series, links, {
    ...request,
    successions: await listSuccessions(request.home),
  })
  const oldDeed = deedAge !== undefined && (current === undefined || ageOf(current.created) > deedAge)
  const drilled = findDrills(drills, ageOf)
  const { newestDrill } = drilled
  const oldDrill = drillAge !== undefined && (newestDrill === null || newestDrill.ageSeconds > drillAge)
  const { series: id, name } = series.paper
  return {
    series: { id, name, folder: series.place },
    deeds: deeds.length,
    marks: links.filter(({ kind }) => kind === 'mark').length,
    pruned: all.length - deeds.length,
    bytes: all.reduce((sum, { content }) => sum + (content?.bytes ?? 0), 0),
    newestDeed: newestDeed === undefined ? null : { ...newestDeed, ageSeconds: ageOf(newestDeed.created) },
    current:
      current === undefined
        ? null
        : { sequence: current.sequence, created: current.created, ageSeconds: ageOf(current.created) },
    ...drilled,
    unbelievedDrills: unbelieved,
    keys,
    ...{ faults, unfinished, removing, foreign },
    wanted: { deedAge: deedAge ?? null, drillAge: drillAge ?? null },
    stale: [
      ...(oldDeed ? (['deed'] as const) : []),
      ...(oldDrill ? (['drill'] as const) : []),
      ...(keys.some(({ age }) => age?.verdict === 'refuse') ? (['key'] as const) : []),
    ],
  }
}

function findDrills(
  drills: readonly DrillReport[],
  ageOf: (time: string) => number,
): Pick<SeriesStatus, 'newestDrill' | 'failedDrill'> {
  const newest = drills.at(-1)
  const passed = drills.findLast(({ verdict }) => verdict === 'passed')
  const { created = '', sequence, recoverySeconds } = passed ?? {}
  return {
    newestDrill:
      passed === undefined
        ? null
        : {
            ...{ created, ageSeconds: ageOf(created) },
            ...{ sequence: sequence ?? 0, recoverySeconds: recoverySeconds ?? 0 },
          },
    failedDrill:
      newest === undefined || newest.failure === null
        ? null
        : { created: newest.created, ageSeconds: ageOf(newest.created), ...newest.failure },
  }
}
