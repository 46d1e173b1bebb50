/**
 * The only room that prints, prompts or knows commander; nobody imports it. `main` runs one command line and answers
 * with the exit code, `bin/datadeed.js` ends the process with it.
 */
import { buildFailure, showFailure, showTrace } from './failure.ts'
import { processIo } from './process-io.ts'
import { runCommandLine } from './run.ts'
import { listenForSignals } from './signals.ts'

/** Runs this process's command line; `exit` is used only by a second ^C, which does not wait. */
export async function main(words: readonly string[], exit: (code: number) => never): Promise<number> {
  const io = processIo(listenForSignals(exit))
  process.on('uncaughtException', (error) => {
    const failure = buildFailure(error, io.signal)
    showFailure(failure, io)
    showTrace(error, io)
    exit(failure.exit)
  })
  return runCommandLine(words, io)
}
