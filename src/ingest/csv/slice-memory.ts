import { type KernelFunctions, type KernelMemory, openKernelMemory } from '../../kernel/kernel.ts'

/** Memory kept for later slices; more than workers ever hold at once would only be memory. */
const KEPT = 8
/** A slice of a row far longer than others is not worth keeping its memory. */
const MOST_KEPT_BYTES = 8 * 1024 * 1024

const free: SliceMemory[] = []

/** Shared memory for one slice, which the kernel can scan where it lies and a worker can read. */
export class SliceMemory {
  bytes: Uint8Array<SharedArrayBuffer>
  readonly #memory: KernelMemory | undefined

  constructor(memory: KernelMemory | undefined) {
    this.#memory = memory
    this.bytes = memory?.bytes ?? new Uint8Array(new SharedArrayBuffer(0))
  }

  /** Works on these bytes; undefined where there is no kernel. */
  get kernel(): KernelFunctions | undefined {
    return this.#memory?.bytes === this.bytes ? this.#memory.call : undefined
  }

  /** Makes room for so many bytes and keeps what is there; other views keep seeing it too, if the kernel has it. */
  reserve(bytes: number): void {
    if (this.kernel !== undefined && this.#memory?.reserve(bytes)) {
      this.bytes = this.#memory.bytes
      return
    }
    if (bytes <= this.bytes.length) return
    const larger = new Uint8Array(new SharedArrayBuffer(Math.max(this.bytes.length * 2, bytes)))
    larger.set(this.bytes)
    this.bytes = larger
  }
}

/** Memory for at least so many bytes, from an earlier slice if one is done with. */
export function takeSliceMemory(bytes: number): SliceMemory {
  const memory = free.pop() ?? new SliceMemory(openKernelMemory())
  memory.reserve(bytes)
  return memory
}

export function giveSliceMemoryBack(memory: SliceMemory): void {
  if (free.length < KEPT && memory.bytes.length <= MOST_KEPT_BYTES) free.push(memory)
}
