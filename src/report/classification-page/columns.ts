import { say } from '../../messages/index.ts'
import { printable } from '../../messages/printable.ts'
import type { ExplainedColumn, ExplainedTable } from '../classify-report.ts'
import { type Html, html } from '../html/index.ts'
import { formatCount } from '../units.ts'
import { actionOf, anchorOf, colourOf, compartmentOf, nameOf, percentOf, placeOf, typeOf } from './facts.ts'
import { describeLaw } from './law.ts'

/** Reasons and detectors beside a column; more would hide the next one, and --json has them all. */
const REASONS_SHOWN = 3
const DETECTORS_SHOWN = 3

/** One row a column; on a telephone one card a column. */
export function renderColumns(table: ExplainedTable, at: number, unsureBelow: number): Html {
  const { headings, columnsCaption } = say().html
  const titles = Object.values(headings)
  return html`<table class="reflow columns" role="table">
<caption class="said">${columnsCaption({ name: nameOf(table.name) })}</caption>
<thead role="rowgroup"><tr role="row">${titles.map((title) => html`<th scope="col" role="columnheader">${title}</th>`)}</tr></thead>
<tbody role="rowgroup">
${table.columns.map((column) => renderColumn(column, anchorOf(at, column), unsureBelow))}</tbody>
</table>`
}

function renderColumn(column: ExplainedColumn, anchor: string, unsureBelow: number): Html {
  const { headings, unsure, sensitive, notSensitive } = say().html
  const doubt = column.confidence < unsureBelow
  const { confidence, filled, decided } = column
  const place = placeOf(column)
  return html`<tr role="row" id="${anchor}" class="${doubt ? 'doubted' : ''}">
<th scope="row" role="rowheader"><span class="at">${column.index + 1}</span> ${nameOf(column.header)}<span class="type">${typeOf(column.type)} <code>${column.type}</code></span></th>
${cell(headings.compartment, html`<span class="swatch ${colourOf(place)}${column.sensitive ? ' full' : ''}"></span>${compartmentOf(place)}<span class="under">${column.sensitive ? sensitive : notSensitive}</span>${decided === undefined ? undefined : html`<span class="under">${actionOf(decided)}</span>`}`)}
${cell(headings.confidence, html`${percentOf(confidence)}${drawMeter(confidence)}${doubt ? html`<span class="under alert">${unsure}</span>` : undefined}`)}
${cell(headings.cells, html`${percentOf(filled)}${drawMeter(filled)}<span class="under">${say().html.distinct[column.distinct]}</span>`)}
${cell(headings.why, renderWhy(column))}
${cell(headings.law, describeLaw(column.legal))}
</tr>
`
}

/** The label stands beside the cell where the table is too narrow for headings. */
function cell(label: string, content: Html): Html {
  return html`<td role="cell" data-label="${label}"><div>${content}</div></td>`
}

function drawMeter(share: number): Html {
  return html`<svg class="meter" width="64" height="5" aria-hidden="true"><rect class="track" width="64" height="5"/><rect class="level" width="${Math.round(share * 64)}" height="5"/></svg>`
}

function renderWhy({ reasons, evidence }: ExplainedColumn): Html {
  const { how, evidence: line } = say().html
  const shown = evidence.filter(({ speaks }) => speaks).slice(0, DETECTORS_SHOWN)
  return html`<ul class="why">${reasons.slice(0, REASONS_SHOWN).map((reason) => html`<li>${printable(reason, 240)}</li>`)}${shown.map(
    ({ detector, matched, tested, by }) =>
      html`<li class="quiet">${line({ detector, matched: formatCount(matched), tested: formatCount(tested), how: how[by] })}</li>`,
  )}</ul>`
}
