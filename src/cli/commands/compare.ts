import { basename } from 'node:path'
import { DatadeedError } from '../../errors.ts'
import { cardsAs } from '../../ledger/index.ts'
import { say } from '../../messages/index.ts'
import { printable } from '../../messages/printable.ts'
import { renderComparison } from '../../report/index.ts'
import {
  type CompareReport,
  type CompareRequest,
  compareDeed,
  startCompareThreads,
} from '../../restore/index.ts'
import { Questions } from '../ask.ts'
import { findConfirmedCard } from '../cards.ts'
import type { Command } from '../command.ts'
import { readDelimiter, readEncoding } from '../exports.ts'
import { readGivenGrants } from '../grants.ts'
import { openKey } from '../keys.ts'
import { readList, readWorkers } from '../scalars.ts'
import { assertSealedInTime } from '../seller-dates.ts'
import { readTargetNames } from '../target-names.ts'
import type { Values } from '../values.ts'

/** Says whether a database, a folder or a file is still exactly what was sealed. */
export const compare: Command = {
  async complete(values, session) {
    const questions = new Questions(values, session)
    await questions.operand(say().cli.askDeed)
    await questions.operand(say().compare.askTarget, 1)
    await questions.cards('from', say().cli.askFrom)
    await questions.key()
    return questions.added
  },

  async run(values, session) {
    const [deed = '', target = ''] = values.operands
    const asked = readRequest(values, target)
    session.recorder.about({ file: basename(deed) })
    // They load while the card and the key are read.
    await using threads = startCompareThreads(readWorkers(values.text('workers')))
    const from = await findConfirmedCard(values.text('from') ?? '', values.list('confirm'), session)
    const grants = await readGivenGrants(values, from, session)
    await assertSealedInTime(deed, from, session)
    const key = await openKey(values.text('key') ?? '', values, session)
    session.recorder.about({ cards: [...cardsAs('own', [key.card]), ...cardsAs('seller', [from])] })
    const report = await session.watch((watch) =>
      compareDeed({
        ...asked,
        deed,
        target,
        from,
        key,
        grants,
        threads,
        recorder: session.recorder,
        signal: session.signal,
        progress: ({ phase, table, rows, totalRows, bytes }) => {
          const label = phase === 'again' ? say().compare.comparingAgain : say().compare.comparing
          watch({ label: label({ table }), bytes, rows, totalRows })
        },
      }),
    )
    const failure = report.equal ? undefined : whatDiffers(report, values)
    return {
      text: renderComparison(report),
      document: { ...report },
      next: say().compare.nextSame,
      ...(failure === undefined ? {} : { failure }),
    }
  },
}

function readRequest(
  values: Values,
  target: string,
): Omit<CompareRequest, 'deed' | 'target' | 'from' | 'key'> {
  return {
    ...readTargetNames(values, target),
    compartments: readList(values.list('compartments')),
    matchOn: values.list('match-on').map(readKey),
    inOrder: values.on('in-order'),
    spreadsheetSafe: values.on('spreadsheet-safe'),
    showMasked: values.on('show-masked'),
    encoding: readEncoding(values.text('encoding')),
    delimiter: readDelimiter(values.text('delimiter')),
  }
}

function readKey(text: string): { readonly table?: string; readonly columns: string[] } {
  const at = text.indexOf('=')
  const columns = readList([text.slice(at + 1)])
  return at < 1 ? { columns } : { table: text.slice(0, at), columns }
}

/** The hints say what to do about these differences, and do not name flags that stand there already. */
function whatDiffers(report: CompareReport, values: Values): DatadeedError {
  const { differs, hintOrder, hintMissingTable, hintKey, hintNulls, hintMasked, hintRestoreAgain } =
    say().compare
  const rows = report.tables.flatMap(({ rows: found }) => (found === null ? [] : [found]))
  const onlyOrder =
    report.tables.every(({ target, missingColumns, extraColumns }) => {
      return target !== null && missingColumns.length + extraColumns.length === 0
    }) && rows.every((found) => found.missing + found.extra + found.different === 0)
  const columns = rows.flatMap((found) => found.columns)
  const onlyNulls =
    columns.length > 0 &&
    rows.every(({ missing, extra }) => missing + extra === 0) &&
    columns.every(({ cells, nullToEmpty, emptyToNull }) => cells === nullToEmpty + emptyToNull)
  const hints = [
    ...(report.inOrder && onlyOrder ? [hintOrder] : []),
    ...(report.tables.some(({ target }) => target === null) ? [hintMissingTable] : []),
    ...(rows.some(({ missing, extra }) => missing > 0 && extra > 0) && !values.on('match-on')
      ? [hintKey]
      : []),
    ...(onlyNulls ? [hintNulls] : []),
    ...(columns.length > 0 && !onlyNulls && !values.on('show-masked') ? [hintMasked] : []),
    ...(onlyOrder ? [] : [hintRestoreAgain]),
  ]
  const told = { target: printable(report.target), deed: printable(report.deed) }
  return new DatadeedError('DIFFERENT', differs(told), { hints })
}
