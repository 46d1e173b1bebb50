import { currentLanguage, say } from '../../messages/index.ts'
import { printable } from '../../messages/printable.ts'
import { formatAge } from '../age.ts'
import { type DrillHistory, describeRow, summarise } from '../drill-history.ts'
import { type Html, html, renderCommand, renderPage } from '../html/index.ts'
import { formatCount, formatDuration } from '../units.ts'
import { drawDrills } from './picture.ts'
import { DRILL_STYLE } from './style.ts'

export interface DrillPageFacts {
  readonly history: DrillHistory
  readonly at: Date
  readonly tool: { readonly name: string; readonly version: string }
  /** As it can be typed. */
  readonly place: string
}

type Summary = ReturnType<typeof summarise>

/** The history of drills as a page, in the language of the run. */
export function renderDrillPage({ history, at, tool, place }: DrillPageFacts): string {
  const words = say().drillHistory
  const summary = summarise(history)
  const { shown, counts, older } = summary
  const title = words.title({ series: printable(history.series.name, 200) })
  const body = html`<header class="head">
<p class="kicker">${words.kicker}</p>
<h1>${title}</h1>
<p class="lead${summary.newest?.verdict === 'passed' ? '' : ' alert'}">${describeNewest(summary, at)}</p>
${renderFigures(summary, at)}
</header>
<main>
${shown.length === 0 ? undefined : html`<section class="part"><h2>${words.pictureTitle}</h2>${drawDrills(shown, words.pictureAbout(counts))}</section>`}
${shown.length === 0 ? undefined : renderDrills(summary)}
${older === 0 ? undefined : html`<p class="quiet">${words.older({ count: formatCount(older) })}</p>`}
${renderUnbelieved(history)}
<section class="part"><h2>${words.limitsTitle}</h2>
<div class="panel whole"><ul>${words.limits.map((limit) => html`<li>${limit}</li>`)}</ul>
${renderCommand(`datadeed backup drill --series ${place} --history`)}${renderCommand(`datadeed verify ${place}/drills/REPORT.json`)}</div></section>
</main>
<footer class="foot"><p>${words.foot({ at: timeOf(at.toISOString()), program: tool.name, version: tool.version, id: history.series.id })}</p></footer>`
  return renderPage({ title, lang: currentLanguage(), body, style: DRILL_STYLE })
}

function describeNewest({ newest, newestPassed }: Summary, now: Date): string {
  const words = say().drillHistory
  if (newestPassed === undefined) return words.leadNone
  const { created, sequence, recoverySeconds } = newestPassed
  return words.lead({
    passed: newest === newestPassed,
    at: timeOf(created),
    age: formatAge(secondsSince(created, now)),
    sequence: sequence ?? 0,
    recovery: formatDuration(recoverySeconds ?? 0),
  })
}

function renderFigures({ counts, median, longest, newestPassed }: Summary, now: Date): Html {
  const { facts } = say().drillHistory
  const { notReached: dash } = say().drill
  const figures: [string, string, boolean?][] = [
    [facts.drills, counts.drills],
    [facts.passed, counts.passed],
    [facts.failed, counts.failed, counts.failed !== '0'],
    [facts.median, median === undefined ? dash : formatDuration(median)],
    [facts.longest, longest === undefined ? dash : formatDuration(longest)],
    [facts.age, newestPassed === undefined ? dash : formatAge(secondsSince(newestPassed.created, now))],
  ]
  return html`<dl class="facts">${figures.map(
    ([name, value, alert]) =>
      html`<div><dt>${name}</dt><dd class="${alert === true ? 'alert' : ''}">${value}</dd></div>`,
  )}</dl>`
}

/** Numbers stand to the right. */
const NUMBERS = new Set([2, 4, 5, 6, 7, 8])

function renderDrills({ shown }: Summary): Html {
  const { headings, tableTitle } = say().drillHistory
  const look = (at: number): string => (NUMBERS.has(at) ? 'number' : '')
  const rows = shown.toReversed().map((drill) => {
    const [when = '', ...cells] = describeRow(drill)
    const failed = drill.verdict === 'failed'
    return html`<tr><th scope="row">${when}</th>${cells.map(
      (cell, at) =>
        html`<td class="${look(at + 1)}${failed && at === 0 ? 'alert' : ''}" data-label="${headings[at + 1]}">${cell}</td>`,
    )}</tr>`
  })
  return html`<section class="part"><h2>${tableTitle}</h2>
<table class="reflow"><thead><tr>${headings.map((name, at) => html`<th scope="col" class="${look(at)}">${name}</th>`)}</tr></thead>
<tbody>${rows}</tbody></table></section>`
}

function renderUnbelieved({ unbelieved }: DrillHistory): Html | undefined {
  if (unbelieved.length === 0) return undefined
  const { unbelievedTitle } = say().drillHistory
  return html`<section class="part"><h2>${unbelievedTitle}</h2>
<div class="panel alerting"><ul>${unbelieved.map(({ name, error }) => html`<li>${name}: ${error.message}</li>`)}</ul></div></section>`
}

function timeOf(text: string): string {
  return text.replace('T', ' ').replace(/:\d{2}(?:\.\d+)?Z$/, ' UTC')
}

function secondsSince(time: string, now: Date): number {
  return Math.max(0, (now.getTime() - Date.parse(time)) / 1000)
}
