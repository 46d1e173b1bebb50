import { type KernelMemory, openKernelMemory } from '../../kernel/kernel.ts'
import type { Encoding } from './encodings.ts'

/** Kernel memory with the tables of an encoding at its beginning. */
export interface TableDesk {
  readonly encoding: Encoding
  readonly memory: KernelMemory
}

/** A desk that has grown beyond this is given up after use: rows of many MiB are rare. */
export const MOST_KEPT_BYTES = 128 * 1024 * 1024

/** The kept desk if its tables are this encoding's, else with new ones; undefined for UTF, or without kernel. */
export function openTableDesk(
  kept: TableDesk | undefined,
  encoding: Encoding,
  tables: { readonly bytes: number; write(memory: KernelMemory, encoding: Encoding): void },
): TableDesk | undefined {
  if (encoding === 'utf-8' || encoding === 'utf-16le' || encoding === 'utf-16be') return undefined
  if (kept?.encoding === encoding) return kept
  const memory = kept?.memory ?? openKernelMemory()
  if (!memory?.reserve(tables.bytes)) return undefined
  tables.write(memory, encoding)
  return { encoding, memory }
}
