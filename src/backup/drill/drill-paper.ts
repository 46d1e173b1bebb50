import { z } from 'zod'
import { count, hex, listOf, MANIFEST, sha256Hex, text, time } from '../../deed/index.ts'
import { DatadeedError } from '../../errors.ts'
import { COMPARTMENTS } from '../../limits.ts'
import { say } from '../../messages/index.ts'
import { type OpenedPaper, type PaperKind, paperHead } from '../../papers/index.ts'

/** What a drill does, in this order; the first one that fails ends it. */
export const DRILL_STEPS = ['find', 'fetch', 'prepare', 'restore', 'compare', 'delete'] as const
export type DrillStep = (typeof DRILL_STEPS)[number]

export const DRILL_TARGETS = ['folder', 'sqlite', 'postgres'] as const
export type DrillTarget = (typeof DRILL_TARGETS)[number]

/** Ends of a later version are to be shown, too: a code is a word, whatever its list. */
const failureCode = z.string().regex(/^[A-Z][A-Z_]{0,39}$/)
const milliseconds = z
  .int()
  .min(0)
  .max(2 ** 46)
  .nullable()

/** docs/papers.md, "Drill": that a deed was restored and compared, how long it took, or why it could not be. */
export const DRILL = {
  predicateType: 'urn:datadeed:drill:v1',
  schema: z.strictObject({
    ...paperHead,
    series: hex(16),
    /** What was asked for. */
    chosen: z.enum(['newest', 'random', 'named']),
    /** Null where no deed could be found, or nothing but its number was known. */
    sequence: count.min(1).nullable(),
    deedId: hex(16).nullable(),
    manifest: sha256Hex.nullable(),
    verdict: z.enum(['passed', 'failed']),
    /** No sentence: one could hold what only a reader may know. */
    failure: z.strictObject({ step: z.enum(DRILL_STEPS), code: failureCode }).nullable(),
    target: z.enum(DRILL_TARGETS),
    began: time,
    /** When the deed was signed, and the newest link that says the sources are in it. */
    sealed: time.nullable(),
    current: time.nullable(),
    /** From these two times to when the drill began; null where nothing is known, or the clock ran before them. */
    ageSeconds: z.int().min(0).nullable(),
    currentAgeSeconds: z.int().min(0).nullable(),
    /** Null where a drill did not come so far. A local deed is not fetched: 0. */
    milliseconds: z.strictObject({ fetch: milliseconds, restore: milliseconds, compare: milliseconds }),
    /** What was restored; `bytes` are those of the deed. */
    counts: z
      .strictObject({ tables: count, rows: z.int().min(0), cells: z.int().min(0), bytes: z.int().min(0) })
      .nullable(),
    /** Compartments that the key opened, and those that are for others and were not tried. */
    opened: listOf(text, COMPARTMENTS),
    closed: listOf(text, COMPARTMENTS),
    ledgerHead: z.string().nullable(),
  }),
} as const satisfies PaperKind<z.ZodType<z.infer<z.ZodObject<typeof paperHead>>>>

type SignedDrill = Readonly<z.output<typeof DRILL.schema>>

/** A report, and what follows from it: the time until the data was back, where the drill came so far. */
export type DrillPaper = SignedDrill & { readonly recoverySeconds: number | null }

/**
 * What a signed report must also be: about the manifest that it names, and at one with itself.
 * @throws DatadeedError DAMAGED
 */
export function readDrill({ predicate, subject }: OpenedPaper<SignedDrill>, name: string): DrillPaper {
  const { manifest, sequence, deedId, verdict, failure, milliseconds: took, counts } = predicate
  const [about] = subject
  const aboutIt =
    manifest === null
      ? subject.length === 0
      : subject.length === 1 && about?.name === MANIFEST && about.digest.sha256 === manifest
  const did = Object.values(took).every((time) => time !== null) && counts !== null
  const whole = verdict === 'failed' || (did && sequence !== null && deedId !== null && manifest !== null)
  if (!aboutIt || !whole || (failure === null) !== (verdict === 'passed'))
    throw new DatadeedError('DAMAGED', say().drill.contradicts({ name }))
  const { fetch, restore } = took
  return {
    ...predicate,
    recoverySeconds: fetch === null || restore === null ? null : (fetch + restore) / 1000,
  }
}
