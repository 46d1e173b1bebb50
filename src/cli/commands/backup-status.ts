import { openMirror, renderMetrics, seriesStatus } from '../../backup/index.ts'
import { DatadeedError } from '../../errors.ts'
import { replaceFile } from '../../files/index.ts'
import { listTrustedCards } from '../../identity/index.ts'
import { say } from '../../messages/index.ts'
import { buildStatusFacts, describeStale, renderStatus } from '../../report/index.ts'
import { warnOfOddClock } from '../clock.ts'
import type { Command } from '../command.ts'
import { assertFolderOf } from '../files.ts'
import { readKeyAges } from '../read-policy.ts'
import { openKnownSeries, readAge, readBackupPolicy, seriesFolder } from '../series.ts'

/** How a series stands, for a person, a program or a monitor. */
export const backupStatus: Command = {
  async run(values, session) {
    warnOfOddClock(session)
    const metrics = values.text('metrics')
    assertFolderOf(metrics)
    const policy = await readBackupPolicy(values)
    const deedAge = readAge('deed-age', values.text('deed-age')) ?? policy?.deedAge
    const drillAge = readAge('drill-age', values.text('drill-age')) ?? policy?.drillAge
    if (values.on('fail-stale') && deedAge === undefined && drillAge === undefined)
      throw new DatadeedError('USAGE', say().backup.noAge, { hints: [say().backup.noAgeHint] })
    await using mirror = await openMirror(seriesFolder(values, policy), { signal: session.signal })
    const series = await openKnownSeries(mirror, values, session)
    const { home, signal, warn, now } = session
    const keyLimits = await readKeyAges(values)
    const trusted = await listTrustedCards(home)
    const status = await seriesStatus(series, {
      home,
      signal,
      warn,
      now,
      deedAge,
      drillAge,
      trusted,
      keyLimits,
    })
    if (metrics !== undefined) await replaceFile(metrics, renderMetrics(status, now), { access: 'shared' })
    const broken = status.faults[0]?.error
    const [first] = describeStale(status)
    const failure =
      broken ??
      (values.on('fail-stale') && first !== undefined
        ? new DatadeedError('RULE', first.sentence, { hints: [first.hint] })
        : undefined)
    return {
      text: renderStatus(status),
      document: buildStatusFacts(status),
      ...(failure === undefined ? {} : { failure }),
    }
  },
}
