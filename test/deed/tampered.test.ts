import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { buildReader, buildSeller } from '../../fixtures/deeds/parties.ts'
import { type SmallDeed, writeSmallDeed } from '../../fixtures/deeds/small-deed.ts'
import { sha256, toHex } from '../../src/crypto/index.ts'
import { examineDeed } from '../../src/deed/index.ts'
import type { ErrorCode } from '../../src/errors.ts'
import { bytesOf, type Entry, editAccess, editManifest, readEntries, replace, writeZip } from './edit-deed.ts'
import { codeOf, openWhole } from './open-deed.ts'

let folder: string
let deed: SmallDeed
let entries: Entry[]
let others: Entry[]
let made = 0

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'tampered '))
  const path = join(folder, 'small.deed')
  deed = await writeSmallDeed(path, { form: 'file', suite: 'classic' })
  entries = await readEntries(path)
  const other = join(folder, 'other.deed')
  await writeSmallDeed(other, { form: 'file', suite: 'classic', deedId: 'ff0102030405060708090a0b0c0d0e0f' })
  others = await readEntries(other)
})
afterAll(() => rm(folder, { recursive: true, force: true }))

async function open(changed: readonly Entry[]): Promise<ErrorCode | 'accepted'> {
  const path = await writeZip(join(folder, `${++made}.deed`), changed)
  return codeOf(() => openWhole(path, { from: deed.seller.card, key: deed.buyer }))
}

const json = (value: unknown): Uint8Array => Buffer.from(JSON.stringify(value))

it('accepts the entries packed again unchanged', async () => {
  expect(await open(entries)).toBe('accepted')
})

describe('entries', () => {
  it('refuses a deed with any two neighbours swapped', async () => {
    const codes = await Promise.all(
      entries.slice(1).map((entry, at) => {
        const before = entries[at] as Entry
        return open([...entries.slice(0, at), entry, before, ...entries.slice(at + 2)])
      }),
    )
    expect(new Set(codes)).toEqual(new Set(['DAMAGED']))
  })

  it('lists every fault at once, with the verdict that it denies', async () => {
    const many = replace(
      entries.filter(({ name }) => name !== 'data/1/0.blocks' && name !== 'keys/contact.age'),
      'README.txt',
      json('other'),
    )
    const path = await writeZip(join(folder, 'many.deed'), many)
    await using examination = await examineDeed(path, { from: deed.seller.card })
    expect(examination.failures.map(({ verdict, error }) => [verdict, error.code])).toEqual([
      ['complete', 'DAMAGED'],
      ['complete', 'DAMAGED'],
      ['complete', 'DAMAGED'],
    ])
    expect(examination.deed).toBeUndefined()
  })
})

describe('the seller inside a manifest', () => {
  it('D15 refuses a deed whose manifest names another seller than its signer', async () => {
    const { card } = await buildSeller('somebody')
    const changed = editManifest(entries, deed.seller, ({ predicate }) => {
      predicate.seller.fingerprint = card.fingerprint
      predicate.required[0].fingerprint = card.fingerprint
    })
    expect(await open(changed)).toBe('SIGNATURE')
  })

  it('refuses a deed that asks for a co-signer whom nobody can check', async () => {
    const changed = editManifest(entries, deed.seller, ({ predicate }) => {
      predicate.required.push({ fingerprint: 'ab'.repeat(32), algorithms: ['ed25519', 'ml-dsa-65'] })
    })
    expect(await open(changed)).toBe('SIGNATURE')
  })

  it('refuses a deed with more faults than a call takes arguments', async () => {
    const changed = editManifest(entries, deed.seller, ({ predicate }) => {
      predicate.required[0].algorithms = Array.from({ length: 150_000 }, (_, number) => `x${number}`)
    })
    expect(await open(changed)).toBe('UNSUPPORTED')
  })
})

describe('parts of other deeds', () => {
  it('E11 refuses the blocks, keys and access statement of another deed', async () => {
    const foreign = (name: string): Promise<string> => open(replace(entries, name, bytesOf(others, name)))
    expect(await foreign('data/0/0.blocks')).toBe('DAMAGED')
    expect(await foreign('data/0.index')).toBe('DAMAGED')
    expect(await foreign('keys/contact.age')).toBe('DAMAGED')
    expect(await foreign('access.json')).toBe('SIGNATURE')
  })

  it('refuses a whole access statement of another deed of the same seller', async () => {
    let changed = entries
    for (const name of ['access.json', 'access.signatures.json', 'keys/contact.age', 'keys/general.age']) {
      changed = replace(changed, name, bytesOf(others, name))
    }
    expect(await open(changed)).toBe('DAMAGED')
  })

  it('E15 F15 refuses keys of another deed or compartment though they are signed', async () => {
    const put = (bytes: Uint8Array): Entry[] =>
      editAccess(replace(entries, 'keys/contact.age', bytes), deed.seller, ({ predicate }) => {
        Object.assign(predicate.compartments[1], { size: bytes.length, sha256: toHex(sha256(bytes)) })
      })
    expect(await open(put(bytesOf(others, 'keys/contact.age')))).toBe('DAMAGED')
    expect(await open(put(bytesOf(entries, 'keys/general.age')))).toBe('DAMAGED')
    expect(await open(put(Buffer.from('age-encryption.org/v1\n')))).toBe('DAMAGED')
  })

  it('E13 refuses a key whose commitment differs, though it is signed', async () => {
    for (const field of ['macKey', 'facts']) {
      const changed = editManifest(entries, deed.seller, ({ predicate }) => {
        predicate.compartments[1][field] = '00'.repeat(32)
      })
      expect(await open(changed)).toBe('DAMAGED')
    }
    const changed = editManifest(entries, deed.seller, ({ predicate }) => {
      predicate.compartments[1].epochs[0].key = '00'.repeat(32)
    })
    expect(await open(changed)).toBe('DAMAGED')
  })

  it('refuses a table whose plainRoot differs, though it is signed', async () => {
    const changed = editManifest(entries, deed.seller, ({ predicate }) => {
      predicate.tables[0].plainRoots[0].commitment = '00'.repeat(32)
    })
    expect(await open(changed)).toBe('DAMAGED')
  })
})

describe('readers', () => {
  it('F01 reports an assigned compartment that does not open', async () => {
    const stranger = await buildReader('stranger')
    const changed = editAccess(entries, deed.seller, ({ predicate }) => {
      predicate.compartments[1].readers.push({ name: 'stranger', fingerprint: stranger.card.fingerprint })
    })
    const path = await writeZip(join(folder, 'assigned.deed'), changed)
    expect(await codeOf(() => openWhole(path, { from: deed.seller.card, key: stranger }))).toBe('NOT_OPENED')
  })

  it('reports an addressee to whom nothing is assigned', async () => {
    const changed = editAccess(entries, deed.seller, ({ predicate }) => {
      for (const compartment of predicate.compartments) compartment.readers = []
    })
    expect(await open(changed)).toBe('NO_KEY')
  })
})
