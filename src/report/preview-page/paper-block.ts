import { type Html, html } from '../html/index.ts'

const BEGIN = '<pre id="paper">'
const END = '</pre>'

/** Every entity that `html` writes; in the envelope of a paper, which is base64 in JSON, quotes alone occur. */
const ENTITIES: Readonly<Record<string, string>> = {
  '&quot;': '"',
  '&#39;': "'",
  '&lt;': '<',
  '&gt;': '>',
  '&amp;': '&',
}

/** The paper as text on a page: what a browser shows there and copies is the paper's own file. */
export function embedPaper(envelope: string): Html {
  return html`<pre id="paper">${envelope.trimEnd()}</pre>`
}

/**
 * The paper on a page, the first one that it holds; what of the page is to be believed is found out by rendering it again.
 */
export function findPaper(page: string): string | undefined {
  const begin = page.indexOf(BEGIN)
  if (begin < 0) return undefined
  const end = page.indexOf(END, begin)
  if (end < 0) return undefined
  return page
    .slice(begin + BEGIN.length, end)
    .replace(/&(?:quot|#39|lt|gt|amp);/g, (entity) => ENTITIES[entity] ?? entity)
}
