import { type DrillRequest, runDrill } from '../../src/backup/drill/run-drill.ts'
import { openMirror, openOwnSeries } from '../../src/backup/index.ts'
import type { Host } from './a-host.ts'

/** Drills a series of a host's, with the reader's key, and no command around it. */
export async function drill(
  host: Host,
  folder: string,
  more: Partial<DrillRequest> & Pick<DrillRequest, 'into'>,
) {
  const [own, archive] = [host.parties.get('host'), host.parties.get('archive')]
  if (own === undefined || archive === undefined) throw new Error('no parties')
  await using mirror = await openMirror(host.at(folder))
  const home = host.at('home')
  const warned: string[] = []
  const run = await runDrill({
    series: await openOwnSeries(mirror, own.card, { home }),
    choice: { kind: 'newest' },
    key: async () => archive.key,
    before: async () => undefined,
    ...{ home, now: new Date(), workers: 1, recorder: { about: () => undefined } },
    warn: (sentence) => warned.push(sentence),
    ...more,
  })
  return { ...run, warned }
}
