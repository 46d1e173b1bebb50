import { Chalk } from 'chalk'
import type { Io } from './io.ts'
import { writeFully } from './io.ts'
import { openPerson } from './prompts.ts'

/** The io of this process: a person only where both questions and answers pass through a terminal. */
export function processIo(signal: AbortSignal): Io {
  const { stdin, stdout, stderr, env, platform } = process
  // Failures arrive through the write callbacks; without a listener they would end the process with a stack trace.
  stdout.on('error', () => {})
  stderr.on('error', () => {})
  const colour = stderr.isTTY === true && !env.NO_COLOR && env.TERM !== 'dumb'
  const chalk = new Chalk({ level: colour ? 1 : 0 })
  const io: Io = {
    env,
    platform,
    signal,
    out: (text) => writeFully(stdout, text),
    err: (text) => void stderr.write(text),
    // A terminal without a width (some recorders) would make the line's redrawing endless.
    live: stderr.isTTY === true && stderr.columns > 0,
    colour,
    paint: (name, word) => chalk[name](word),
  }
  const atTerminal = stdin.isTTY === true && stderr.isTTY === true
  return atTerminal ? { ...io, person: openPerson(stdin, stderr, signal) } : io
}
