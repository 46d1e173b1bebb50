import { findKernelMemory, type KernelMemory, openKernelMemory } from '../../kernel/kernel.ts'
import { type ColumnScan, ENOUGH_HOLDING } from '../column.ts'
import { IDENTIFIERS_BYTES } from './identifiers-bytes.ts'

/** The functions and globals of identifiers.as; addresses in bytes. */
interface IdentifierFunctions {
  readonly scanCells: (at: number, end: number, most: number, enough: number) => number
  readonly cells: KernelGlobal
  readonly filled: KernelGlobal
  readonly mobile: KernelGlobal
  readonly phone: KernelGlobal
  readonly nationalId: KernelGlobal
  readonly bankCard: KernelGlobal
  readonly email: KernelGlobal
  readonly holding: KernelGlobal
  readonly passed: KernelGlobal
}

interface KernelGlobal {
  readonly value: number
}

/** A `cells` segment that the kernel reads where it lies, from its first cell on. */
export interface CellReader {
  /** Reads so many cells, or all that are left; undefined: the segment is not of the strict form. */
  next(most?: number): ColumnScan | undefined
  /** Where the next cell begins in the segment. */
  readonly position: number
}

const ALL = 0xffffffff
const LF = 10
/** Larger memory than this is given up after use: segments of many MiB are rare. */
const MOST_KEPT_BYTES = 64 * 1024 * 1024
/** The kernel looks back up to 15 bytes. */
const COPY_AT = 16
const bound = new WeakMap<KernelMemory, IdentifierFunctions>()
let kept: KernelMemory | undefined

/** Undefined where there is no kernel, or no memory for it, or the segment is not of the strict form. */
export function openCells(bytes: Uint8Array): CellReader | undefined {
  if (bytes.length > 0 && bytes[bytes.length - 1] !== LF) return undefined
  const lies = findKernelMemory(bytes)
  const memory = lies ?? copyIn(bytes)
  if (memory === undefined) return undefined
  const functions = bound.get(memory) ?? memory.bind<IdentifierFunctions>(IDENTIFIERS_BYTES)
  bound.set(memory, functions)
  const start = lies === undefined ? COPY_AT : bytes.byteOffset
  return new KernelCellReader(functions, start, start + bytes.length)
}

function copyIn(bytes: Uint8Array): KernelMemory | undefined {
  const memory = kept ?? openKernelMemory()
  if (memory?.reserve(COPY_AT + bytes.length) !== true) return undefined
  kept = memory.bytes.length > MOST_KEPT_BYTES ? undefined : memory
  memory.bytes.set(bytes, COPY_AT)
  return memory
}

class KernelCellReader implements CellReader {
  readonly #functions: IdentifierFunctions
  readonly #start: number
  readonly #end: number
  #at: number
  #enough: number = ENOUGH_HOLDING

  constructor(functions: IdentifierFunctions, start: number, end: number) {
    this.#functions = functions
    this.#start = start
    this.#end = end
    this.#at = start
  }

  get position(): number {
    return this.#at - this.#start
  }

  next(most: number = ALL): ColumnScan | undefined {
    const call = this.#functions
    const next = call.scanCells(this.#at, this.#end, most, this.#enough) >>> 0
    if (next < this.#at) return undefined
    this.#at = next
    this.#enough -= call.holding.value
    return {
      cells: call.cells.value,
      filled: call.filled.value,
      passed: call.passed.value,
      hits: {
        mobile: call.mobile.value,
        phone: call.phone.value,
        'national-id': call.nationalId.value,
        'bank-card': call.bankCard.value,
        email: call.email.value,
      },
    }
  }
}
