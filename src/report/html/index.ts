/**
 * Pages for people: one file, readable without a network, a script or this program. `html` is the only way in which a
 * text gets onto one, and escapes it; `renderPage` is the shell with the style that all pages share.
 */
export { type Html, html, joined, type Piece } from './markup.ts'
export { type Page, renderPage } from './page.ts'
export { renderCommand } from './parts.ts'
