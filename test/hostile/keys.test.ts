import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { lowOrderShares } from '../../fixtures/crypto/edwards25519.ts'
import { buildReader, buildSeller } from '../../fixtures/deeds/parties.ts'
import { toHex } from '../../src/crypto/index.ts'
import type { KeyPayload } from '../../src/deed/index.ts'
import type { OpenedKey } from '../../src/identity/index.ts'
import { restoreDeed } from '../../src/restore/index.ts'
import { verifyDeed } from '../../src/verify/index.ts'
import { bytesOf, type Entry, editAccess, replace, writeZip } from '../deed/edit-deed.ts'
import { keyPayload, putAgeFile, wrapClassic } from '../deed/edit-keys.ts'
import { useSpecimen } from './buyers-way.ts'

const specimen = useSpecimen()
const AGE = 'age-encryption.org/v1\n'

/** The specimen with other keys of `contact`, as the seller would sign them. */
const withKeys = (bytes: Uint8Array, entries = specimen().entries): Entry[] =>
  putAgeFile(entries, specimen().deed, { compartment: 'contact', bytes })
/** The specimen that assigns `contact` to one more reader. */
const assignedTo = ({ card }: OpenedKey): Entry[] =>
  editAccess(specimen().entries, specimen().deed.seller, ({ predicate }) => {
    predicate.compartments[1].readers.push({ name: card.name, fingerprint: card.fingerprint })
  })

describe('whoever opens a deed', () => {
  it('F01 is told if what is assigned to them does not open', async () => {
    const stranger = await buildReader('stranger')
    expect(await specimen().end(assignedTo(stranger), { key: stranger })).toBe(7)
  })

  it('F02 gets their compartments, and the names of the others', async () => {
    const { deed, entries, folder } = specimen()
    const path = await writeZip(join(folder, 'whole.deed'), entries)
    const [from, key] = [deed.seller.card, deed.advisor]
    const verified = await verifyDeed({ deed: path, from, key, now: new Date(0), workers: 1 })
    expect(verified.exit).toBe(0)
    expect(verified.compartments.map(({ name, opened }) => [name, opened])).toEqual([
      ['general', false],
      ['contact', true],
    ])
    const output = join(folder, 'partly')
    const restored = await restoreDeed({ deed: path, output, from, key, format: 'csv', workers: 1 })
    expect(restored).toMatchObject({ opened: ['contact'], closed: ['general'], absent: ['orders'] })
  })

  it('F10 gets nothing of a deed that was sealed for others, though a reader wraps its keys for them', async () => {
    const { deed, entries, end } = specimen()
    const [third, somebody] = [await buildReader('stranger'), await buildSeller('somebody')]
    const wrapped = await wrapClassic(keyPayload(deed, 'contact'), [third])
    const smuggled = replace(entries, 'keys/contact.age', wrapped)
    for (const each of [entries, smuggled]) expect(await end(each, { key: third })).toBe(8)
    const named = editAccess(
      putAgeFile(entries, deed, { compartment: 'contact', bytes: wrapped }),
      deed.seller,
      ({ predicate }) => {
        predicate.compartments[1].readers.push({ name: 'stranger', fingerprint: third.card.fingerprint })
      },
    )
    const forged = editAccess(named, somebody, () => undefined)
    expect(await end(forged, { key: third })).toBe(6)
    const unsigned = replace(named, 'access.signatures.json', bytesOf(entries, 'access.signatures.json'))
    expect(await end(unsigned, { key: third })).toBe(6)
  })
})

describe('an age file in a validly signed deed', () => {
  const wrapped = (changes: Partial<KeyPayload>) =>
    wrapClassic(keyPayload(specimen().deed, 'contact', changes), [
      specimen().deed.buyer,
      specimen().deed.advisor,
    ])

  it('E15 F15 with keys of another deed or compartment is refused', async () => {
    const { deed, entries, others, end } = specimen()
    const [general] = deed.keys
    for (const bytes of [
      bytesOf(others, 'keys/contact.age'),
      bytesOf(entries, 'keys/general.age'),
      await wrapped({ deedId: 'ff'.repeat(16) }),
      await wrapped({ compartment: 'general' }),
      await wrapped({ epochs: general?.epochs ?? new Map() }),
      await wrapped({ macKey: general?.macKey ?? Buffer.alloc(32) }),
    ]) {
      expect(await end(withKeys(bytes))).toBe(5)
    }
  })

  it('F06 F07 with a passphrase stanza, alone or beside others, is refused and stretches nothing', async () => {
    const { end } = specimen()
    const scrypt = `-> scrypt ${'A'.repeat(22)} 23\n${'A'.repeat(43)}\n`
    const honest = Buffer.from(bytesOf(specimen().entries, 'keys/contact.age')).toString('latin1')
    const started = process.cpuUsage()
    for (const text of [honest.replace(AGE, AGE + scrypt), `${AGE}${scrypt}--- ${'A'.repeat(43)}\n`]) {
      expect(await end(withKeys(Buffer.from(text, 'latin1')))).toBe(5)
    }
    expect(process.cpuUsage(started).user).toBeLessThan(2_000_000)
  })

  it('F08 with a share of low order is refused, in each of its spellings', async () => {
    const honest = Buffer.from(bytesOf(specimen().entries, 'keys/contact.age')).toString('latin1')
    const shares = lowOrderShares()
    expect(shares).toHaveLength(7)
    const topped = shares.map((share) =>
      Buffer.concat([share.subarray(0, 31), Buffer.of(share.readUInt8(31) | 0x80)]),
    )
    for (const share of [...shares, ...topped]) {
      const text = share.toString('base64').replaceAll('=', '')
      const low = honest.replaceAll(/-> X25519 \S+/g, `-> X25519 ${text}`)
      expect(await specimen().end(withKeys(Buffer.from(low, 'latin1'))), toHex(share)).toBe(5)
    }
  })

  it('F09 for a plugin is refused', async () => {
    const honest = Buffer.from(bytesOf(specimen().entries, 'keys/contact.age')).toString('latin1')
    const plugin = `-> yubikey AAAAAAAA ${'A'.repeat(44)}\n${'A'.repeat(43)}\n`
    expect(await specimen().end(withKeys(Buffer.from(honest.replace(AGE, AGE + plugin), 'latin1')))).toBe(5)
  })
})
