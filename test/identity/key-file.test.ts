import { chmod, mkdir, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { inspect } from 'node:util'
import { beforeAll, describe, expect, it } from 'vitest'
import { openWithPassphrase, sealWithPassphrase, toBase64 } from '../../src/crypto/index.ts'
import { DatadeedError } from '../../src/errors.ts'
import {
  assertCanOpen,
  assertCanSign,
  createParty,
  encodeCard,
  openKeyFile,
  type Party,
  readCard,
  type SecretSource,
  writeKeyFile,
  writeParty,
} from '../../src/identity/index.ts'
import { KEY_FILE_BYTES } from '../../src/limits.ts'
import { useTemporaryFolder } from './temporary-folder.ts'

const folder = useTemporaryFolder()
const now = new Date('2026-05-01T08:00:00Z')
const passphrase = 'canary passphrase 正确'
const asked = (text: string): SecretSource => ({ kind: 'prompt', ask: async () => text })

let party: Party
let secrets: string[]

beforeAll(async () => {
  party = await createParty({
    name: '买方 buyer',
    role: 'both',
    legalName: '买方有限公司',
    contact: undefined,
    now,
  })
  const { sign, open } = party.key
  secrets = [
    toBase64(sign?.ed25519 ?? new Uint8Array()),
    toBase64(sign?.mldsa65 ?? new Uint8Array()),
    open?.hybrid ?? '',
    open?.classic ?? '',
  ]
})

async function failure(step: Promise<unknown>): Promise<DatadeedError> {
  const outcome = await step.then(
    () => undefined,
    (error: unknown) => error,
  )
  if (outcome instanceof DatadeedError) return outcome
  throw new Error('expected a DatadeedError', { cause: outcome })
}

async function opened(content: string | Uint8Array, source?: SecretSource) {
  const path = join(folder(), 'some.key')
  await writeFile(path, content, { mode: 0o600 })
  return openKeyFile(path, source)
}

async function plainText(): Promise<string> {
  const path = join(folder(), 'plain.key')
  await writeKeyFile(path, party.key)
  const text = await readFile(path, 'utf8')
  await rm(path)
  return text
}

/** Short enough that a test does not wait for 2^17 rounds. */
async function lockedText(): Promise<string> {
  return sealWithPassphrase(Buffer.from(await plainText()), Buffer.from(passphrase), 4)
}

describe('a new party', () => {
  it('has the keys of its role, and a card that fits them', async () => {
    expect(party.card).toMatchObject({ name: '买方 buyer', role: 'both', created: now.toISOString() })
    expect(party.card.legalName).toBe('买方有限公司')
    expect(party.key.card.fingerprint).toBe(party.card.fingerprint)
    const signer = await createParty({ name: 'signer', role: 'sign', now })
    expect([signer.key.sign !== undefined, signer.key.open]).toEqual([true, undefined])
    expect([signer.card.sign !== undefined, signer.card.open]).toEqual([true, undefined])
    const opener = await createParty({ name: 'opener', role: 'open', now })
    expect([opener.key.sign, opener.key.open !== undefined]).toEqual([undefined, true])
    expect(assertCanSign(signer.key)).toEqual(signer.key.sign)
    expect(assertCanOpen(opener.key)).toEqual(opener.key.open)
    expect(() => assertCanOpen(signer.key)).toThrow(expect.objectContaining({ code: 'USAGE' }))
    expect(() => assertCanSign(opener.key)).toThrow(expect.objectContaining({ code: 'USAGE' }))
  })

  it('is written as NAME.key and NAME.card, and read back', async () => {
    const paths = await writeParty(folder(), party)
    expect((await readdir(folder())).sort()).toEqual(['买方 buyer.card', '买方 buyer.key'])
    expect(await readCard(paths.cardPath)).toEqual(party.card)
    const { key, locked, warnings } = await openKeyFile(paths.keyPath)
    expect({ locked, warnings }).toEqual({ locked: false, warnings: [] })
    expect(key.card).toEqual(party.key.card)
    expect(secrets).toContain(toBase64(key.sign?.ed25519 ?? new Uint8Array()))
    expect(key.open).toEqual(party.key.open)
  })

  it('is written whole or not at all, and over nothing', async () => {
    await writeFile(join(folder(), '买方 buyer.card'), 'mine')
    expect((await failure(writeParty(folder(), party))).code).toBe('EXISTS')
    expect(await readdir(folder())).toEqual(['买方 buyer.card'])
    await mkdir(join(folder(), 'other'))
    await writeFile(join(folder(), 'other', '买方 buyer.key'), 'mine')
    expect((await failure(writeParty(join(folder(), 'other'), party))).code).toBe('EXISTS')
    expect(await readFile(join(folder(), 'other', '买方 buyer.key'), 'utf8')).toBe('mine')
    expect((await failure(writeParty(join(folder(), 'absent'), party))).code).toBe('IO_WRITE')
  })

  it.each([
    '',
    '.',
    '..',
    '../x',
    'a/b',
    'a\\b',
    'C:x',
    'CON',
    'nul.txt',
    'com1',
    'LPT²',
    'aux.',
    'x.',
    ' x',
    'x ',
    '-rf',
    '.hidden',
    '~root',
    'a\nb',
    'a\0b',
    'a\u202eb',
    'a\u200bb',
    'a*b',
    'a?b',
    'a|b',
    'a"b',
    '<a>',
    'x'.repeat(201),
    '店'.repeat(67),
  ])('cannot be named %j', async (name) => {
    expect((await failure(createParty({ name, role: 'sign', now }))).code).toBe('PATH')
  })

  it.each(['x', '加喜门店', 'Müller & Söhne', 'a.b', 'console', 'com10', '店'.repeat(66), "O'Neil (2)"])(
    'can be named %j',
    async (name) => {
      const made = await createParty({ name, role: 'sign', now })
      await writeParty(folder(), made)
      expect(await readdir(folder())).toHaveLength(2)
    },
  )

  it('has its name in Unicode NFC', async () => {
    const made = await createParty({ name: 'Mu\u0308ller', role: 'sign', now })
    expect(made.card.name).toBe('M\u00fcller')
  })
})

describe('a key file', () => {
  it('is for its owner only, whatever the umask, and never overwritten', async () => {
    for (const umask of [0o000, 0o022, 0o777]) {
      const path = join(folder(), `${umask}.key`)
      const before = process.umask(umask)
      try {
        await writeKeyFile(path, party.key)
      } finally {
        process.umask(before)
      }
      expect((await stat(path)).mode & 0o777).toBe(0o600)
      expect((await failure(writeKeyFile(path, party.key))).code).toBe('EXISTS')
    }
  })

  it('is locked with its passphrase and shows no key then', async () => {
    const { keyPath } = await writeParty(folder(), party, { passphrase: Buffer.from(passphrase) })
    const text = await readFile(keyPath, 'utf8')
    expect(text.startsWith('-----BEGIN AGE ENCRYPTED FILE-----')).toBe(true)
    const { key, locked } = await openKeyFile(keyPath, asked(passphrase))
    expect(locked).toBe(true)
    expect(key.open).toEqual(party.key.open)
    expect((await failure(openKeyFile(keyPath))).code).toBe('USAGE')
  })

  it('does not ask for a passphrase that it does not need', async () => {
    let times = 0
    const source: SecretSource = {
      kind: 'prompt',
      ask: async () => {
        times += 1
        return 'x'
      },
    }
    await opened(await plainText(), source)
    expect(times).toBe(0)
  })

  it('opens armored or binary, with CRLF and a byte order mark', async () => {
    const [plain, locked] = [await plainText(), await lockedText()]
    const crlf = (text: string) => text.replaceAll('\n', '\r\n')
    for (const text of [plain, crlf(plain), `\ufeff${plain}`, `\ufeff${crlf(plain)}`]) {
      expect((await opened(text)).key.open).toEqual(party.key.open)
    }
    for (const text of [locked, crlf(locked), `\ufeff${locked}`, `\ufeff${crlf(locked)}`]) {
      expect((await opened(text, asked(passphrase))).key.open).toEqual(party.key.open)
    }
    const base64 = locked.split('\n').filter((line) => !line.startsWith('-----'))
    const binary = Buffer.from(base64.join(''), 'base64')
    expect((await opened(binary, asked(passphrase))).key.open).toEqual(party.key.open)
    expect(await openWithPassphrase(binary, Buffer.from(passphrase))).toHaveLength(Buffer.byteLength(plain))
  })

  it('does not open with a wrong passphrase', async () => {
    const locked = await lockedText()
    for (const wrong of ['wrong', `${passphrase} `, passphrase.toUpperCase()]) {
      expect((await failure(opened(locked, asked(wrong)))).code).toBe('NO_KEY')
    }
    expect((await failure(opened(locked, asked('')))).code).toBe('USAGE')
  })

  it.skipIf(process.platform === 'win32')('warns when others can read it', async () => {
    const path = join(folder(), 'plain.key')
    await writeKeyFile(path, party.key)
    for (const [mode, warnings] of [
      [0o600, 0],
      [0o400, 0],
      [0o640, 1],
      [0o604, 1],
      [0o644, 1],
    ] as const) {
      await chmod(path, mode)
      expect((await openKeyFile(path)).warnings).toHaveLength(warnings)
    }
  })

  it('is told from what people give in its place', async () => {
    const { classic = '' } = party.card.open ?? {}
    const { classic: identity = '' } = party.key.open ?? {}
    for (const other of [
      '',
      ' \r\n',
      '\ufeff',
      encodeCard(party.card),
      classic,
      `# created: 2026\n${identity}\n`,
      identity,
      'id,name\n1,x\n',
      '{}',
      '{"format":"something/v1"}',
    ]) {
      const error = await failure(opened(other))
      expect(error.code).toBe('USAGE')
      expect(error.hints).not.toHaveLength(0)
    }
  })

  it('is refused when it is damaged, of another version or too large', async () => {
    const plain = await plainText()
    const damaged = [
      plain.slice(0, -5),
      `${plain}x`,
      plain.replace('"both"', '"sign"'),
      plain.replace('"created"', '"made"'),
      plain.replace('AGE-SECRET-KEY-1', 'AGE-SECRET-KEY-2'),
      plain.replace(secrets[0] ?? '', 'AAAA'),
      plain.replace('"name"', '"name":"x","name"'),
    ]
    for (const text of damaged) expect((await failure(opened(text))).code).toBe('DAMAGED')
    expect((await failure(opened(plain.replace('key/v1', 'key/v2')))).code).toBe('UNSUPPORTED')
    expect(
      (await opened(plain.padEnd(KEY_FILE_BYTES - (Buffer.byteLength(plain) - plain.length), ' '))).locked,
    ).toBe(false)
    expect((await failure(opened(Buffer.alloc(KEY_FILE_BYTES + 1, ' ')))).code).toBe('LIMIT')
    const locked = await lockedText()
    expect((await failure(opened(locked.replace('\n', '\n!'), asked(passphrase)))).code).toBe('DAMAGED')
    expect(
      (await failure(opened(await sealWithPassphrase(Buffer.from('x'), Buffer.from('p'), 4), asked('p'))))
        .code,
    ).toBe('USAGE')
    expect((await failure(openKeyFile(join(folder(), 'missing.key')))).code).toBe('IO_READ')
  })

  it('lets no error show a key or a passphrase', async () => {
    const [plain, locked] = [await plainText(), await lockedText()]
    const [ed25519 = '', , hybrid = '', classic = ''] = secrets
    const attempts = [
      () => opened(plain.slice(0, -5)),
      () => opened(plain.replace('{', '{,')),
      () => opened(plain.replace('"both"', '"open"')),
      () => opened(plain.replace(classic, `${classic.slice(0, -1)}B`)),
      () => opened(plain.replace(hybrid, hybrid.toLowerCase())),
      () => opened(plain.replace(ed25519, ` ${ed25519}`)),
      () => opened(`${classic}\n`),
      () => opened(plain.replace('"sign"', `"${classic}"`)),
      () => opened(locked, asked(`${passphrase}!`)),
      () => opened(locked.replace('\n', '\nAAAA'), asked(passphrase)),
    ]
    for (const attempt of attempts) {
      const error = await failure(attempt())
      const told = inspect(error, { depth: 10, showHidden: true })
      for (const secret of [...secrets, passphrase, hybrid.toLowerCase()]) {
        expect(told).not.toContain(secret.slice(4, 24))
      }
    }
  })
})
