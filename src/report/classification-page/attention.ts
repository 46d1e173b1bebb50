import { say } from '../../messages/index.ts'
import type { ExplainedColumn, ExplainedTable } from '../classify-report.ts'
import { type Html, html, renderCommand } from '../html/index.ts'
import { describeRemark } from '../remarks.ts'
import { formatCount } from '../units.ts'
import { anchorOf, type ClassificationFacts, nameOf, typeOf } from './facts.ts'

type Kind = 'open' | 'damaged' | 'unsure' | 'texts' | 'children' | 'unexamined'

interface Found {
  readonly column: ExplainedColumn
  readonly table: ExplainedTable
  /** Its place among the tables. */
  readonly at: number
}

type Test = (found: Found) => boolean

/** Columns of a kind that are named; more are marked in their tables anyway. */
const NAMED = 30
/** Characters of a name in a list of names. */
const SHORT = 40

/** What each kind asks a person to look at, the most pressing first. */
function buildTests({ openCompartments, unsureBelow }: ClassificationFacts): [Kind, Test][] {
  const isUnsure: Test = ({ column }) => column.confidence < unsureBelow
  return [
    ['open', ({ column }) => column.sensitive && openCompartments.includes(column.compartment)],
    ['damaged', (found) => damageOf(found).length > 0],
    ['unsure', isUnsure],
    // What nobody could read has this type as well, to be safe; nothing was found in it.
    ['texts', (found) => isUndecidedText(found.column) && !isUnsure(found)],
    ['children', ({ column }) => column.legal.annexA.includes('minor')],
    ['unexamined', ({ column }) => column.examined.inPart > 0 || notScanned(column) > 0],
  ]
}

function isUndecidedText({ type, decided }: ExplainedColumn): boolean {
  return type === 'free-text-pii' && decided === undefined
}

function notScanned({ examined }: ExplainedColumn): number {
  return examined.rows - examined.scanned - examined.passed
}

function damageOf({ column, table }: Found) {
  return table.remarks.filter((remark) => remark.damage && remark.column === column.index)
}

/** Columns that need a person, by what they need one for; one may stand under several, one that is left out under none. */
export function findAttention(facts: ClassificationFacts): Map<Kind, readonly Found[]> {
  const all = facts.tables.flatMap((table, at) =>
    table.columns.map((column): Found => ({ column, table, at })),
  )
  const kept = all.filter(({ column }) => column.decided !== 'drop')
  const found = buildTests(facts).map(([kind, test]) => [kind, kept.filter(test)] as const)
  return new Map(found.filter(([, columns]) => columns.length > 0))
}

export function renderAttention(
  facts: ClassificationFacts,
  attention: ReturnType<typeof findAttention>,
): Html {
  const words = say().htmlGuide
  const kinds = [...attention].map(([kind, found]) => renderKind(kind, found))
  return html`<section class="part" id="attention"><h2>${words.attentionTitle}</h2>
${kinds.length === 0 ? html`<p class="prose">${words.nothing}</p>` : html`${kinds}${renderNext(facts)}`}</section>`
}

function renderKind(kind: Kind, found: readonly Found[]): Html {
  const words = say().htmlGuide
  const { title, text } = words.attention[kind]
  const more = found.length - NAMED
  const byTable = Map.groupBy(found.slice(0, NAMED), ({ at }) => at)
  const pressing = kind === 'open' || kind === 'damaged'
  return html`<div class="panel${pressing ? ' alerting' : ''}"><h3>${title} <span class="count">${formatCount(found.length)}</span></h3>
<p class="prose">${text}</p>
<dl class="found">${[...byTable.values()].map((columns) => renderFound(kind, columns))}</dl>${more > 0 ? html`<p class="quiet small">${words.moreColumns({ count: more })}</p>` : undefined}</div>
`
}

/** The columns of one table, each a link to its row. */
function renderFound(kind: Kind, found: readonly Found[]): Html {
  const links = found.map((one) => {
    const name = `${one.column.index + 1} ${nameOf(one.column.header, SHORT)}`
    return html`<dd><a href="#${anchorOf(one.at, one.column)}">${name}</a>${describeFound(kind, one)}</dd>`
  })
  return html`<div><dt>${found.slice(0, 1).map(({ table }) => nameOf(table.name, SHORT))}</dt>${links}</div>`
}

/** What somebody wants to know of a column before they look for it. */
function describeFound(kind: Kind, found: Found): Html | undefined {
  const { inPart, notScanned: unscanned, takenFor } = say().htmlGuide
  const { column } = found
  const told: Partial<Record<Kind, readonly string[]>> = {
    unsure: [takenFor({ type: typeOf(column.type) })],
    damaged: damageOf(found).map(({ code, cells }) =>
      describeRemark(code, { column: nameOf(column.header), cells: formatCount(cells) }),
    ),
    unexamined: [
      ...(column.examined.inPart > 0 ? [inPart({ cells: formatCount(column.examined.inPart) })] : []),
      ...(notScanned(column) > 0 ? [unscanned({ cells: formatCount(notScanned(column)) })] : []),
    ],
  }
  const words = told[kind]
  return words === undefined ? undefined : html` <span class="quiet">${words.join(say().html.joint)}</span>`
}

/** The commands that bring a person's decisions back. */
function renderNext({ exports, policy = 'datadeed.yaml' }: ClassificationFacts): Html {
  const words = say().htmlGuide
  const lines = [`datadeed review ${exports} --policy ${policy}`, words.sealBy({ exports, policy })]
  return html`<p class="next">${words.decide({ policy })}</p>
${lines.map(renderCommand)}`
}
