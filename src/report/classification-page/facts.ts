import { say } from '../../messages/index.ts'
import { printable } from '../../messages/printable.ts'
import type { ExplainedColumn, ExplainedTable } from '../classify-report.ts'

/** What the page is made of. */
export interface ClassificationFacts {
  readonly tables: readonly ExplainedTable[]
  /** What a person should know of what the exports hold besides, as hidden sheets. */
  readonly notes: readonly string[]
  /** Confidence under which a person should look. */
  readonly unsureBelow: number
  /** Compartments that may travel with the shop. */
  readonly openCompartments: readonly string[]
  readonly made: { readonly at: Date; readonly name: string; readonly version: string }
  /** The exports, and the policy if there was one, as they are typed into a command line. */
  readonly exports: string
  readonly policy?: string | undefined
}

/** Names of columns and tables on a page; longer ones are cut. */
const MOST_OF_A_NAME = 120

export const nameOf = (name: string, most = MOST_OF_A_NAME): string => printable(name, most)

/** Where a column stands on the page: `t1-c7`. */
export const anchorOf = (table: number, column: ExplainedColumn): string =>
  `t${table + 1}-c${column.index + 1}`

/** `75 %`; what is neither none nor all is never shown as that. */
export function percentOf(share: number): string {
  const whole = Math.round(share * 100)
  const value = share > 0 && whole === 0 ? '<1' : share < 1 && whole === 100 ? '>99' : String(whole)
  return say().html.percent({ value })
}

/** No compartment has this name: what a policy leaves out goes into none. */
const LEFT_OUT = ''

/** Where a column goes. */
export function placeOf({ compartment, decided }: ExplainedColumn): string {
  return decided === 'drop' ? LEFT_OUT : compartment
}

/** The compartment's word in the language of the page; one of the seller's own keeps its name. */
export function compartmentOf(name: string, most?: number): string {
  if (name === LEFT_OUT) return say().html.leftOut
  const known: Readonly<Record<string, string>> = say().html.compartments
  return Object.hasOwn(known, name) ? (known[name] ?? name) : nameOf(name, most)
}

/** The style class of its colour. */
export function colourOf(name: string): string {
  return Object.hasOwn(say().html.compartments, name) ? `k-${name}` : 'k-own'
}

export function typeOf(type: string): string {
  const known: Readonly<Record<string, string>> = say().columnTypes
  return Object.hasOwn(known, type) ? (known[type] ?? type) : type
}

/** What a policy decided to do with a column, in words where we have them. */
export function actionOf(action: string): string {
  const known: Readonly<Record<string, string>> = say().report.actions
  return say().html.decided({ action: Object.hasOwn(known, action) ? (known[action] ?? action) : action })
}
