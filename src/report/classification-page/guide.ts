import { say } from '../../messages/index.ts'
import { type Html, html } from '../html/index.ts'

/** How the page is to be read, and what it does not say. */
export function renderGuide(unsureBelow: number): Html {
  const words = say().htmlGuide
  const { term, text } = words.readConfidence
  const reading = [
    words.readCompartment,
    words.readSensitive,
    { term, text: text({ below: Math.round(unsureBelow * 100) }) },
    words.readCells,
    words.readEvidence,
  ]
  const laws = [words.lawPipl, words.lawGbt, words.lawGdpr]
  return html`<section class="part" id="guide"><h2>${words.readTitle}</h2>
${renderTerms(reading)}
<h3 class="after">${words.lawTitle}</h3>
${renderTerms(laws)}
<div class="panel"><h3>${words.disclaimerTitle}</h3><p class="prose">${words.disclaimer}</p></div>
</section>`
}

function renderTerms(terms: readonly { readonly term: string; readonly text: string }[]): Html {
  return html`<dl class="terms">${terms.map(
    ({ term, text }) => html`<div><dt>${term}</dt><dd>${text}</dd></div>
`,
  )}</dl>`
}
