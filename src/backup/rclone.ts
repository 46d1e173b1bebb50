import { spawn } from 'node:child_process'
import { statfs } from 'node:fs/promises'
import { z } from 'zod'
import { DatadeedError, type ErrorCode } from '../errors.ts'
import { ENVELOPE_BYTES } from '../limits.ts'
import { say } from '../messages/index.ts'
import { printable } from '../messages/printable.ts'

/** What stands before a place that rclone reaches: `rclone:remote:path`. */
const PREFIX = 'rclone:'
/**
 * A remote that `rclone config` has given a name. With settings in its place rclone would take a password from a command
 * line, or a program to run (`bearer_token_command`) from whoever wrote the policy.
 */
const NAMED_REMOTE = /^[\p{L}\p{N}_.+@][\p{L}\p{N}_.+@ -]*:\P{Cc}*$/u
/** Each of a bounded number of tries: rclone tries a whole command, and below it each request, anew. */
const PATIENCE = ['--retries', '3', '--low-level-retries', '5', '--contimeout', '20s', '--timeout', '120s']
/** A listing of a hundred thousand files is some tens of MiB. */
const OUTPUT_BYTES = 256 * 1024 * 1024
const MESSAGE_CHARACTERS = 300
/** What a file may be fetched again for where a connection breaks, before a storage is taken to send without end. */
const MOST_TIMES = 3
const NO_SUCH_FOLDER = 3
const KNOWN_HASHES = ['sha256', 'sha1', 'md5']

export function isRemote(place: string): boolean {
  return place.startsWith(PREFIX)
}

/**
 * What becomes of a file that is there already. `once`: it is never changed. `on`: sent again where its size or time
 * differs, as after a broken run. `anew`: sent again whatever it seems to be.
 */
const HOW = { once: ['--immutable'], on: [], anew: ['--ignore-times'] } as const

export interface SendOptions {
  readonly how: keyof typeof HOW
  /** rclone's own filter flags. */
  readonly filter: readonly string[]
}

/** A file of a remote; `hashes` are those that the storage keeps. */
export interface RemoteFile {
  readonly path: string
  readonly size: number
  readonly hashes: Readonly<Record<string, string>>
}

const listSchema = z.array(
  z.object({
    Path: z.string(),
    /** -1 where the storage does not say. */
    Size: z.int().min(-1),
    Hashes: z.record(z.string(), z.string()).nullish(),
  }),
)

/** A folder of any storage that the installed rclone reaches. */
export class Remote {
  /** As it was written, for sentences. */
  readonly place: string
  readonly #root: string
  readonly #signal: AbortSignal | undefined

