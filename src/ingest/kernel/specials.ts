import { COMMA, CR, LF, NUL, QUOTE } from '../csv/bytes.ts'

/** Bytes that `writeSpecials` takes. */
export const SPECIALS_BYTES = 32

/**
 * The bytes that end or change a field, as the kernel looks them up: at the place of its low four bits each special
 * byte, at all other places a byte that belongs elsewhere; then sixteen times the one that shares its place.
 */
export function writeSpecials(into: Uint8Array, delimiter: number): void {
  into.fill(0xff, 0, 15)
  into[15] = 0
  for (const byte of [NUL, LF, CR, QUOTE, COMMA, delimiter]) into[byte & 15] = byte
  into.fill(COMMA, 16, SPECIALS_BYTES)
}
