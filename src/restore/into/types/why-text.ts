/** Why a cell is no value of a type, in a word for programs; nothing of the cell is in it. */
export const TEXT_REASONS = [
  'empty-text',
  'space-around',
  'plus-sign',
  'leading-zero',
  'negative-zero',
  'trailing-zero',
  'too-many-digits',
  'exponent',
  'digit-groups',
  'date-or-time',
  'boolean-form',
  'other-text',
] as const
export type TextReason = (typeof TEXT_REASONS)[number]

const FORMS: readonly (readonly [TextReason, RegExp])[] = [
  ['empty-text', /^$/],
  ['space-around', /^\s|\s$/],
  ['plus-sign', /^\+[\d.]/],
  ['negative-zero', /^-0(?:\.0*)?$/],
  ['leading-zero', /^-?0\d/],
  ['date-or-time', /^\d{1,4}(?:[-/年]\d{1,2}|\.\d{1,2}\.\d)|^\d{1,2}:\d\d/],
  ['trailing-zero', /^-?\d+\.\d*0$/],
  ['too-many-digits', /^-?\d+(?:\.\d+)?$/],
  ['exponent', /^-?[\d.]+e[+-]?\d+$/i],
  ['digit-groups', /^-?\d{1,3}(?:[,' ]\d{3})+/],
  ['boolean-form', /^(?:true|false|yes|no|[yntf])$/i],
]

/** Longer texts are no values of any type. */
const MOST_CHARACTERS = 100

export function whyText(cell: string): TextReason {
  if (cell.length > MOST_CHARACTERS) return /^-?\d+$/.test(cell) ? 'too-many-digits' : 'other-text'
  return FORMS.find(([, form]) => form.test(cell))?.[0] ?? 'other-text'
}
