import { z } from 'zod'
import { JOINED_FILES } from '../limits.ts'
import { size, text } from './schema.ts'

// FORMAT.md section 5.1: what a table was read from.

const rowsRead = {
  rowsRead: size,
  rowsExcluded: z.array(z.strictObject({ code: text, rows: size })),
}

/** How the files were packed, and how many made one table; absent where it was one, as it is. */
const packed = {
  compression: z.enum(['gzip', 'zstd']).optional(),
  files: z.int().min(2).max(JOINED_FILES).optional(),
}

const csv = z.strictObject({
  kind: z.literal('csv'),
  encoding: text,
  encodingBy: text,
  decoder: text,
  delimiter: z.enum([',', ';', '\t', '|']),
  lineEnd: z.enum(['lf', 'crlf', 'cr']),
  bom: z.boolean(),
  separatorLine: z.boolean(),
  header: z.boolean(),
  ...packed,
  ...rowsRead,
})

/** JSON lines, or one JSON array of objects. */
const json = z.strictObject({
  kind: z.enum(['jsonl', 'json']),
  bom: z.boolean(),
  ...packed,
  ...rowsRead,
})

const xlsx = z.strictObject({
  kind: z.literal('xlsx'),
  sheet: text,
  hidden: z.boolean(),
  dateSystem: z.enum(['1900', '1904']),
  ...rowsRead,
})

const sqlite = z.strictObject({
  kind: z.literal('sqlite'),
  from: z.enum(['table', 'view', 'query']),
  ...rowsRead,
})

const postgres = z.strictObject({
  kind: z.literal('postgres'),
  from: z.enum(['table', 'view', 'query']),
  serverVersion: text,
  ...rowsRead,
})

export const sourceSchema = z.discriminatedUnion('kind', [csv, json, xlsx, sqlite, postgres])

export type ManifestSource = Readonly<z.infer<typeof sourceSchema>>
