import { openMirror, type Subset, verifySeries } from '../../backup/index.ts'
import { DatadeedError } from '../../errors.ts'
import { cardsAs } from '../../ledger/index.ts'
import { say } from '../../messages/index.ts'
import { printable } from '../../messages/printable.ts'
import { buildListedFacts, renderSeriesVerified } from '../../report/index.ts'
import type { Command } from '../command.ts'
import { openKnownSeries, readBackupPolicy, seriesFolder, seriesLabel } from '../series.ts'

const MOST_PARTS = 10_000

/** Checks a series without any key. */
export const backupVerify: Command = {
  async run(values, session) {
    const subset = readSubset(values.text('read-data-subset'))
    const folder = seriesFolder(values, await readBackupPolicy(values))
    session.recorder.about({ file: seriesLabel(folder) })
    await using mirror = await openMirror(folder, { signal: session.signal })
    const series = await openKnownSeries(mirror, values, session)
    const { home, signal, warn } = session
    session.recorder.about({
      series: series.paper.series,
      cards: cardsAs(
        'seller',
        series.signers.map(({ card }) => card),
      ),
    })
    const verified = await session.watch((watch) =>
      verifySeries(series, {
        ...{ home, signal, warn, subset },
        progress: (bytes, totalBytes) => watch({ label: say().cli.progress.verify, bytes, totalBytes }),
      }),
    )
    const { deeds, blocks, fetched, links, faults } = verified
    session.recorder.about({
      counts: { deeds, links: links.length, faults: faults.length, blocks: blocks.read },
      state: faults.length === 0 ? 'whole' : 'faulty',
    })
    const failure = faults[0]?.error
    return {
      text: renderSeriesVerified(verified),
      document: { ...buildListedFacts(verified), deeds, blocks, fetched },
      ...(failure === undefined ? {} : { failure }),
    }
  },
}

function readSubset(text: string | undefined): Subset {
  if (text === undefined) return { kind: 'all' }
  const percent = Number(/^(\d{1,3}(?:\.\d{1,3})?)%$/.exec(text)?.[1])
  if (percent > 0 && percent <= 100) return { kind: 'percent', percent }
  const [part, of] = /^(\d{1,5})\/(\d{1,5})$/.exec(text)?.slice(1).map(Number) ?? []
  if (part !== undefined && of !== undefined && part >= 1 && part <= of && of <= MOST_PARTS)
    return { kind: 'part', part, of }
  throw new DatadeedError('USAGE', say().backup.subset({ got: printable(text) }))
}
