import { basename } from 'node:path'
import { currentLanguage, say } from '../../messages/index.ts'
import { printable } from '../../messages/printable.ts'
import type { ExplainedColumn, ExplainedTable } from '../classify-report.ts'
import { describeSource } from '../describe-source.ts'
import { type Html, html, renderPage } from '../html/index.ts'
import { describeExcluded, describeRemark } from '../remarks.ts'
import { formatCount } from '../units.ts'
import { findAttention, renderAttention } from './attention.ts'
import { renderColumns } from './columns.ts'
import { type ClassificationFacts, nameOf } from './facts.ts'
import { renderGuide } from './guide.ts'
import { drawPicture } from './picture.ts'
import { STYLE } from './style.ts'

export type { ClassificationFacts } from './facts.ts'

/** The whole page, in the language of the run. */
export function renderClassificationPage(facts: ClassificationFacts): string {
  const attention = findAttention(facts)
  const body = html`${renderHead(facts, attention)}
<main>
${renderAttention(facts, attention)}
${facts.tables.map((table, at) => renderTable(table, at, facts.unsureBelow))}
${renderGuide(facts.unsureBelow)}
</main>
<footer class="foot"><p>${describeMaking(facts.made)} ${say().html.noCells}</p></footer>`
  return renderPage({ title: say().html.title, lang: currentLanguage(), body, style: STYLE })
}

function renderHead(facts: ClassificationFacts, attention: ReturnType<typeof findAttention>): Html {
  const words = say().html
  const { tables } = facts
  const columns = tables.flatMap((table) => table.columns)
  const sensitive = columns.filter((column) => column.sensitive)
  const art28 = sensitive.filter(({ legal }) => legal.pipl === 'sensitive')
  const asking = new Set([...attention.values()].flat().map(({ column }) => column))
  const figures = {
    tables: tables.length,
    rows: tables.reduce((sum, { rows }) => sum + rows, 0),
    columns: columns.length,
    sensitive: sensitive.length,
    art28: art28.length,
    attention: asking.size,
  }
  return html`<header class="head">
<p class="kicker">${words.kicker}</p>
<h1>${words.title}</h1>
<p class="lead">${words.lead(figures)}</p>
<p class="quiet small">${describeMaking(facts.made)}<br>${words.noCells}${facts.notes.map((note) => html`<br>${printable(note, 500)}`)}</p>
<dl class="facts">${typedKeys(figures).map((key) => html`<div><dt>${words.facts[key]}</dt><dd class="${key === 'attention' && figures[key] > 0 ? 'alert' : ''}">${formatCount(figures[key])}</dd></div>`)}</dl>
${tables.length > 1 ? renderContents(tables) : undefined}
</header>`
}

function typedKeys<Key extends string>(record: Readonly<Record<Key, unknown>>): Key[] {
  return Object.keys(record) as Key[]
}

/** Minutes of UTC: what a letter about the report would quote. */
function describeMaking({ at, name: program, version }: ClassificationFacts['made']): string {
  return say().html.made({ at: `${at.toISOString().slice(0, 16).replace('T', ' ')} UTC`, program, version })
}

function renderContents(tables: readonly ExplainedTable[]): Html {
  const { html: words, htmlGuide: guide } = say()
  const links = [
    ['attention', guide.attentionTitle],
    ...tables.map(({ name }, at) => [`t${at + 1}`, words.table({ name: nameOf(name) })]),
    ['guide', guide.readTitle],
  ]
  return html`<nav class="contents" aria-label="${words.contents}"><ul>${links.map(([id = '', title = '']) => html`<li><a href="#${id}">${title}</a></li>`)}</ul></nav>`
}

function renderTable(table: ExplainedTable, at: number, unsureBelow: number): Html {
  const { name, columns } = table
  return html`<section class="part" id="t${at + 1}"><div class="whole"><h2>${say().html.table({ name: nameOf(name) })}</h2>
<p class="quiet small">${describeTable(table).map((line) => html`${line}<br>`)}</p>
${drawPicture({ table: at, name, columns, unsureBelow })}</div>
${renderColumns(table, at, unsureBelow)}
</section>
`
}

/** Where the table was read, what was looked at, and what its source cannot give back. */
function describeTable({ file, rows, columns, source, excluded, remarks }: ExplainedTable): string[] {
  const words = say().html
  const most = (count: (examined: ExplainedColumn['examined']) => number) =>
    Math.max(0, ...columns.map(({ examined }) => count(examined)))
  const passed = columns.reduce((sum, { examined }) => sum + examined.passed, 0)
  return [
    words.tableFacts({
      file: nameOf(basename(file)),
      rows: formatCount(rows),
      columns: columns.length,
      source: describeSource(source),
    }),
    words.tableExamined({
      sampled: formatCount(most(({ sampled }) => sampled)),
      scanned: formatCount(most(({ scanned, passed: over }) => scanned + over)),
    }),
    ...(passed > 0 ? [words.tablePassed({ cells: formatCount(passed) })] : []),
    ...describeExcluded(excluded),
    ...remarks.map(({ column, code, cells }) =>
      describeRemark(code, { column: nameOf(columns[column]?.header ?? ''), cells: formatCount(cells) }),
    ),
  ]
}
