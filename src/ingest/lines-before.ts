import type { SourceFile } from './source-file.ts'

const LF = 0x0a
const CR = 0x0d

/** Line ends (CR, LF, CRLF) before a byte offset, read again from the file; for messages only. */
export async function countLines(file: SourceFile, offset: number): Promise<number> {
  const buffer = new Uint8Array(256 * 1024)
  let lines = 0
  let previous = 0
  for (let at = 0; at < offset; at += buffer.length) {
    const piece = buffer.subarray(0, Math.min(buffer.length, offset - at))
    await file.readInto(piece, at)
    for (const byte of piece) {
      if (byte === CR || (byte === LF && previous !== CR)) lines++
      previous = byte
    }
  }
  return lines
}
