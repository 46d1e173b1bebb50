import { say } from '../messages/index.ts'
import { printable } from '../messages/printable.ts'
import type { Difference } from '../policy/index.ts'
import { renderTextTable } from './text-table.ts'

/** What `classify --policy` found: nothing that is as it was reviewed. */
export interface ComparedExports {
  readonly policy: string
  /** Whether the policy names a table at all. */
  readonly reviews: boolean
  readonly tables: readonly {
    readonly file: string
    readonly name: string
    readonly differences: readonly ExplainedDifference[]
  }[]
  /** Columns that still bear the mark of one that nobody has looked at. */
  readonly unsure: readonly { readonly table: string; readonly column: string }[]
}

/** A difference with the reasons for what the column is taken for now, as sentences. */
export interface ExplainedDifference extends Difference {
  readonly reasons: readonly string[]
}

/** Only what differs, table by table, what sealing refuses first. */
export function renderDifferences({ policy, reviews, tables, unsure }: ComparedExports): string {
  const words = say().drift
  const path = printable(policy)
  const all = tables.flatMap(({ differences }) => differences)
  const refused = all.filter(({ outcome }) => outcome === 'refused').length
  const lines = tables
    .filter(({ differences }) => differences.length > 0)
    .flatMap(({ file, name, differences }) => [
      words.comparedTable({ file: printable(file), name: printable(name) }),
      ...renderTextTable(words.headings, order(differences).map(differenceLine)).map((line) => `  ${line}`),
      '',
    ])
  const none = reviews ? words.nothingDiffers : words.nothingReviewed
  const summary = all.length === 0 ? none({ path }) : words.differs({ path, count: all.length, refused })
  const waiting =
    unsure.length === 0 ? [] : [words.unsureLeft({ count: unsure.length, list: listColumns(unsure) })]
  return `${[...lines, summary, ...waiting].join('\n')}\n`
}

function order(differences: readonly ExplainedDifference[]): ExplainedDifference[] {
  const refused = differences.filter(({ outcome }) => outcome === 'refused')
  return [...refused, ...differences.filter(({ outcome }) => outcome !== 'refused')]
}

function differenceLine({ kind, column, was, before, now, outcome, reasons }: ExplainedDifference): string[] {
  const words = say().drift
  const name = printable(column ?? '', 24)
  return [
    words.outcomes[outcome],
    words.kinds[kind],
    was === undefined ? name : `${printable(was, 24)} → ${name}`,
    before === undefined ? '-' : `${before.type}, ${before.compartment}`,
    now === undefined ? '-' : `${now.type}, ${now.compartment} (${Math.round(now.confidence * 100)} %)`,
    printable(reasons[0] ?? '', 100),
  ]
}

const LISTED = 12

function listColumns(columns: ComparedExports['unsure']): string {
  const named = columns
    .slice(0, LISTED)
    .map(({ table, column }) => `${printable(table)}.${printable(column, 40)}`)
  return [...named, ...(columns.length > LISTED ? ['…'] : [])].join(', ')
}

/** The document's facts; what sealing does with each difference is its `outcome`. */
export function buildDifferenceFacts({ policy, reviews, tables, unsure }: ComparedExports) {
  const differences = tables.flatMap(({ file, differences: found }) =>
    order(found).map(({ kind, table, column, was, before, now, outcome, reasons }) => ({
      kind,
      file,
      table,
      column: column ?? null,
      was: was ?? null,
      before: before === undefined ? null : { type: before.type, compartment: before.compartment },
      now:
        now === undefined
          ? null
          : {
              type: now.type,
              compartment: now.compartment,
              sensitive: now.sensitive,
              confidence: now.confidence,
              reasons,
            },
      outcome,
    })),
  )
  const refused = differences.filter(({ outcome }) => outcome === 'refused').length
  return { policy, reviews, differs: differences.length > 0, refused, differences, unsure }
}
