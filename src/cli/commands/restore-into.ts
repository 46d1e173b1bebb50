import { basename } from 'node:path'
import { DatadeedError } from '../../errors.ts'
import { cardsAs } from '../../ledger/index.ts'
import { say } from '../../messages/index.ts'
import { printable } from '../../messages/printable.ts'
import { renderRestoredInto } from '../../report/index.ts'
import { assertTarget, type IntoProgress, restoreInto, startLoadThreads } from '../../restore/index.ts'
import { findConfirmedCard } from '../cards.ts'
import type { Outcome } from '../command.ts'
import { warnOfDisk } from '../disk-warnings.ts'
import { readGivenGrants } from '../grants.ts'
import { openKey } from '../keys.ts'
import { readList, readWorkers } from '../scalars.ts'
import { assertSealedInTime } from '../seller-dates.ts'
import type { Session } from '../session.ts'
import { assertNotBoth, type Values } from '../values.ts'

const FOR_FILES = ['output', 'format', 'spreadsheet-safe', 'pseudonym-keys']
const FOR_DATABASES = ['schema', 'prefix', 'types', 'replace', 'append', 'dry-run', 'anyway']

/**
 * Requires that a restore goes to files or into a database, and that no flag is given that means nothing there.
 * @throws DatadeedError USAGE
 */
export function assertOneTarget(values: Values): void {
  assertNotBoth(values, 'output', 'into')
  assertNotBoth(values, 'replace', 'append')
  const into = values.text('into')
  if (into !== undefined) assertTarget({ into, schema: values.text('schema') })
  const foreign = (into === undefined ? FOR_DATABASES : FOR_FILES).filter((flag) => values.on(flag))
  if (foreign.length === 0) return
  const flags = foreign.map((flag) => `--${flag}`).join(', ')
  throw new DatadeedError(
    'USAGE',
    into === undefined ? say().cli.needsInto({ flags }) : say().cli.notWithInto({ flags }),
  )
}

/** Restores into a database. */
export async function runInto(into: string, values: Values, session: Session): Promise<Outcome> {
  const deed = values.operands[0] ?? ''
  const workers = readWorkers(values.text('workers'))
  session.recorder.about({ file: basename(deed) })
  // They load while the card and the key are read.
  await using threads = await startLoadThreads({ deed, into, workers })
  const from = await findConfirmedCard(values.text('from') ?? '', values.list('confirm'), session)
  const key = await openKey(values.text('key') ?? '', values, session)
  const grants = await readGivenGrants(values, from, session)
  await assertSealedInTime(deed, from, session)
  session.recorder.about({ cards: [...cardsAs('own', [key.card]), ...cardsAs('seller', [from])] })
  const report = await session.watch((watch) =>
    restoreInto({
      ...{ deed, from, key, grants, into, workers, threads },
      compartments: readList(values.list('compartments')),
      schema: values.text('schema'),
      prefix: values.text('prefix'),
      existing: values.on('replace') ? 'replace' : values.on('append') ? 'append' : 'refuse',
      types: values.text('types') === 'inferred' ? 'inferred' : 'text',
      dryRun: values.on('dry-run'),
      memory: { home: session.home, now: session.now, anyway: values.text('anyway') },
      recorder: session.recorder,
      signal: session.signal,
      progress: (step) => watch({ ...step, label: labelOf(step) }),
    }),
  )
  warnOfDisk(report, session)
  return {
    text: renderRestoredInto(report),
    document: { ...report },
    next: report.dryRun ? say().cli.nextIntoDry : say().cli.nextInto({ into: printable(into) }),
  }
}

function labelOf({ step, table }: IntoProgress): string {
  return say().cli.progress[step]({ table })
}
