import { homedir } from 'node:os'
import { join } from 'node:path'
import { DatadeedError } from '../errors.ts'
import { makeOwnFolder, namesIn, realFileSystem, replaceFile } from '../files/index.ts'
import { say } from '../messages/index.ts'
import { printable } from '../messages/printable.ts'
import { type Card, encodeCard, readCard } from './card.ts'
import { listCompromised } from './compromise-marks.ts'
import { fingerprintDigits, sameFingerprint } from './fingerprint.ts'

const FOLDER = 'trusted'
const FILE_NAME = /^([0-9a-f]{64})\.card$/

type Environment = Readonly<Record<string, string | undefined>>

/**
 * The folder of this person's settings: DATADEED_HOME, else the platform's place for settings.
 * @throws DatadeedError USAGE if there is none
 */
export function defaultHome(env: Environment, platform: NodeJS.Platform = process.platform): string {
  if (env.DATADEED_HOME) return env.DATADEED_HOME
  if (platform === 'win32' && env.APPDATA) return join(env.APPDATA, 'datadeed')
  if (platform !== 'win32' && env.XDG_CONFIG_HOME) return join(env.XDG_CONFIG_HOME, 'datadeed')
  const user = homedir()
  if (user === '')
    throw new DatadeedError('USAGE', say().identity.noHome, { hints: [say().identity.noHomeHint] })
  return platform === 'win32'
    ? join(user, 'AppData', 'Roaming', 'datadeed')
    : join(user, '.config', 'datadeed')
}

/**
 * Keeps a card as confirmed, under its fingerprint; the caller has compared the digits. Trusting it again is no harm.
 * @throws DatadeedError NOSPACE, IO_WRITE
 */
export async function trustCard(home: string, card: Card, files = realFileSystem): Promise<void> {
  const folder = join(home, FOLDER)
  await makeOwnFolder(folder)
  await replaceFile(join(folder, `${card.fingerprint}.card`), encodeCard(card), { files })
}

/** All cards that were confirmed and are not marked as compromised. @throws as listKeptCards */
export async function listTrustedCards(home: string): Promise<Card[]> {
  const marks = await listCompromised(home)
  return (await listKeptCards(home)).filter(({ fingerprint }) => !marks.has(fingerprint))
}

/**
 * All confirmed cards, marked ones too, by name and then fingerprint. Each must still have the fingerprint that it was
 * trusted under.
 * @throws DatadeedError UNTRUSTED for a changed file, DAMAGED, IO_READ
 */
export async function listKeptCards(home: string): Promise<Card[]> {
  const cards: Card[] = []
  for (const [file, fingerprint] of await trustedFiles(join(home, FOLDER))) {
    const path = join(home, FOLDER, file)
    const card = await readCard(path)
    if (card.fingerprint !== fingerprint) {
      const hints = [say().identity.trustedFileDiffersHint]
      const sentence = say().identity.trustedFileDiffers({ path: printable(path) })
      throw new DatadeedError('UNTRUSTED', sentence, { hints })
    }
    cards.push(card)
  }
  return cards.toSorted((a, b) => compare(a.name, b.name) || compare(a.fingerprint, b.fingerprint))
}

/**
 * The confirmed card of this name or fingerprint, or undefined; whether it is marked as compromised is asked later.
 * @throws DatadeedError USAGE if several have the name, and all that listKeptCards throws
 */
export async function findTrustedCard(home: string, nameOrFingerprint: string): Promise<Card | undefined> {
  const cards = await listKeptCards(home)
  const byFingerprint = cards.find((card) => sameFingerprint(nameOrFingerprint, card))
  if (byFingerprint !== undefined) return byFingerprint
  const name = nameOrFingerprint.normalize('NFC')
  const byName = cards.filter((card) => card.name.normalize('NFC') === name)
  if (byName.length <= 1) return byName[0]
  const fingerprints = byName.map((card) => fingerprintDigits(card.fingerprint))
  const sentence = say().identity.trustedAmbiguous({ name: printable(name), count: byName.length })
  throw new DatadeedError('USAGE', sentence, {
    hints: [say().identity.trustedAmbiguousHint({ fingerprints })],
  })
}

/** Whether exactly these keys in this role were confirmed before; the name plays no part. */
export async function isTrusted(home: string, card: Card): Promise<boolean> {
  const cards = await listTrustedCards(home)
  return cards.some((trusted) => trusted.fingerprint === card.fingerprint)
}

async function trustedFiles(folder: string): Promise<[file: string, fingerprint: string][]> {
  return (await namesIn(folder)).flatMap((name): [string, string][] => {
    const fingerprint = FILE_NAME.exec(name)?.[1]
    return fingerprint === undefined ? [] : [[name, fingerprint]]
  })
}

function compare(left: string, right: string): number {
  if (left === right) return 0
  return left < right ? -1 : 1
}
