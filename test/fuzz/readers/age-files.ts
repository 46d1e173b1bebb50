import { buildReader } from '../../../fixtures/deeds/parties.ts'
import { openWithPassphrase, sealWithPassphrase, unwrap, wrapForReaders } from '../../../src/crypto/index.ts'
import { parseArmor } from '../../../src/crypto/passphrase.ts'
import { assertCanOpen } from '../../../src/identity/index.ts'
import { Broken, CANARY, type Target } from '../target.ts'

const PAYLOAD = Buffer.from(CANARY)
const PASSPHRASE = Buffer.from('正确 horse battery')
const TOKENS = [
  'age-encryption.org/v1\n',
  '-> X25519 ',
  '-> scrypt ',
  '-> mlkem768x25519 ',
  '-> grease\n\n',
  '--- ',
  '\n',
  '\r\n',
  ' ',
  '=',
  'AAAA',
]
/** Above it a guess at the passphrase takes longer than a fuzzer waits; src/limits.ts has the cap that counts. */
const MOST_WORK = 8

/** Opens to the very payload, or not at all. */
export async function ageTarget(suite: 'hybrid' | 'classic'): Promise<Target> {
  const [mine, other] = [await buildReader('buyer'), await buildReader('advisor')]
  const recipients = [other, mine].map(({ card }) => card.open?.[suite] ?? '')
  const identity = assertCanOpen(mine)[suite]
  const seeds = [
    await wrapForReaders(PAYLOAD, recipients, suite),
    await wrapForReaders(PAYLOAD, recipients.slice(1), suite),
  ]
  return {
    name: `age-${suite}`,
    seeds,
    tokens: TOKENS,
    codes: ['DAMAGED', 'LIMIT', 'NO_KEY'],
    secrets: [identity],
    async read(input) {
      const opened = await unwrap(input, [identity], suite)
      if (!PAYLOAD.equals(opened)) throw new Broken('opens to another payload')
    },
  }
}

/** Key files locked by a passphrase: armored or binary. */
export async function passphraseTarget(): Promise<Target> {
  const armored = Buffer.from(await sealWithPassphrase(PAYLOAD, PASSPHRASE, 1))
  return {
    name: 'passphrase',
    seeds: [armored, await parseArmor(armored)],
    tokens: [...TOKENS, '-----BEGIN AGE ENCRYPTED FILE-----\n', '-----END AGE ENCRYPTED FILE-----'],
    codes: ['DAMAGED', 'LIMIT', 'NO_KEY'],
    secrets: [PASSPHRASE.toString()],
    async read(input) {
      if ((await workOf(input)) > MOST_WORK) return
      const opened = await openWithPassphrase(input, PASSPHRASE)
      if (!PAYLOAD.equals(opened)) throw new Broken('opens to another payload')
    },
  }
}

/** What scrypt would be asked for, in either form of the file; 0 where that cannot be told. */
async function workOf(input: Uint8Array): Promise<number> {
  const texts = [Buffer.from(input).toString('latin1')]
  try {
    texts.push(Buffer.from(await parseArmor(input)).toString('latin1'))
  } catch {
    // It is not armored.
  }
  const found = texts.flatMap((text) =>
    [...text.matchAll(/scrypt \S* *(\d+)/g)].map(([, work]) => Number(work)),
  )
  return found.filter((work) => work <= 20).reduce((most, work) => Math.max(most, work), 0)
}
