import { readFile, stat, symlink, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import {
  generateOpeningIdentity,
  recipientsOf,
  sha256,
  signingPublicKeys,
  toHex,
} from '../../src/crypto/index.ts'
import {
  assertCardOpens,
  assertCardSigns,
  buildCard,
  type Card,
  cardToJson,
  encodeCard,
  fingerprintDigits,
  fingerprintOf,
  type PublicKeys,
  parseCard,
  readCard,
  sameFingerprint,
  writeCard,
} from '../../src/identity/index.ts'
import { KEY_FILE_BYTES } from '../../src/limits.ts'
import { useTemporaryFolder } from './temporary-folder.ts'

const folder = useTemporaryFolder()
const created = '2026-05-01T08:00:00.000Z'
const sign = signingPublicKeys({ ed25519: new Uint8Array(32).fill(1), mldsa65: new Uint8Array(32).fill(2) })
let open: { hybrid: string; classic: string }
let card: Card

beforeAll(async () => {
  open = await recipientsOf(await generateOpeningIdentity())
  card = buildCard({
    name: '加喜门店',
    role: 'both',
    created,
    legalName: '加喜商贸有限公司',
    contact: '王经理 021-1234 5678',
    sign,
    open,
  })
})

const coded = (code: string) => expect.objectContaining({ code })
const parse = (value: unknown) => parseCard(Buffer.from(JSON.stringify(value)), 'the card')
const changed = (change: (json: Record<string, unknown>) => void) => {
  const json: Record<string, unknown> = structuredClone(cardToJson(card))
  change(json)
  return json
}

describe('a card', () => {
  it('is read back as built, for every role', () => {
    const { role: _, ...rest } = card
    const cards = [
      card,
      buildCard({ name: 'Seller', role: 'sign', created, sign }),
      buildCard({ name: 'Buyer', role: 'open', created, open }),
    ]
    for (const each of cards) expect(parseCard(Buffer.from(encodeCard(each)), 'x')).toEqual(each)
    expect(new Set(cards.map((each) => each.fingerprint)).size).toBe(3)
    expect(rest.legalName).toBe('加喜商贸有限公司')
  })

  it('is written once and never over something, not even through a dangling link', async () => {
    const path = join(folder(), '加喜门店.card')
    await writeCard(path, card)
    expect(await readCard(path)).toEqual(card)
    await expect(writeCard(path, card)).rejects.toMatchObject({ code: 'EXISTS' })
    const link = join(folder(), 'link.card')
    await symlink(join(folder(), 'nowhere'), link)
    await expect(writeCard(link, card)).rejects.toMatchObject({ code: 'EXISTS' })
    await expect(stat(join(folder(), 'nowhere'))).rejects.toThrow()
    await expect(writeCard(join(folder(), 'no', 'x.card'), card)).rejects.toMatchObject({ code: 'IO_WRITE' })
    await expect(readCard(join(folder(), 'missing.card'))).rejects.toMatchObject({ code: 'IO_READ' })
    await expect(readCard(folder())).rejects.toMatchObject({ code: 'IO_READ' })
  })

  it('is refused when a field is missing, unknown or wrong', () => {
    for (const field of ['format', 'name', 'role', 'created', 'sign', 'open']) {
      expect(() => parse(changed((json) => delete json[field]))).toThrow(coded('DAMAGED'))
    }
    const faults: ((json: Record<string, unknown>) => void)[] = [
      (json) => Object.assign(json, { extra: 1 }),
      (json) => Object.assign(json, { fingerprint: '0'.repeat(64) }),
      (json) => Object.assign(json, { created: 'yesterday' }),
      (json) => Object.assign(json, { role: 'sign' }),
      (json) => Object.assign(json, { role: 'admin' }),
      (json) => Object.assign(json, { name: '' }),
      (json) => Object.assign(json, { name: 'evil\u001b[2J' }),
      (json) => Object.assign(json, { name: 'abc\u202egpj' }),
      (json) => Object.assign(json, { name: 'x'.repeat(1025) }),
      (json) => Object.assign(json, { sign: { ed25519: 'AAAA', mldsa65: 'AAAA' } }),
      (json) => Object.assign(json, { open: { hybrid: open.classic, classic: open.classic } }),
      (json) => Object.assign(json, { open: { hybrid: open.hybrid, classic: 'age1plugin1qqqq' } }),
    ]
    for (const fault of faults) expect(() => parse(changed(fault))).toThrow(coded('DAMAGED'))
    for (const value of [null, [], 'card', 5]) expect(() => parse(value)).toThrow(coded('DAMAGED'))
  })

  it('is refused with a key under which a signature proves nothing', () => {
    const weak = Buffer.alloc(32).toString('base64')
    const json = changed((each) => Object.assign(each.sign as object, { ed25519: weak }))
    expect(() => parse(json)).toThrow(coded('SIGNATURE'))
  })

  it('names an unknown version, and a key file given in its place', () => {
    expect(() => parse(changed((json) => Object.assign(json, { format: 'datadeed/card/v2' })))).toThrow(
      coded('UNSUPPORTED'),
    )
    expect(() => parse({ format: 'datadeed/key/v1' })).toThrow(coded('USAGE'))
  })

  it('is read up to the limit and no further', async () => {
    const path = join(folder(), 'big.card')
    const text = encodeCard(card)
    await writeFile(path, text + ' '.repeat(KEY_FILE_BYTES - Buffer.byteLength(text)))
    expect((await readFile(path)).length).toBe(KEY_FILE_BYTES)
    expect(await readCard(path)).toEqual(card)
    await writeFile(path, ' ', { flag: 'a' })
    await expect(readCard(path)).rejects.toMatchObject({ code: 'LIMIT' })
    expect(() => parseCard(Buffer.alloc(KEY_FILE_BYTES + 1), 'x')).toThrow(coded('LIMIT'))
  })

  it('gives its keys only for what its role allows', () => {
    expect(assertCardSigns(card)).toEqual(sign)
    expect(assertCardOpens(card)).toEqual(open)
    expect(() => assertCardOpens(buildCard({ name: 'S', role: 'sign', created, sign }))).toThrow(
      coded('USAGE'),
    )
    expect(() => assertCardSigns(buildCard({ name: 'O', role: 'open', created, open }))).toThrow(
      coded('USAGE'),
    )
  })
})

describe('a fingerprint', () => {
  it('is SHA-256 over label, role and keys as FORMAT.md has it', () => {
    const field = (bytes: Uint8Array) => {
      const length = Buffer.alloc(4)
      length.writeUInt32BE(bytes.length)
      return Buffer.concat([length, bytes])
    }
    const input = Buffer.concat([
      Buffer.from('datadeed/v1/card\0'),
      Buffer.of(1),
      field(sign.ed25519),
      field(sign.mldsa65),
      Buffer.alloc(8),
    ])
    expect(fingerprintOf({ role: 'sign', sign })).toBe(toHex(sha256(input)))
  })

  it('changes with every key and the role, and never with name or dates', () => {
    const base: PublicKeys = { role: 'both', sign, open }
    const bumped = Uint8Array.from(sign.ed25519)
    bumped[0] = (bumped[0] ?? 0) ^ 1
    const variants: PublicKeys[] = [
      base,
      { role: 'sign', sign },
      { role: 'open', open },
      { ...base, sign: { ...sign, ed25519: bumped } },
      { ...base, sign: { ...sign, mldsa65: Uint8Array.from(sign.mldsa65).reverse() } },
      { ...base, open: { ...open, classic: open.classic.replace('age1', 'age2') } },
      { ...base, open: { hybrid: open.classic, classic: open.hybrid } },
    ]
    expect(new Set(variants.map(fingerprintOf)).size).toBe(variants.length)
    const renamed = buildCard({ ...card, name: 'somebody else', created: '2030-01-01T00:00:00.000Z' })
    expect(renamed.fingerprint).toBe(card.fingerprint)
  })

  it('is read out as six groups of five digits', () => {
    const digits = fingerprintDigits(
      `00000186a0 0000000001 0000018705 ffffffffff ${'0'.repeat(24)}`.replaceAll(' ', ''),
    )
    expect(digits).toBe('00000 00001 00101 27775 00000 00000')
    expect(fingerprintDigits(card.fingerprint)).toMatch(/^(\d{5} ){5}\d{5}$/)
  })

  it('is known again however a person types it, and only whole', () => {
    const digits = fingerprintDigits(card.fingerprint)
    const fullWidth = digits.replace(/\d/g, (digit) => String.fromCharCode(0xff10 + Number(digit)))
    for (const typed of [
      digits,
      digits.replaceAll(' ', ''),
      digits.replaceAll(' ', '-'),
      ` ${digits.replaceAll(' ', '  ')}\n`,
      digits.replaceAll(' ', '\u3000'),
      fullWidth,
      card.fingerprint,
      card.fingerprint.toUpperCase(),
    ]) {
      expect(sameFingerprint(typed, card)).toBe(true)
    }
    const last = digits.endsWith('0') ? '1' : '0'
    for (const typed of [
      '',
      digits.slice(0, -1),
      `${digits}0`,
      digits.slice(0, -1) + last,
      digits.slice(6),
      'x',
    ]) {
      expect(sameFingerprint(typed, card)).toBe(false)
    }
    expect(sameFingerprint(card.fingerprint.slice(0, 63), card)).toBe(false)
  })
})
