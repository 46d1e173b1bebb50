/**
 * The colours of every page, by what they are for. A test holds each text at 4.5:1 or more against what lies behind it
 * (WCAG 2.2, 1.4.3), in both schemes. No colour says anything that a word beside it does not say too.
 */

interface Scheme {
  /** The page, a panel on it, hairlines, text, text that stands back, links and rules. */
  readonly paper: string
  readonly wash: string
  readonly line: string
  readonly ink: string
  readonly quiet: string
  readonly accent: string
  /** What asks for a person: text and rule, and the panel behind it. */
  readonly alert: string
  readonly 'alert-wash': string
  /** Text on a filled mark. */
  readonly on: string
  /** One for each compartment that the classifier knows, one for those of the seller's own making. */
  readonly identity: string
  readonly contact: string
  readonly financial: string
  readonly special: string
  readonly credential: string
  readonly behaviour: string
  readonly general: string
  readonly own: string
}

export const LIGHT: Scheme = {
  paper: '#ffffff',
  wash: '#f6f4ef',
  line: '#d9d5cb',
  ink: '#1c2229',
  quiet: '#575e66',
  accent: '#1d4b5c',
  alert: '#8f3212',
  'alert-wash': '#fbf2ec',
  on: '#ffffff',
  identity: '#1f4a7a',
  contact: '#0c655d',
  financial: '#7d5300',
  special: '#8c1d3c',
  credential: '#593a8a',
  behaviour: '#4a5d2b',
  general: '#5a626b',
  own: '#3a3f45',
}

export const DARK: Scheme = {
  paper: '#15191d',
  wash: '#1d2328',
  line: '#39414a',
  ink: '#e9e6df',
  quiet: '#aab1b8',
  accent: '#8cc3d6',
  alert: '#f0a786',
  'alert-wash': '#2a201b',
  on: '#15191d',
  identity: '#8fb9ea',
  contact: '#6ccabd',
  financial: '#e2b869',
  special: '#f297b0',
  credential: '#c3a8f2',
  behaviour: '#b5c982',
  general: '#b6bec6',
  own: '#d6d3cc',
}

/** The colours as custom properties: `var(--ink)`. */
export function renderColours(scheme: Scheme): string {
  return Object.entries(scheme)
    .map(([name, colour]) => `--${name}:${colour}`)
    .join(';')
}
