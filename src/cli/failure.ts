import { DatadeedError, type ErrorCode, EXIT_CODES } from '../errors.ts'
import { LeftBehind } from '../files/index.ts'
import { say } from '../messages/index.ts'
import { printable } from '../messages/printable.ts'
import { type Io, ReaderGone } from './io.ts'
import { Stopped, Uncaught } from './signals.ts'

/** How a run ended badly, ready to be shown as lines or as a document. */
export interface Failure {
  readonly code: string
  readonly exit: number
  readonly message: string
  readonly hints: readonly string[]
  /** The reader of stdout has gone: there is nobody to tell. */
  readonly silent: boolean
}

const SYSTEM_CODES: Readonly<Record<string, ErrorCode>> = {
  ENOSPC: 'NOSPACE',
  EDQUOT: 'NOSPACE',
  EFBIG: 'NOSPACE',
  EEXIST: 'EXISTS',
  ENOENT: 'IO_READ',
  EACCES: 'IO_READ',
  EPERM: 'IO_READ',
  EISDIR: 'IO_READ',
  ENOTDIR: 'IO_READ',
  EMFILE: 'IO_READ',
  ENFILE: 'IO_READ',
  EIO: 'IO_READ',
  ELOOP: 'IO_READ',
  ENAMETOOLONG: 'IO_READ',
  EROFS: 'IO_WRITE',
  EBUSY: 'IO_WRITE',
  ENOTEMPTY: 'EXISTS',
}

/**
 * Any thrown thing as a failure. What we do not know may quote data, so its own message is not shown. `goesOn`: what a
 * stopped run has done stays, and the next does the rest.
 */
export function buildFailure(
  error: unknown,
  signal: AbortSignal,
  { goesOn = false }: { readonly goesOn?: boolean } = {},
): Failure {
  // Cleaning up failed too: what went wrong first is what a person must know, and then what still lies there.
  if (error instanceof SuppressedError) {
    const first = buildFailure(error.suppressed, signal, { goesOn })
    return { ...first, hints: [...findLeftBehind(error.error), ...first.hints] }
  }
  // Whatever fails after a signal, or after a bug elsewhere, fails because of it.
  const stopped: unknown = signal.reason
  if (stopped instanceof Uncaught) return describe(stopped.cause)
  if (stopped instanceof Stopped) {
    const sentence = goesOn ? say().cli.stoppedGoesOn : say().cli.stopped
    return failure('STOPPED', stopped.exitCode, sentence({ signal: stopped.signalName }))
  }
  return describe(error)
}

/** Several outputs may be taken away in vain. */
function findLeftBehind(error: unknown): string[] {
  if (error instanceof SuppressedError)
    return [...findLeftBehind(error.suppressed), ...findLeftBehind(error.error)]
  return error instanceof LeftBehind ? [error.message] : []
}

function describe(error: unknown): Failure {
  if (error instanceof DatadeedError) {
    return {
      ...failure(error.code, error.exitCode, error.message, hintsOf(error)),
      silent: error instanceof ReaderGone,
    }
  }
  const system = findSystemCode(error)
  const code = system === undefined ? undefined : SYSTEM_CODES[system.code]
  if (system !== undefined && code !== undefined) {
    return failure(code, EXIT_CODES[code], say().cli.systemError(system), systemHints(system.code))
  }
  const kind = error instanceof Error ? error.name : typeof error
  return failure('INTERNAL', EXIT_CODES.INTERNAL, say().cli.internal({ kind: printable(kind) }), [
    say().cli.hintInternal,
  ])
}

function failure(code: string, exit: number, message: string, hints: readonly string[] = []): Failure {
  return { code, exit, message, hints, silent: false }
}

/** A refusal by the system that came without advice gets the advice that its code calls for. */
function hintsOf(error: DatadeedError): readonly string[] {
  if (error.hints.length > 0) return error.hints
  for (let at: unknown = error.cause, depth = 0; at instanceof Error && depth < 5; at = at.cause, depth++) {
    const system = findSystemCode(at)
    if (system !== undefined) return systemHints(system.code)
  }
  return []
}

function systemHints(code: string): string[] {
  const { hintMissing, hintNotAllowed, hintIsFolder, hintNoSpace } = say().cli
  if (code === 'ENOENT' || code === 'ENOTDIR') return [hintMissing]
  if (code === 'EACCES' || code === 'EPERM' || code === 'EROFS') return [hintNotAllowed]
  if (code === 'EISDIR') return [hintIsFolder]
  return SYSTEM_CODES[code] === 'NOSPACE' ? [hintNoSpace] : []
}

function findSystemCode(error: unknown): { code: string; path: string } | undefined {
  if (!(error instanceof Error) || !('code' in error) || typeof error.code !== 'string') return undefined
  const path = 'path' in error && typeof error.path === 'string' ? error.path : ''
  return { code: error.code, path: printable(path) }
}

/** `error:` what, where, got and expected; then `hint:` what to do next. The two words are the same in every language. */
export function showFailure(failure: Failure, io: Io): void {
  if (failure.silent) return
  io.err(`${io.paint('red', 'error:')} ${failure.message}\n`)
  for (const hint of failure.hints) io.err(`${io.paint('cyan', 'hint:')}  ${hint}\n`)
}

/** Where a bug was met, for its report: names of errors and places in the code, never their messages. */
export function showTrace(error: unknown, io: Io): void {
  if (!io.env.DATADEED_DEBUG) return
  for (let at: unknown = error, depth = 0; at instanceof Error && depth < 5; at = at.cause, depth++) {
    const frames = (at.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line))
    const code = 'code' in at ? ` ${printable(String(at.code))}` : ''
    io.err(`${printable(at.name)}${code}\n${frames.join('\n')}\n`)
  }
}
