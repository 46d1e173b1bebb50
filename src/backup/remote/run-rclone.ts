import { spawn } from 'node:child_process'
import { DatadeedError } from '../../errors.ts'
import { say } from '../../messages/index.ts'
import { printable } from '../../messages/printable.ts'

/**
 * Each of a bounded number of tries: rclone tries a whole command, each file of it, and each request of a file, anew. The
 * last two are one number, which counts twice; a storage that died is waited for two seconds at each.
 */
const PATIENCE = ['--retries', '3', '--low-level-retries', '2', '--contimeout', '20s', '--timeout', '120s']
/** A listing of a hundred thousand files is some tens of MiB. */
const OUTPUT_BYTES = 256 * 1024 * 1024

/** How a call of the installed rclone ended. */
export interface RcloneEnd {
  readonly code: number
  readonly output: Buffer
  /** What it said last, which is why it gave up. */
  readonly message: string
}

/** Takes what is written to standard output, piece by piece; what it throws ends the call. */
export type TakeOutput = (pieces: AsyncIterable<Buffer>) => Promise<void>

/** @throws DatadeedError USAGE where it is not installed, LIMIT for output without end, IO_READ */
export function runRclone(
  [command = '', ...words]: readonly string[],
  { place, signal }: { readonly place: string; readonly signal: AbortSignal | undefined },
  take?: TakeOutput,
): Promise<RcloneEnd> {
  signal?.throwIfAborted()
  const { promise, resolve, reject } = Promise.withResolvers<RcloneEnd>()
  const stdio: ['ignore', 'pipe', 'pipe'] = ['ignore', 'pipe', 'pipe']
  const child = spawn('rclone', [command, ...PATIENCE, ...words], { stdio })
  let output = Buffer.alloc(0)
  let errors = ''
  const stop = (): boolean => child.kill()
  signal?.addEventListener('abort', stop, { once: true })
  const collect: TakeOutput = async (pieces) => {
    output = await readAll(pieces, place)
  }
  const taken = (take ?? collect)(child.stdout).catch((cause: unknown) => {
    child.kill('SIGKILL')
    reject(cause)
  })
  child.stderr.on('data', (piece: Buffer) => {
    errors = `${errors}${piece.toString('utf8')}`.slice(-10_000)
  })
  child.on('error', (cause) => reject(unstarted(cause, place)))
  child.on('close', async (code) => {
    await taken
    signal?.removeEventListener('abort', stop)
    if (signal?.aborted) return reject(signal.reason)
    resolve({ code: code ?? 1, output, message: lastLine(errors) })
  })
  return promise
}

async function readAll(pieces: AsyncIterable<Buffer>, place: string): Promise<Buffer<ArrayBuffer>> {
  const read: Buffer[] = []
  let bytes = 0
  for await (const piece of pieces) {
    bytes += piece.length
    if (bytes > OUTPUT_BYTES) throw overlong(place)
    read.push(piece)
  }
  return Buffer.concat(read)
}

function unstarted(cause: Error, place: string): DatadeedError {
  if ('code' in cause && cause.code === 'ENOENT')
    return new DatadeedError('USAGE', say().backup.noRclone, { cause, hints: [say().backup.noRcloneHint] })
  const sentence = say().backup.rcloneFailed({ place: printable(place), why: '' })
  return new DatadeedError('IO_READ', sentence, { cause })
}

function overlong(place: string): DatadeedError {
  const told = { place: printable(place), most: OUTPUT_BYTES }
  return new DatadeedError('LIMIT', say().backup.listingTooLong(told))
}

function lastLine(text: string): string {
  const lines = text.split('\n').filter((line) => line.trim() !== '')
  return (lines.at(-1) ?? '').replace(/^\d{4}\/\d\d\/\d\d \d\d:\d\d:\d\d /, '')
}
