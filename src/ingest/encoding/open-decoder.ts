import { TextDecoder } from 'node:util'
import type { Encoding } from './encodings.ts'

/** Decodes an export's bytes to text; with `stream`, a character may be cut at the end and go on in the next call. */
export interface ExportDecoder {
  decode(bytes: Uint8Array, options?: { readonly stream?: boolean }): string
}

/** Windows-1252 from 80 to 9F, by the index of the WHATWG Encoding Standard. */
const WINDOWS_1252 = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ'

/** What ICU makes of the bytes 1A, 1C and 7F of Shift_JIS, as IBM did, and what they are. */
const MOVED_CONTROLS: Readonly<Record<string, string>> = {
  '\u001c': '\u001a',
  '\u007f': '\u001c',
  '\u001a': '\u007f',
}

/**
 * The platform's decoder, mended where it differs from section 10.6 of FORMAT.md: early releases of Node 24 take
 * windows-1252 for Latin-1. A byte order mark is text. With `fatal`, `decode` throws where the bytes are invalid.
 */
export function openDecoder(encoding: Encoding, fatal: boolean): ExportDecoder {
  if (encoding === 'windows-1252') return { decode: decodeWindows1252 }
  const platform = new TextDecoder(encoding, { fatal, ignoreBOM: true })
  if (encoding !== 'shift_jis') return platform
  return {
    decode: (bytes, options) =>
      platform
        .decode(bytes, options)
        .replaceAll(/[\u001a\u001c\u007f]/g, (control) => MOVED_CONTROLS[control] ?? control),
  }
}

function decodeWindows1252(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length)
    .toString('latin1')
    .replaceAll(/[\u0080-\u009f]/g, (control) => WINDOWS_1252.charAt(control.charCodeAt(0) - 0x80))
}
