import { readFileSync, writeFileSync } from 'node:fs'
import { open } from 'node:fs/promises'
import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { DatadeedError } from '../../src/errors.ts'
import { restoreDeed } from '../../src/restore/index.ts'
import { bytesOf, type Entry, readEntries, replace, writeZip } from '../deed/edit-deed.ts'
import {
  CANARY,
  exists,
  Folder,
  party,
  refusal,
  restore,
  restoreRequest,
  reviewed,
  seal,
  useFolder,
} from './make-deed.ts'

const REFUSED = ['DAMAGED', 'LIMIT', 'SIGNATURE', 'UNSUPPORTED', 'PATH', 'NOT_OPENED']
/** Every byte with DATADEED_TEST_LONG, else some of them; test/deed/every-byte.test.ts takes more, without files. */
const STEP = process.env.DATADEED_TEST_LONG === undefined ? 157 : 1

describe('a deed that somebody changed on its way', () => {
  const folder = useFolder()
  const deed = () => folder().at('a.deed')
  const output = () => folder().at('out')

  beforeEach(async () => {
    const path = folder().write('t.csv', `id,name\n1,${CANARY}\n`)
    await seal(deed(), [{ path }], { policy: reviewed({ t: ['id', 'name'] }) })
  })

  /** The code of the refusal; the output must not exist after it. */
  async function refusedWith(): Promise<string> {
    const error = await refusal(() => restore(deed(), output()))
    expect(exists(output())).toBe(false)
    expect(error.message + error.hints.join()).not.toContain(CANARY)
    return error.code
  }

  it('D01 D02 E01 is refused wherever a byte of it differs', { timeout: 3_600_000 }, async () => {
    const whole = readFileSync(deed())
    const request = await restoreRequest(deed(), output())
    const wrong: string[] = []
    await using file = await open(deed(), 'r+')
    for (let at = 3 % STEP; at < whole.length; at += STEP) {
      await file.write(Buffer.of(whole.readUInt8(at) ^ (1 << (at % 8))), 0, 1, at)
      const code = await restoreDeed(request).then(
        () => 'accepted',
        (error: unknown) => (error instanceof DatadeedError ? error.code : String(error)),
      )
      if (!REFUSED.includes(code) || exists(output())) wrong.push(`${at}: ${code}`)
      await file.write(whole, at, 1, at)
    }
    expect(wrong).toEqual([])
    await restoreDeed(request)
  })

  it('E03 E06 is refused however much of it is missing or appended', async () => {
    const whole = readFileSync(deed())
    const step = STEP === 1 ? 1 : 307
    for (let length = whole.length - 1; length > 0; length -= step) {
      writeFileSync(deed(), whole.subarray(0, length))
      expect(await refusedWith()).toBe('DAMAGED')
    }
    for (const more of [Buffer.of(0), Buffer.from('PK\u0005\u0006'), whole]) {
      writeFileSync(deed(), Buffer.concat([whole, more]))
      expect(await refusedWith()).toBe('DAMAGED')
      writeFileSync(deed(), Buffer.concat([more, whole]))
      expect(await refusedWith()).toBe('DAMAGED')
    }
    writeFileSync(deed(), '')
    expect(await refusedWith()).toBe('DAMAGED')
  })
})

describe('two deeds of one seller, mixed', () => {
  const folder = useFolder()
  const output = () => folder().at('out')
  let mine: readonly Entry[] = []
  let other: readonly Entry[] = []

  beforeAll(async () => {
    const before = new Folder()
    const path = before.write('t.csv', 'id,mobile\n1,13800138000\n2,13900139000\n')
    const turning = reviewed({ t: ['id', 'mobile'] }, 'epochs: {rows: 1}')
    for (const name of ['a.deed', 'b.deed']) await seal(before.at(name), [{ path }], { policy: turning })
    mine = await readEntries(before.at('a.deed'))
    other = await readEntries(before.at('b.deed'))
    before[Symbol.dispose]()
  })

  async function codeOfMix(entries: readonly Entry[]): Promise<string> {
    const path = await writeZip(folder().at('mixed.deed'), entries)
    const error = await refusal(() => restore(path, output()))
    expect(exists(output())).toBe(false)
    return error.code
  }

  const take = (names: readonly string[]): readonly Entry[] =>
    names.reduce<readonly Entry[]>((entries, name) => replace(entries, name, bytesOf(other, name)), mine)

  it('are the same deeds again when nothing is exchanged', async () => {
    await restore(await writeZip(folder().at('mixed.deed'), mine), output())
  })

  it('E11 D06 are refused whichever entry is exchanged', async () => {
    for (const { name } of mine.filter(({ name }) => name !== 'mimetype' && name !== 'README.txt')) {
      expect(REFUSED, name).toContain(await codeOfMix(take([name])))
    }
  })

  it('E11 F15 are refused whichever group of entries is exchanged', async () => {
    const keys = mine.map(({ name }) => name).filter((name) => name.startsWith('keys/'))
    const data = mine.map(({ name }) => name).filter((name) => name.startsWith('data/'))
    for (const [names, code] of [
      [data, 'DAMAGED'],
      [keys, 'DAMAGED'],
      [['access.json', 'access.signatures.json', ...keys], 'DAMAGED'],
      [['manifest.json', 'signatures.json'], 'DAMAGED'],
      [['signatures.json', 'access.signatures.json'], 'SIGNATURE'],
    ] as const) {
      expect(await codeOfMix(take(names)), names.join()).toBe(code)
    }
  })

  it('are refused with signatures of the one statement under the other', async () => {
    const crossed = replace(mine, 'signatures.json', bytesOf(mine, 'access.signatures.json'))
    expect(await codeOfMix(crossed)).toBe('SIGNATURE')
  })

  it('are refused with two blocks of one file exchanged', async () => {
    for (const { name, bytes } of mine.filter(({ name }) => name.endsWith('.blocks'))) {
      const half = bytes.length / 2
      const exchanged = Buffer.concat([bytes.subarray(half), bytes.subarray(0, half)])
      expect(await codeOfMix(replace(mine, name, exchanged))).toBe('DAMAGED')
    }
  })

  it('E24 E25 E27 are refused with an entry missing, doubled, added, renamed or in another place', async () => {
    for (const [at, entry] of mine.entries()) {
      const rest = mine.filter((_, position) => position !== at)
      const renamed = { name: `${entry.name}x`, bytes: entry.bytes }
      for (const entries of [rest, [...mine, entry], [...rest.slice(0, at), renamed, ...rest.slice(at)]]) {
        expect(REFUSED, entry.name).toContain(await codeOfMix(entries))
      }
      if (at > 0) expect(REFUSED, entry.name).toContain(await codeOfMix([entry, ...rest]))
    }
    expect(
      await codeOfMix([...mine.slice(0, 3), { name: '../../x', bytes: Buffer.of(1) }, ...mine.slice(3)]),
    ).toBe('PATH')
  })

  it('D15 are nothing under the card of a third party, whoever the deed names', async () => {
    const stranger = await party('stranger')
    const path = folder().write('t.csv', 'id\n1\n')
    await seal(folder().at('c.deed'), [{ path }], { seller: stranger.key })
    const error = await refusal(() => restore(folder().at('c.deed'), output()))
    expect(error.exitCode).toBe(6)
  })
})
