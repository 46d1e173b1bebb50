import { join } from 'node:path'
import { generateOpeningIdentity, generateSigningKeys } from '../crypto/index.ts'
import {
  existsFault,
  type FileSystem,
  type FileToWrite,
  readFault,
  realFileSystem,
  writeNewFiles,
} from '../files/index.ts'
import { buildCard, type Card, encodeCard } from './card.ts'
import type { Role } from './fingerprint.ts'
import { buildKey, lockKeyFile, type OpenedKey } from './key-file.ts'
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
 * Writes NAME.key and NAME.card into a folder, and what goes `beside` them: all or none, and over nothing that exists.
 * `passphrase` locks the key file; absent, it is plain.
 * @throws DatadeedError EXISTS, NOSPACE, IO_WRITE
 */
export async function writeParty(
  folder: string,
  party: Party,
  {
    passphrase,
    beside = [],
    files = realFileSystem,
  }: {
    readonly passphrase?: Uint8Array | undefined
    readonly beside?: readonly FileToWrite[]
    readonly files?: FileSystem
  } = {},
): Promise<PartyPaths> {
  const keyPath = join(folder, `${party.key.name}.key`)
  const cardPath = join(folder, `${party.key.name}.card`)
  // Before the passphrase is stretched; writing them decides.
  for (const path of [keyPath, cardPath, ...beside.map((each) => each.path)]) await assertAbsent(path, files)
  const key = await lockKeyFile(party.key, passphrase)
  await writeNewFiles(
    [
      { path: keyPath, content: key, access: 'owner-only' },
      { path: cardPath, content: encodeCard(party.card), access: 'shared' },
      ...beside,
    ],
    files,
  )
  return { keyPath, cardPath }
}

async function assertAbsent(path: string, files: FileSystem): Promise<void> {
  const found = await files.find(path).catch((cause: unknown) => {
    throw readFault(path, cause)
  })
  if (found !== undefined) throw existsFault(path)
}
