/** Fixed-width integers of the format, big-endian (FORMAT.md, first paragraph). */
export function u8(value: number): Uint8Array {
  return Uint8Array.of(value)
}

export function u32(value: number): Uint8Array {
  const bytes = Buffer.alloc(4)
  bytes.writeUInt32BE(value)
  return bytes
}

/** @param value a safe integer */
export function u64(value: number): Uint8Array {
  const bytes = Buffer.alloc(8)
  bytes.writeBigUInt64BE(BigInt(value))
  return bytes
}

/** ASCII text and the zero byte that ends it. */
export function label(text: string): Uint8Array {
  return Buffer.from(`${text}\0`, 'latin1')
}

/** A Buffer over the same memory, for its readers of integers. */
export function bufferOf(bytes: Uint8Array): Buffer {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
}
