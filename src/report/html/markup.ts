import { InternalError } from '../../errors.ts'
import { UNPRINTABLE } from '../../messages/printable.ts'

/**
 * Markup of this program, with every text in it escaped. Only `html` and `trusted` make one, and the door gives away
 * the type alone: no text from outside can pass for markup.
 */
export class Html {
  readonly markup: string

  constructor(markup: string) {
    this.markup = markup
  }
}

/** What may stand in a template: texts are escaped, markup stays, what is absent leaves nothing. */
export type Piece = string | number | Html | undefined | readonly Piece[]

/**
 * The one way in which a text gets onto a page: html`<p title="${name}">${name}</p>`. Attributes must be quoted.
 *
 * @throws InternalError for a template with a piece where escaping does not help: elsewhere in a tag, or in a comment
 */
export function html(parts: TemplateStringsArray, ...pieces: readonly Piece[]): Html {
  assertPlaces(parts)
  let markup = parts[0] ?? ''
  for (const [at, piece] of pieces.entries()) markup += render(piece) + (parts[at + 1] ?? '')
  return new Html(markup)
}

/** Pieces one after the other. */
export function joined(pieces: readonly Piece[]): Html {
  return new Html(render(pieces))
}

/** Text of this program itself that is no markup: the style sheet. */
export function trusted(own: string): Html {
  return new Html(own)
}

const checked = new WeakSet<TemplateStringsArray>()

/** Each template once: its pieces may stand in content and within double quotes, nowhere else. */
function assertPlaces(parts: TemplateStringsArray): void {
  if (checked.has(parts)) return
  let before = ''
  for (const part of parts.slice(0, -1)) {
    before += part
    const tag = before.slice(Math.max(0, before.lastIndexOf('<'))).replace(/"[^"]*"/g, '')
    if (tag.startsWith('<') && !/[">]/.test(tag)) {
      throw new InternalError('a template has a piece where no text is safe')
    }
  }
  checked.add(parts)
}

function render(piece: Piece): string {
  if (piece === undefined) return ''
  if (piece instanceof Html) return piece.markup
  if (typeof piece === 'string') return escapeText(piece)
  if (typeof piece === 'number') return String(piece)
  return piece.map(render).join('')
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}

/** Escaped for content and quoted attributes alike; what moves, reorders or hides becomes U+FFFD, as on a terminal. */
function escapeText(text: string): string {
  return text.replace(UNPRINTABLE, '\ufffd').replace(/[&<>"']/g, (character) => ENTITIES[character] ?? '')
}
