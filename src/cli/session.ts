import type { RunRecorder } from '../ledger/index.ts'
import { printable } from '../messages/printable.ts'
import { describeWords } from './command-line.ts'
import type { Io } from './io.ts'
import { besideLine, type Stage, type Watch, withProgress, writeBeside } from './progress.ts'

/** What a running command may use besides its values. */
export interface Session {
  readonly io: Io
  /** Folder of this installation's trusted cards. */
  readonly home: string
  readonly now: Date
  /** Writes into the ledger what a command does that is declared to be recorded. */
  readonly recorder: RunRecorder
  readonly signal: AbortSignal
  /** Whether stdout is for one document only. */
  readonly json: boolean
  /** Runs another command line, for the command that tells a story of several. */
  readonly run: (words: readonly string[], io: Io) => Promise<number>
  /** Somebody to ask; absent without a terminal and with --json. */
  readonly person: Io['person']
  /** Says something that is no result. */
  readonly note: (text: string) => void
  /** A name as it can be typed into a command line: printable, and quoted for the platform's shell. */
  readonly word: (name: string) => string
  readonly warn: (text: string, hints?: readonly string[]) => void
  /** Does long work under a live line; silent without a terminal, with --quiet and --json. */
  readonly watch: <Result>(work: (watch: Watch) => Promise<Result>) => Promise<Result>
}

export function openSession(
  io: Io,
  choice: {
    home: string
    quiet: boolean
    json: boolean
    run: Session['run']
    recorder: (warn: Session['warn']) => RunRecorder
  },
): Session {
  const live = io.live && !choice.quiet && !choice.json
  const stage: Stage = {}
  const person = choice.json || io.person === undefined ? undefined : besideLine(io.person, stage)
  const warn: Session['warn'] = (text, hints = []) => {
    writeBeside(stage, () => {
      io.err(`${io.paint('yellow', 'warning:')} ${text}\n`)
      for (const hint of hints) io.err(`${io.paint('cyan', 'hint:')}    ${hint}\n`)
    })
  }
  return {
    io,
    home: choice.home,
    now: new Date(),
    recorder: choice.recorder(warn),
    signal: io.signal,
    json: choice.json,
    run: choice.run,
    person,
    note: (text) => {
      if (!choice.quiet) writeBeside(stage, () => io.err(`${text}\n`))
    },
    word: (name) => describeWords([printable(name)], io.platform),
    warn,
    watch: (work) => withProgress({ live, colour: io.colour }, stage, work),
  }
}
