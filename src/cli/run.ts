import { DatadeedError } from '../errors.ts'
import type { RunRecorder } from '../ledger/index.ts'
import { say, setLanguage } from '../messages/index.ts'
import { buildDocument } from '../report/index.ts'
import { programVersion } from '../version.ts'
import type { Outcome } from './command.ts'
import { describeCommandLine } from './command-line.ts'
import { findCommand, listFamily, type NamedCommand } from './commands/index.ts'
import { type Early, readEarly } from './early.ts'
import { buildFailure, type Failure, showFailure, showTrace } from './failure.ts'
import {
  buildCommandFacts,
  buildOneCommandFacts,
  renderCommandHelp,
  renderFamilyHelp,
  renderHelp,
} from './help.ts'
import type { Io } from './io.ts'
import { operandNames } from './options.ts'
import { NO_COMMAND, parseWords } from './parse.ts'
import { assertNoSecrets, assertPassphraseFile } from './secrets.ts'
import { openSession, type Session } from './session.ts'
import { UNRECORDED } from './unrecorded.ts'
import type { Values } from './values.ts'

const PASSPHRASE_FLAGS = ['passphrase-file', 'new-passphrase-file', 'sign-passphrase-file']

type End = Pick<Failure, 'exit'> & Partial<Pick<Failure, 'code'>>

/** What they have done when they are stopped stays: a mark, the readers of some deeds, a sealed deed that is not sent yet. */
const GOES_ON: readonly string[] = ['backup run', 'backup prune', 'backup rotate']

/** Runs one command line and answers with its exit code; everything that is thrown has been shown by then. */
export async function runCommandLine(words: readonly string[], io: Io): Promise<number> {
  const early = readEarly(words, io.env, io.platform)
  setLanguage(early.language)
  try {
    return await run(words, early, io)
  } catch (error) {
    const command = early.places.slice(0, 2).map((place) => words[place])
    const failure = buildFailure(error, io.signal, { goesOn: GOES_ON.includes(command.join(' ')) })
    showFailure(failure, io)
    if (failure.code === 'INTERNAL') showTrace(error, io)
    if (early.json && !failure.silent) await showFailureDocument(failure, io)
    return failure.exit
  }
}

async function run(words: readonly string[], early: Early, io: Io): Promise<number> {
  if (early.version) {
    const version = programVersion().version
    return print(io, early.json ? buildDocument({ version }) : `datadeed ${version}\n`)
  }
  assertNoSecrets(words, io.env)
  const named = early.places.map((place) => words[place] ?? '')
  const family = early.help && named.length === 1 ? listFamily(named[0] ?? '') : []
  if (family.length > 0) {
    return print(
      io,
      early.json ? buildDocument({ commands: buildCommandFacts(family) }) : renderFamilyHelp(family),
    )
  }
  const found = findCommand(named)
  if (found === undefined) {
    if (!early.help) parseWords(NO_COMMAND, { options: [] }, words, io.env)
    if (early.json)
      return print(io, buildDocument({ version: programVersion().version, commands: buildCommandFacts() }))
    return print(io, early.help ? renderHelp() : say().cli.whoDoesWhat)
  }
  if (early.help) {
    return print(
      io,
      early.json ? buildDocument({ command: buildOneCommandFacts(found) }) : renderCommandHelp(found),
    )
  }
  const name = early.places.slice(0, found.name.split(' ').length)
  const rest = words.filter((_word, place) => !name.includes(place))
  const given = parseWords(found.name, found, rest, io.env)
  const asked = io.person !== undefined && !given.on('json')
  if (asked) {
    for (const flag of PASSPHRASE_FLAGS) assertPassphraseFile(given.text(flag))
  } else assertNothingMissing(found, given, asked)
  // Loaded only now, so that help and complaints stay quick.
  const command = await found.load()
  const home = given.text('home') ?? (await import('../identity/index.ts')).defaultHome(io.env, io.platform)
  const session = openSession(io, {
    home,
    recorder: await findRecorder(found, home),
    quiet: given.on('quiet'),
    json: given.on('json'),
    run: (line, own) => run(line, readEarly(line, own.env, own.platform), own),
  })
  const added = asked ? ((await command.complete?.(given, session)) ?? []) : []
  const values = added.length === 0 ? given : await retell(found, insertWords(rest, added), session)
  assertNothingMissing(found, values, asked)
  return recordEnd(session, async () => deliver(await command.run(values, session), values, session))
}

