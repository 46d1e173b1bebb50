import { createCipheriv, createDecipheriv, scrypt } from 'node:crypto'
import type { Identity, Recipient, Stanza } from 'age-encryption'
import { DatadeedError } from '../errors.ts'
import { SCRYPT_LOG_N } from '../limits.ts'
import { say } from '../messages/index.ts'
import { decryptAge } from './age.ts'
import { assertAgeFileSize, scanAgeHeader } from './age-header.ts'
import { ageEncryption } from './lazy-libraries.ts'
import { randomBytes } from './random.ts'

// C2SP age.md, "The scrypt recipient type". Ours runs scrypt on libuv's threads, where the library blocks for seconds.
const LABEL = Buffer.from('age-encryption.org/v1/scrypt', 'latin1')
const SALT_BYTES = 16
const WRAPPED_FILE_KEY_BYTES = 32
const BLOCK_SIZE = 8
const AEAD = 'chacha20-poly1305'
const TAG_BYTES = 16
const NONCE = Buffer.alloc(12)
/** 2^17: about 128 MiB and a third of a second. */
const LOG_N = 17
const WORK_FACTOR = /^[1-9][0-9]*$/

/**
 * Encrypts to a passphrase alone, as an age file in ASCII armor that the `age` program opens too.
 * @param passphrase its exact UTF-8 bytes
 */
export async function sealWithPassphrase(
  plaintext: Uint8Array,
  passphrase: Uint8Array,
  logN = LOG_N,
): Promise<string> {
  const { Encrypter, armor } = await ageEncryption()
  const encrypter = new Encrypter()
  encrypter.addRecipient(scryptRecipient(passphrase, logN))
  return armor.encode(await encrypter.encrypt(plaintext))
}

/**
 * Opens an age file, binary or armored, that is encrypted to a passphrase alone.
 * @throws DatadeedError NO_KEY for a wrong passphrase or none that opens it, LIMIT for a file too large or too much work, DAMAGED
 */
export async function openWithPassphrase(file: Uint8Array, passphrase: Uint8Array): Promise<Uint8Array> {
  assertAgeFileSize(file)
  const binary = isArmored(file) ? await parseArmor(file) : file
  if (!scanAgeHeader(binary).includes('scrypt')) {
    throw new DatadeedError('NO_KEY', say().crypto.passphraseNotOne)
  }
  const { Decrypter } = await ageEncryption()
  const decrypter = new Decrypter()
  decrypter.addIdentity(scryptIdentity(passphrase))
  const hints = [say().crypto.passphraseWrongHint]
  const wrong = new DatadeedError('NO_KEY', say().crypto.passphraseWrong, { hints })
  return decryptAge(decrypter, binary, wrong)
}

/** Whether the bytes begin like an age file in ASCII armor; white space before it is allowed. */
export function isArmored(file: Uint8Array): boolean {
  const start = Buffer.from(file.buffer, file.byteOffset, Math.min(file.byteLength, 256)).toString('latin1')
  return start.trimStart().startsWith('-----BEGIN AGE ENCRYPTED FILE-----')
}

/** @throws DatadeedError DAMAGED */
export async function parseArmor(file: Uint8Array): Promise<Uint8Array> {
  const { armor } = await ageEncryption()
  try {
    return armor.decode(new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(file))
  } catch (cause) {
    throw new DatadeedError('DAMAGED', say().crypto.armor, { cause })
  }
}

function scryptRecipient(passphrase: Uint8Array, logN: number): Recipient {
  return {
    async wrapFileKey(fileKey) {
      const salt = Buffer.from(randomBytes(SALT_BYTES))
      const key = await stretch(passphrase, salt, logN)
      const cipher = createCipheriv(AEAD, key, NONCE, { authTagLength: TAG_BYTES })
      const body = Buffer.concat([cipher.update(fileKey), cipher.final(), cipher.getAuthTag()])
      key.fill(0)
      const { Stanza } = await ageEncryption()
      return [new Stanza(['scrypt', unpadded(salt), String(logN)], body)]
    },
  }
}

function scryptIdentity(passphrase: Uint8Array): Identity {
  return {
    async unwrapFileKey(stanzas) {
      const { salt, logN, body } = parseScryptStanza(stanzas)
      const key = await stretch(passphrase, salt, logN)
      const decipher = createDecipheriv(AEAD, key, NONCE, { authTagLength: TAG_BYTES })
      key.fill(0)
      decipher.setAuthTag(body.subarray(body.length - TAG_BYTES))
      const fileKey = decipher.update(body.subarray(0, body.length - TAG_BYTES))
      try {
        decipher.final()
        return fileKey
      } catch {
        return null
      }
    },
  }
}

/** The stanza must be the only one: otherwise whoever knows the passphrase could not tell who else can read. */
function parseScryptStanza(stanzas: readonly Stanza[]): { salt: Buffer; logN: number; body: Uint8Array } {
  const [stanza] = stanzas
  const [type, saltText = '', work = '', ...rest] = stanza?.args ?? []
  if (stanza === undefined || stanzas.length !== 1 || type !== 'scrypt' || rest.length > 0) {
    throw new DatadeedError('DAMAGED', say().crypto.passphraseNotOne)
  }
  const salt = Buffer.from(saltText, 'base64')
  const wellFormed = salt.length === SALT_BYTES && unpadded(salt) === saltText && WORK_FACTOR.test(work)
  if (!wellFormed || stanza.body.length !== WRAPPED_FILE_KEY_BYTES) {
    throw new DatadeedError('DAMAGED', say().crypto.ageHeader)
  }
  const logN = Number(work)
  if (logN > SCRYPT_LOG_N) {
    throw new DatadeedError('LIMIT', say().crypto.passphraseWork({ got: logN, most: SCRYPT_LOG_N }))
  }
  return { salt, logN, body: stanza.body }
}

function stretch(passphrase: Uint8Array, salt: Uint8Array, logN: number): Promise<Buffer> {
  const cost = 2 ** logN
  // OpenSSL's default cap is 32 MiB; scrypt needs 128 * N * r bytes and a little more.
  const options = {
    cost,
    blockSize: BLOCK_SIZE,
    parallelization: 1,
    maxmem: 129 * cost * BLOCK_SIZE + 65_536,
  }
  const { promise, resolve, reject } = Promise.withResolvers<Buffer>()
  scrypt(passphrase, Buffer.concat([LABEL, salt]), 32, options, (error, key) =>
    error === null ? resolve(key) : reject(error),
  )
  return promise
}

function unpadded(bytes: Buffer): string {
  return bytes.toString('base64').replaceAll('=', '')
}
