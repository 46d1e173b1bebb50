import { verifyLedger } from '../../ledger/index.ts'
import { buildLedgerVerifiedFacts, renderLedgerVerified } from '../../report/index.ts'
import { readAnchors } from '../anchors.ts'
import type { Command } from '../command.ts'

/** Whether the ledger is as it was written, and still leads to every head that was quoted of it. */
export const ledgerVerify: Command = {
  async run(values, session) {
    const anchors = await readAnchors(values, session)
    const verified = await verifyLedger(session.home, anchors)
    const [failure] = verified.failures
    return {
      text: renderLedgerVerified(verified),
      document: buildLedgerVerifiedFacts(verified),
      ...(failure === undefined ? {} : { failure }),
    }
  },
}
