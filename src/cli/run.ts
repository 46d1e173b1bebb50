import { readFileSync } from 'node:fs'
import { DatadeedError } from '../errors.ts'
import { say, setLanguage } from '../messages/index.ts'
import { buildDocument } from '../report/index.ts'
import type { Command, Outcome } from './command.ts'
import { describeCommandLine } from './command-line.ts'
import { findCommand, type NamedCommand } from './commands/index.ts'
import { type Early, readEarly } from './early.ts'
import { buildFailure, type Failure, showFailure, showTrace } from './failure.ts'
import { renderCommandHelp, renderHelp } from './help.ts'
import type { Io } from './io.ts'
import { parseWords } from './parse.ts'
import { assertNoSecrets } from './secrets.ts'
import { openSession, type Session } from './session.ts'
import type { Values } from './values.ts'

/** Runs one command line and answers with its exit code; everything that is thrown has been shown by then. */
export async function runCommandLine(words: readonly string[], io: Io): Promise<number> {
  const early = readEarly(words, io.env, io.platform)
  setLanguage(early.language)
  try {
    return await run(words, early, io)
  } catch (error) {
    const failure = buildFailure(error, io.signal)
    showFailure(failure, io)
    if (failure.code === 'INTERNAL') showTrace(error, io)
    if (early.json && !failure.silent) await showFailureDocument(failure, io)
    return failure.exit
  }
}

async function run(words: readonly string[], early: Early, io: Io): Promise<number> {
  if (early.version) return print(io, `datadeed ${readVersion()}\n`)
  const found = await findCommand(early.places.map((place) => words[place] ?? ''))
  if (found === undefined) return print(io, early.help ? renderHelp() : say().cli.whoDoesWhat)
  if (early.help) return print(io, renderCommandHelp(found.name, found.command))
  assertNoSecrets(words, io.env)
  const name = early.places.slice(0, found.name.split(' ').length)
  const rest = words.filter((_word, place) => !name.includes(place))
  const { values, session } = await understand(found, rest, io)
  const outcome = await found.command.run(values, session)
  return deliver(outcome, values, session)
}

/** Parses, asks a person for what is missing, and parses again what the person could have typed. */
async function understand(
  { name, command }: NamedCommand,
  words: readonly string[],
  io: Io,
): Promise<{ values: Values; session: Session }> {
  const values = parseWords(name, command, words, io.env)
  // Loaded only now, so that help and complaints stay quick.
  const { defaultHome } = await import('../identity/index.ts')
  const session = openSession(io, {
    home: values.text('home') ?? defaultHome(io.env, io.platform),
    quiet: values.on('quiet'),
    json: values.on('json'),
    run: (line, own) => run(line, readEarly(line, own.env, own.platform), own),
  })
  if (session.person !== undefined && command.complete !== undefined) {
    const added = await command.complete(values, session)
    if (added.length > 0) {
      const whole = insertWords(words, added)
      session.person.tell(
        say().cli.sameCommand({ command: describeCommandLine([...name.split(' '), ...whole], io.platform) }),
      )
      const completed = parseWords(name, command, whole, io.env)
      assertNothingMissing(name, command, completed, session)
      return { values: completed, session }
    }
  }
  assertNothingMissing(name, command, values, session)
  return { values, session }
}

/** Added words stand before `--`, behind which a flag would be a name. */
function insertWords(words: readonly string[], added: readonly string[]): string[] {
  const end = words.indexOf('--')
  return end === -1 ? [...words, ...added] : [...words.slice(0, end), ...added, ...words.slice(end)]
}

function assertNothingMissing(name: string, command: Command, values: Values, session: Session): void {
  const operand = command.operands
  const missing = [
    ...(operand?.required && values.operands.length === 0 ? [say().cli.values[operand.value]] : []),
    ...command.options
      .filter((option) => option.required && !values.on(option.flag))
      .map((option) => `--${option.flag}`),
    ...(session.person === undefined ? (command.missing?.(values) ?? []) : []),
  ]
  if (missing.length === 0) return
  throw new DatadeedError('USAGE', say().cli.missing({ command: name, missing: missing.join(', ') }), {
    hints: [say().cli.hintHelp({ command: name })],
  })
}

async function deliver(outcome: Outcome, values: Values, session: Session): Promise<number> {
  const { failure } = outcome
  const shown = failure === undefined ? undefined : buildFailure(failure, session.signal)
  if (values.on('json')) await session.io.out(buildDocument(outcome.document, shown))
  else await session.io.out(outcome.text)
  if (shown !== undefined) showFailure(shown, session.io)
  else if (outcome.next !== undefined) session.note(outcome.next)
  return shown?.exit ?? 0
}

async function showFailureDocument(failure: Failure, io: Io): Promise<void> {
  // stdout itself may be what failed; then the exit code says it.
  await io.out(buildDocument({}, failure)).catch(() => {})
}

async function print(io: Io, text: string): Promise<number> {
  await io.out(text)
  return 0
}

function readVersion(): string {
  const file = new URL('../../package.json', import.meta.url)
  const parsed: unknown = JSON.parse(readFileSync(file, 'utf8'))
  return typeof parsed === 'object' && parsed !== null && 'version' in parsed ? String(parsed.version) : ''
}
