import { listSeries, openMirror } from '../../backup/index.ts'
import { buildListedFacts, renderListed } from '../../report/index.ts'
import type { Command } from '../command.ts'
import { openKnownSeries, readBackupPolicy, seriesFolder } from '../series.ts'

/** The links of a series, and whether they are a whole chain. */
export const backupList: Command = {
  async run(values, session) {
    const folder = seriesFolder(values, await readBackupPolicy(values))
    await using mirror = await openMirror(folder, { signal: session.signal })
    const series = await openKnownSeries(mirror, values, session)
    const { home, signal, warn } = session
    const listed = await listSeries(series, { home, signal, warn })
    const failure = listed.faults[0]?.error
    return {
      text: renderListed(listed),
      document: buildListedFacts(listed),
      ...(failure === undefined ? {} : { failure }),
    }
  },
}
