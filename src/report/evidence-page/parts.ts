import type { Messages } from '../../messages/index.ts'
import { printable } from '../../messages/printable.ts'
import type { Answer, Verdict } from '../../verify/index.ts'
import { type Html, html, renderCommand } from '../html/index.ts'
import { renderCompartment } from '../preview-page/compartment.ts'
import { formatCount } from '../units.ts'

const VERDICTS: readonly Verdict[] = ['complete', 'valid', 'authentic', 'fresh', 'restorable']
const NAME = 200
const SENTENCE = 2000

export interface Party {
  readonly name: string
  readonly fingerprint: string
}

/** How a fingerprint is read over the telephone: six groups of five digits. */
export type DigitsOf = (fingerprint: string) => string

type Words = Messages['evidence']

/** A party by name and digits, and the fingerprint that these stand for. */
export function renderParty({ name, fingerprint }: Party, digitsOf: DigitsOf): Html {
  return html`<strong>${printable(name, NAME)}</strong>
<span class="digits">${digitsOf(fingerprint)}</span>
<span class="hex quiet">${fingerprint}</span>`
}

/** Names and what stands behind them; a name may have several. */
export function renderNamed(rows: readonly (readonly [string, readonly (Html | string)[]])[]): Html {
  return html`<dl class="named">${rows
    .filter(([, values]) => values.length > 0)
    .map(
      ([name, values]) => html`<div><dt>${name}</dt>${values.map((value) => html`<dd>${value}</dd>`)}</div>`,
    )}</dl>`
}

/** RFC 3339, UTC, as a person reads it. */
export function renderTime(text: string): string {
  return printable(text)
    .replace('T', ' ')
    .replace(/(?:\.\d+)?Z$/, ' UTC')
}

export function renderHex(text: string): Html {
  return html`<span class="hex">${printable(text, NAME)}</span>`
}

export function renderFacts(facts: readonly (readonly [string, number])[]): Html {
  return html`<dl class="facts">${facts.map(
    ([name, value]) => html`<div><dt>${name}</dt><dd>${formatCount(value)}</dd></div>`,
  )}</dl>`
}

const LOOKS = { yes: 'yes', agree: 'yes', no: 'no', differ: 'no', 'not checked': 'open' } as const

/** One word in a frame, which says the same without its colour. */
export function renderAnswer(answer: keyof typeof LOOKS, shown: string): Html {
  return html`<span class="answer ${LOOKS[answer]}">${shown}</span>`
}

export function renderVerdicts(verdicts: Readonly<Record<Verdict, Answer>>, words: Words): Html {
  const [verdict, answer, asked] = words.verdictHeadings
  const rows = VERDICTS.map((name) => [name, words.verdicts[name]] as const).map(
    ([name, { title, asked: question }]) => html`<tr><th scope="row">${title}</th>
<td data-label="${answer}">${renderAnswer(verdicts[name], words.answers[verdicts[name]])}</td>
<td data-label="${asked}">${question}</td></tr>`,
  )
  return html`<section class="part">
<h2>${words.verdictsTitle}</h2>
<table class="reflow"><thead><tr><th scope="col">${verdict}</th><th scope="col">${answer}</th><th scope="col">${asked}</th></tr></thead>
<tbody>${rows}</tbody></table>
</section>`
}

export interface ShownTable {
  readonly name: string
  readonly compartments: readonly {
    readonly name: string
    readonly columns: number
    readonly rows: number
    readonly opened: Answer
  }[]
}

export function renderTables(title: string, tables: readonly ShownTable[], messages: Messages): Html {
  const words = messages.evidence
  const [table, rows, compartment, columns, opened] = words.tableHeadings
  if (tables.length === 0)
    return html`<section class="part"><h2>${title}</h2><p>${words.nothingOpened}</p></section>`
  const lines = tables.flatMap(({ name, compartments }) =>
    compartments.map(
      (each) => html`<tr><th scope="row">${printable(name, NAME)}</th>
<td class="number" data-label="${rows}">${formatCount(each.rows)}</td>
<td data-label="${compartment}">${renderCompartment(each.name, messages)}</td>
<td class="number" data-label="${columns}">${formatCount(each.columns)}</td>
<td data-label="${opened}">${each.opened === 'not checked' ? renderAnswer('not checked', words.opened[each.opened]) : words.opened[each.opened]}</td></tr>`,
    ),
  )
  return html`<section class="part">
<h2>${title}</h2>
<table class="reflow"><thead><tr><th scope="col">${table}</th><th scope="col" class="number">${rows}</th><th scope="col">${compartment}</th><th scope="col" class="number">${columns}</th><th scope="col">${opened}</th></tr></thead>
<tbody>${lines}</tbody></table>
</section>`
}

export function renderTotals(
  totals: readonly {
    readonly table: string
    readonly column: string
    readonly answer: 'agree' | 'differ' | 'not checked'
  }[],
  words: Words,
  summed: 'deed' | 'target' = 'deed',
): Html | undefined {
  if (totals.length === 0) return undefined
  const [table, column, answer] = words.totalHeadings
  return html`<section class="part">
<h2>${words.totalsTitle}</h2>
<p class="prose">${words.totals} ${words.summed[summed]}</p>
<table class="reflow"><thead><tr><th scope="col">${table}</th><th scope="col">${column}</th><th scope="col">${answer}</th></tr></thead>
<tbody>${totals.map(
    (each) => html`<tr><th scope="row">${printable(each.table, NAME)}</th>
<td data-label="${column}">${printable(each.column, NAME)}</td>
<td data-label="${answer}">${renderAnswer(each.answer, words.totalAnswers[each.answer])}</td></tr>`,
  )}</tbody></table>
</section>`
}

/** Sentences in a panel; nothing where there are none. */
export function renderPanel(title: string, sentences: readonly string[]): Html | undefined {
  if (sentences.length === 0) return undefined
  return html`<div class="panel alerting"><h3>${title}</h3><ul>${sentences.map(
    (sentence) => html`<li>${printable(sentence, SENTENCE)}</li>`,
  )}</ul></div>`
}

export function renderLimits(limits: readonly string[], commands: readonly string[], words: Words): Html {
  return html`<section class="part prose">
<h2>${words.limitsTitle}</h2>
<div class="panel"><ul>${limits.map((limit) => html`<li>${limit}</li>`)}</ul></div>
</section>
<section class="part prose">
<h2>${words.againTitle}</h2>
${commands.map(renderCommand)}
</section>`
}
