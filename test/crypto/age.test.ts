import { armor, Decrypter, Encrypter } from 'age-encryption'
import { beforeAll, describe, expect, it } from 'vitest'
import {
  generateOpeningIdentity,
  isIdentity,
  isRecipient,
  type OpeningIdentity,
  type OpeningRecipients,
  openAgeFile,
  openWithPassphrase,
  recipientsOf,
  sealWithPassphrase,
  suiteOf,
  unwrap,
  wrapForReaders,
  wrapSecret,
} from '../../src/crypto/index.ts'
import { DatadeedError, type ErrorCode } from '../../src/errors.ts'
import { AGE_FILE_BYTES, AGE_STANZAS } from '../../src/limits.ts'

const payload = Buffer.from('deed id, compartment, data keys')
const passphrase = Buffer.from('正确 horse battery')
const LOW_WORK = 4

let mine: OpeningIdentity
let theirs: OpeningIdentity
let myRecipients: OpeningRecipients
let theirRecipients: OpeningRecipients

beforeAll(async () => {
  mine = await generateOpeningIdentity()
  theirs = await generateOpeningIdentity()
  myRecipients = await recipientsOf(mine)
  theirRecipients = await recipientsOf(theirs)
})

async function failure(step: Promise<unknown>): Promise<DatadeedError> {
  const outcome = await step.then(
    () => undefined,
    (error: unknown) => error,
  )
  if (outcome instanceof DatadeedError) return outcome
  throw new Error('expected a DatadeedError', { cause: outcome })
}

async function refuses(step: Promise<unknown>, code: ErrorCode): Promise<void> {
  expect((await failure(step)).code).toBe(code)
}

/** Stanzas of an age file, without its other parts. */
function stanzasOf(file: Uint8Array): string {
  const text = Buffer.from(file).toString('latin1')
  return text.slice(text.indexOf('\n') + 1, text.indexOf('\n---') + 1)
}

function withStanzas(file: Uint8Array, change: (stanzas: string) => string): Buffer {
  const text = Buffer.from(file).toString('latin1')
  return Buffer.from(text.replace(stanzasOf(file), change(stanzasOf(file))), 'latin1')
}

describe('wrapping for readers', () => {
  it.each(['hybrid', 'classic'] as const)('is opened by every reader of the suite %s', async (suite) => {
    const file = await wrapForReaders(payload, [myRecipients[suite], theirRecipients[suite]], suite)
    expect(suiteOf(file)).toBe(suite)
    for (const identity of [mine, theirs]) {
      const opened = await unwrap(file, [identity.classic, identity.hybrid], suite)
      expect(payload.equals(opened)).toBe(true)
      expect(payload.equals(await unwrap(file, [identity[suite]]))).toBe(true)
    }
  })

  it('interoperates with the age library in both directions', async () => {
    const decrypter = new Decrypter()
    decrypter.addIdentity(mine.hybrid)
    const file = await wrapForReaders(payload, [myRecipients.hybrid], 'hybrid')
    expect(payload.equals(await decrypter.decrypt(file))).toBe(true)
    const encrypter = new Encrypter()
    encrypter.addRecipient(myRecipients.classic)
    expect(payload.equals(await unwrap(await encrypter.encrypt(payload), [mine.classic]))).toBe(true)
  })

  it('F09 refuses recipients of the other suite, plugins, tags, and broken Bech32', async () => {
    const good = myRecipients.classic
    const last = good.at(-1) === 'q' ? 'p' : 'q'
    const bad = [
      myRecipients.hybrid,
      'age1yubikey1qwertyuiop',
      'age1tag1qwe',
      'age1plugin1../../../bin/sh',
      '',
      ` ${good}`,
      `${good}\n`,
      good.toUpperCase(),
      good.slice(0, -1) + last,
      good.slice(0, -1),
      mine.classic,
    ]
    for (const recipient of bad) {
      await refuses(wrapForReaders(payload, [good, recipient], 'classic'), 'USAGE')
      expect(isRecipient(recipient, 'classic')).toBe(false)
    }
    await refuses(wrapForReaders(payload, [good], 'hybrid'), 'USAGE')
    await refuses(wrapForReaders(payload, [], 'hybrid'), 'INTERNAL')
  })

  it('holds as many readers as the limit says and no more', async () => {
    const most = Array.from({ length: AGE_STANZAS }, () => myRecipients.classic)
    const file = await wrapForReaders(payload, most, 'classic')
    expect(payload.equals(await unwrap(file, [mine.classic]))).toBe(true)
    await refuses(wrapForReaders(payload, [...most, myRecipients.classic], 'classic'), 'LIMIT')
    const encrypter = new Encrypter()
    for (const recipient of [...most, myRecipients.classic]) encrypter.addRecipient(recipient)
    await refuses(unwrap(await encrypter.encrypt(payload), [mine.classic]), 'LIMIT')
  })
})

