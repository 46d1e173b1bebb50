import { runCommandLine } from '../../src/cli/run.ts'
import { setLanguage } from '../../src/messages/index.ts'
import { recordingIo } from '../cli/recording-io.ts'
import type { Desk, Transcript } from '../cli/run-cli.ts'

/** Runs one command line as `bin/datadeed.js` does, but in this process: quick, and what it did to it can be seen. */
export async function runWords(desk: Desk, words: readonly string[]): Promise<Transcript> {
  const { io, heard } = recordingIo(desk)
  try {
    return { exit: await runCommandLine(words, io), ...heard }
  } finally {
    setLanguage('en')
  }
}
