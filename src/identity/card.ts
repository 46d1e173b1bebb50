import { z } from 'zod'
import {
  assertEd25519PublicKey,
  assertMlDsaPublicKey,
  isRecipient,
  type OpeningRecipients,
  parseBase64,
  type SigningPublicKeys,
  toBase64,
} from '../crypto/index.ts'
import { DatadeedError } from '../errors.ts'
import { writeNewFiles } from '../files/index.ts'
import { KEY_FILE_BYTES } from '../limits.ts'
import { say } from '../messages/index.ts'
import { printable } from '../messages/printable.ts'
import { parseStrictJson } from '../strict-json.ts'
import { fingerprintOf, type PublicKeys } from './fingerprint.ts'
import { assertPartyName, partyNameFault } from './names.ts'
import { readSmallFile } from './read-small-file.ts'

const CARD_FORMAT = 'datadeed/card/v1'

/** A party's public keys and name. `fingerprint` (64 hexadecimal digits) is derived from role and keys, never read. */
export interface Card extends PublicKeys {
  readonly format: typeof CARD_FORMAT
  readonly name: string
  /** ISO 8601, UTC. */
  readonly created: string
  readonly legalName?: string
  readonly contact?: string
  readonly fingerprint: string
}

export interface CardFields extends PublicKeys {
  readonly name: string
  readonly created: string
  readonly legalName?: string | undefined
  readonly contact?: string | undefined
}

const text = z.string().refine((value) => partyNameFault(value) === undefined)

/** The JSON of a card, as it stands in a .card file; raw keys in base64. */
const cardSchema = z.strictObject({
  format: z.literal(CARD_FORMAT),
  name: text,
  role: z.enum(['sign', 'open', 'both']),
  created: z.iso.datetime(),
  legalName: text.optional(),
  contact: text.optional(),
  sign: z.strictObject({ ed25519: z.string(), mldsa65: z.string() }).optional(),
  open: z.strictObject({ hybrid: z.string(), classic: z.string() }).optional(),
})
type CardJson = z.infer<typeof cardSchema>

/** @throws DatadeedError USAGE for a name that cannot be shown, DAMAGED for keys that are refused */
export function buildCard(fields: CardFields): Card {
  assertPartyName(fields.name, 'USAGE')
  for (const optional of [fields.legalName, fields.contact]) {
    if (optional !== undefined) assertPartyName(optional, 'USAGE')
  }
  return derive(fields, printable(fields.name))
}

/**
 * Reads a card. That it is whole says nothing about whose it is: only its confirmed fingerprint does.
 * `what` names the document in sentences.
 * @throws DatadeedError DAMAGED, UNSUPPORTED, LIMIT, USAGE for a key file in its place
 */
export function parseCard(bytes: Uint8Array, what: string): Card {
  if (bytes.length > KEY_FILE_BYTES) throw tooLarge(what)
  return cardFromJson(parseStrictJson(bytes, what), what)
}

function cardFromJson(value: unknown, what: string): Card {
  const format = formatOf(value)
  if (format.startsWith('datadeed/key/')) {
    throw new DatadeedError('USAGE', say().identity.cardIsKey({ what }), {
      hints: [say().identity.cardIsKeyHint],
    })
  }
  if (format.startsWith('datadeed/card/') && format !== CARD_FORMAT) {
    const sentence = say().identity.cardVersion({ what, expected: CARD_FORMAT })
    throw new DatadeedError('UNSUPPORTED', sentence, { hints: [say().identity.cardVersionHint] })
  }
  const parsed = cardSchema.safeParse(value)
  if (!parsed.success) {
    throw new DatadeedError('DAMAGED', say().identity.notACard({ what, fields: faultyFields(parsed.error) }))
  }
  const { sign, open, ...rest } = parsed.data
  const keys = { ...(sign && { sign: signFromJson(sign, what) }), ...(open && { open }) }
  return derive({ ...rest, ...keys }, what)
}

