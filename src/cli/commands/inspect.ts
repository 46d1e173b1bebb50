import { basename } from 'node:path'
import { say } from '../../messages/index.ts'
import { buildInspectFacts, renderInspected } from '../../report/index.ts'
import { inspectDeed } from '../../verify/index.ts'
import { Questions } from '../ask.ts'
import type { Command } from '../command.ts'

/** What a deed says of itself; no signature is checked. */
export const inspect: Command = {
  async complete(values, session) {
    const questions = new Questions(values, session)
    await questions.operand(say().cli.askDeed)
    return questions.added
  },

  async run(values, session) {
    const deed = values.operands[0] ?? ''
    session.recorder.about({ file: basename(deed) })
    const report = await inspectDeed(deed)
    session.recorder.about({ manifest: report.manifestSha256, state: 'unverified' })
    return {
      text: renderInspected(report),
      document: buildInspectFacts(report),
      next: say().cli.nextInspect({ deed: session.word(deed) }),
    }
  },
}
