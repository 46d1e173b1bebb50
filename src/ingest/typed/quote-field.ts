/** A text as one strict RFC 4180 field: bare where it may be, "" for the empty text (FORMAT.md section 10.2). */
export function quoteField(text: string): string {
  return text === '' || /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}
