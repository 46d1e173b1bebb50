/** Characters that could move a cursor, reorder a line or hide: C0, DEL, C1, bidi marks, zero-width and line separators, tags, lone surrogates. */
const UNPRINTABLE =
  /[\u0000-\u001f\u007f-\u009f\u00ad\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u2028-\u202f\u205f-\u206f\u3164\ufe00-\ufe0f\ufeff\uffa0\ufff0-\ufffb\u{e0000}-\u{e0fff}]|\p{Cs}/gu

/**
 * A name from outside (path, header, table, card), made fit for a terminal, a log line or a page of text.
 * Each unprintable character becomes U+FFFD; more than `most` characters are cut with an ellipsis.
 */
export function printable(name: string, most = 120): string {
  const clean = name.replace(UNPRINTABLE, '\ufffd')
  const characters = Array.from(clean)
  return characters.length <= most ? clean : `${characters.slice(0, most - 1).join('')}…`
}
