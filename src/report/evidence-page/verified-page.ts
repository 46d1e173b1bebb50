import { currentLanguage, say } from '../../messages/index.ts'
import { printable } from '../../messages/printable.ts'
import type { VerifyReport } from '../../verify/index.ts'
import { listSpecialAccess } from '../access-report.ts'
import { html, renderPage } from '../html/index.ts'
import { countFailures } from '../verify-report.ts'
import {
  type DigitsOf,
  type Party,
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

export interface VerifiedPageFacts {
  readonly report: VerifyReport
  /** The deed's file by its own name. */
  readonly file: string
  /** Whose key opened it, if there was one. */
  readonly reader: Party | null
  /** RFC 3339, UTC. */
  readonly at: string
  readonly tool: { readonly name: string; readonly version: string }
  readonly digitsOf: DigitsOf
}

/** The page of a verification, in the language of the run. */
export function renderVerifiedPage(facts: VerifiedPageFacts): string {
  const { report, tool } = facts
  const words = say().evidence
  const passed = countFailures(report) === 0
  const { seller } = report
  const name = printable(seller?.name ?? '')
  const title = seller === null ? words.unknown : (passed ? words.verified : words.failed)({ seller: name })
  const { verification: kicker } = words.kickers
  const body = html`<header class="head">
<p class="kicker">${kicker}</p>
<h1>${title}</h1>
<p class="lead">${words.leadVerified({ file: printable(facts.file), at: renderTime(facts.at) })}</p>
${renderFacts(countFacts(report))}
</header>
<main>
${renderVerdicts(report.verdicts, words)}
${renderPanel(
  words.failuresTitle,
  report.failures.map(({ sentence }) => sentence),
)}
${renderPanel(words.accessTitle, listSpecialAccess(report))}
${renderPanel(words.notesTitle, report.notes)}
${renderParties(facts)}
${seller === null ? undefined : renderTables(words.tablesTitle, tablesOf(report), say())}
${renderTotals(report.controlTotals, words)}
${renderLimits(words.limits.verification, [words.againVerification], words)}
</main>
<footer class="foot"><p>${words.foot({ tool: tool.name, version: tool.version })}</p></footer>`
  return renderPage({ title: `${kicker}: ${title}`, lang: currentLanguage(), body, style: EVIDENCE_STYLE })
}

function countFacts({ tables, compartments }: VerifyReport): [string, number][] {
  const { facts } = say().evidence
  return [
    [facts.tables, tables.length],
    [facts.rows, tables.reduce((sum, { rows }) => sum + rows, 0)],
    [facts.columns, tables.reduce((sum, { columns }) => sum + columns, 0)],
    [facts.opened, compartments.filter(({ opened }) => opened === true).length],
  ]
}

function renderParties({ report, reader, tool, digitsOf }: VerifiedPageFacts) {
  const { parties, partiesTitle } = say().evidence
  const { seller, deedId, dealId, manifestSha256, created } = report
  const known = (value: string | null) => (value === null ? [] : [renderHex(value)])
  return html`<section class="part">
<h2>${partiesTitle}</h2>
${renderNamed([
  [parties.seller, [seller === null ? parties.unknown : renderParty(seller, digitsOf)]],
  [parties.addressees, report.addressees.map((party) => renderParty(party, digitsOf))],
  [parties.reader, [reader === null ? parties.noReader : renderParty(reader, digitsOf)]],
  [parties.deedId, known(deedId)],
  [parties.dealId, dealId === null ? [] : [printable(dealId, 200)]],
  [parties.created, created === null ? [] : [renderTime(created)]],
  [parties.manifest, known(manifestSha256)],
  [parties.program, [`${tool.name} ${tool.version}`]],
])}
</section>`
}

function tablesOf({ tables, compartments }: VerifyReport) {
  const opened = new Map(compartments.map((each) => [each.name, each.opened]))
  return tables.map(({ name, rows, compartments: own }) => ({
    name,
    compartments: own.map((each) => {
      const answer = opened.get(each.name) ?? null
      return {
        ...each,
        rows,
        opened: answer === null ? ('not checked' as const) : answer ? ('yes' as const) : ('no' as const),
      }
    }),
  }))
}
