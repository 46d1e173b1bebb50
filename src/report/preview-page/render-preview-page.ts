import { type Messages, sayIn } from '../../messages/index.ts'
import { printable } from '../../messages/printable.ts'
import type { Preview } from '../../preview/index.ts'
import { type Html, html, joined, renderCommand, renderPage } from '../html/index.ts'
import { dayOf } from '../preview-figures.ts'
import { renderDiligenceTable } from './diligence-table.ts'
import { embedPaper } from './paper-block.ts'
import { PREVIEW_STYLE } from './preview-style.ts'
import { renderTeaserTable } from './teaser-table.ts'

type Words = Messages['preview']

/**
 * The page of a preview: its figures in words, and the signed paper itself. A function of these two alone, whatever the
 * language of the run, so that whoever checks a page can make it again and compare.
 */
export function renderPreviewPage(preview: Preview, envelope: string): string {
  const messages = sayIn(preview.language)
  const words = messages.preview
  const { tool } = preview
  const seller = printable(preview.issuer.name)
  const title = words.title({ seller })
  const body = html`<header class="head">
<p class="kicker">${words.kickers[preview.stage]}</p>
<h1>${title}</h1>
<p class="lead">${words.leads[preview.stage]}</p>
${renderFacts(preview, words)}
</header>
<main>
${renderTables(preview, messages)}
${renderGuide(words)}
${renderSignature(preview, envelope, words)}
</main>
<footer class="foot"><p>${words.foot({ tool: printable(tool.name), version: printable(tool.version) })}</p></footer>`
  const heading = `${words.kickers[preview.stage]}: ${title}`
  return renderPage({ title: heading, lang: preview.language, body, style: PREVIEW_STYLE })
}

function renderFacts(preview: Preview, words: Words): Html {
  const columns =
    preview.stage === 'teaser'
      ? preview.tables.flatMap((table) => table.columns).reduce((sum, each) => sum + each.columns, 0)
      : preview.tables.reduce((sum, table) => sum + table.columns.length, 0)
  const facts: readonly (readonly [string, string])[] = [
    [words.facts.tables, String(preview.tables.length)],
    [words.facts.columns, String(columns)],
    [words.facts.created, dayOf(preview)],
  ]
  return html`<dl class="facts">${facts.map(([name, value]) => html`<div><dt>${name}</dt><dd>${value}</dd></div>`)}</dl>`
}

function renderTables(preview: Preview, messages: Messages): Html {
  return joined(
    preview.stage === 'teaser'
      ? preview.tables.map((table, at) => renderTeaserTable(table, at + 1, messages))
      : preview.tables.map((table) => renderDiligenceTable(table, messages)),
  )
}

function renderGuide(words: Words): Html {
  const list = (sentences: readonly string[]) =>
    html`<ul>${sentences.map((sentence) => html`<li>${sentence}</li>`)}</ul>`
  return html`<section class="part prose">
<h2>${words.limitsTitle}</h2>
<div class="panel alerting">${list(words.limits)}</div>
</section>
<section class="part prose">
<h2>${words.readingTitle}</h2>
${list(words.reading)}
</section>`
}

function renderSignature(preview: Preview, envelope: string, words: Words): Html {
  const { issuer, created, paperId, tool } = preview
  const names = words.signatureFacts
  const facts: readonly (readonly [string, string])[] = [
    [names.seller, printable(issuer.name)],
    [names.fingerprint, issuer.fingerprint],
    [names.created, created],
    [names.paperId, paperId],
    [names.tool, `${printable(tool.name)} ${printable(tool.version)}`],
  ]
  return html`<section class="part prose">
<h2>${words.signatureTitle}</h2>
<p>${words.signature({ seller: printable(issuer.name) })}</p>
${renderCommand(words.verifyCommand)}
<dl class="signed">${facts.map(([name, value]) => html`<div><dt>${name}</dt><dd>${value}</dd></div>`)}</dl>
<details class="paper">
<summary>${words.envelope}</summary>
${embedPaper(envelope)}
</details>
</section>`
}