/** The ledger is loaded only by commands that it tells of. */
async function findRecorder(
  { name, records }: NamedCommand,
  home: string,
): Promise<(warn: Session['warn']) => RunRecorder> {
  if (records === undefined) return () => UNRECORDED
  const { openRecorder } = await import('../ledger/index.ts')
  return (warn) => openRecorder({ home, command: name, records, warn })
}

/** Tells the ledger how a run ended, whatever way it ended in. */
async function recordEnd({ recorder, signal }: Session, work: () => Promise<End>): Promise<number> {
  try {
    const end = await work()
    await recorder.finish(end)
    return end.exit
  } catch (error) {
    await recorder.finish(buildFailure(error, signal))
    throw error
  }
}

/** Reads the command line that a person's answers make as if it had been typed, and shows how to type it. */
async function retell(
  found: NamedCommand,
  words: readonly string[],
  { person, io }: Session,
): Promise<Values> {
  const values = parseWords(found.name, found, words, io.env)
  const flags = await findUnasked(found, values)
  const unasked = insertWords(
    words,
    flags.flatMap((flag) => [`--${flag}`, say().cli.values.file]),
  )
  const line = describeCommandLine([...found.name.split(' '), ...unasked], io.platform)
  const { sameCommand, sameTalk } = say().cli
  person?.tell((found.talks ? sameTalk : sameCommand)({ command: line }))
  return values
}

/** The flags without which running these words asks for a passphrase: of a key that is to be made, of a locked one. */
async function findUnasked({ options }: NamedCommand, values: Values): Promise<string[]> {
  const has = (flag: string) => options.some((option) => option.flag === flag)
  const rotates = has('new-passphrase-file')
  const ofNew = rotates ? 'new-passphrase-file' : 'passphrase-file'
  const makes = has('no-passphrase') && !values.on('no-passphrase') && !values.on(ofNew)
  const key = rotates ? values.operands[0] : values.text('key')
  const opens =
    has('passphrase-file') &&
    !values.on('passphrase-file') &&
    key !== undefined &&
    (await (await import('../identity/index.ts')).isLockedKeyFile(key))
  return [...new Set([...(opens ? ['passphrase-file'] : []), ...(makes ? [ofNew] : [])])]
}

/** Added words stand before `--`, behind which a flag would be a name. */
function insertWords(words: readonly string[], added: readonly string[]): string[] {
  const end = words.indexOf('--')
  return end === -1 ? [...words, ...added] : [...words.slice(0, end), ...added, ...words.slice(end)]
}

function assertNothingMissing(found: NamedCommand, values: Values, asked: boolean): void {
  const { name, options, oneOf = [] } = found
  // A terminal asks for what is missing, but never where a series lies.
  const askedLater = asked && !oneOf.includes('series')
  const lacksOne = !askedLater && oneOf.length > 0 && !oneOf.some((flag) => values.on(flag))
  const missing = [
    ...operandNames(found)
      .slice(values.operands.length)
      .map((value) => say().cli.values[value]),
    ...options
      .filter((option) => option.required && !values.on(option.flag))
      .map((option) => `--${option.flag}`),
    ...(lacksOne ? [oneOf.map((flag) => `--${flag}`).join(` ${say().cli.or} `)] : []),
  ]
  if (missing.length === 0) return
  throw new DatadeedError('USAGE', say().cli.missing({ command: name, missing: missing.join(', ') }), {
    hints: [say().cli.hintHelp({ command: name })],
  })
}

async function deliver(outcome: Outcome, values: Values, session: Session): Promise<End> {
  const { failure } = outcome
  const shown = failure === undefined ? undefined : buildFailure(failure, session.signal)
  if (values.on('json')) await session.io.out(buildDocument(outcome.document, shown))
  else await session.io.out(outcome.text)
  if (shown !== undefined) showFailure(shown, session.io)
  else if (outcome.next !== undefined) session.note(outcome.next)
  return shown ?? { exit: 0 }
}

async function showFailureDocument(failure: Failure, io: Io): Promise<void> {
  // stdout itself may be what failed; then the exit code says it.
  await io.out(buildDocument({}, failure)).catch(() => {})
}

async function print(io: Io, text: string): Promise<number> {
  await io.out(text)
  return 0
}
