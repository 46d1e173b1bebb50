import { z } from 'zod'
import { count, hex, listOf, party, sha256Hex, text } from '../../deed/index.ts'
import { AGE_STANZAS, PRUNED_DEEDS } from '../../limits.ts'
import { type PaperKind, paperHead } from '../../papers/index.ts'

/** The paper of a series, in its folder. */
export const SERIES_FILE = 'series.json'
/** The folder in it for reports of drills, which are no links. */
export const DRILLS = 'drills'

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
    /** Whom every deed lets change its readers later; papers from before there was this field name nobody. */
    grantors: listOf(party, AGE_STANZAS).optional(),
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

/** A number of copies that a rule keeps; null where there is no such rule. */
const keeps = count.min(1).nullable()

/** A link that takes the content of earlier deeds away: of each, only manifest and signatures are kept from then on. */
export const PRUNE = {
  predicateType: 'urn:datadeed:prune:v1',
  schema: z.strictObject({
    ...paperHead,
    series: hex(16),
    sequence: count.min(1),
    previous: sha256Hex,
    removed: listOf(
      z.strictObject({ sequence: count.min(1), deedId: hex(16), manifest: sha256Hex }),
      PRUNED_DEEDS,
    ).min(1),
    /** By which rules; null where a person named the deeds. */
    retention: z
      .strictObject({ last: keeps, daily: keeps, weekly: keeps, monthly: keeps, yearly: keeps })
      .nullable(),
    ledgerHead: z.string().nullable(),
  }),
} as const satisfies PaperKind<z.ZodType<z.infer<z.ZodObject<typeof paperHead>>>>

export type SeriesPaper = Readonly<z.output<typeof SERIES.schema>>
export type MarkPaper = Readonly<z.output<typeof MARK.schema>>
export type PrunePaper = Readonly<z.output<typeof PRUNE.schema>>
