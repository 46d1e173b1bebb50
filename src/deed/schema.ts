import { z } from 'zod'
import { DatadeedError } from '../errors.ts'
import { NAME_BYTES } from '../limits.ts'
import { say } from '../messages/index.ts'
import { COMPARTMENT_NAME } from './names.ts'

const MOST_FIELDS = 8
/** Marks a refinement that is a cap of limits.ts and no fault of form. */
const OVER_LIMIT = { params: { limit: true } } as const

/** What several documents of a deed are made of. */
export const hex = (bytes: number) => z.string().regex(new RegExp(`^[0-9a-f]{${2 * bytes}}$`))
export const sha256Hex = hex(32)
export const count = z.int().min(0).max(0xffff_ffff)
export const size = z.int().min(0)
export const base64Key = z.string().regex(/^[A-Za-z0-9+/]{43}=$/)
export const compartmentName = z.string().regex(COMPARTMENT_NAME)
/** A name of a table, column or party. */
export const text = z.string().min(1).refine(fitsName, OVER_LIMIT)
/** RFC 3339, UTC. */
export const time = z.iso.datetime().regex(/T[0-9]{2}:[0-9]{2}:[0-9]{2}(?:\.[0-9]+)?Z$/)
export const party = z.strictObject({ name: text, fingerprint: sha256Hex })
export const ext = z.record(z.string(), z.unknown())

/** An array with a cap of limits.ts. */
export function listOf<Item extends z.ZodType>(item: Item, most: number) {
  return z.array(item).refine((items) => items.length <= most, OVER_LIMIT)
}

/**
 * Reads a parsed document by its schema.
 * @throws DatadeedError DAMAGED, or LIMIT if nothing else is wrong, naming the fields; never their values, nor names that only the document knows
 */
export function parseSchema<Schema extends z.ZodType>(
  schema: Schema,
  value: unknown,
  what: string,
): z.output<Schema> {
  const parsed = schema.safeParse(value)
  if (parsed.success) return parsed.data
  const { issues } = parsed.error
  const code = issues.every((issue) => issue.code === 'custom' && issue.params?.limit === true)
    ? 'LIMIT'
    : 'DAMAGED'
  const fields = new Set(issues.map(fieldOf))
  const shown = Array.from(fields).slice(0, MOST_FIELDS)
  const sentence = { what, fields: shown, more: fields.size - shown.length }
  throw new DatadeedError(
    code,
    code === 'LIMIT' ? say().deed.schemaLimit(sentence) : say().deed.schema(sentence),
  )
}

function fieldOf(issue: z.core.$ZodIssue): string {
  const path = issue.path.join('.')
  if (issue.code !== 'unrecognized_keys') return path === '' ? say().deed.wholeDocument : path
  return path === '' ? say().deed.unknownField : `${path}: ${say().deed.unknownField}`
}

function fitsName(value: string): boolean {
  return Buffer.byteLength(value) <= NAME_BYTES
}
