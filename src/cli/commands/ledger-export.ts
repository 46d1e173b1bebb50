import { DatadeedError } from '../../errors.ts'
import { writeNewFile } from '../../files/index.ts'
import { type LedgerReading, readLedger } from '../../ledger/index.ts'
import { say } from '../../messages/index.ts'
import { printable } from '../../messages/printable.ts'
import { formatCount, renderEcsEvent } from '../../report/index.ts'
import type { Command } from '../command.ts'
import { assertFolderOf, assertNew } from '../files.ts'

const PIECE_CHARACTERS = 64 * 1024

/** The ledger as events for another system; up to the first line that is wrong. */
export const ledgerExport: Command = {
  async run(values, session) {
    const output = values.text('output')
    if (output === undefined) {
      if (session.json) throw new DatadeedError('USAGE', say().ledger.exportJson)
      const { fault } = await writeEvents(session.home, session.io.out)
      return { text: '', document: {}, ...(fault === null ? {} : { failure: fault.error }) }
    }
    assertNew(output)
    assertFolderOf(output)
    let lines = 0
    await writeNewFile(
      output,
      async (append) => {
        const reading = await writeEvents(session.home, (text) => append(Buffer.from(text)))
        if (reading.fault !== null) throw reading.fault.error
        lines = reading.lines
      },
      { access: 'owner-only' },
    )
    const told = { lines: formatCount(lines), path: printable(output) }
    return { text: `${say().ledger.exported(told)}\n`, document: { format: 'ecs', output, events: lines } }
  },
}

async function writeEvents(home: string, write: (text: string) => Promise<void>): Promise<LedgerReading> {
  let piece = ''
  const reading = await readLedger(home, async (line, original) => {
    piece += renderEcsEvent(line, original)
    if (piece.length < PIECE_CHARACTERS) return
    await write(piece)
    piece = ''
  })
  await write(piece)
  return reading
}
