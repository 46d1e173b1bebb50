import { z } from 'zod'
import { count, hex, listOf, party, sha256Hex, text } from '../deed/index.ts'
import { AGE_STANZAS } from '../limits.ts'
import { type PaperKind, paperHead } from '../papers/index.ts'

/** Begins a series: what it is called, whose it is, and who is to read its deeds (docs/backup.md). */
export const SERIES = {
  predicateType: 'urn:datadeed:series:v1',
  schema: z.strictObject({
    ...paperHead,
    /** 128 random bits: what manifests and marks call the series. */
    series: hex(16),
    name: text,
    suite: z.enum(['hybrid', 'classic']),
    readers: listOf(party, AGE_STANZAS).min(1),
    ledgerHead: z.string().nullable(),
  }),
} as const satisfies PaperKind<z.ZodType<z.infer<z.ZodObject<typeof paperHead>>>>

/** A link without a deed: the sources were read, and are what they were in an earlier one. */
export const MARK = {
  predicateType: 'urn:datadeed:mark:v1',
  schema: z.strictObject({
    ...paperHead,
    series: hex(16),
    sequence: count.min(1),
    /** Of what stands before it, as in a manifest. */
    previous: sha256Hex,
    /** The newest deed before it. */
    unchanged: z.strictObject({ sequence: count.min(1), deedId: hex(16), manifest: sha256Hex }),
    ledgerHead: z.string().nullable(),
  }),
} as const satisfies PaperKind<z.ZodType<z.infer<z.ZodObject<typeof paperHead>>>>

export type SeriesPaper = Readonly<z.output<typeof SERIES.schema>>
export type MarkPaper = Readonly<z.output<typeof MARK.schema>>