/** The card as the value of its file. */
export function cardToJson(card: Card): CardJson {
  const { fingerprint: _, sign, open, ...rest } = card
  return {
    ...rest,
    ...(sign && { sign: { ed25519: toBase64(sign.ed25519), mldsa65: toBase64(sign.mldsa65) } }),
    ...(open && { open: { ...open } }),
  }
}

/** @throws DatadeedError IO_READ and all that parseCard throws */
export async function readCard(path: string): Promise<Card> {
  const what = say().identity.theCard({ path: printable(path) })
  const { bytes } = await readSmallFile(path, KEY_FILE_BYTES, () => tooLarge(what))
  return parseCard(bytes, what)
}

/** @throws DatadeedError EXISTS, NOSPACE, IO_WRITE */
export async function writeCard(path: string, card: Card): Promise<void> {
  await writeNewFiles([{ path, content: encodeCard(card), access: 'shared' }])
}

export function encodeCard(card: Card): string {
  return `${JSON.stringify(cardToJson(card), null, 2)}\n`
}

/** Requires keys to check signatures with. @throws DatadeedError USAGE */
export function assertCardSigns(card: Card): SigningPublicKeys {
  if (card.sign !== undefined) return card.sign
  const sentence = say().identity.cardCannotSign({ name: printable(card.name) })
  throw new DatadeedError('USAGE', sentence, { hints: [say().identity.cardRoleHint] })
}

/** Requires keys to seal to. @throws DatadeedError USAGE */
export function assertCardOpens(card: Card): OpeningRecipients {
  if (card.open !== undefined) return card.open
  const sentence = say().identity.cardCannotOpen({ name: printable(card.name) })
  throw new DatadeedError('USAGE', sentence, { hints: [say().identity.cardRoleHint] })
}

/** The `format` of any JSON value, or nothing. */
export function formatOf(value: unknown): string {
  if (typeof value !== 'object' || value === null || !('format' in value)) return ''
  return typeof value.format === 'string' ? value.format : ''
}

/** Where a document does not fit its schema, as field paths; never values, nor names that only the document knows. */
export function faultyFields(error: z.ZodError): string[] {
  const fields = error.issues.map((issue) =>
    issue.code === 'unrecognized_keys' ? say().identity.unknownField : issue.path.join('.') || 'format',
  )
  return [...new Set(fields)]
}

function derive(fields: CardFields, what: string): Card {
  const { name, role, created, legalName, contact, sign, open } = fields
  if ((role !== 'open') !== (sign !== undefined) || (role !== 'sign') !== (open !== undefined)) {
    throw new DatadeedError('DAMAGED', say().identity.cardRoleKeys({ what, role }))
  }
  if (sign !== undefined) assertSigningKeys(sign)
  if (open !== undefined) assertRecipients(open, what)
  return {
    format: CARD_FORMAT,
    name,
    role,
    created,
    ...(legalName !== undefined && { legalName }),
    ...(contact !== undefined && { contact }),
    ...(sign !== undefined && { sign }),
    ...(open !== undefined && { open }),
    fingerprint: fingerprintOf({ role, ...(sign && { sign }), ...(open && { open }) }),
  }
}

function signFromJson(sign: { ed25519: string; mldsa65: string }, what: string): SigningPublicKeys {
  return {
    ed25519: parseBase64(sign.ed25519, say().identity.keyField({ what, field: 'sign.ed25519' })),
    mldsa65: parseBase64(sign.mldsa65, say().identity.keyField({ what, field: 'sign.mldsa65' })),
  }
}

function assertSigningKeys(sign: SigningPublicKeys): void {
  assertEd25519PublicKey(sign.ed25519)
  assertMlDsaPublicKey(sign.mldsa65)
}

function assertRecipients(open: OpeningRecipients, what: string): void {
  for (const suite of ['hybrid', 'classic'] as const) {
    if (isRecipient(open[suite], suite)) continue
    throw new DatadeedError('DAMAGED', say().identity.cardRecipient({ what, suite }))
  }
}

function tooLarge(what: string): DatadeedError {
  return new DatadeedError('LIMIT', say().identity.cardTooLarge({ what, most: KEY_FILE_BYTES }))
}
