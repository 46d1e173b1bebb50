import { readFileSync, writeFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { createParty } from '../../src/identity/index.ts'
import type { Party } from '../../src/reseal/index.ts'
import type { SealRequest } from '../../src/seal/index.ts'
import { codeOf, exists, NOW, party, policy, restore, seal, useFolder } from '../hostile/make-deed.ts'
import { reseal } from './reseal-here.ts'

const ROWS = 'id,phone\n1,13800138000\n2,13900139000\n'
/** The phone numbers for the finance department alone, the rest for the buyer too. */
const SPLIT = policy(
  'drift: names',
  'columns: { t: { id: { type: customer-id, compartment: general }, phone: { type: mobile, compartment: contact } } }',
  'compartments: { contact: { readers: [finance] } }',
)
const card = async (name: string) => (await party(name)).card
const cards = (...names: readonly string[]) => Promise.all(names.map(card))
const names = (parties: readonly Party[]) => parties.map(({ name }) => name)

describe('sealing a deed again', () => {
  const folder = useFolder()
  const old = () => folder().at('a.deed')
  const fresh = () => folder().at('b.deed')

  async function sealOld(more: Partial<SealRequest> = {}): Promise<void> {
    await seal(old(), [{ path: folder().write('t.csv', ROWS) }], more)
  }
  async function sealSplit(): Promise<void> {
    const addressees = await cards('buyer', 'finance')
    await sealOld({ policy: SPLIT, addressees, trusted: addressees })
  }

  it('refuses a deed of which one bit of one block was changed, and writes nothing', async () => {
    await sealOld({ form: 'folder' })
    const blocks = folder().at('a.deed', 'data', '0', '0.blocks')
    const bytes = readFileSync(blocks)
    bytes[bytes.length >> 1] = (bytes[bytes.length >> 1] ?? 0) ^ 1
    writeFileSync(blocks, bytes)
    const before = folder().snapshot()
    expect(await codeOf(() => reseal(old(), fresh()))).toBe('DAMAGED')
    expect(folder().snapshot()).toEqual(before)
  })

  it('refuses whoever does not open all of it, whose card it is not, or who cannot sign', async () => {
    await sealSplit()
    const before = folder().snapshot()
    const by = async (name: string) => {
      const { key } = await party(name)
      return codeOf(() => reseal(old(), fresh(), { key, signer: key }))
    }
    expect(await by('buyer')).toBe('NOT_OPENED')
    expect(await by('stranger')).toBe('WRONG_RECIPIENT')
    const [{ key }, reader] = [
      await party('finance'),
      await createParty({ name: 'r', role: 'open', now: NOW }),
    ]
    expect(await codeOf(() => reseal(old(), fresh(), { key, signer: reader.key }))).toBe('USAGE')
    expect(folder().snapshot()).toEqual(before)
  })

  it('writes nothing over a deed or paper that is there already, and nothing at all with --dry-run', async () => {
    await sealOld()
    folder().write('b.reseal', 'mine')
    expect(await codeOf(() => reseal(old(), fresh()))).toBe('EXISTS')
    const before = folder().snapshot()
    const { after, compartments } = await reseal(old(), folder().at('c.deed'), { dryRun: true })
    expect([after, compartments.map(({ readers }) => names(readers))]).toEqual([
      null,
      [['lawyer'], ['lawyer']],
    ])
    folder().write('d.deed', 'mine')
    expect(await codeOf(() => reseal(old(), folder().at('d.deed')))).toBe('EXISTS')
    expect(
      folder()
        .snapshot()
        .filter((each) => !each.startsWith('d.deed')),
    ).toEqual(before)
  })

  it.each(['reseal', 'read-back'] as const)(
    'leaves nothing when it is stopped in its phase %s (C13)',
    async (phase) => {
      await sealOld()
      const before = folder().snapshot()
      const stop = new AbortController()
      const progress = (step: { readonly phase: string }) => {
        if (step.phase === phase) stop.abort()
      }
      await expect(reseal(old(), fresh(), { progress, signal: stop.signal })).rejects.toThrow()
      expect([stop.signal.aborted, folder().snapshot()]).toEqual([true, before])
    },
  )
})

describe('the readers of a deed that was sealed again', () => {
  const folder = useFolder()
  const old = () => folder().at('a.deed')

  /** By compartment, general before contact; and who was left out, and why. */
  async function readersWith(more: Parameters<typeof reseal>[2]) {
    const finance = await party('finance')
    const report = await reseal(old(), folder().at('b.deed'), {
      key: finance.key,
      signer: finance.key,
      to: undefined,
      dryRun: true,
      ...more,
    })
    const opens = Object.fromEntries(
      report.compartments.map(({ name, readers }) => [name, names(readers).sort()]),
    )
    return { ...opens, leftOut: report.leftOut.map(({ name, because }) => `${name} ${because}`) }
  }
  async function sealSplit(): Promise<void> {
    const addressees = await cards('buyer', 'finance')
    const request = { policy: SPLIT, addressees, trusted: addressees }
    await seal(old(), [{ path: folder().write('t.csv', ROWS) }], request)
  }

  it('are those of the old one whose cards are trusted here, and never a compromised one', async () => {
    await sealSplit()
    expect(await readersWith({ known: await cards('buyer') })).toEqual({
      general: ['buyer', 'finance'],
      contact: ['finance'],
      leftOut: [],
    })
    expect(await readersWith({})).toEqual({
      general: ['finance'],
      contact: ['finance'],
      leftOut: ['buyer unknown'],
    })
    const compromised = new Set([(await card('buyer')).fingerprint])
    expect(await readersWith({ known: await cards('buyer'), compromised })).toEqual({
      general: ['finance'],
      contact: ['finance'],
      leftOut: ['buyer compromised'],
    })
    const both = new Set([...compromised, (await card('finance')).fingerprint])
    expect(await codeOf(async () => readersWith({ known: await cards('buyer'), compromised: both }))).toBe(
      'USAGE',
    )
  })

  it('open what they could open: a new card no more than whoever it takes the place of', async () => {
    await sealSplit()
    expect(await readersWith({ to: await cards('finance', 'lawyer') })).toEqual({
      general: ['finance', 'lawyer'],
      contact: ['finance'],
      leftOut: ['buyer not-named'],
    })
    expect(await readersWith({ to: await cards('lawyer') })).toMatchObject({
      general: ['lawyer'],
      contact: ['lawyer'],
    })
    expect(await codeOf(async () => readersWith({ to: await cards('buyer', 'finance', 'lawyer') }))).toBe(
      'USAGE',
    )
    expect(await codeOf(async () => readersWith({ to: await cards('buyer') }))).toBe('USAGE')
  })

  it('go on under the card that follows theirs', async () => {
    await sealSplit()
    const followers = new Map([[(await card('buyer')).fingerprint, await card('buyer-2')]])
    const heirs = { general: ['buyer-2', 'finance'], contact: ['finance'], leftOut: [] }
    expect(await readersWith({ known: await cards('buyer', 'buyer-2'), followers })).toEqual(heirs)
    expect(await readersWith({ to: await cards('buyer-2', 'finance'), followers })).toEqual(heirs)
  })

  it('open it, and the old readers who were left out do not', async () => {
    await sealSplit()
    const finance = await party('finance')
    const compromised = new Set([(await card('buyer')).fingerprint])
    const common = { key: finance.key, signer: finance.key, known: await cards('buyer'), compromised }
    await reseal(old(), folder().at('b.deed'), { ...common, to: undefined })
    const open = async (name: string) =>
      restore(folder().at('b.deed'), folder().at(name), { from: finance.card, key: (await party(name)).key })
    expect(await codeOf(() => open('buyer'))).toBe('WRONG_RECIPIENT')
    await open('finance')
    expect([readFileSync(folder().at('finance', 't.csv'), 'utf8'), exists(folder().at('buyer'))]).toEqual([
      ROWS,
      false,
    ])
  })
})
