import { aligned, type KernelMemory, OVERREACH } from '../../kernel/kernel.ts'
import { byteTable } from './byte-tables.ts'
import { fourByteForm, supplementary } from './encode.ts'
import type { Encoding } from './encodings.ts'
import { MOST_KEPT_BYTES, openTableDesk, type TableDesk } from './table-desk.ts'

const TABLES = { bytes: 4 * 0x10000, write: writeTables }

let kept: TableDesk | undefined

/** The text in an encoding, in memory valid until the next call; undefined if `findEncoded` must do or refuse it. */
export function encodeByKernel(text: Uint8Array, encoding: Encoding): Uint8Array | undefined {
  const desk = openTableDesk(kept, encoding, TABLES)
  const bytesAt = aligned(TABLES.bytes + text.length + OVERREACH)
  if (!desk?.memory.reserve(bytesAt + 2 * text.length)) return undefined
  const { memory } = desk
  const { call } = memory
  kept = memory.bytes.length > MOST_KEPT_BYTES ? undefined : desk
  memory.bytes.set(text, TABLES.bytes)
  const end = TABLES.bytes + text.length
  let [at, out] = [TABLES.bytes, bytesAt]
  while (!call.encodeFromUtf8(at, end, 0, out)) {
    at = call.readTo.value
    out = call.wroteTo.value
    if (encoding !== 'gb18030' || memory.bytes[at]! < 0xf0) return undefined
    new DataView(memory.buffer).setUint32(out, fourByteForm(supplementary(memory.bytes, at)))
    at += 4
    out += 4
  }
  return memory.bytes.subarray(bytesAt, call.wroteTo.value)
}

function writeTables(memory: KernelMemory, encoding: Encoding): void {
  new Uint32Array(memory.buffer, 0, 0x10000).set(byteTable(encoding).codes)
}
