import { mkdtemp, rm, statfs } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatadeedError, type ErrorCode } from '../../errors.ts'
import { writeNewFiles } from '../../files/index.ts'
import { ENVELOPE_BYTES } from '../../limits.ts'
import { say } from '../../messages/index.ts'
import { printable } from '../../messages/printable.ts'
import { parseList, parseNames, type RemoteFile, type RemoteName } from './rclone-lists.ts'
import { type RcloneEnd, runRclone } from './run-rclone.ts'
import { atMost, writeAt } from './write-range.ts'

/** What stands before a place that rclone reaches: `rclone:remote:path`. */
const PREFIX = 'rclone:'
/**
 * A remote that `rclone config` has given a name. With settings in its place rclone would take a password from a command
 * line, or a program to run (`bearer_token_command`) from whoever wrote the policy.
 */
const NAMED_REMOTE = /^[\p{L}\p{N}_.+@][\p{L}\p{N}_.+@ -]*:\P{Cc}*$/u
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

/** What rclone calls a name below a place: right behind a colon stands the folder that the remote begins in. */
export function placeBelow(place: string, name: string): string {
  return `${place}${/[:/]$/.test(place) ? '' : '/'}${name}`
}

export interface SendOptions {
  readonly how: keyof typeof HOW
  /** rclone's own filter flags. */
  readonly filter: readonly string[]
}

export interface FetchOptions {
  /** What a listing said. */
  readonly bytes: number
  /** What is taken at most; else somewhat more than that. */
  readonly most?: number
  readonly patterns?: readonly string[]
  /** rclone's own. */
  readonly flags?: readonly string[]
}

/** Where a storage would take the time of the file that was sent, which is of the sender's clock. */
const STORAGE_TIME = ['--sftp-set-modtime=false', '--local-no-set-modtime']

/** A folder of any storage that the installed rclone reaches. */
export class Remote {
  /** As it was written, for sentences. */
  readonly place: string
  readonly #root: string
  #fetched = 0
  readonly signal: AbortSignal | undefined

  /** @throws DatadeedError USAGE for what cannot be a remote */
  constructor(place: string, signal?: AbortSignal) {
    this.place = place
    this.#root = place.slice(PREFIX.length).replace(/\/+$/, '')
    this.signal = signal
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
    { bytes, most: mostBytes = bytes * MOST_TIMES + ENVELOPE_BYTES, patterns = [], flags = [] }: FetchOptions,
  ): Promise<void> {
    await this.assertRoom(into, bytes)
    const filters = [...flags, ...patterns.flatMap((pattern) => ['--include', pattern])]
    filters.push('--max-transfer', `${mostBytes}b`)
    // A paper over this size is refused where it is read; it need not be fetched before.
    const most = patterns.length === 0 ? [] : ['--max-size', `${ENVELOPE_BYTES + 1}b`]
    const { code, message } = await this.#run(['copy', ...filters, ...most, this.#at(folder), into])
    if (code !== 0 && code !== NO_SUCH_FOLDER) throw this.#fault('IO_READ', message)
    this.#fetched += bytes
  }

  /** A part of a file, into the same place of one that is here. @throws DatadeedError IO_READ, IO_WRITE, NOSPACE */
  async fetchRange(
    from: string,
    into: string,
    { offset, length }: { readonly offset: number; readonly length: number },
  ): Promise<void> {
    const part = ['--offset', String(offset), '--count', String(length)]
    let why = ''
    for (let times = 0; times < MOST_TIMES; times += 1) {
      let received = 0
      // rclone would begin anew in the middle of its output.
      const words = ['cat', '--retries', '1', ...part, this.#at(from)]
      const { code, message } = await runRclone(words, this, async (pieces) => {
        received = await writeAt(into, offset, atMost(pieces, length))
      })
      this.#fetched += received
      if (code === 0 && received === length) return
      why = message
    }
    throw this.#fault('IO_READ', why)
  }

  /** @throws DatadeedError NOSPACE */
  async assertRoom(into: string, bytes: number): Promise<void> {
    const { bavail, bsize } = await statfs(into)
    if (bytes <= bavail * bsize) return
    const sentence = say().backup.noRoom({ place: printable(this.place), bytes })
    throw new DatadeedError('NOSPACE', sentence, { hints: [say().backup.noRoomHint] })
  }

  /** Bytes that were fetched by now, of whole files those that a listing gave. */
  get fetched(): number {
    return this.#fetched
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

  /** Names in the folder itself, of files and folders. */
  async listNames(): Promise<RemoteName[]> {
    const { code, output, message } = await this.#run([
      ...['lsjson', '--no-mimetype', '--use-server-modtime'],
      this.#root,
    ])
    const names = code === 0 ? parseNames(output) : undefined
    if (names !== undefined) return names
    throw this.#fault('IO_READ', code === 0 ? 'lsjson' : message)
  }

  /** Writes a claim anew, so that the storage gives it the time of now. */
  async putClaim(name: string): Promise<void> {
    await using stack = new AsyncDisposableStack()
    const outbox = await mkdtemp(join(tmpdir(), 'datadeed-claim-'))
    stack.defer(() => rm(outbox, { recursive: true, force: true }))
    await writeNewFiles([
      { path: join(outbox, name), content: Buffer.from(`${name}\n`), access: 'owner-only' },
    ])
    const { code, message } = await this.#run(['copy', '--ignore-times', ...STORAGE_TIME, outbox, this.#root])
    if (code !== 0) throw this.#fault('IO_WRITE', message)
  }

  /** Removes one file. */
  async removeFile(name: string): Promise<void> {
    const { code, message } = await this.#run(['deletefile', this.#at(name)])
    if (code !== 0) throw this.#fault('IO_WRITE', message)
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
    return name === '' ? this.#root : placeBelow(this.#root, name)
  }

  #run(words: readonly string[]): Promise<RcloneEnd> {
    return runRclone(words, this)
  }

  #fault(kind: ErrorCode, why: string): DatadeedError {
    const sentence = say().backup.rcloneFailed({
      place: printable(this.place),
      why: printable(why, MESSAGE_CHARACTERS),
    })
    return new DatadeedError(kind, sentence, { hints: [say().backup.rcloneHint] })
  }
}
