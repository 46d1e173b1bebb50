import { access, unlink } from 'node:fs/promises'
import { join } from 'node:path'
import { generateOpeningIdentity, generateSigningKeys } from '../crypto/index.ts'
import { DatadeedError } from '../errors.ts'
import { say } from '../messages/index.ts'
import { printable } from '../messages/printable.ts'
import { buildCard, type Card, writeCard } from './card.ts'
import type { Role } from './fingerprint.ts'
import { buildKey, type OpenedKey, writeKeyFile } from './key-file.ts'
import { assertFileName } from './names.ts'

export interface PartyRequest {
  readonly name: string
  readonly role: Role
  readonly legalName?: string | undefined
  readonly contact?: string | undefined
  readonly now: Date
}

export interface Party {
  readonly key: OpenedKey
  readonly card: Card
}

/**
 * Makes new private keys and their card. The name is brought to Unicode NFC, so that it compares equal on every system.
 * @throws DatadeedError PATH for a name that cannot be a file's, USAGE
 */
export async function createParty(request: PartyRequest): Promise<Party> {
  const name = request.name.normalize('NFC')
  assertFileName(name)
  const { role, legalName, contact } = request
  const key = await buildKey({
    name,
    role,
    created: request.now.toISOString(),
    ...(role !== 'open' && { sign: generateSigningKeys() }),
    ...(role !== 'sign' && { open: await generateOpeningIdentity() }),
  })
  return { key, card: buildCard({ ...key.card, legalName, contact }) }
}

export interface PartyPaths {
  readonly keyPath: string
  readonly cardPath: string
}

/**
 * Writes NAME.key and NAME.card into a folder: both or none, and over nothing that exists.
 * @param passphrase locks the key file; absent, it is plain
 * @throws DatadeedError EXISTS, NOSPACE, IO_WRITE
 */
export async function writeParty(folder: string, party: Party, passphrase?: Uint8Array): Promise<PartyPaths> {
  const keyPath = join(folder, `${party.key.name}.key`)
  const cardPath = join(folder, `${party.key.name}.card`)
  // Before the passphrase is stretched; the exclusive creation below decides.
  await assertAbsent(keyPath)
  await assertAbsent(cardPath)
  await writeKeyFile(keyPath, party.key, passphrase)
  try {
    await writeCard(cardPath, party.card)
  } catch (error) {
    await unlink(keyPath).catch(() => undefined)
    throw error
  }
  return { keyPath, cardPath }
}

async function assertAbsent(path: string): Promise<void> {
  const exists = await access(path).then(
    () => true,
    () => false,
  )
  if (!exists) return
  const hints = [say().identity.existsHint]
  throw new DatadeedError('EXISTS', say().identity.exists({ path: printable(path) }), { hints })
}
