import { z } from 'zod'
import { count, hex, party, type ROTATION, sha256Hex, wrappedCompartments } from '../deed/index.ts'
import { type PaperKind, paperHead } from '../papers/index.ts'

/** The deed that the paper is of; its subject is the manifest's digest besides. */
const ofDeed = {
  deedId: hex(16),
  suite: z.enum(['hybrid', 'classic']),
  /** The end of the issuer's ledger before it was signed. */
  ledgerHead: z.string().nullable(),
}

/** One more access statement: compartments of a deed for other readers, with the keys in it (docs/papers.md). */
export const GRANT = {
  predicateType: 'urn:datadeed:grant:v1',
  schema: z.strictObject({
    ...paperHead,
    ...ofDeed,
    /** 0 is the statement in the deed itself. */
    serial: count.min(1),
    compartments: wrappedCompartments.min(1),
  }),
} as const satisfies PaperKind<z.ZodType<z.infer<z.ZodObject<typeof paperHead>>>>

/** A share of an escrow, passed on by its holder (FORMAT.md section 6.1). */
export const SHARE = {
  predicateType: 'urn:datadeed:share:v1',
  schema: z.strictObject({
    ...paperHead,
    ...ofDeed,
    to: party,
    /** The digest of the share, as the access statement has it. */
    share: sha256Hex,
    ageFile: z.string(),
  }),
} as const satisfies PaperKind<z.ZodType<z.infer<z.ZodObject<typeof paperHead>>>>

export type GrantPaper = Readonly<z.output<typeof GRANT.schema>>
export type SharePaper = Readonly<z.output<typeof SHARE.schema>>

/** What a grant says, without the keys in it. */
export function describeGrant({ compartments, ...rest }: GrantPaper) {
  return { ...rest, compartments: compartments.map(({ name, readers }) => ({ name, readers })) }
}

/** What a passed-on share says, without the share. */
export function describeShare({ ageFile: _, ...rest }: SharePaper) {
  return rest
}

/** What a rotation says, without the keys in it. */
export function describeRotation({ compartments, ...rest }: z.output<typeof ROTATION.schema>) {
  return { ...rest, compartments: compartments.map(({ name, readers }) => ({ name, readers })) }
}

export type RotationFacts = ReturnType<typeof describeRotation>
export type GrantFacts = ReturnType<typeof describeGrant>
export type ShareFacts = ReturnType<typeof describeShare>
