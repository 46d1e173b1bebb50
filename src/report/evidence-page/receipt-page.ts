import { currentLanguage, say } from '../../messages/index.ts'
import { printable } from '../../messages/printable.ts'
import type { Receipt } from '../../receipt/index.ts'
import { html, renderPage } from '../html/index.ts'
import {
  type DigitsOf,
  renderFacts,
  renderHex,
  renderLimits,
  renderNamed,
  renderPanel,
  renderParty,
  renderTables,
  renderTime,
  renderTotals,
  renderVerdicts,
} from './parts.ts'
import { EVIDENCE_STYLE } from './style.ts'

export interface ReceiptPageFacts {
  /** Whose signatures were checked. */
  readonly receipt: Receipt
  readonly digitsOf: DigitsOf
}

/** The page of a receipt, in the language of the run. */
export function renderReceiptPage(facts: ReceiptPageFacts): string {
  const { receipt } = facts
  const words = say().evidence
  const buyer = printable(receipt.issuer.name)
  const title = words.receipts[receipt.state]({ buyer })
  const { receipt: kicker } = words.kickers
  const { tool } = receipt
  const body = html`<header class="head">
<p class="kicker">${kicker}</p>
<h1>${title}</h1>
<p class="lead">${words.leadReceipt({ buyer, at: renderTime(receipt.created) })}</p>
${renderFacts(countFacts(receipt))}
</header>
<main>
${renderPanel(words.exceptionsTitle, receipt.exceptions)}
${renderVerdicts(receipt.verdicts, words)}
${renderParties(facts)}
${renderTables(words.tablesTitleReceipt, tablesOf(receipt), say())}
${receipt.closed.length === 0 ? undefined : html`<p>${words.closed({ names: receipt.closed.join(', ') })}</p>`}
${renderTotals(receipt.controlTotals, words, receipt.summed)}
${renderLimits(words.limits.receipt, [words.againReceipt, words.againCheck], words)}
</main>
<footer class="foot"><p>${words.foot({ tool: printable(tool.name), version: printable(tool.version) })}</p></footer>`
  return renderPage({ title: `${kicker}: ${title}`, lang: currentLanguage(), body, style: EVIDENCE_STYLE })
}

function countFacts({ tables }: Receipt): [string, number][] {
  const { facts } = say().evidence
  const compartments = tables.flatMap((table) => table.compartments)
  return [
    [facts.tables, tables.length],
    [facts.rows, tables.reduce((sum, table) => sum + (table.compartments[0]?.rows ?? 0), 0)],
    [facts.columns, compartments.reduce((sum, { columns }) => sum + columns, 0)],
    [facts.opened, new Set(compartments.map(({ name }) => name)).size],
  ]
}

function renderParties({ receipt, digitsOf }: ReceiptPageFacts) {
  const { parties, partiesTitle } = say().evidence
  const { issuer, seller, dealId, ledgerHead, tool, environment } = receipt
  const program = `${tool.name} ${tool.version}, Node.js ${environment.node}, ${environment.platform}`
  return html`<section class="part">
<h2>${partiesTitle}</h2>
${renderNamed([
  [parties.issuer, [renderParty(issuer, digitsOf)]],
  [parties.seller, [renderParty(seller, digitsOf)]],
  [parties.paperId, [renderHex(receipt.paperId)]],
  [parties.signed, [renderTime(receipt.created)]],
  [parties.deedId, [renderHex(receipt.deedId)]],
  [parties.dealId, dealId === null ? [] : [printable(dealId, 200)]],
  [parties.manifest, [renderHex(receipt.manifestSha256)]],
  [parties.ledger, ledgerHead === null ? [] : [renderHex(ledgerHead)]],
  [parties.program, [printable(program, 200)]],
])}
</section>`
}

function tablesOf({ tables }: Receipt) {
  return tables.map(({ name, compartments }) => ({
    name,
    compartments: compartments.map((each) => ({ ...each, opened: 'yes' as const })),
  }))
}
