import { openDecoder } from '../../src/ingest/encoding/open-decoder.ts'
import type { Encoding } from '../../src/ingest/index.ts'

/** Encodings whose tables another reader must have from FORMAT.md section 10.6. */
export const TABLE_ENCODINGS = ['gb18030', 'big5', 'shift_jis', 'euc-kr', 'windows-1252'] as const

const PER_ROW = 48

/** An export of one column that holds each byte sequence of an encoding, second forms of a character among them. */
export function everyCharacter(encoding: Encoding): Buffer {
  const decoder = openDecoder(encoding, true)
  const sound = (bytes: readonly number[]): boolean => {
    try {
      const text = decoder.decode(Uint8Array.from(bytes))
      return text.length === 1 && !/[\u0080-\u009f\uf8f8]/.test(encoding === 'windows-1252' ? '' : text)
    } catch {
      return false
    }
  }
  const codes: number[][] = []
  for (let lead = 0x01; lead < 0x100; lead++) {
    if ([0x0a, 0x0d, 0x22, 0x2c].includes(lead)) continue
    if (sound([lead])) codes.push([lead])
    else for (let trail = 0x40; trail < 0xff; trail++) if (sound([lead, trail])) codes.push([lead, trail])
  }
  if (encoding === 'gb18030') codes.push(...fourBytes())
  const lines = [Buffer.from('each\n')]
  for (let at = 0; at < codes.length; at += PER_ROW) {
    lines.push(Buffer.from([...codes.slice(at, at + PER_ROW).flat(), 0x0a]))
  }
  return Buffer.concat(lines)
}

/** A sample of the four-byte forms, the first and last of each row among them. */
function fourBytes(): number[][] {
  const found: number[][] = []
  for (let second = 0x30; second <= 0x39; second++) {
    for (let third = 0x81; third <= 0xfe; third += 5) found.push([0x82, second, third, 0x30 + (third % 10)])
  }
  return [
    ...found,
    [0x81, 0x35, 0xf4, 0x37],
    [0x81, 0x30, 0x81, 0x30],
    [0x95, 0x32, 0x82, 0x36],
    [0xe3, 0x32, 0x9a, 0x35],
  ]
}
