import { KERNEL_BYTES } from './kernel-bytes.ts'

/**
 * The functions and globals of kernel.as; addresses and lengths in bytes. Each has its twin in TypeScript, which serves where there
 * is no WebAssembly with SIMD and wherever the kernel meets something out of the ordinary.
 */
export interface KernelFunctions {
  readonly findFields: (...numbers: number[]) => number
  readonly copyCells: (...numbers: number[]) => void
  readonly joinCells: (...numbers: number[]) => number
  readonly countFields: (at: number, end: number) => number
  readonly scanRows: (...numbers: number[]) => number
  readonly decodeToUtf8: (...numbers: number[]) => number
  readonly encodeFromUtf8: (...numbers: number[]) => number
  readonly rows: KernelGlobal
  readonly bareFields: KernelGlobal
  readonly lineEnds: KernelGlobal
  readonly oddRows: KernelGlobal
  readonly rowsSeen: KernelGlobal
  readonly begun: KernelGlobal
  readonly scanState: KernelGlobal
  readonly readTo: KernelGlobal
  readonly wroteTo: KernelGlobal
}

interface KernelGlobal {
  readonly value: number
}

/** A kernel's memory as it crosses to another thread, which shares it. */
export interface WasmMemory {
  readonly buffer: SharedArrayBuffer
  grow(pages: number): number
}

/** The part of WebAssembly used here; @types/node does not declare it. */
interface WebAssemblyApi {
  readonly Module: new (bytes: Uint8Array) => object
  readonly Instance: new (
    module: object,
    imports: { readonly env: { readonly memory: WasmMemory } },
  ) => { readonly exports: unknown }
  readonly Memory: new (shape: {
    readonly initial: number
    readonly maximum: number
    readonly shared: true
  }) => WasmMemory
}

const PAGE_BYTES = 64 * 1024
const MOST_PAGES = 65_536
/** A load or store of the kernel may reach so far past the bytes it is for. */
export const OVERREACH = 64

const api = (globalThis as { readonly WebAssembly?: WebAssemblyApi }).WebAssembly
/** By their code: this room's kernel, and those that other rooms bind to its memory. */
const compiled = new Map<string, object>()
const memories = new WeakMap<ArrayBufferLike, KernelMemory>()
let refused = api === undefined

/** Memory with the kernel's functions over it. It is shared, so growing leaves the views of it valid. */
export class KernelMemory {
  bytes: Uint8Array<SharedArrayBuffer>
  readonly call: KernelFunctions
  readonly memory: WasmMemory
  #taken = 0

  constructor(memory: WasmMemory) {
    this.memory = memory
    this.bytes = this.#view()
    this.call = this.bind<KernelFunctions>(KERNEL_BYTES)
  }

  /** The functions of a kernel (its code in base64) over this memory. */
  bind<Functions>(code: string): Functions {
    const known = compiled.get(code) ?? new api!.Module(Buffer.from(code, 'base64'))
    compiled.set(code, known)
    return new api!.Instance(known, { env: { memory: this.memory } }).exports as Functions
  }

  get buffer(): SharedArrayBuffer {
    return this.bytes.buffer
  }

  /** Makes room for so many bytes and the overreach; false if there is no such memory. */
  reserve(bytes: number): boolean {
    const lacking = bytes + OVERREACH - this.bytes.length
    if (lacking <= 0) return true
    try {
      this.memory.grow(Math.ceil(lacking / PAGE_BYTES))
    } catch {
      return false
    }
    this.bytes = this.#view()
    return true
  }

  /** Addresses of parts of these lengths, behind what was taken before; undefined if there is no such memory. */
  take(lengths: readonly number[]): number[] | undefined {
    let at = this.#taken
    const places = lengths.map((length) => {
      const place = aligned(at)
      at = place + length + OVERREACH
      return place
    })
    if (!this.reserve(at)) return undefined
    this.#taken = at
    return places
  }

  /** Forgets what was taken: its memory is used again. */
  clear(): void {
    this.#taken = 0
  }

  /** The address of bytes that lie in this memory. */
  find(bytes: Uint8Array): number | undefined {
    return findKernelMemory(bytes) === this ? bytes.byteOffset : undefined
  }

  #view(): Uint8Array<SharedArrayBuffer> {
    memories.set(this.memory.buffer, this)
    return new Uint8Array(this.memory.buffer)
  }
}

/** The memory that these bytes lie in, if it is a kernel's. */
export function findKernelMemory({ buffer }: Uint8Array): KernelMemory | undefined {
  return memories.get(buffer)
}

/**
 * The kernel over new memory of one page, or over another thread's; undefined where WebAssembly with SIMD and shared
 * memory is not to be had.
 */
export function openKernelMemory(shared?: WasmMemory): KernelMemory | undefined {
  if (refused || api === undefined) return undefined
  try {
    return new KernelMemory(shared ?? new api.Memory({ initial: 1, maximum: MOST_PAGES, shared: true }))
  } catch {
    refused = !compiled.has(KERNEL_BYTES)
    return undefined
  }
}

/** The next address that a 16-byte load likes. */
export function aligned(address: number): number {
  return Math.ceil(address / 16) * 16
}
