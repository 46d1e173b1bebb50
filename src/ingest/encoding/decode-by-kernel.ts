import { aligned, type KernelMemory, OVERREACH } from '../../kernel/kernel.ts'
import { sameBytes } from '../csv/same-bytes.ts'
import { byteTable } from './byte-tables.ts'
import { findUtf8, hasStrays } from './decode.ts'
import { findEncoded } from './encode.ts'
import type { Encoding } from './encodings.ts'
import { MOST_KEPT_BYTES, openTableDesk, type TableDesk } from './table-desk.ts'

const SINGLES_AT = 0
const DOUBLES_AT = 2 * 0x80
const TABLES = { bytes: DOUBLES_AT + 2 * 0x8000, write: writeTables }
/** Text made of what the tables lack is left to the platform's decoder, which does it at once. */
const MOST_UNKNOWN = 4096

let kept: TableDesk | undefined

/**
 * The bytes as UTF-8, in memory valid until the next call. Encoding it gives the same bytes: undefined if a character
 * has one of its second byte forms, and wherever the platform's decoder must do or refuse it.
 */
export function decodeByKernel(bytes: Uint8Array, encoding: Encoding): Uint8Array | undefined {
  const desk = openTableDesk(kept, encoding, TABLES)
  const textAt = aligned(TABLES.bytes + bytes.length + OVERREACH)
  if (!desk?.memory.reserve(textAt + 3 * bytes.length)) return undefined
  const { memory } = desk
  const { call } = memory
  kept = memory.bytes.length > MOST_KEPT_BYTES ? undefined : desk
  memory.bytes.set(bytes, TABLES.bytes)
  const end = TABLES.bytes + bytes.length
  let [at, out] = [TABLES.bytes, textAt]
  for (let unknown = 0; !call.decodeToUtf8(at, end, DOUBLES_AT, SINGLES_AT, out); unknown++) {
    at = call.readTo.value
    out = call.wroteTo.value
    const four = memory.bytes.subarray(at, Math.min(at + 4, end))
    const character = encoding === 'gb18030' && unknown < MOST_UNKNOWN ? fourBytesToUtf8(four) : undefined
    if (character === undefined) return undefined
    memory.bytes.set(character, out)
    at += 4
    out += character.length
  }
  return memory.bytes.subarray(textAt, call.wroteTo.value)
}

/** Without second byte forms and what the platform's decoder is not let have its way with. */
function writeTables(memory: KernelMemory, encoding: Encoding): void {
  const { singles, doubles, codes } = byteTable(encoding)
  const usual = (point: number, code: number) =>
    codes[point] === code && !hasStrays(String.fromCharCode(point), encoding) ? point : 0
  new Uint16Array(memory.buffer, SINGLES_AT, 0x80).set(singles.map((point, at) => usual(point, 0x80 + at)))
  new Uint16Array(memory.buffer, DOUBLES_AT, 0x8000).set(
    doubles.map((point, at) => usual(point, 0x8000 + at)),
  )
}

/** One character that GB18030 writes in these four bytes and no others; undefined if there is none. */
function fourBytesToUtf8(bytes: Uint8Array): Uint8Array | undefined {
  const digits = [bytes[1], bytes[3]].every((byte) => byte !== undefined && byte >= 0x30 && byte <= 0x39)
  const text = digits ? findUtf8(bytes, 'gb18030') : undefined
  const again = text && findEncoded(text, 'gb18030')
  return again && sameBytes(again, bytes) ? text : undefined
}
