import { z } from 'zod'
import { compartmentName, hex, listOf, MANIFEST, party, sha256Hex, subjectOf, text } from '../deed/index.ts'
import { DatadeedError } from '../errors.ts'
import type { Card } from '../identity/index.ts'
import { COMPARTMENTS, TABLES } from '../limits.ts'
import { say } from '../messages/index.ts'
import { type OpenedPaper, openPaper, type PaperKind, paperHead, signPaper } from '../papers/index.ts'
import type { NamedDeed, ResealRequest } from './request.ts'

const deed = { deedId: hex(16), manifest: sha256Hex }

/** Which deed follows which, with the same content under new keys (docs/reseal.md). */
export const RESEAL = {
  predicateType: 'urn:datadeed:reseal:v1',
  schema: z.strictObject({
    ...paperHead,
    /** The end of the issuer's ledger before it was signed. */
    ledgerHead: z.string().nullable(),
    before: z.strictObject({ ...deed, seller: party }),
    after: z.strictObject(deed),
    tables: listOf(z.strictObject({ name: text, rows: z.int().min(0) }), TABLES),
    compartments: listOf(compartmentName, COMPARTMENTS),
  }),
} as const satisfies PaperKind<z.ZodType<z.infer<z.ZodObject<typeof paperHead>>>>

export type ResealPaper = Readonly<z.output<typeof RESEAL.schema>>

/** What a paper of this kind says besides its head. */
export type ResealContent = Pick<ResealPaper, 'ledgerHead' | 'before' | 'after' | 'tables' | 'compartments'>

export function signReseal(content: ResealContent, { signer: key, now }: ResealRequest): Uint8Array {
  const subject = [content.before, content.after].map(manifestOf)
  return signPaper(RESEAL, content, { key, now, subject, withCard: true })
}

/**
 * Reads a paper of whose kind and signatures are known; its subjects are the deeds that it names.
 * @throws DatadeedError DAMAGED
 */
export function takeReseal({ predicate, subject }: OpenedPaper<ResealPaper>, name: string): ResealPaper {
  const named = [predicate.before, predicate.after].map(manifestOf)
  if (JSON.stringify(subject) === JSON.stringify(named)) return predicate
  throw new DatadeedError('DAMAGED', say().reseal.subjectsDiffer({ name }))
}

/** @throws as openPaper, and takeReseal */
export function readReseal(
  bytes: Uint8Array,
  { from, name }: { readonly from: Card; readonly name: string },
): { readonly paper: ResealPaper; readonly sha256: string } {
  const opened = openPaper(bytes, RESEAL, { from, name })
  return { paper: takeReseal(opened, name), sha256: opened.sha256 }
}

/** The manifests of two deeds have the same name within them. */
function manifestOf({ deedId, manifest }: NamedDeed) {
  return subjectOf({ name: `${deedId}/${MANIFEST}`, sha256: manifest })
}
