import type { Messages } from '../../messages/index.ts'
import type { TeaserTable } from '../../preview/index.ts'
import { type Html, html } from '../html/index.ts'
import { formatRows } from '../preview-figures.ts'
import { renderCompartment } from './compartment.ts'

/** A table of a teaser: how much there is, from when, and what of. */
export function renderTeaserTable(
  { rows, columns, years }: TeaserTable,
  number: number,
  messages: Messages,
): Html {
  const words = messages.preview
  const count = columns.reduce((sum, each) => sum + each.columns, 0)
  const [compartment = '', named = ''] = words.teaserHeadings
  const facts: readonly (readonly [string, string | undefined])[] = [
    [words.facts.rows, formatRows(rows, words)],
    [words.facts.columns, String(count)],
    [words.facts.years, years === null ? undefined : words.span(years)],
  ]
  return html`<section class="part">
<h2>${words.tableNumber({ number })}</h2>
<dl class="facts">${facts.map(([name, value]) =>
    value === undefined ? undefined : html`<div><dt>${name}</dt><dd>${value}</dd></div>`,
  )}</dl>
<table class="narrow">
<thead><tr><th scope="col">${compartment}</th><th scope="col" class="number">${named}</th></tr></thead>
<tbody>${columns.map(
    (each) =>
      html`<tr><th scope="row">${renderCompartment(each.compartment, messages)}</th><td class="number">${each.columns}</td></tr>`,
  )}</tbody>
</table>
</section>
`
}
