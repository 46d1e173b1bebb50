import { z } from 'zod'
import { isColumnType } from '../classify/index.ts'
import { listOf, text } from '../deed/index.ts'
import { COLUMNS, TABLES } from '../limits.ts'
import { type PaperKind, paperHead } from '../papers/index.ts'
import { FILL_BANDS } from './fill.ts'
import { INVENTED_ROWS } from './invent.ts'
import { MOST_VALUES } from './tally.ts'

/** Amount columns of a table that are summed up and broken down, and columns of kinds: the first ones. */
export const MOST_AMOUNTS = 8
export const MOST_KINDS = 12
/** Periods of a table: five years of months, or two centuries of years. */
const MOST_PERIODS = 240
/** Amounts have far fewer bands. */
const MOST_BANDS = 64

const whole = z.int().min(0)
const countBand = z.union([
  z.enum(['few', 'withheld']),
  z.strictObject({ from: whole.min(1), below: whole.min(1) }),
])
const amountBand = z.union([
  z.enum(['negative', 'zero', 'withheld']),
  z.strictObject({ from: whole, below: whole.nullable() }),
])
const roundedRows = z.union([z.literal('few'), z.strictObject({ about: whole })])
const year = z.string().regex(/^\d{4}$/)
const period = z.string().regex(/^\d{4}(-(0[1-9]|1[0-2]))?$/)
const compartment = z.string().regex(/^[a-z][a-z0-9-]{0,31}$/)

const teaserTable = z.strictObject({
  rows: roundedRows,
  /** How many columns belong to which compartment. */
  columns: listOf(z.strictObject({ compartment, columns: whole }), COLUMNS),
  /** From the first to the last year of which the main date column has ten rows or more. */
  years: z.strictObject({ from: year, to: year }).nullable(),
})

const column = z.strictObject({
  name: text,
  type: z.string().refine(isColumnType),
  compartment,
  filled: z.enum(FILL_BANDS),
  /** How many different values the sample had; null where too few cells are filled to say so. */
  distinct: z.enum(['none', 'one', 'few', 'many', 'all']).nullable(),
  /** Made up, one a row; empty where nothing could be. */
  invented: z.array(z.string().max(40)).length(INVENTED_ROWS),
})

const periods = z.strictObject({
  /** The date column. */
  column: text,
  by: z.enum(['month', 'year']),
  /** The amount columns whose sums stand in `sums`, in this order. */
  amounts: listOf(text, MOST_AMOUNTS),
  list: listOf(
    z.strictObject({ period, rows: countBand, sums: listOf(amountBand, MOST_AMOUNTS) }),
    MOST_PERIODS,
  ),
  /** Before the first and after the last period of ten rows or more. */
  outside: countBand,
  unread: countBand,
  totals: listOf(amountBand, MOST_AMOUNTS),
})

const spread = z.strictObject({
  column: text,
  bands: listOf(z.strictObject({ amount: amountBand, rows: countBand }), MOST_BANDS),
  outside: countBand,
  unread: countBand,
  /** Of all of them; null where sums by month are told instead. */
  sum: amountBand.nullable(),
})

const kinds = z.strictObject({
  column: text,
  /** Values by how often they occur, none of them named. */
  values: listOf(countBand, MOST_VALUES),
  /** All values of fewer than ten rows together. */
  rare: countBand,
})

const diligenceTable = z.strictObject({
  name: text,
  rows: roundedRows,
  columns: listOf(column, COLUMNS),
  periods: periods.nullable(),
  amounts: listOf(spread, MOST_AMOUNTS),
  kinds: listOf(kinds, MOST_KINDS),
})

const language = z.enum(['en', 'zh-CN'])

/** A preview: what a buyer may know of customer data before there is a deed. */
export const PREVIEW = {
  predicateType: 'urn:datadeed:preview:v1',
  schema: z.discriminatedUnion('stage', [
    z.strictObject({
      ...paperHead,
      stage: z.literal('teaser'),
      language,
      tables: listOf(teaserTable, TABLES),
    }),
    z.strictObject({
      ...paperHead,
      stage: z.literal('diligence'),
      language,
      tables: listOf(diligenceTable, TABLES),
    }),
  ]),
} as const satisfies PaperKind<z.ZodType<z.infer<z.ZodObject<typeof paperHead>>>>

export const STAGES = ['teaser', 'diligence'] as const
export type Stage = (typeof STAGES)[number]
export type Preview = Readonly<z.output<typeof PREVIEW.schema>>
export type TeaserTable = Readonly<z.output<typeof teaserTable>>
export type DiligenceTable = Readonly<z.output<typeof diligenceTable>>
