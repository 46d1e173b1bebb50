import type { Messages } from '../../messages/index.ts'
import { printable } from '../../messages/printable.ts'
import type { DiligenceTable } from '../../preview/index.ts'
import { type Html, html } from '../html/index.ts'
import { formatRows } from '../preview-figures.ts'
import { nameOfType, renderCompartment } from './compartment.ts'
import { renderKinds, renderPeriods, renderSpread } from './figure-tables.ts'

type Words = Messages['preview']

/** A table of a due diligence preview: how it is built, how it is filled, how much there is of it. */
export function renderDiligenceTable(table: DiligenceTable, messages: Messages): Html {
  const words = messages.preview
  const { name, rows, columns, periods, amounts, kinds } = table
  const line = words.tableRows({ rows: formatRows(rows, words), columns: columns.length })
  return html`<section class="part">
<h2>${words.table({ name: printable(name) })}</h2>
<p class="lead">${line}</p>
<h3>${words.columnsTitle}</h3>
${renderColumns(table, messages)}
${periods === null ? undefined : renderPeriods(periods, words)}
<div class="sides">
${amounts.map((spread) => renderSpread(spread, words))}
${kinds.map((each) => renderKinds(each, words))}
</div>
${renderInvented(table, words)}
</section>
`
}

function renderColumns({ columns }: DiligenceTable, messages: Messages): Html {
  const words = messages.preview
  const [column = '', type = '', compartment = '', filled = '', distinct = ''] = words.columnHeadings
  const row = (
    each: DiligenceTable['columns'][number],
  ) => html`<tr role="row"><th scope="row" role="rowheader">${printable(each.name)}</th>
<td role="cell" data-label="${type}" class="type">${nameOfType(each.type, messages)}</td>
<td role="cell" data-label="${compartment}">${renderCompartment(each.compartment, messages)}</td>
<td role="cell" data-label="${filled}">${words.filled[each.filled]}</td>
<td role="cell" data-label="${distinct}">${each.distinct === null ? words.nothing : words.distinct[each.distinct]}</td></tr>
`
  return html`<table class="reflow" role="table">
<thead role="rowgroup"><tr role="row"><th scope="col" role="columnheader">${column}</th><th scope="col" role="columnheader">${type}</th><th scope="col" role="columnheader">${compartment}</th><th scope="col" role="columnheader">${filled}</th><th scope="col" role="columnheader">${distinct}</th></tr></thead>
<tbody role="rowgroup">
${columns.map(row)}</tbody>
</table>`
}

function renderInvented({ columns }: DiligenceTable, words: Words): Html {
  const [column = '', ...headings] = words.inventedHeadings
  const row = ({ name, invented }: DiligenceTable['columns'][number]) =>
    html`<tr role="row"><th scope="row" role="rowheader">${printable(name)}</th>${invented.map(
      (cell, at) =>
        html`<td role="cell" data-label="${headings[at] ?? ''}">${printable(cell) || words.nothing}</td>`,
    )}</tr>
`
  return html`<div class="invention">
<h3>${words.inventedTitle}</h3>
<p class="quiet small prose">${words.invented}</p>
<table class="reflow invented" role="table">
<thead role="rowgroup"><tr role="row"><th scope="col" role="columnheader">${column}</th>${headings.map((heading) => html`<th scope="col" role="columnheader">${heading}</th>`)}</tr></thead>
<tbody role="rowgroup">
${columns.map(row)}</tbody>
</table>
</div>`
}
