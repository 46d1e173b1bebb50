import type { Io } from '../../src/cli/io.ts'
import { runCommandLine } from '../../src/cli/run.ts'
import { setLanguage } from '../../src/messages/index.ts'
import type { Desk, Transcript } from '../cli/run-cli.ts'

/** Runs one command line as `bin/datadeed.js` does, but in this process: quick, and what it did to it can be seen. */
export async function runWords(desk: Desk, words: readonly string[]): Promise<Transcript> {
  let stdout = ''
  let stderr = ''
  const io: Io = {
    env: { DATADEED_HOME: desk.path('home') },
    platform: process.platform,
    signal: new AbortController().signal,
    out: async (text) => {
      stdout += text
    },
    err: (text) => {
      stderr += text
    },
    live: false,
    colour: false,
    paint: (_colour, word) => word,
  }
  try {
    return { exit: await runCommandLine(words, io), stdout, stderr }
  } finally {
    setLanguage('en')
  }
}
