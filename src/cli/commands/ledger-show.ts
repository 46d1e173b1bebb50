import { type LedgerLine, readLedger } from '../../ledger/index.ts'
import { renderLedger } from '../../report/index.ts'
import type { Command } from '../command.ts'
import { readCount } from '../scalars.ts'

const LAST = 20
const MOST_LINES = 100_000

/** The newest lines of the ledger; every line up to them is checked on the way. */
export const ledgerShow: Command = {
  async run(values, session) {
    const last = readCount('last', values.text('last'), MOST_LINES) ?? LAST
    const kept: LedgerLine[] = []
    const reading = await readLedger(session.home, (line) => {
      kept.push(line)
      // Not at every line: shifting costs as much as is kept.
      if (kept.length >= 2 * last + 1024) kept.splice(0, kept.length - last)
    })
    const lines = kept.slice(Math.max(0, kept.length - last))
    const { path, fault, torn } = reading
    const document = { ledger: path, lines: reading.lines, tornBytes: torn, shown: lines }
    return {
      text: renderLedger(lines, { before: reading.lines - lines.length, path }),
      document,
      ...(fault === null ? {} : { failure: fault.error }),
    }
  },
}
