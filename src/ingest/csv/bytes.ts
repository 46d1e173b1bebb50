/** The bytes that CSV gives a meaning, alike in all encodings but UTF-16. */
export const NUL = 0x00
export const LF = 0x0a
export const CR = 0x0d
export const QUOTE = 0x22
export const COMMA = 0x2c

/** What a byte is to an unquoted field. */
export const TEXT = 0
export const DELIMITER = 1
export const LINE_END = 2
/** A comma that does not delimit here: the field keeps it, but must be quoted in a `cells` segment. */
export const BARE_COMMA = 3
export const MISPLACED = 4

/** What each byte is in an unquoted field of an export with this delimiter. */
export function classesOf(delimiter: number): Uint8Array {
  const classes = new Uint8Array(256)
  classes[COMMA] = BARE_COMMA
  classes[delimiter] = DELIMITER
  classes[CR] = LINE_END
  classes[LF] = LINE_END
  classes[QUOTE] = MISPLACED
  classes[NUL] = MISPLACED
  return classes
}
