/**
 * The only room that prints, prompts or knows commander; nobody imports it. `main` runs one command line and answers
 * with the exit code, `bin/datadeed.js` ends the process with it.
 */
import { buildFailure, showFailure } from './failure.ts'
import { turnReportsOff } from './no-reports.ts'
import { processIo } from './process-io.ts'
import { runCommandLine } from './run.ts'
import { listenForSignals, Uncaught } from './signals.ts'

/** Runs this process's command line; `exit` is used only where the work does not end by itself when it is told to. */
export async function main(words: readonly string[], exit: (code: number) => never): Promise<number> {
  turnReportsOff()
  const signal = listenForSignals(exit)
  const io = processIo(signal)
  const code = await runCommandLine(words, io)
  if (code !== 0 || !(signal.reason instanceof Uncaught)) return code
  // The work was done before it could be stopped; a bug is one all the same.
  const failure = buildFailure(signal.reason, signal)
  showFailure(failure, io)
  return failure.exit
}