describe('wrapping a secret', () => {
  it('leaves nothing of it behind, whether it was wrapped or refused', async () => {
    const secret = Buffer.from('a secret')
    const file = await wrapSecret(secret, [myRecipients.classic], 'classic')
    expect(secret).toEqual(Buffer.alloc(8))
    expect(Buffer.from(await unwrap(file, [mine.classic]))).toEqual(Buffer.from('a secret'))
    const refused = Buffer.from('a secret')
    await refuses(wrapSecret(refused, [myRecipients.classic], 'hybrid'), 'USAGE')
    expect(refused).toEqual(Buffer.alloc(8))
  })
})

describe('unwrapping', () => {
  it('says the same for every key that does not fit', async () => {
    const file = await wrapForReaders(payload, [myRecipients.hybrid], 'hybrid')
    const classic = await wrapForReaders(payload, [myRecipients.classic], 'classic')
    const failures = await Promise.all([
      failure(unwrap(file, [theirs.hybrid])),
      failure(unwrap(file, [theirs.hybrid, theirs.classic, mine.classic])),
      failure(unwrap(file, [])),
      failure(unwrap(classic, [mine.hybrid])),
    ])
    expect(new Set(failures.map((error) => `${error.code} ${error.message}`)).size).toBe(1)
    expect(failures[0]?.code).toBe('NO_KEY')
  })

  it('refuses another suite than the deed has', async () => {
    const file = await wrapForReaders(payload, [myRecipients.classic], 'classic')
    await refuses(unwrap(file, [mine.classic], 'hybrid'), 'DAMAGED')
  })

  it('F07 refuses mixed suites, passphrases and foreign kinds of readers', async () => {
    const classic = await wrapForReaders(payload, [myRecipients.classic], 'classic')
    const hybrid = await wrapForReaders(payload, [myRecipients.hybrid], 'hybrid')
    const mixed = withStanzas(classic, (stanzas) => stanzas + stanzasOf(hybrid))
    const foreign = withStanzas(classic, (stanzas) => `-> yubikey abc\n\n${stanzas}`)
    const encrypter = new Encrypter()
    encrypter.setPassphrase('x')
    encrypter.setScryptWorkFactor(LOW_WORK)
    for (const file of [mixed, foreign, await encrypter.encrypt(payload)]) {
      await refuses(unwrap(file, [mine.hybrid, mine.classic]), 'DAMAGED')
    }
  })

  it('never opens a file with a byte flipped or the end cut off', async () => {
    const file = Buffer.from(await wrapForReaders(payload, [myRecipients.classic], 'classic'))
    for (let at = 0; at < file.length; at += 1) {
      const flipped = Buffer.from(file)
      flipped.writeUInt8(flipped.readUInt8(at) ^ 1, at)
      expect(['DAMAGED', 'NO_KEY']).toContain((await failure(unwrap(flipped, [mine.classic]))).code)
    }
    for (let length = 0; length < file.length; length += 1) {
      await refuses(unwrap(file.subarray(0, length), [mine.classic]), 'DAMAGED')
    }
  })

  it('F04 F05 caps the file and its stanzas before they are parsed', async () => {
    const head = 'age-encryption.org/v1\n'
    const flood = Buffer.from(head + '-> x y\n\n'.repeat(AGE_STANZAS + 1))
    await refuses(openAgeFile(flood, [mine.classic]), 'LIMIT')
    const line = Buffer.from(`${head}-> ${'x'.repeat(8_000_000)}`)
    const start = performance.now()
    await refuses(openAgeFile(line, [mine.classic]), 'LIMIT')
    await refuses(openAgeFile(new Uint8Array(AGE_FILE_BYTES + 1), [mine.classic]), 'LIMIT')
    expect(performance.now() - start).toBeLessThan(500)
    await refuses(openAgeFile(new Uint8Array(AGE_FILE_BYTES), [mine.classic]), 'DAMAGED')
  })

  it('F08 refuses a low-order share', async () => {
    const file = await wrapForReaders(payload, [myRecipients.classic], 'classic')
    const zero = Buffer.alloc(32).toString('base64').replaceAll('=', '')
    const low = withStanzas(file, (stanzas) => stanzas.replace(/X25519 \S+/, `X25519 ${zero}`))
    await refuses(unwrap(low, [mine.classic]), 'DAMAGED')
  })

  it('tells a broken identity without showing it', async () => {
    const broken = `${mine.classic.slice(0, -1)}${mine.classic.endsWith('Q') ? 'P' : 'Q'}`
    expect(isIdentity(mine.classic, 'classic')).toBe(true)
    expect(isIdentity(mine.hybrid, 'hybrid')).toBe(true)
    expect(isIdentity(broken, 'classic')).toBe(false)
    const file = await wrapForReaders(payload, [myRecipients.classic], 'classic')
    const errors = [
      await failure(unwrap(file, [broken])),
      await failure(recipientsOf({ ...mine, classic: broken })),
      await failure(recipientsOf({ ...mine, hybrid: broken })),
      await failure(wrapForReaders(payload, [broken], 'classic')),
    ]
    for (const error of errors) {
      const told = [error.message, error.stack, ...error.hints, String(error.cause)].join('\n')
      expect(told).not.toContain(broken.slice(20, 40))
    }
  })
})

