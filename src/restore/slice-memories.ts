import { openKernelMemory, type WasmMemory } from '../kernel/kernel.ts'

/** A slice of far longer rows than others is not worth keeping its memory. */
const MOST_KEPT_BYTES = 32 * 1024 * 1024

/**
 * Memory in which a worker opens and joins one slice and from which the rows are written: used again for a later slice,
 * because fresh pages cost as much time as joining the rows.
 */
export class SliceMemories {
  readonly #free: WasmMemory[] = []

  /** Undefined where there is no kernel: the worker then has to find memory itself. */
  take(): WasmMemory | undefined {
    return this.#free.pop() ?? openKernelMemory()?.memory
  }

  giveBack(memory: WasmMemory | undefined): void {
    if (memory !== undefined && memory.buffer.byteLength <= MOST_KEPT_BYTES) this.#free.push(memory)
  }
}
