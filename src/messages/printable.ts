/** What could move a cursor, reorder a line or hide: controls, formats (bidi), surrogates, line separators, invisibles. */
export const UNPRINTABLE = /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}]/gu

/**
 * A name from outside (path, header, table, card), made fit for a terminal, a log line or a page of text.
 * Each unprintable character becomes U+FFFD; more than `most` characters are cut with an ellipsis.
 */
export function printable(name: string, most = 120): string {
  const clean = name.replace(UNPRINTABLE, '\ufffd')
  const characters = Array.from(clean)
  return characters.length <= most ? clean : `${characters.slice(0, most - 1).join('')}…`
}

/** JSON text in which every unprintable character is an escape: a program reads the same, a terminal obeys none of it. */
export function escapeUnprintable(json: string): string {
  return json.replace(UNPRINTABLE, (character) =>
    Array.from(
      { length: character.length },
      (_, at) => `\\u${character.charCodeAt(at).toString(16).padStart(4, '0')}`,
    ).join(''),
  )
}
