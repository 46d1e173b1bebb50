import { readSync } from 'node:fs'
import { DatadeedError } from '../errors.ts'
import { readFault } from '../files/index.ts'
import type { KernelMemory } from '../kernel/kernel.ts'
import { say } from '../messages/index.ts'
import { printable } from '../messages/printable.ts'
import { type OpenBlockRequest, type OpenedBlock, openBlock } from './block.ts'
import type { TotalTask } from './control-totals.ts'

/** Where a block lies, and all that its checks need: plain data that crosses to a worker thread. */
export interface BlockJob extends Omit<OpenBlockRequest, 'ciphertext'> {
  /** The deed's, for sentences. */
  readonly path: string
  readonly fd: number
  readonly position: number
  readonly length: number
  /** Columns of it to sum up, for whoever proves blocks. */
  readonly totals?: readonly TotalTask[] | undefined
}

/**
 * Reads a block and opens it through all its checks, with its digest compared in the very read that is decrypted.
 * @param memory as for openBlock
 * @throws DatadeedError DAMAGED, LIMIT, UNSUPPORTED, IO_READ
 */
export function openBlockJob(job: BlockJob, memory?: KernelMemory): OpenedBlock {
  const ciphertext = roomFor(job.length)
  for (let at = 0; at < job.length; ) {
    const read = readSome(job, ciphertext.subarray(at), job.position + at)
    if (read === 0) throw new DatadeedError('DAMAGED', say().deed.cutShort({ path: printable(job.path) }))
    at += read
  }
  return openBlock({ ...job, ciphertext }, memory)
}

const LARGEST_KEPT = 16 * 1024 * 1024
let kept = new Uint8Array(0)

/** One buffer a thread: blocks are opened one after the other. */
function roomFor(length: number): Uint8Array {
  if (length > LARGEST_KEPT) return Buffer.allocUnsafeSlow(length)
  if (kept.length < length) kept = Buffer.allocUnsafeSlow(Math.min(LARGEST_KEPT, length * 2))
  return kept.subarray(0, length)
}

function readSome({ fd, path }: BlockJob, into: Uint8Array, position: number): number {
  try {
    return readSync(fd, into, 0, into.length, position)
  } catch (cause) {
    throw readFault(path, cause)
  }
}
