import type { LegalCategories } from '../../classify/index.ts'
import { say } from '../../messages/index.ts'
import { type Html, html } from '../html/index.ts'

/** What is special stands out, what is nothing of itself stands back. */
const WEIGHTS = {
  none: 'weak',
  linked: 'weak',
  personal: 'plain',
  sensitive: 'strong',
  special: 'strong',
} as const

/** What three laws call a column, a line each, and what a person must know besides. */
export function describeLaw({ pipl, annexA, gdpr, notes }: LegalCategories): Html {
  const { html: words, htmlGuide: guide } = say()
  const kinds = annexA.map((kind) => words.annexA[kind]).join(words.joint)
  const lines = [
    [guide.lawPipl.term, words.pipl[pipl], WEIGHTS[pipl]],
    [guide.lawGbt.term, kinds === '' ? words.notListed : kinds, kinds === '' ? 'weak' : 'strong'],
    [guide.lawGdpr.term, words.gdpr[gdpr], WEIGHTS[gdpr]],
  ] as const
  return html`<dl class="law">${lines.map(([term, text, weight]) => html`<div class="${weight}"><dt>${term}</dt> <dd>${text}</dd></div>`)}</dl>${notes.map((note) => html`<span class="under">${words.legalNotes[note]}</span>`)}`
}
