import {
  type DrillRun,
  fileReport,
  openMirror,
  placeBelow,
  runDrill,
  type SignedDrill,
  signDrill,
} from '../../backup/index.ts'
import { DatadeedError } from '../../errors.ts'
import { cardsAs } from '../../ledger/index.ts'
import { say } from '../../messages/index.ts'
import { renderDrilled } from '../../report/index.ts'
import { Questions } from '../ask.ts'
import { warnOfOddClock } from '../clock.ts'
import type { Command, Outcome } from '../command.ts'
import { openDrillKeys, readChoice, readPlace } from '../drill-choices.ts'
import { assertFolderOf, assertNew, writeOwn } from '../files.ts'
import { assertKeysInUse } from '../key-dates.ts'
import { readKeyAges } from '../read-policy.ts'
import { readWorkers } from '../scalars.ts'
import { assertSealedInTime } from '../seller-dates.ts'
import { openKnownSeries, readBackupPolicy, seriesFolder, seriesLabel } from '../series.ts'
import type { Session } from '../session.ts'
import type { Values } from '../values.ts'
import { runHistory } from './drill-history.ts'

/** Restores a deed of a series into a place that is thrown away, and signs how that went. */
export const backupDrill: Command = {
  async complete(values, session) {
    if (values.on('history')) return []
    const questions = new Questions(values, session)
    await questions.key()
    return questions.added
  },

  async run(values, session) {
    if (values.on('history')) return runHistory(values, session)
    assertKeyAlone(values)
    warnOfOddClock(session)
    const choice = readChoice(values.text('deed'))
    const into = readPlace(values.text('into'))
    const workers = readWorkers(values.text('workers'))
    const output = values.text('output')
    assertNew(output)
    assertFolderOf(output)
    const folder = seriesFolder(values, await readBackupPolicy(values))
    const { home, signal, warn, now, recorder } = session
    recorder.about({ file: seriesLabel(folder) })
    await using mirror = await openMirror(folder, { signal })
    const series = await openKnownSeries(mirror, values, session)
    recorder.about({
      series: series.paper.series,
      cards: cardsAs(
        'seller',
        series.signers.map(({ card }) => card),
      ),
    })
    const { signer, signerPath, reader } = await openDrillKeys(series, values, session)
    const limits = await readKeyAges(values)
    await assertKeysInUse({ signer: { key: signer, path: signerPath }, ofOldDeed: true, limits }, session)
    await recorder.intent({ cards: cardsAs('own', [signer.card]) })
    const run = await session.watch((watch) =>
      runDrill({
        ...{ series, choice, into, key: reader, home, now, warn, workers, signal, recorder },
        before: (deed, from) => assertSealedInTime(deed, from, session),
        progress: ({ step, table, ...at }) =>
          watch({
            ...at,
            label: (step === 'restore' ? say().drill.restoring : say().drill.comparing)({ table }),
          }),
      }),
    )
    const signed = signDrill(run, { series, key: signer, ledgerHead: recorder.head, now: new Date() })
    const filed = await tell(run, signed, { series, output, session })
    return describe(run, signed, { name: series.paper.name, folder, output, filed })
  },
}

/** What only one of the two ways needs. @throws DatadeedError USAGE */
function assertKeyAlone(values: Values): void {
  if (values.on('html')) throw new DatadeedError('USAGE', say().drillHistory.onlyHistory({ flags: '--html' }))
  if (values.on('key')) return
  const command = 'backup drill'
  throw new DatadeedError('USAGE', say().cli.missing({ command, missing: '--key' }), {
    hints: [say().cli.hintHelp({ command })],
  })
}

type Series = Parameters<typeof fileReport>[0]

/** Tells the ledger, and puts the report where it belongs; what keeps it from there, for a report that lies at home. */
async function tell(
  { failure, restored }: DrillRun,
  { report, bytes, name, sha256 }: SignedDrill,
  { series, output, session }: { series: Series; output: string | undefined; session: Session },
): Promise<DatadeedError | undefined> {
  const { recorder, home } = session
  const counts = restored === undefined ? {} : { tables: restored.tables, rows: restored.rows }
  const paper = { kind: 'drill', sha256, created: new Date(report.created).toISOString() }
  const facts = { paper, state: report.verdict, counts }
  // Of one that failed, the end of the run is the line that tells it.
  if (failure === undefined) await recorder.outcome(facts)
  else recorder.about(facts)
  if (output !== undefined) await writeOwn(output, bytes)
  try {
    await fileReport(series, { name, bytes, home })
    if (failure === undefined) recorder.done()
    return undefined
  } catch (error) {
    if (!(error instanceof DatadeedError)) throw error
    session.warn(say().drill.notFiled({ why: error.message }), error.hints)
    return error
  }
}

function describe(
  { failure }: DrillRun,
  { report, name, sha256 }: SignedDrill,
  told: { name: string; folder: string; output: string | undefined; filed: DatadeedError | undefined },
): Outcome {
  const place = told.filed === undefined ? placeBelow(told.folder, `drills/${name}`) : null
  const places = [place, told.output].filter((each) => each !== null && each !== undefined)
  const error = failure?.error ?? told.filed
  return {
    text: renderDrilled(report, told.name, places),
    document: { drill: report, sha256, report: place, output: told.output ?? null },
    ...(error === undefined ? {} : { failure: error }),
  }
}
