import { openMirror, readDrills } from '../../backup/index.ts'
import { DatadeedError } from '../../errors.ts'
import { listTrustedCards } from '../../identity/index.ts'
import { say } from '../../messages/index.ts'
import { printable } from '../../messages/printable.ts'
import { buildHistoryFacts, renderDrillHistory, renderDrillPage } from '../../report/index.ts'
import { programVersion } from '../../version.ts'
import type { Outcome } from '../command.ts'
import { assertFolderOf, assertNew, writeOwn } from '../files.ts'
import { openKnownSeries, readBackupPolicy, seriesFolder } from '../series.ts'
import type { Session } from '../session.ts'
import type { Values } from '../values.ts'

/** Keys may stand in the environment of both. */
const FOR_DRILLS = ['deed', 'into', 'output']

/** The drills of a series by their reports; nothing is opened, and the ledger has nothing to tell. */
export async function runHistory(values: Values, session: Session): Promise<Outcome> {
  const foreign = FOR_DRILLS.filter((flag) => values.on(flag)).map((flag) => `--${flag}`)
  if (foreign.length > 0)
    throw new DatadeedError('USAGE', say().drillHistory.notWithHistory({ flags: foreign.join(', ') }))
  const page = values.text('html')
  assertNew(page)
  assertFolderOf(page)
  const place = seriesFolder(values, await readBackupPolicy(values))
  const { home, signal, now } = session
  await using mirror = await openMirror(place, { signal })
  const series = await openKnownSeries(mirror, values, session)
  const reports = await readDrills(series, { home, signal, trusted: await listTrustedCards(home) })
  const { series: id, name } = series.paper
  const history = { ...reports, series: { id, name, folder: place } }
  if (page !== undefined) {
    const facts = { history, at: now, tool: programVersion(), place: session.word(place) }
    await writeOwn(page, renderDrillPage(facts))
    session.note(say().evidence.pageWritten({ file: printable(page) }))
  }
  return { text: renderDrillHistory(history), document: buildHistoryFacts(history) }
}
