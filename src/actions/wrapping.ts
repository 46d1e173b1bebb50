const BEFORE = /^(?:="|['\t \u00a0\u3000])*/

/** A text without what spreadsheets and forms put around numbers: an apostrophe, `="…"`, tabs and spaces. */
export function splitWrapping(text: string): {
  readonly before: string
  readonly inner: string
  readonly after: string
} {
  const before = BEFORE.exec(text)?.[0] ?? ''
  let end = text.length
  while (end > before.length && '\t \u00a0\u3000'.includes(text[end - 1] ?? '.')) end -= 1
  if (before.endsWith('="') && text[end - 1] === '"' && end > before.length) end -= 1
  return { before, inner: text.slice(before.length, end), after: text.slice(end) }
}

/** U+FF01 to U+FF5E are ASCII in double width, as Chinese and Japanese keyboards write digits. */
export function foldWidth(text: string): string {
  return text.replace(/[\uff01-\uff5e]/g, (letter) => String.fromCharCode(letter.charCodeAt(0) - 0xfee0))
}
