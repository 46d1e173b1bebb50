import { freeBuffer } from '../../../free-buffer.ts'
import { findKernelMemory, type KernelMemory, openKernelMemory } from '../../../kernel/kernel.ts'
import { type CellColumn, HASH_BYTES, shortHash } from '../hash-cells.ts'
import { HASH_ROWS_BYTES } from './hash-rows-bytes.ts'

interface HashFunctions {
  readonly hashRows: (...numbers: number[]) => number
}

const KEY_BYTES = 16
/** The kernel is so many times as quick, at least. */
const MUCH = 4
/** Larger memory than this is given up after use: slices of far longer rows are rare. */
const MOST_KEPT_BYTES = 128 * 1024 * 1024
const bound = new WeakMap<KernelMemory, HashFunctions>()
let kept: KernelMemory | undefined
let spare: KernelMemory | undefined

/**
 * Memory of this thread for the segments of one slice, used again for the next; undefined where there is no kernel. What
 * is put there is hashed where it lies.
 */
export function takeHashMemory(): KernelMemory | undefined {
  kept = emptied(kept)
  return kept
}

/** Another one, for columns that lie elsewhere while segments of the same slice may lie in the first. */
function takeSpareMemory(): KernelMemory | undefined {
  spare = emptied(spare)
  return spare
}

function emptied(memory: KernelMemory | undefined): KernelMemory | undefined {
  const usable = memory !== undefined && memory.bytes.length <= MOST_KEPT_BYTES ? memory : openKernelMemory()
  usable?.clear()
  return usable
}

/** What `hashRows` of hash-cells.ts gives; undefined where that must do it itself: no kernel, or a segment out of order. */
export function hashByKernel(
  columns: readonly CellColumn[],
  rows: number,
  key: Uint8Array,
): Uint8Array | undefined {
  const cellBytes = columns.reduce((sum, { bytes }) => sum + bytes.length, 0)
  if (rows === 0 || columns.length === 0 || rows * columns.length > cellBytes) return undefined
  const [lying] = columns.flatMap(({ bytes }) => findKernelMemory(bytes) ?? [])
  const memory = lying ?? takeSpareMemory()
  if (memory === undefined) return undefined
  const places = columns.map(({ bytes, marks }) => ({
    at: placeIn(memory, bytes),
    marks: marks === undefined ? 0 : placeIn(memory, marks),
  }))
  const longest = Math.max(...columns.map(({ bytes }) => bytes.length))
  const width = columns.length
  const taken = memory.take([KEY_BYTES, 12 * width, longest, rows * HASH_BYTES])
  if (taken === undefined) return undefined
  const [keyAt = 0, tablesAt = 0, scratch = 0, out = 0] = taken
  const tables = new Uint32Array(memory.buffer, tablesAt, 3 * width)
  for (const [column, { at, marks }] of places.entries()) {
    if (at === undefined || marks === undefined) return undefined
    tables[column] = at
    tables[column + width] = at + columns[column]!.bytes.length
    tables[column + 2 * width] = marks
  }
  memory.bytes.set(key, keyAt)
  const { hashRows } = functionsOver(memory)
  const lists = [tablesAt, tablesAt + 4 * width, tablesAt + 8 * width]
  const done = hashRows(rows, width, ...lists, keyAt, scratch, out)
  return done === 0 ? undefined : memory.bytes.slice(out, out + rows * HASH_BYTES)
}

/** What `hashCells` gives, where so many rows are wanted that hashing all is quicker; undefined as `hashByKernel`. */
export function hashCellsByKernel(
  columns: readonly CellColumn[],
  wanted: Uint32Array,
  { rows, key }: { readonly rows: number; readonly key: Uint8Array },
): Float64Array | undefined {
  if (wanted.length * MUCH < rows) return undefined
  const out = new Float64Array(wanted.length * columns.length)
  for (const [index, column] of columns.entries()) {
    const hashes = hashByKernel([column], rows, key)
    if (hashes === undefined) return undefined
    const view = new DataView(hashes.buffer, hashes.byteOffset, hashes.byteLength)
    for (const [place, row] of wanted.entries())
      out[place * columns.length + index] = shortHash(view, row * HASH_BYTES)
    freeBuffer(hashes)
  }
  return out
}

function functionsOver(memory: KernelMemory): HashFunctions {
  const functions = bound.get(memory) ?? memory.bind<HashFunctions>(HASH_ROWS_BYTES)
  bound.set(memory, functions)
  return functions
}

function placeIn(memory: KernelMemory, bytes: Uint8Array): number | undefined {
  const lies = memory.find(bytes)
  if (lies !== undefined) return lies
  const [at] = memory.take([bytes.length]) ?? []
  if (at !== undefined) memory.bytes.set(bytes, at)
  return at
}
