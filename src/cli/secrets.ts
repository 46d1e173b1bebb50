import { existsSync } from 'node:fs'
import { DatadeedError } from '../errors.ts'
import { say } from '../messages/index.ts'
import { printable } from '../messages/printable.ts'

const SECRET_FLAGS = ['passphrase', 'password', 'passwd', 'pass', 'secret']
/** What private keys hold, whole or armoured; `"$(cat shop.key)"` is typed sooner than one thinks. */
const PRIVATE_KEY = /AGE-SECRET-KEY-|BEGIN AGE ENCRYPTED|datadeed\/key\/v1/i

/**
 * Refuses a secret on the command line or in the environment, where other processes and the shell's history see it.
 * The secret itself is not repeated.
 */
export function assertNoSecrets(
  words: readonly string[],
  env: Readonly<Record<string, string | undefined>>,
): void {
  for (const word of words) assertNoPrivateKey(word, say().cli.theCommandLine)
  for (const [name, value] of Object.entries(env)) {
    if (name.startsWith('DATADEED_')) assertNoPrivateKey(value ?? '', printable(name))
  }
  const places = [
    ...words.flatMap((word) => {
      const flag = /^--?([a-z]+)(=|$)/i.exec(word)?.[1]?.toLowerCase()
      return flag !== undefined && SECRET_FLAGS.includes(flag) ? [`--${flag}`] : []
    }),
    ...SECRET_FLAGS.map((flag) => `DATADEED_${flag.toUpperCase()}`).filter((twin) => env[twin] !== undefined),
  ]
  const place = places[0]
  if (place === undefined) return
  throw new DatadeedError('USAGE', say().cli.secretInTheOpen({ place }), { hints: [say().cli.hintSecret] })
}

/** Refuses a word that holds a private key, before it can be shown as a file that is not there. */
export function assertNoPrivateKey(word: string, place: string): void {
  if (!PRIVATE_KEY.test(word)) return
  throw new DatadeedError('USAGE', say().cli.keyInTheOpen({ place }), { hints: [say().cli.hintKeyInTheOpen] })
}

/**
 * Refuses a passphrase file that is not there before a conversation begins, whose last word would show the name; a
 * passphrase in its place is a common slip.
 */
export function assertPassphraseFile(place: string | undefined): void {
  if (place === undefined || place === '-' || place.startsWith('fd:') || existsSync(place)) return
  const { passphraseFileMissing, passphraseSourceHint } = say().identity
  throw new DatadeedError('IO_READ', passphraseFileMissing, { hints: [passphraseSourceHint] })
}
