import { DatadeedError } from '../errors.ts'
import { say } from '../messages/index.ts'

const SECRET_FLAGS = ['passphrase', 'password', 'passwd', 'pass', 'secret']

/**
 * Refuses a secret on the command line or in the environment, where other processes and the shell's history see it.
 * The secret itself is not repeated.
 */
export function assertNoSecrets(
  words: readonly string[],
  env: Readonly<Record<string, string | undefined>>,
): void {
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
