import { type Change, changeCells, type KeyedChange } from '../../src/actions/index.ts'

const KEY = new Uint8Array(32).fill(7)

/** The change that a manifest describes in these words. */
export function changeOf(how: string, key: Uint8Array = KEY): KeyedChange {
  const [action, word = '', rest] = how.split(':')
  const bounds = rest?.split(',').map(Number)
  if (action === 'pseudonymise') return { action, label: rest ?? '', key }
  if (action === 'mask') return { action, shape: word as Extract<Change, { action: 'mask' }>['shape'] }
  return {
    action: 'generalise',
    to: word as Extract<Change, { action: 'generalise' }>['to'],
    ...(bounds === undefined ? {} : { bounds }),
  }
}

/** A `cells` segment after a change, as text. */
export function changeSegment(
  fields: readonly string[],
  how: string,
  key?: Uint8Array,
): { readonly fields: string[]; readonly odd: number } {
  const bytes = Buffer.from(fields.map((field) => `${field}\n`).join(''))
  const { segment, odd } = changeCells({ column: 0, kind: 'cells', bytes }, changeOf(how, key))
  const text = Buffer.from(segment.bytes).toString()
  return { fields: splitFields(text), odd }
}

function splitFields(text: string): string[] {
  return Array.from(text.matchAll(/("(?:[^"]|"")*"|[^\n]*)\n/g), ([, field = '']) => field)
}

export const quoted = (text: string): string => `"${text.replaceAll('"', '""')}"`
const unquoted = (field: string): string =>
  field.startsWith('"') ? field.slice(1, -1).replaceAll('""', '"') : field

/** What becomes of one text. */
export function change(
  text: string,
  how: string,
  key?: Uint8Array,
): { readonly text: string; readonly odd: number } {
  const { fields, odd } = changeSegment([quoted(text)], how, key)
  return { text: unquoted(fields[0] ?? ''), odd }
}
