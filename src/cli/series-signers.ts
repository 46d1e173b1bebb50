import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { openMirror, openSeries, SERIES_FILE } from '../backup/index.ts'
import { DatadeedError } from '../errors.ts'
import type { Card } from '../identity/index.ts'
import type { Succession } from '../keys/index.ts'
import type { Session } from './session.ts'

/** Cards that are known by the papers of a series alone, and these papers. */
export interface SeriesSigners {
  readonly cards: readonly Card[]
  readonly successions: readonly Succession[]
}

/**
 * Of folders, those that are series of a card that is known here: the cards that have followed it. A series that cannot be
 * opened adds none; its deeds are then those of nobody who is known.
 */
export async function findSeriesSigners(
  folders: readonly string[],
  { home, now }: Pick<Session, 'home' | 'now'>,
): Promise<SeriesSigners> {
  const found: Succession[] = []
  for (const folder of folders.filter((each) => existsSync(join(each, SERIES_FILE)))) {
    await using mirror = await openMirror(folder)
    try {
      const series = await openSeries(mirror, { home, now })
      const followers = series?.signers.slice(series.anchor) ?? []
      found.push(...followers.flatMap(({ followedBy }) => followedBy ?? []))
    } catch (error) {
      if (!(error instanceof DatadeedError) || error.code === 'INTERNAL') throw error
    }
  }
  return { cards: found.map(({ to }) => to), successions: found }
}
