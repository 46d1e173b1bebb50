import { z } from 'zod'
import { COLUMNS, COMPARTMENTS, DEAL_ID_CHARACTERS, DEED_ENTRIES, EPOCHS, TABLES } from '../limits.ts'
import { compartmentName, count, ext, hex, listOf, party, sha256Hex, size, text, time } from './schema.ts'
import { sourceSchema } from './source-schema.ts'
import { DEED_FORMAT } from './statement.ts'

// FORMAT.md section 5, key by key.

/** What an export's bytes may be encoded in; another is refused as unsupported when the manifest is checked. */
export const SOURCE_ENCODINGS = [
  'utf-8',
  'utf-16le',
  'utf-16be',
  'gb18030',
  'big5',
  'shift_jis',
  'euc-kr',
  'windows-1252',
] as const

const column = z.strictObject({
  name: text,
  type: text,
  compartment: compartmentName.nullable(),
  action: z.enum(['seal', 'drop', 'mask', 'generalise', 'pseudonymise']),
  /** What was done to the cells, as a word and its parameters; of the last three actions only, there always. */
  how: text.optional(),
  /** Of a typed source only, there always. */
  kind: z.enum(['text', 'number', 'boolean', 'bytes', 'json', 'date', 'error']).optional(),
  declared: text.nullable().optional(),
})

/** A word for programs; people get a sentence. */
const reason = z.string().regex(/^[a-z][a-z0-9-]{0,63}$/)

/** What the source itself cannot give back of some columns (FORMAT.md section 5.2). */
const columnFidelity = z.strictObject({ column: count, because: z.array(reason).min(1) })

const table = z.strictObject({
  name: text,
  rows: size,
  slices: count,
  parts: count,
  /** A number is reserved, and refused as unsupported when the manifest is checked. */
  partOf: count.nullable(),
  layout: compartmentName,
  preamble: z.string(),
  columns: listOf(column, COLUMNS),
  source: sourceSchema,
  fidelity: z.strictObject({
    level: z.enum(['byte-exact', 'cell-exact']),
    because: z.array(text),
    columns: z.array(columnFidelity).optional(),
  }),
  plainRoots: z.array(z.strictObject({ compartment: compartmentName, commitment: sha256Hex })),
})

const compartment = z.strictObject({
  name: compartmentName,
  macKey: sha256Hex,
  facts: sha256Hex,
  epochs: listOf(z.strictObject({ epoch: count, key: sha256Hex }), EPOCHS),
})

export const manifestSchema = z.strictObject({
  format: z.literal(DEED_FORMAT),
  critical: z.array(z.string()),
  ext,
  deedId: hex(16),
  dealId: z.string().max(DEAL_ID_CHARACTERS).nullable(),
  kind: z.literal('full'),
  suite: z.enum(['hybrid', 'classic']),
  series: text.nullable(),
  sequence: size.nullable(),
  previous: sha256Hex.nullable(),
  created: time,
  expires: time.nullable(),
  seller: z.strictObject({
    name: text,
    role: z.enum(['sign', 'open', 'both']),
    fingerprint: sha256Hex,
    ed25519: z.string(),
    mldsa65: z.string(),
  }),
  addressees: z.array(party).min(1),
  grantors: z.array(sha256Hex),
  required: z.array(z.strictObject({ fingerprint: sha256Hex, algorithms: z.array(z.string()) })),
  tables: listOf(table, TABLES),
  compartments: listOf(compartment, COMPARTMENTS),
  entries: listOf(z.strictObject({ name: z.string(), size, sha256: sha256Hex }), DEED_ENTRIES),
  policyDigest: sha256Hex.nullable(),
  ledgerHead: z.string().nullable(),
  tool: z.strictObject({ name: text, version: text }),
})

type Parsed = z.infer<typeof manifestSchema>

/** What is in a deed, as the seller signed it. */
export type Manifest = Readonly<Parsed>
export type ManifestTable = Readonly<Parsed['tables'][number]>
export type ManifestCompartment = Readonly<Parsed['compartments'][number]>
/** Size and digest (hex) of an entry. */
export type EntryDigest = Readonly<Parsed['entries'][number]>
