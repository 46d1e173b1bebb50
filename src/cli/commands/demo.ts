import { say } from '../../messages/index.ts'
import { printable } from '../../messages/printable.ts'
import { renderCompared } from '../../report/index.ts'
import type { Command } from '../command.ts'
import { tellStory } from '../demo-story.ts'

/** The whole story on sample exports, in a new folder that stays there to be looked at. */
export const demo: Command = {
  async run(values, session) {
    const folder = values.text('output') ?? 'datadeed-demo'
    const shown = printable(folder)
    const tell = async (text: string) => {
      if (!session.json) await session.io.out(text)
    }
    const story = await tellStory(folder, {
      io: session.io,
      run: session.run,
      tell: prefixed(tell, `${say().cli.demo.intro({ folder: shown })}\n`),
    })
    return {
      text: `${renderCompared(story.compared)}\n${say().cli.demo.end({ folder: shown })}\n`,
      document: { ...story },
    }
  },
}

/** Puts an introduction before the first thing that is told, so that a refused folder has none. */
function prefixed(tell: (text: string) => Promise<void>, intro: string): (text: string) => Promise<void> {
  let before = intro
  return async (text) => {
    const whole = before + text
    before = ''
    await tell(whole)
  }
}
