import type { Decrypter, Identity } from 'age-encryption'
import { DatadeedError, InternalError } from '../errors.ts'
import { AGE_STANZAS } from '../limits.ts'
import { say } from '../messages/index.ts'
import { scanAgeHeader } from './age-header.ts'
import { ageEncryption, bech32 } from './lazy-libraries.ts'

/** `hybrid`: ML-KEM-768 with X25519, safe from quantum computers too; `classic`: X25519 alone. Never mixed. */
export type AgeSuite = 'hybrid' | 'classic'

/** A party's private age identities, one a suite: AGE-SECRET-KEY-PQ-1… and AGE-SECRET-KEY-1… */
export interface OpeningIdentity {
  readonly hybrid: string
  readonly classic: string
}

/** The public halves: age1pq1… and age1… */
export interface OpeningRecipients {
  readonly hybrid: string
  readonly classic: string
}

// Bech32 data of 1216, 32 and 32 bytes with its checksum of 6. Nothing else is taken: neither plugins nor tags.
const BECH32 = '[02-9ac-hj-np-z]'
const RECIPIENT: Record<AgeSuite, RegExp> = {
  hybrid: new RegExp(`^age1pq1${BECH32}{1952}$`),
  classic: new RegExp(`^age1${BECH32}{58}$`),
}
const IDENTITY: Record<AgeSuite, RegExp> = {
  hybrid: new RegExp(
    `^AGE-SECRET-KEY-PQ-1${BECH32.replaceAll(/[a-z]/g, (letter) => letter.toUpperCase())}{58}$`,
  ),
  classic: new RegExp(
    `^AGE-SECRET-KEY-1${BECH32.replaceAll(/[a-z]/g, (letter) => letter.toUpperCase())}{58}$`,
  ),
}
const STANZA: Record<AgeSuite, string> = { hybrid: 'mlkem768x25519', classic: 'X25519' }

export async function generateOpeningIdentity(): Promise<OpeningIdentity> {
  const { generateHybridIdentity, generateX25519Identity } = await ageEncryption()
  return { hybrid: await generateHybridIdentity(), classic: await generateX25519Identity() }
}

/** @throws DatadeedError DAMAGED if an identity is broken; never shows it */
export async function recipientsOf(identity: OpeningIdentity): Promise<OpeningRecipients> {
  assertIdentity(identity.hybrid, 'hybrid')
  assertIdentity(identity.classic, 'classic')
  const { identityToRecipient } = await ageEncryption()
  return {
    hybrid: await identityToRecipient(identity.hybrid),
    classic: await identityToRecipient(identity.classic),
  }
}

/** The public half of an identity of one suite. @throws DatadeedError DAMAGED if it is broken; never shows it */
export async function recipientOfIdentity(identity: string, suite: AgeSuite): Promise<string> {
  assertIdentity(identity, suite)
  const { identityToRecipient } = await ageEncryption()
  return identityToRecipient(identity)
}

/** Whether the text is a whole recipient of the suite: its form, its Bech32 checksum, its length. */
export function isRecipient(text: string, suite: AgeSuite): boolean {
  return RECIPIENT[suite].test(text) && isBech32(text)
}

/** Whether the text is a whole private identity of the suite. */
export function isIdentity(text: string, suite: AgeSuite): boolean {
  return IDENTITY[suite].test(text) && isBech32(text)
}

/** With its checksum, and without the limit of 90 characters, as age has it. */
function isBech32(text: string): boolean {
  // A library that cannot be loaded says nothing of the text.
  const codec = bech32()
  try {
    const { words } = codec.decode(text as `${string}1${string}`, false)
    codec.fromWords(words)
    return true
  } catch {
    return false
  }
}

/**
 * Wraps a payload into a binary age file for readers of one suite.
 * @throws DatadeedError USAGE for a recipient that is broken or of another kind, LIMIT for too many
 */
export async function wrapForReaders(
  payload: Uint8Array,
  recipients: readonly string[],
  suite: AgeSuite,
): Promise<Uint8Array> {
  if (recipients.length === 0) throw new InternalError(say().crypto.ageNoRecipients)
  if (recipients.length > AGE_STANZAS) {
    throw new DatadeedError('LIMIT', say().crypto.ageTooManyStanzas({ most: AGE_STANZAS }))
  }
  const { Encrypter } = await ageEncryption()
  const encrypter = new Encrypter()
  for (const [index, recipient] of recipients.entries()) {
    if (!isRecipient(recipient, suite)) throw badRecipient(index + 1, suite)
    encrypter.addRecipient(recipient)
  }
  try {
    return await through(payload, (stream) => encrypter.encrypt(stream))
  } catch (cause) {
    // A recipient that is a curve point of low order fails only here: its shared secret would be zero.
    const hints = [say().crypto.ageRecipientHint]
    throw new DatadeedError('USAGE', say().crypto.ageRecipientUnusable, { hints, cause })
  }
}

