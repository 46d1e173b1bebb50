import { DatadeedError } from '../errors.ts'
import { say } from '../messages/index.ts'
import type { Person } from './prompts.ts'

/** Where a run reads its settings from and writes to; the demo runs its steps with one of its own. */
export interface Io {
  readonly env: Readonly<Record<string, string | undefined>>
  readonly platform: NodeJS.Platform
  readonly signal: AbortSignal
  /** Results. Rejects with IO_WRITE or NOSPACE when they do not arrive. */
  readonly out: (text: string) => Promise<void>
  /** Everything else. */
  readonly err: (text: string) => void
  /** Somebody who can be asked; absent without a terminal. */
  readonly person?: Person
  /** Whether a live line may be drawn on stderr. */
  readonly live: boolean
  readonly colour: boolean
  /** A word of ours in colour, where the terminal has it. */
  readonly paint: (colour: 'red' | 'yellow' | 'cyan', word: string) => string
}

/** stdout whose reader has gone: nothing is said about it, but the exit code is not 0 (threats M6). */
export class ReaderGone extends DatadeedError {
  constructor(cause: unknown) {
    super('IO_WRITE', say().cli.readerGone, { cause })
    this.name = 'ReaderGone'
  }
}

/** Writes and waits until the system has taken it; `console.log` would lose a full disk silently (threats M6). */
export function writeFully(stream: NodeJS.WriteStream, text: string): Promise<void> {
  return new Promise((resolve, reject) => {
    stream.write(text, (error) => {
      if (!error) return resolve()
      const code = 'code' in error ? error.code : undefined
      if (code === 'EPIPE' || code === 'ERR_STREAM_DESTROYED') return reject(new ReaderGone(error))
      const full = code === 'ENOSPC' || code === 'EFBIG' || code === 'EDQUOT'
      reject(
        new DatadeedError(full ? 'NOSPACE' : 'IO_WRITE', say().cli.stdoutFailed({ reason: String(code) }), {
          cause: error,
        }),
      )
    })
  })
}
