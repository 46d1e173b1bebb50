import { z } from 'zod'
import {
  ED25519_SEED_BYTES,
  isArmored,
  isIdentity,
  ML_DSA_SEED_BYTES,
  type OpeningIdentity,
  openWithPassphrase,
  parseBase64,
  recipientsOf,
  type SigningSeeds,
  sealWithPassphrase,
  signingPublicKeys,
  toBase64,
} from '../crypto/index.ts'
import { DatadeedError } from '../errors.ts'
import { writeNewFiles } from '../files/index.ts'
import { KEY_FILE_BYTES } from '../limits.ts'
import { say } from '../messages/index.ts'
import { printable } from '../messages/printable.ts'
import { parseStrictJson } from '../strict-json.ts'
import { accessWarnings, type KeyWarning } from './access-warnings.ts'
import { buildCard, type Card, faultyFields, formatOf } from './card.ts'
import type { Role } from './fingerprint.ts'
import { partyNameFault } from './names.ts'
import { readSmallFile } from './read-small-file.ts'
import { readSecret, type SecretSource } from './secret-source.ts'

const KEY_FORMAT = 'datadeed/key/v1'

/** A party's private keys, and the card that belongs to them. */
export interface OpenedKey {
  readonly name: string
  readonly role: Role
  /** ISO 8601, UTC. */
  readonly created: string
  readonly sign?: SigningSeeds
  readonly open?: OpeningIdentity
  /** Derived from the keys, without legal name and contact. */
  readonly card: Card
}

export interface KeyFile {
  readonly key: OpenedKey
  readonly locked: boolean
  readonly warnings: readonly KeyWarning[]
}

const seed = (bytes: number) => z.string().refine((value) => Buffer.from(value, 'base64').length === bytes)
const keySchema = z.strictObject({
  format: z.literal(KEY_FORMAT),
  name: z.string().refine((value) => partyNameFault(value) === undefined),
  role: z.enum(['sign', 'open', 'both']),
  created: z.iso.datetime(),
  sign: z.strictObject({ ed25519: seed(ED25519_SEED_BYTES), mldsa65: seed(ML_DSA_SEED_BYTES) }).optional(),
  open: z
    .strictObject({
      hybrid: z.string().refine((value) => isIdentity(value, 'hybrid')),
      classic: z.string().refine((value) => isIdentity(value, 'classic')),
    })
    .optional(),
})

/**
 * Opens a key file, locked or plain. Asks `passphrase` only if it is locked.
 * @throws DatadeedError IO_READ; USAGE for an empty file, a card or something else in its place, or a missing passphrase;
 * NO_KEY for a wrong passphrase; DAMAGED, UNSUPPORTED, LIMIT. None of them shows any of the content.
 */
export async function openKeyFile(path: string, passphrase?: SecretSource): Promise<KeyFile> {
  const shown = printable(path)
  const { bytes, mode } = await readSmallFile(path, KEY_FILE_BYTES, () => tooLarge(shown))
  const warnings = accessWarnings(shown, mode)
  const content = withoutMark(bytes)
  const locked = isLocked(content)
  if (!locked) return { key: await parseKey(content, shown), locked, warnings }
  const plain = await unlock(content, shown, passphrase)
  const key = await parseKey(plain, shown)
  plain.fill(0)
  return { key, locked, warnings }
}

/** Whether opening this file takes a passphrase; no for one that cannot be read. */
export async function isLockedKeyFile(path: string): Promise<boolean> {
  try {
    const { bytes } = await readSmallFile(path, KEY_FILE_BYTES, () => tooLarge(printable(path)))
    return isLocked(withoutMark(bytes))
  } catch {
    return false
  }
}

function isLocked(content: Uint8Array): boolean {
  return isArmored(content) || startsWith(content, 'age-encryption.org/')
}

/** The content of a key file; locked with the passphrase unless there is none. */
export async function lockKeyFile(key: OpenedKey, passphrase?: Uint8Array): Promise<Uint8Array | string> {
  const plain = encodeKey(key)
  return passphrase === undefined ? plain : await sealWithPassphrase(Buffer.from(plain), passphrase)
}

/**
 * Writes a new key file for its owner only.
 * @throws DatadeedError EXISTS, NOSPACE, IO_WRITE
 */
export async function writeKeyFile(path: string, key: OpenedKey, passphrase?: Uint8Array): Promise<void> {
  await writeNewFiles([{ path, content: await lockKeyFile(key, passphrase), access: 'owner-only' }])
}

/** Puts private keys together with the card that belongs to them. */
export async function buildKey(fields: Omit<OpenedKey, 'card'>): Promise<OpenedKey> {
  const { name, role, created, sign, open } = fields
  const card = buildCard({
    name,
    role,
    created,
    ...(sign && { sign: signingPublicKeys(sign) }),
    ...(open && { open: await recipientsOf(open) }),
  })
  return { ...fields, card }
}