/** As wrapForReaders, for a payload that is a secret: whatever comes of it, it is overwritten. */
export async function wrapSecret(
  payload: Uint8Array,
  recipients: readonly string[],
  suite: AgeSuite,
): Promise<Uint8Array> {
  try {
    return await wrapForReaders(payload, recipients, suite)
  } finally {
    payload.fill(0)
  }
}

/**
 * Opens an age file that wraps something for readers: one suite only (the given one, if it is known), no passphrases,
 * no foreign kinds. Whichever identity does not fit, and why, the answer is the same.
 * @throws DatadeedError LIMIT, DAMAGED, NO_KEY
 */
export async function unwrap(
  ageFile: Uint8Array,
  identities: readonly string[],
  suite?: AgeSuite,
): Promise<Uint8Array> {
  const found = suiteOf(ageFile)
  if (suite !== undefined && found !== suite) {
    throw new DatadeedError('DAMAGED', say().crypto.ageForeignStanza({ expected: suite }))
  }
  return openAgeFile(ageFile, identities)
}

/**
 * The one suite of all readers of an age file.
 * @throws DatadeedError LIMIT, DAMAGED if suites are mixed or a stanza is of a kind that has no place in a deed
 */
export function suiteOf(ageFile: Uint8Array): AgeSuite {
  const types = scanAgeHeader(ageFile)
  const suite = types[0] === STANZA.hybrid ? 'hybrid' : 'classic'
  if (types.length > 0 && types.every((type) => type === STANZA[suite])) return suite
  throw new DatadeedError('DAMAGED', say().crypto.ageMixed)
}

/** For how many readers an age file wraps its key. @throws DatadeedError LIMIT, DAMAGED */
export function countStanzas(ageFile: Uint8Array): number {
  return scanAgeHeader(ageFile).length
}

/**
 * Opens any age file for the given identities as the age specification has it: stanzas of unknown kinds are passed over.
 * @throws DatadeedError LIMIT, DAMAGED, NO_KEY
 */
export async function openAgeFile(ageFile: Uint8Array, identities: readonly string[]): Promise<Uint8Array> {
  scanAgeHeader(ageFile)
  const { Decrypter } = await ageEncryption()
  const decrypter = new Decrypter()
  for (const identity of identities) {
    assertIdentity(identity, identity.startsWith('AGE-SECRET-KEY-PQ-') ? 'hybrid' : 'classic')
    decrypter.addIdentity(identity)
  }
  const hints = [say().crypto.ageNotMineHint]
  const notMine = new DatadeedError('NO_KEY', say().crypto.ageNotMine, { hints })
  return decryptAge(decrypter, ageFile, notMine)
}

/**
 * Runs a prepared decrypter; it fails with `notMine` if no identity matched, with DAMAGED for all else, and with a
 * DatadeedError of an identity of ours as it is.
 */
export async function decryptAge(
  decrypter: Decrypter,
  ageFile: Uint8Array,
  notMine: DatadeedError,
): Promise<Uint8Array> {
  // Asked last, this identity is reached only if none before it matched.
  const nobody: Identity = {
    unwrapFileKey: () => {
      throw notMine
    },
  }
  decrypter.addIdentity(nobody)
  try {
    return await through(ageFile, (stream) => decrypter.decrypt(stream))
  } catch (cause) {
    if (cause instanceof DatadeedError) throw cause
    throw new DatadeedError('DAMAGED', say().crypto.ageDamaged, { cause })
  }
}

type ByteStream = ReadableStream<Uint8Array>

/** Given bytes, the library takes its result out of a Response, for which the runtime loads all of fetch. */
async function through(
  bytes: Uint8Array,
  run: (stream: ByteStream) => Promise<ByteStream>,
): Promise<Uint8Array> {
  const source: ByteStream = new ReadableStream({
    start(controller) {
      controller.enqueue(bytes)
      controller.close()
    },
  })
  const pieces: Uint8Array[] = []
  for await (const piece of await run(source)) pieces.push(piece)
  return Buffer.concat(pieces)
}

/** Throws without a cause: the library's message may contain the identity. */
function assertIdentity(identity: string, suite: AgeSuite): void {
  if (!isIdentity(identity, suite)) throw new DatadeedError('DAMAGED', say().crypto.ageIdentity)
}

function badRecipient(number: number, suite: AgeSuite): DatadeedError {
  const hints = [say().crypto.ageRecipientHint]
  return new DatadeedError('USAGE', say().crypto.ageRecipient({ number, suite }), { hints })
}
