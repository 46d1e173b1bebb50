import { previewSeal, type SealPreview } from '../../seal/index.ts'
import { readSource } from '../series/memory.ts'
import { openOwnSeries } from '../series/series.ts'
import { findNextPlace, warnOfClock } from './find-place.ts'
import { accessOf, type BackupRequest } from './run-backup.ts'
import { conditionsOf, mayMark } from './unchanged.ts'

/** What a run would add to a series, if nothing changes before it. */
export interface PlannedBackup {
  readonly series: { readonly id: string; readonly name: string }
  readonly kind: 'deed' | 'mark'
  readonly sequence: number
  /** The deed that a mark would name; null for a deed. */
  readonly unchangedSince: number | null
  /** What sealing would do; null for a mark. */
  readonly preview: SealPreview | null
}

/** Every check of a run up to its first effect; nothing is written. @throws as runBackup, but for writing */
export async function planBackup(request: Omit<BackupRequest, 'waitMs'>): Promise<PlannedBackup> {
  const { mirror, home, seal, warn, always } = request
  const own = seal.seller.card
  await mirror.refresh()
  const series = await openOwnSeries(mirror, own, request)
  const { series: id, name, suite } = series.paper
  const place = await findNextPlace(series, { home, warn, own })
  warnOfClock(place, { now: seal.now, warn })
  const source = await readSource(request, id)
  const conditions = conditionsOf(series, seal)
  const common = { series: { id, name }, sequence: place.link.sequence }
  if (!always && (await mayMark(series, request, { source, place, conditions }))) {
    const unchangedSince = place.deed?.sequence ?? null
    return { ...common, kind: 'mark', unchangedSince, preview: null }
  }
  const access = accessOf(series.paper, seal)
  const preview = await previewSeal({
    ...seal,
    access,
    output: mirror.place,
    form: 'folder',
    suite,
    readback: true,
  })
  return { ...common, kind: 'deed', unchangedSince: null, preview }
}
