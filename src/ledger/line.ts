import { z } from 'zod'
import { parseBase64, sha256, signEd25519, toBase64, toHex, verifyEd25519 } from '../crypto/index.ts'
import { DatadeedError } from '../errors.ts'
import { LEDGER_LINE_BYTES } from '../limits.ts'
import { say } from '../messages/index.ts'
import { parseStrictJson } from '../strict-json.ts'
import { factsSchema, orderFacts } from './facts.ts'

const LEDGER_FORMAT = 'datadeed/ledger/v1'
/** Signed in front of a line's digest, so that no signature of this key means anything else. */
const SIGNED = Buffer.from('datadeed/v1/ledger-line\0', 'latin1')
const SIGNATURE = ',"signature":"'

/** `late`: what failed came behind the commit and undid nothing, as a result that could not be shown. */
export const EVENTS = ['begin', 'mended', 'intent', 'outcome', 'failed', 'late'] as const
export type LedgerEvent = (typeof EVENTS)[number]

const hex = (bytes: number) => z.string().regex(new RegExp(`^[0-9a-f]{${2 * bytes}}$`))

/** A line without its signature, in the order in which it is written. */
const bodySchema = z.strictObject({
  format: z.literal(LEDGER_FORMAT),
  sequence: z.int().min(1),
  time: z.iso.datetime({ precision: 3 }),
  /** Digest of the line before; of the first line, the fingerprint of the key that signs. */
  previous: hex(32),
  event: z.enum(EVENTS),
  /** Lines of one run have the same. */
  run: hex(8),
  command: z.string().regex(/^[a-z][a-z -]{0,39}$/),
  version: z.string().max(40),
  /** The public key, in the first line alone. */
  key: z.string().length(44).optional(),
  exit: z.int().min(0).max(255).optional(),
  code: z
    .string()
    .regex(/^[A-Z][A-Z_]{0,39}$/)
    .optional(),
  facts: factsSchema,
})
const lineSchema = bodySchema.extend({ signature: z.string().length(88) })

export type LineBody = Omit<z.infer<typeof bodySchema>, 'format'>

/** A line that was checked by itself: in its one spelling, and signed. */
export interface LedgerLine extends LineBody {
  /** SHA-256 of the line without its signature, hexadecimal: what the next line, and a head, name it by. */
  readonly hash: string
}

/**
 * A line as it is written, LF included. What a reader would refuse would end the ledger, and is never written.
 * @throws DatadeedError LIMIT, DAMAGED
 */
export function encodeLine(
  body: LineBody,
  seed: Uint8Array,
): { readonly bytes: Uint8Array; readonly hash: string } {
  const text = encodeBody(body)
  const digest = sha256(Buffer.from(text))
  const signature = toBase64(signEd25519(seed, Buffer.concat([SIGNED, digest])))
  const bytes = Buffer.from(`${text.slice(0, -1)}${SIGNATURE}${signature}"}\n`)
  readLine(bytes.subarray(0, -1), say().ledger.theNewLine)
  return { bytes, hash: toHex(digest) }
}

/**
 * Reads a line without its LF. It must be spelled exactly as it would be written, so that nothing in it is unsigned.
 * @throws DatadeedError DAMAGED, LIMIT; neither shows any of the content
 */
export function parseLine(bytes: Uint8Array, publicKey: Uint8Array, what: string): LedgerLine {
  const read = readLine(bytes, what)
  const { signature, ...body } = read
  const text = encodeBody(body)
  if (!Buffer.from(`${text.slice(0, -1)}${SIGNATURE}${signature}"}`).equals(bytes)) {
    throw new DatadeedError('DAMAGED', say().ledger.lineSpelling({ what }))
  }
  const digest = sha256(Buffer.from(text))
  const signed = parseBase64(signature, what, 64)
  if (!verifyEd25519(publicKey, Buffer.concat([SIGNED, digest]), signed)) {
    throw new DatadeedError('DAMAGED', say().ledger.lineSignature({ what }))
  }
  return { ...body, hash: toHex(digest) }
}

/** The public key that a first line says it is signed by; nothing of it is believed before it is. */
export function keyOfFirstLine(bytes: Uint8Array, what: string): Uint8Array {
  const { key } = readLine(bytes, what)
  if (key === undefined) throw new DatadeedError('DAMAGED', say().ledger.lineNoKey({ what }))
  return parseBase64(key, what, 32)
}

function readLine(bytes: Uint8Array, what: string) {
  if (bytes.length >= LEDGER_LINE_BYTES) {
    const size = { what, got: bytes.length, most: LEDGER_LINE_BYTES }
    throw new DatadeedError('LIMIT', say().ledger.lineTooLong(size))
  }
  const parsed = lineSchema.safeParse(parseStrictJson(bytes, what))
  if (parsed.success) return parsed.data
  throw new DatadeedError('DAMAGED', say().ledger.lineForm({ what }))
}

function encodeBody(body: LineBody): string {
  const { sequence, time, previous, event, run, command, version, key, exit, code, facts } = body
  const head = { format: LEDGER_FORMAT, sequence, time, previous, event, run, command, version }
  return JSON.stringify({ ...head, key, exit, code, facts: orderFacts(facts) }).replace(NOT_ASCII, escapeUnit)
}

/** Which characters can be shown changes from one Unicode to the next; a line must not. */
const NOT_ASCII = /[^ -~]/g

function escapeUnit(unit: string): string {
  return `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`
}