/** Requires a key that signs. @throws DatadeedError USAGE */
export function assertCanSign(key: OpenedKey): SigningSeeds {
  if (key.sign !== undefined) return key.sign
  const sentence = say().identity.keyCannotSign({ name: printable(key.name) })
  throw new DatadeedError('USAGE', sentence, { hints: [say().identity.keyRoleHint] })
}

/** Requires a key that opens. @throws DatadeedError USAGE */
export function assertCanOpen(key: OpenedKey): OpeningIdentity {
  if (key.open !== undefined) return key.open
  const sentence = say().identity.keyCannotOpen({ name: printable(key.name) })
  throw new DatadeedError('USAGE', sentence, { hints: [say().identity.keyRoleHint] })
}

async function unlock(content: Uint8Array, path: string, source?: SecretSource): Promise<Uint8Array> {
  if (source === undefined) {
    const hints = [say().identity.keyPassphraseHint]
    throw new DatadeedError('USAGE', say().identity.keyPassphraseNeeded({ path }), { hints })
  }
  const passphrase = await readSecret(source)
  try {
    return await openWithPassphrase(content, passphrase)
  } catch (cause) {
    if (!(cause instanceof DatadeedError && cause.code === 'NO_KEY')) throw cause
    const hints = [say().identity.keyPassphraseWrongHint]
    throw new DatadeedError('NO_KEY', say().identity.keyPassphraseWrong({ path }), { hints, cause })
  } finally {
    passphrase.fill(0)
  }
}

async function parseKey(bytes: Uint8Array, path: string): Promise<OpenedKey> {
  assertLooksLikeKey(bytes, path)
  const what = say().identity.theKeyFile({ path })
  const value = parseStrictJson(bytes, what)
  const format = formatOf(value)
  if (format.startsWith('datadeed/card/')) throw notAKey(say().identity.keyIsCard({ path }))
  if (!format.startsWith('datadeed/key/')) throw notAKey(say().identity.notAKeyFile({ path }))
  if (format !== KEY_FORMAT) {
    const hints = [say().identity.cardVersionHint]
    throw new DatadeedError('UNSUPPORTED', say().identity.keyVersion({ path, expected: KEY_FORMAT }), {
      hints,
    })
  }
  const parsed = keySchema.safeParse(value)
  if (!parsed.success) {
    throw new DatadeedError(
      'DAMAGED',
      say().identity.keyDamaged({ path, fields: faultyFields(parsed.error) }),
    )
  }
  const { name, role, created, sign, open } = parsed.data
  const seeds = sign && {
    ed25519: parseBase64(sign.ed25519, say().identity.keyField({ what, field: 'sign.ed25519' })),
    mldsa65: parseBase64(sign.mldsa65, say().identity.keyField({ what, field: 'sign.mldsa65' })),
  }
  return buildKey({ name, role, created, ...(seeds && { sign: seeds }), ...(open && { open }) })
}

/** What people give in place of a key file, before the JSON reader calls it merely broken. */
function assertLooksLikeKey(bytes: Uint8Array, path: string): void {
  const start = Buffer.from(bytes.subarray(0, 200)).toString('latin1').trimStart()
  if (start === '') throw notAKey(say().identity.keyEmpty({ path }))
  if (/^age1/.test(start)) throw notAKey(say().identity.keyIsRecipient({ path }))
  if (/^(#|AGE-SECRET-KEY-|AGE-PLUGIN-)/i.test(start))
    throw notAKey(say().identity.keyIsAgeIdentity({ path }))
  if (!start.startsWith('{')) throw notAKey(say().identity.notAKeyFile({ path }))
}

function encodeKey(key: OpenedKey): string {
  const { name, role, created, sign, open } = key
  const document = {
    format: KEY_FORMAT,
    name,
    role,
    created,
    ...(sign && { sign: { ed25519: toBase64(sign.ed25519), mldsa65: toBase64(sign.mldsa65) } }),
    ...(open && { open: { hybrid: open.hybrid, classic: open.classic } }),
  }
  return `${JSON.stringify(document, null, 2)}\n`
}

function withoutMark(bytes: Uint8Array): Uint8Array {
  return startsWith(bytes, '\u00ef\u00bb\u00bf') ? bytes.subarray(3) : bytes
}

function startsWith(bytes: Uint8Array, latin1: string): boolean {
  return Buffer.from(bytes.subarray(0, latin1.length)).toString('latin1') === latin1
}

function notAKey(sentence: string): DatadeedError {
  return new DatadeedError('USAGE', sentence, { hints: [say().identity.keyHint] })
}

function tooLarge(path: string): DatadeedError {
  return new DatadeedError('LIMIT', say().identity.keyTooLarge({ path, most: KEY_FILE_BYTES }))
}
