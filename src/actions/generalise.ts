import type { ColumnType } from '../classify/index.ts'
import { bandAmong, bandOf } from './bands.ts'
import { findArea } from './find-area.ts'
import { readAmount } from './read-amount.ts'
import { readDate } from './read-date.ts'
import { splitWrapping } from './wrapping.ts'

/** In the place of what cannot be read as what its column is. */
export const UNREADABLE = '*'

/** By step, what it makes of a text; undefined for one that it cannot read. */
const STEPS = {
  year: (text) => yearOf(text)?.toString(),
  decade: (text) => decadeOf(yearOf(text)),
  month: monthOf,
  district: (text) => findArea(text, 'district'),
  city: (text) => findArea(text, 'city'),
  province: (text) => findArea(text, 'province'),
  band: (text, bounds) => {
    const amount = readAmount(text)
    if (amount === undefined) return undefined
    return bounds === undefined ? bandOf(amount) : bandAmong(amount, bounds)
  },
  'five-years': (text) => ageBand(text, 5),
  'ten-years': (text) => ageBand(text, 10),
  'first-3': firstThree,
  'one-decimal': oneDecimal,
} as const satisfies Record<
  string,
  (text: string, bounds: readonly number[] | undefined) => string | undefined
>

export type GeneraliseStep = keyof typeof STEPS

const AREAS = ['district', 'city', 'province'] as const
const BANDS = ['band'] as const

/** What each type can be generalised to; the first is meant where a policy names none. */
const STEPS_OF: Partial<Record<ColumnType, readonly GeneraliseStep[]>> = {
  'birth-date': ['year', 'decade'],
  date: ['month', 'year'],
  'postal-address': AREAS,
  'business-address': AREAS,
  region: ['province', 'city'],
  amount: BANDS,
  income: BANDS,
  'stored-balance': BANDS,
  'points-balance': BANDS,
  quantity: BANDS,
  measure: BANDS,
  age: ['five-years', 'ten-years'],
  'postal-code': ['first-3'],
  'geo-coordinates': ['one-decimal'],
}

/** Empty for a type that has no rule. */
export function generaliseStepsOf(type: ColumnType): readonly GeneraliseStep[] {
  return STEPS_OF[type] ?? []
}

/** Types that have a rule. */
export const GENERALISED_TYPES: readonly string[] = Object.keys(STEPS_OF)
/** All steps that a policy may name. */
export const GENERALISE_STEPS: readonly string[] = Object.keys(STEPS)

/** Undefined for a text that cannot be read as what it should be. */
export function generaliseText(
  text: string,
  { to, bounds }: { readonly to: GeneraliseStep; readonly bounds?: readonly number[] | undefined },
): string | undefined {
  return text.length > MOST_UNITS ? undefined : STEPS[to](splitWrapping(text).inner, bounds)
}

/** No date, amount or address is longer. */
const MOST_UNITS = 1000

function yearOf(text: string): number | undefined {
  return readDate(text)?.year
}

function decadeOf(year: number | undefined): string | undefined {
  if (year === undefined) return undefined
  const first = year - (year % 10)
  return `${first}..${first + 9}`
}

/** The year alone where month and day cannot be told apart. */
function monthOf(text: string): string | undefined {
  const date = readDate(text)
  if (date?.month === undefined) return date?.year.toString()
  return `${date.year}-${String(date.month).padStart(2, '0')}`
}

/** The oldest are so few that they share a band (as 45 CFR 164.514(b)(2)(i)(C) has it). */
const OLDEST = 90
const NOBODY = 150

function ageBand(text: string, years: number): string | undefined {
  const [, digits] = /^(\d{1,3})\s*岁?$/.exec(text.normalize('NFKC').trim()) ?? []
  const age = Number(digits)
  if (digits === undefined || age > NOBODY) return undefined
  if (age >= OLDEST) return `${OLDEST}..`
  const first = age - (age % years)
  return `${first}..${first + years - 1}`
}

function firstThree(text: string): string | undefined {
  const cell = text
    .normalize('NFKC')
    .trim()
    .replace(/^〒\s*/, '')
  if (!/^[0-9A-Za-z][0-9A-Za-z -]{3,10}$/.test(cell)) return undefined
  let shown = 0
  return cell.replace(/[0-9A-Za-z]/g, (character) => {
    shown += 1
    return shown <= 3 ? character : '*'
  })
}

/** Some eleven kilometres: what stands behind the first decimal is left out. */
function oneDecimal(text: string): string | undefined {
  const numbers = text
    .normalize('NFKC')
    .trim()
    .split(/[,;\s]+/)
  const read = numbers.map((number) => /^(-?\d{1,3})(?:(\.\d)\d*)?$/.exec(number))
  const inRange = read.every((parts) => parts !== null && Math.abs(Number(parts[1])) <= 180)
  if (numbers.length > 2 || !inRange) return undefined
  return read.map((parts) => `${parts?.[1] ?? ''}${parts?.[2] ?? ''}`).join(',')
}
