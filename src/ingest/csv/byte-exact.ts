import { InternalError } from '../../errors.ts'
import { findKernelMemory } from '../../kernel/kernel.ts'
import type { Slice } from '../../table.ts'
import type { CsvDialect } from './dialect.ts'
import { joinSliceInPlace } from './join-slice.ts'

/** Proves that a slice restores to the bytes it was cut from. @throws InternalError, naming the first offset that differs */
export function assertByteExact(bytes: Uint8Array, slice: Slice, dialect: CsvDialect): void {
  // Cells that lie in a kernel's memory are joined there, behind them.
  const [first] = slice.segments
  const joined = joinSliceInPlace(slice, dialect, first && findKernelMemory(first.bytes))
  if (Buffer.compare(joined, bytes) === 0) return
  let at = 0
  while (at < bytes.length && joined[at] === bytes[at]) at++
  throw new InternalError(
    `slice ${slice.number} does not rejoin to its own bytes: first difference at byte ${at} of ${bytes.length}`,
  )
}
