/** A name as SQL has it. */
export function quoteName(name: string): string {
  return `"${name.replaceAll('"', '""')}"`
}

/** A text as SQL has it, under standard_conforming_strings. */
export function quoteText(text: string): string {
  return `'${text.replaceAll("'", "''")}'`
}
