import type { Messages } from '../../messages/index.ts'
import { type Html, html } from '../html/index.ts'

/** Those that have a colour of their own on pages; all of the seller's own making share one. */
const COLOURED: readonly string[] = [
  'identity',
  'contact',
  'financial',
  'special',
  'credential',
  'behaviour',
  'general',
]

/** A compartment's name, in the words of the page, behind its colour. */
export function renderCompartment(name: string, { html: { compartments } }: Messages): Html {
  const known: Readonly<Record<string, string>> = compartments
  const colour = COLOURED.includes(name) ? name : 'own'
  return html`<span><span class="mark ${colour}"></span>${(Object.hasOwn(known, name) && known[name]) || name}</span>`
}

/** What a column holds, in the words of the page. */
export function nameOfType(type: string, { columnTypes }: Messages): string {
  const known: Readonly<Record<string, string>> = columnTypes
  return (Object.hasOwn(known, type) && known[type]) || type
}

export const COMPARTMENT_STYLE = [...COLOURED, 'own']
  .map((name) => `.mark.${name}{background:var(--${name})}`)
  .join('')
