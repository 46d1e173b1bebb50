import { DatadeedError } from '../errors.ts'
import {
  type Card,
  createParty,
  type OpenedKey,
  openKeyFile,
  type Party,
  type PartyPaths,
  type PartyRequest,
  parseSecretSource,
  readSecret,
  writeParty,
} from '../identity/index.ts'
import { say } from '../messages/index.ts'
import { printable } from '../messages/printable.ts'
import type { Session } from './session.ts'
import type { Values } from './values.ts'

/** Opens my key file; its passphrase comes from --passphrase-file or, at a terminal, from a question. */
export async function openKey(
  path: string,
  values: Values,
  session: Session,
  flag = 'passphrase-file',
): Promise<OpenedKey> {
  const { person } = session
  const place = values.text(flag)
  const ask = () => person?.askHidden(say().cli.askPassphrase({ path: printable(path) }))
  const source =
    place !== undefined
      ? parseSecretSource(place, process.stdin)
      : person !== undefined
        ? ({ kind: 'prompt', ask: async () => ask() } as const)
        : undefined
  const { key, warnings } = await openKeyFile(path, source)
  for (const { sentence, hint } of warnings) session.warn(sentence, [hint])
  return key
}

export interface KeyRequest extends Omit<PartyRequest, 'now'> {
  readonly folder: string
  /** Where the passphrase comes from; absent: a person is asked. */
  readonly passphraseFile?: string | undefined
  /** The key file stays open to whoever can read it. */
  readonly unprotected: boolean
}

/**
 * Makes a key file and its card; `before` is awaited when nothing is written yet.
 *
 * @throws DatadeedError USAGE if nobody can be asked for a passphrase and no flag says what to do
 */
export async function makeKey(
  request: KeyRequest,
  session: Session,
  { before }: { readonly before?: (card: Card) => Promise<void> } = {},
): Promise<PartyPaths & Pick<Party, 'card'>> {
  const passphrase = await choosePassphrase(request, session)
  try {
    const party = await createParty({ ...request, now: session.now })
    await before?.(party.card)
    return { ...(await writeParty(request.folder, party, { passphrase })), card: party.card }
  } finally {
    passphrase?.fill(0)
  }
}

/** The passphrase of a new key file, or none. @throws as makeKey */
export async function choosePassphrase(
  request: Pick<KeyRequest, 'unprotected' | 'passphraseFile'>,
  session: Session,
): Promise<Uint8Array | undefined> {
  const { person } = session
  if (request.unprotected) return undefined
  if (request.passphraseFile !== undefined) {
    return readSecret(parseSecretSource(request.passphraseFile, process.stdin))
  }
  if (person === undefined) {
    throw new DatadeedError('USAGE', say().cli.noPassphraseSource, { hints: [say().cli.hintPassphrase] })
  }
  const typed = await person.askHidden(say().cli.askNewPassphrase)
  const again = await person.askHidden(say().cli.askPassphraseAgain)
  if (typed !== again) throw new DatadeedError('USAGE', say().cli.passphrasesDiffer)
  return readSecret({ kind: 'prompt', ask: async () => typed })
}