  /** @throws DatadeedError USAGE for what cannot be a remote */
  constructor(place: string, signal?: AbortSignal) {
    this.place = place
    this.#root = place.slice(PREFIX.length).replace(/\/+$/, '')
    this.#signal = signal
    if (NAMED_REMOTE.test(this.#root)) return
    const [got = ''] = place.split(',', 1)
    const sentence = say().backup.noRemote({ got: printable(got) })
    throw new DatadeedError('USAGE', sentence, { hints: [say().backup.noRemoteHint] })
  }

  /** Every file below a folder of it; none where the folder is not there. */
  async list(folder = '', flags: readonly string[] = []): Promise<RemoteFile[]> {
    const words = ['lsjson', '-R', '--files-only', '--no-modtime', '--no-mimetype', ...flags]
    const { code, output, message } = await this.#run([...words, this.#at(folder)])
    if (code === NO_SUCH_FOLDER) return []
    const files = code === 0 ? parseList(output) : undefined
    if (files !== undefined) return files
    throw this.#fault('IO_READ', code === 0 ? 'lsjson' : message)
  }

  /**
   * Copies files of a folder to here; all, or those that fit one of the patterns. They are unproven yet, and the disk may
   * be that of a host: no more is taken than there is room for, and than a listing said, whatever is sent.
   */
  async fetch(
    folder: string,
    into: string,
    { bytes, patterns = [] }: { readonly bytes: number; readonly patterns?: readonly string[] },
  ): Promise<void> {
    const { bavail, bsize } = await statfs(into)
    if (bytes > bavail * bsize) {
      const sentence = say().backup.noRoom({ place: printable(this.#at(folder)), bytes })
      throw new DatadeedError('NOSPACE', sentence, { hints: [say().backup.noRoomHint] })
    }
    const filters = patterns.flatMap((pattern) => ['--include', pattern])
    filters.push('--max-transfer', `${bytes * MOST_TIMES + ENVELOPE_BYTES}b`)
    // A paper over this size is refused where it is read; it need not be fetched before.
    const most = patterns.length === 0 ? [] : ['--max-size', `${ENVELOPE_BYTES + 1}b`]
    const { code, message } = await this.#run(['copy', ...filters, ...most, this.#at(folder), into])
    if (code !== 0 && code !== NO_SUCH_FOLDER) throw this.#fault('IO_READ', message)
  }

  /** Copies files of a folder to there; of those that are there already, only what differs as `how` says. */
  async put(from: string, name: string, { filter, how }: SendOptions): Promise<void> {
    const { code, message } = await this.#run(['copy', ...HOW[how], ...filter, from, this.#at(name)])
    if (code !== 0) throw this.#fault('IO_WRITE', message)
  }

  /** Takes a folder away with all that it holds; nothing may be there at all. */
  async purge(name: string): Promise<void> {
    const { code, message } = await this.#run(['purge', this.#at(name)])
    if (code !== 0 && code !== NO_SUCH_FOLDER) throw this.#fault('IO_WRITE', message)
  }

  /** Deletes the files of a folder that fit a filter. */
  async remove(name: string, filter: readonly string[]): Promise<void> {
    const { code, message } = await this.#run(['delete', ...filter, this.#at(name)])
    if (code !== 0 && code !== NO_SUCH_FOLDER) throw this.#fault('IO_WRITE', message)
  }

  /** Whether the storage keeps a hash of every one of these files: some keep none of a large file, or none at all. */
  async keepsHashes(name: string, filter: readonly string[]): Promise<boolean> {
    const there = await this.list(name, ['--hash', ...filter])
    return there.every(({ hashes }) => KNOWN_HASHES.some((hash) => hashes[hash]))
  }

  /** Whether files of a folder here are there, too, and the same: by their hashes, or read back. */
  async holds(
    from: string,
    name: string,
    { filter, by }: { readonly filter: readonly string[]; readonly by: 'hashes' | 'reading' },
  ): Promise<boolean> {
    const reading = by === 'reading' ? ['--download'] : []
    const words = ['check', '--one-way', ...reading, ...filter, from, this.#at(name)]
    const { code, message } = await this.#run(words)
    if (code > 1) throw this.#fault('IO_READ', message)
    return code === 0
  }

  #at(name: string): string {
    if (name === '') return this.#root
    return /[:/]$/.test(this.#root) ? `${this.#root}${name}` : `${this.#root}/${name}`
  }

  #run(
    words: readonly string[],
  ): Promise<{ readonly code: number; readonly output: Buffer; readonly message: string }> {
    this.#signal?.throwIfAborted()
    const { promise, resolve, reject } = Promise.withResolvers<{
      code: number
      output: Buffer
      message: string
    }>()
    const stdio: ['ignore', 'pipe', 'pipe'] = ['ignore', 'pipe', 'pipe']
    const child = spawn('rclone', [...words, ...PATIENCE], { stdio })
    const pieces: Buffer[] = []
    let bytes = 0
    let errors = ''
    const stop = (): boolean => child.kill()
    this.#signal?.addEventListener('abort', stop, { once: true })
    child.stdout.on('data', (piece: Buffer) => {
      bytes += piece.length
      if (bytes <= OUTPUT_BYTES) return void pieces.push(piece)
      pieces.length = 0
      child.stdout.destroy()
      child.kill('SIGKILL')
    })
    child.stderr.on('data', (piece: Buffer) => {
      errors = `${errors}${piece.toString('utf8')}`.slice(-10_000)
    })
    child.on('error', (cause) => reject(this.#unstarted(cause)))
    child.on('close', (code) => {
      this.#signal?.removeEventListener('abort', stop)
      if (this.#signal?.aborted) return reject(this.#signal.reason)
      if (bytes > OUTPUT_BYTES) return reject(this.#overlong())
      resolve({ code: code ?? 1, output: Buffer.concat(pieces), message: lastLine(errors) })
    })
    return promise
  }

  #unstarted(cause: Error): DatadeedError {
    const missing = 'code' in cause && cause.code === 'ENOENT'
    if (!missing)
      return new DatadeedError(
        'IO_READ',
        say().backup.rcloneFailed({ place: printable(this.place), why: '' }),
        { cause },
      )
    return new DatadeedError('USAGE', say().backup.noRclone, { cause, hints: [say().backup.noRcloneHint] })
  }

  #overlong(): DatadeedError {
    const place = printable(this.place)
    return new DatadeedError('LIMIT', say().backup.listingTooLong({ place, most: OUTPUT_BYTES }))
  }

  #fault(kind: ErrorCode, why: string): DatadeedError {
    const sentence = say().backup.rcloneFailed({
      place: printable(this.place),
      why: printable(why, MESSAGE_CHARACTERS),
    })
    return new DatadeedError(kind, sentence, { hints: [say().backup.rcloneHint] })
  }
}

/** Undefined for what rclone does not write. */
function parseList(output: Buffer): RemoteFile[] | undefined {
  try {
    const files = listSchema.parse(JSON.parse(output.toString('utf8')))
    return files.map(({ Path: path, Size: size, Hashes }) => ({ path, size, hashes: Hashes ?? {} }))
  } catch {
    return undefined
  }
}

/** What rclone says last is why it gave up. */
function lastLine(text: string): string {
  const lines = text.split('\n').filter((line) => line.trim() !== '')
  return (lines.at(-1) ?? '').replace(/^\d{4}\/\d\d\/\d\d \d\d:\d\d:\d\d /, '')
}