describe('passphrases', () => {
  it('open with the age library what we seal, and the other way round', async () => {
    const text = passphrase.toString()
    const decrypter = new Decrypter()
    decrypter.addPassphrase(text)
    const sealed = await sealWithPassphrase(payload, passphrase, LOW_WORK)
    expect(payload.equals(await decrypter.decrypt(armor.decode(sealed)))).toBe(true)
    const encrypter = new Encrypter()
    encrypter.setPassphrase(text)
    encrypter.setScryptWorkFactor(LOW_WORK)
    const file = await encrypter.encrypt(payload)
    expect(payload.equals(await openWithPassphrase(file, passphrase))).toBe(true)
    expect(payload.equals(await openWithPassphrase(Buffer.from(armor.encode(file)), passphrase))).toBe(true)
  })

  it('are stretched with 2^17 rounds unless told otherwise, off the main thread', async () => {
    const sealed = await sealWithPassphrase(payload, passphrase)
    const header = Buffer.from(armor.decode(sealed)).toString('latin1')
    expect(header).toMatch(/^age-encryption.org\/v1\n-> scrypt \S{22} 17\n/)
    let ticks = 0
    const timer = setInterval(() => {
      ticks += 1
    }, 5)
    expect(payload.equals(await openWithPassphrase(Buffer.from(sealed), passphrase))).toBe(true)
    clearInterval(timer)
    expect(ticks).toBeGreaterThan(2)
  })

  it('that are wrong open nothing', async () => {
    const sealed = Buffer.from(await sealWithPassphrase(payload, passphrase, LOW_WORK))
    await refuses(openWithPassphrase(sealed, Buffer.from('wrong')), 'NO_KEY')
    await refuses(openWithPassphrase(sealed, Buffer.alloc(0)), 'NO_KEY')
  })

  it('F06 are not stretched more than the limit', async () => {
    const sealed = armor.decode(await sealWithPassphrase(payload, passphrase, LOW_WORK))
    for (const work of ['21', '23', '30', '999999999999']) {
      const greedy = withStanzas(sealed, (stanzas) => stanzas.replace(/ 4\n/, ` ${work}\n`))
      await refuses(openWithPassphrase(greedy, passphrase), 'LIMIT')
    }
  })

  it('F07 stand alone: no second stanza beside them, no recipients file opened by one', async () => {
    const sealed = armor.decode(await sealWithPassphrase(payload, passphrase, LOW_WORK))
    const classic = await wrapForReaders(payload, [myRecipients.classic], 'classic')
    const both = withStanzas(sealed, (stanzas) => stanzas + stanzasOf(classic))
    await refuses(openWithPassphrase(both, passphrase), 'DAMAGED')
    await refuses(openWithPassphrase(classic, passphrase), 'NO_KEY')
    await refuses(
      openWithPassphrase(Buffer.from('-----BEGIN AGE ENCRYPTED FILE-----\nAA'), passphrase),
      'DAMAGED',
    )
  })
})
