import type { ColumnDecision } from './column.ts'
import type { ColumnType, Compartment } from './types.ts'

/** A form that cells have, such as `1**-****-***8`, and how many of the sample have it. */
export interface CellShape {
  readonly shape: string
  readonly cells: number
}

const SHAPES_SHOWN = 6
const LONGEST = 32
/** Of shorter cells the first and the last sign would be too much. */
const ENDS_FROM = 8
/** One word of ASCII signs, as a number or a code is. */
const ONE_WORD = /^[A-Za-z0-9][\w.@+/:#-]*[A-Za-z0-9]$/
const TEXTS: ReadonlySet<ColumnType> = new Set(['free-text', 'free-text-pii'])
const CLOSED: ReadonlySet<Compartment> = new Set(['special', 'credential'])

/**
 * The commonest forms of a column's cells: digits as `*`, Latin letters as `x`, other letters as `字`. A long number or
 * code shows its first and last sign, which tells a person more and nobody a cell; a text, a secret and what is specially
 * protected show nothing but the form.
 */
export function shapeCells(values: readonly string[], decision: ColumnDecision): CellShape[] {
  const seen = new Map<string, { shown: string; cells: number }>()
  for (const value of values) {
    if (value === '') continue
    const shape = shapeOf(value)
    const known = seen.get(shape)
    if (known === undefined) seen.set(shape, { shown: withEnds(value, shape, decision), cells: 1 })
    else known.cells += 1
  }
  return [...seen.values()]
    .sort((a, b) => b.cells - a.cells)
    .slice(0, SHAPES_SHOWN)
    .map(({ shown, cells }) => ({ shape: shown, cells }))
}

function shapeOf(value: string): string {
  const signs = Array.from(value.slice(0, 2 * LONGEST))
  const shape = signs.slice(0, LONGEST).map(maskSign).join('')
  return signs.length > LONGEST ? `${shape}…` : shape
}

function maskSign(sign: string): string {
  if (/\p{N}/u.test(sign)) return '*'
  if (/[A-Za-z]/.test(sign)) return 'x'
  if (/\p{L}/u.test(sign)) return '字'
  if (/\s/.test(sign)) return ' '
  return /[-_.@:/+(),;#，。、：；（）]/.test(sign) ? sign : '·'
}

function withEnds(value: string, shape: string, { type, compartment }: ColumnDecision): string {
  const closed = TEXTS.has(type) || CLOSED.has(compartment)
  if (closed || value.length < ENDS_FROM || value.length > LONGEST || !ONE_WORD.test(value)) return shape
  return `${value[0]}${shape.slice(1, -1)}${value.at(-1)}`
}
