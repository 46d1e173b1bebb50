import { readFileSync, statSync } from 'node:fs'
import { dirname } from 'node:path'
import { z } from 'zod'
import {
  ED25519_SEED_BYTES,
  ed25519PublicKey,
  hmacSha256,
  parseBase64,
  randomBytes,
  sha256,
  toBase64,
  toHex,
} from '../crypto/index.ts'
import { DatadeedError } from '../errors.ts'
import { readFault, reasonOf, syncFolderNow, writeOwnFileNow } from '../files/index.ts'
import { KEY_FILE_BYTES } from '../limits.ts'
import { say } from '../messages/index.ts'
import { printable } from '../messages/printable.ts'
import { parseStrictJson } from '../strict-json.ts'

const KEY_FORMAT = 'datadeed/ledger-key/v1'
const FINGERPRINT = Buffer.from('datadeed/v1/ledger-key\0', 'latin1')
const TARGETS = Buffer.from('datadeed/v1/ledger-target\0', 'latin1')

const keySchema = z.strictObject({ format: z.literal(KEY_FORMAT), ed25519: z.string() })

/** The key that this installation signs its ledger with. */
export class LedgerKey {
  readonly publicKey: Uint8Array
  /** Hexadecimal. */
  readonly fingerprint: string
  readonly #seed: Uint8Array

  constructor(seed: Uint8Array) {
    this.#seed = seed
    this.publicKey = ed25519PublicKey(seed)
    this.fingerprint = fingerprintOfKey(this.publicKey)
  }

  get seed(): Uint8Array {
    return this.#seed
  }

  /** A digest that means something to this installation alone: nobody else can try out what it was made of. */
  digestOf(target: string): string {
    return toHex(hmacSha256(hmacSha256(this.#seed, TARGETS), Buffer.from(target)))
  }
}

/** What tells one ledger's key from another's, hexadecimal. */
export function fingerprintOfKey(publicKey: Uint8Array): string {
  return toHex(sha256(Buffer.concat([FINGERPRINT, publicKey])))
}

/** The key in its file; undefined if there is none. @throws DatadeedError IO_READ, DAMAGED */
export function findLedgerKey(path: string): LedgerKey | undefined {
  const what = say().ledger.theKey({ path: printable(path) })
  try {
    const found = statSync(path)
    if (!found.isFile() || found.size > KEY_FILE_BYTES)
      throw new DatadeedError('DAMAGED', say().ledger.keyDamaged({ what }))
    const parsed = keySchema.safeParse(parseStrictJson(readFileSync(path), what))
    if (!parsed.success) throw new DatadeedError('DAMAGED', say().ledger.keyDamaged({ what }))
    return new LedgerKey(parseBase64(parsed.data.ed25519, what, ED25519_SEED_BYTES))
  } catch (cause) {
    if (reasonOf(cause) === 'ENOENT') return undefined
    throw readFault(path, cause)
  }
}

/** Makes a key that lasts, under the ledger's lock. @throws DatadeedError NOSPACE, IO_WRITE */
export function makeLedgerKey(path: string): LedgerKey {
  const seed = randomBytes(ED25519_SEED_BYTES)
  writeOwnFileNow(path, `${JSON.stringify({ format: KEY_FORMAT, ed25519: toBase64(seed) }, null, 2)}\n`)
  syncFolderNow(dirname(path))
  return new LedgerKey(seed)
}
