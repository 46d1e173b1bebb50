import { encodeHead, readLedger } from '../../ledger/index.ts'
import { say } from '../../messages/index.ts'
import type { Command } from '../command.ts'

/** The end of the ledger, to be quoted where nobody here can change it. */
export const ledgerHead: Command = {
  async run(_values, session) {
    const { head, fault, path, lines } = await readLedger(session.home)
    if (fault !== null) throw fault.error
    const text = head === null ? null : encodeHead(head)
    return {
      text: text === null ? '' : `${text}\n`,
      document: { ledger: path, lines, head: text },
      next: text === null ? say().ledger.noHead : say().ledger.nextHead,
    }
  },
}
