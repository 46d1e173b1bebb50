import type { Messages } from '../../messages/index.ts'
import { printable } from '../../messages/printable.ts'
import type { AmountBand, CountBand, DiligenceTable } from '../../preview/index.ts'
import { type Html, html } from '../html/index.ts'
import { formatAmount, formatBand } from '../preview-figures.ts'

type Words = Messages['preview']

/** Rows and sums by month or year, each with a bar as long as there are rows. */
export function renderPeriods(
  { by, column, amounts, list, outside, unread, totals }: NonNullable<DiligenceTable['periods']>,
  words: Words,
): Html {
  const most = longest(list.map(({ rows }) => rows))
  const sumCells = (sums: readonly AmountBand[]) =>
    sums.map((sum) => html`<td class="number">${formatAmount(sum, words)}</td>`)
  const apart = (name: string, rows: CountBand) =>
    html`<tr class="apart"><th scope="row">${name}</th>${renderRows(rows, 0, words)}${amounts.map(() => html`<td></td>`)}</tr>
`
  return html`<h3>${words.periods[by]}</h3>
<p class="quiet small">${words.periodsNote({ column: printable(column) })}</p>
<div class="scroll" tabindex="0" role="region" aria-label="${words.periods[by]}"><table class="figures periods">
<thead><tr><th scope="col">${words.periodHeadings[by]}</th><th scope="col">${words.periodHeadings.rows}</th>${amounts.map(
    (name) => html`<th scope="col" class="number">${words.sumOf({ column: printable(name) })}</th>`,
  )}</tr></thead>
<tbody>
${list.map(
  ({ period, rows, sums }) =>
    html`<tr><th scope="row">${period}</th>${renderRows(rows, most, words)}${sumCells(sums)}</tr>
`,
)}${
  amounts.length === 0
    ? undefined
    : html`<tr class="whole"><th scope="row">${words.total}</th><td></td>${sumCells(totals)}</tr>
`
}${apart(words.outsidePeriods, outside)}${apart(words.unreadDates, unread)}</tbody>
</table></div>`
}

/** How the amounts of a column are spread. */
export function renderSpread(
  { column, bands, outside, unread, sum }: DiligenceTable['amounts'][number],
  words: Words,
): Html {
  return renderBroken(words.amountsTitle({ column: printable(column) }), words.amountHeadings, {
    parts: bands.map(({ amount, rows }) => [formatAmount(amount, words), rows]),
    apart: [
      [words.outsideAmounts, outside],
      [words.unreadAmounts, unread],
    ],
    ...(sum === null ? {} : { last: [words.sumOfAll, formatAmount(sum, words)] as const }),
    words,
  })
}

/** How often the unnamed values of a column occur. */
export function renderKinds({ column, values, rare }: DiligenceTable['kinds'][number], words: Words): Html {
  return renderBroken(words.kindsTitle({ column: printable(column) }), words.kindHeadings, {
    parts: values.map((rows, at) => [words.kind({ number: at + 1 }), rows]),
    apart: [[words.rareKinds, rare]],
    words,
  })
}

type Part = readonly [name: string, rows: CountBand]

function renderBroken(
  title: string,
  headings: readonly string[],
  {
    parts,
    apart,
    last,
    words,
  }: {
    readonly parts: readonly Part[]
    readonly apart: readonly Part[]
    readonly last?: readonly [name: string, sum: string]
    readonly words: Words
  },
): Html {
  const most = longest(parts.map(([, rows]) => rows))
  return html`<div>
<h3>${title}</h3>
<table class="figures">
<thead><tr>${headings.map((heading) => html`<th scope="col">${heading}</th>`)}</tr></thead>
<tbody>
${parts.map(
  ([name, rows]) => html`<tr><th scope="row">${name}</th>${renderRows(rows, most, words)}</tr>
`,
)}${apart.map(
  ([name, rows]) => html`<tr class="apart"><th scope="row">${name}</th>${renderRows(rows, 0, words)}</tr>
`,
)}${last === undefined ? undefined : renderWhole(...last)}</tbody>
</table>
</div>`
}

function renderWhole(name: string, sum: string): Html {
  return html`<tr class="whole"><th scope="row">${name}</th><td>${sum}</td></tr>
`
}

/** A band of rows; its bar reaches to the band's middle, and those that are held back have none. */
function renderRows(rows: CountBand, most: number, words: Words): Html {
  const share = typeof rows === 'string' || most === 0 ? 0 : Math.round((middle(rows) * 100) / most)
  const bar =
    share === 0
      ? undefined
      : html`<span class="track"><span class="bar" style="width:${share}%"></span></span>`
  return html`<td class="rows"><div class="level${typeof rows === 'string' ? ' quiet' : ''}"><span>${formatBand(rows, words)}</span>${bar}</div></td>`
}

function longest(bands: readonly CountBand[]): number {
  return Math.max(0, ...bands.map((band) => (typeof band === 'string' ? 0 : middle(band))))
}

function middle({ from, below }: Exclude<CountBand, string>): number {
  return (from + below) / 2
}
