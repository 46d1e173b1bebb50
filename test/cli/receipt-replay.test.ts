import { readFileSync, writeFileSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { runCommandLine } from '../../src/cli/run.ts'
import { fingerprintDigits } from '../../src/identity/index.ts'
import { writeReceipt } from '../../src/receipt/index.ts'
import { layOutKeys } from '../hostile/command-line.ts'
import { party, seal } from '../hostile/make-deed.ts'
import { recordingIo } from './recording-io.ts'
import { Desk } from './run-cli.ts'

const MONDAY = '2026-03-02T09:00:00Z'
const TUESDAY = '2026-03-03T09:00:00Z'

/** Each test goes on with the ledger that the one before it has left. */
describe('receipts of one buyer for one deed', () => {
  const desk = new Desk()
  const confirmations: string[] = []

  async function check(name: string, ...more: readonly string[]) {
    const { io, heard } = recordingIo(desk)
    const cards = ['--from', desk.path('buyer.card'), '--seller', desk.path('seller.card'), ...confirmations]
    const words = ['receipt', 'check', desk.path(name), desk.path('a.deed'), ...cards, '--json', ...more]
    const exit = await runCommandLine(words, io)
    return { exit, document: heard.stdout === '' ? {} : JSON.parse(heard.stdout), stderr: heard.stderr }
  }

  beforeAll(async () => {
    await layOutKeys(desk)
    for (const name of ['seller', 'buyer'])
      confirmations.push('--confirm', fingerprintDigits((await party(name)).card.fingerprint))
    writeFileSync(desk.path('members.csv'), 'id,city\n1,Bern\n')
    await seal(desk.path('a.deed'), [{ path: desk.path('members.csv') }])
    await write('monday', MONDAY)
    await write('tuesday', TUESDAY, 'rejected')
    await write('also-tuesday', TUESDAY)
  })
  afterAll(() => desk[Symbol.dispose]())

  async function write(name: string, now: string, state?: 'rejected'): Promise<void> {
    const [seller, buyer] = [await party('seller'), await party('buyer')]
    const exceptions = state === undefined ? [] : ['phones are old']
    const more = { exceptions, now: new Date(now), workers: 1, ...(state && { state }) }
    const request = { deed: desk.path('a.deed'), from: seller.card, key: buyer.key, ...more }
    writeFileSync(desk.path(name), (await writeReceipt(request)).envelope)
  }

  it('may be checked again, and the date of the first time is told', async () => {
    const first = await check('monday')
    expect([first.exit, first.document.answers.fresh, first.document.earlier]).toEqual([0, 'yes', []])
    const again = await check('monday')
    expect([again.exit, again.document.answers.fresh]).toEqual([0, 'yes'])
    expect(again.document.earlier).toMatchObject([{ same: true, state: 'accepted', created: MONDAY }])
    expect(new Date(again.document.earlier[0].checked).getTime()).toBeGreaterThan(Date.now() - 60_000)
    expect(again.stderr).not.toContain('warning')
  })

  it('are told from one another where a later one says something else', async () => {
    const later = await check('tuesday')
    expect([later.exit, later.document.answers.fresh, later.document.faults]).toEqual([5, 'yes', []])
    expect(later.document.earlier).toMatchObject([{ same: false, state: 'accepted', created: MONDAY }])
    for (const told of [MONDAY, TUESDAY, 'rejected', 'accepted']) expect(later.stderr).toContain(told)
  })

  it('are refused as replayed where a newer one was checked before, also a second time', async () => {
    for (const _ of [1, 2]) {
      const { exit, document } = await check('monday')
      expect([exit, document.ok, document.answers.fresh]).toEqual([8, false, 'no'])
      expect(document.faults).toMatchObject([{ check: 'fresh', code: 'REPLAYED' }])
      expect(document.earlier).toHaveLength(2)
    }
  })

  it('are taken all the same for a reason, which the ledger keeps', async () => {
    expect((await check('monday', '--anyway', ' ')).exit).toBe(2)
    const { exit, document, stderr } = await check('monday', '--anyway', 'the buyer withdrew it')
    expect([exit, document.ok, document.answers.fresh]).toEqual([0, true, 'no'])
    expect(stderr).toContain('2026-03-03')
    expect(lastLine()).toMatchObject({ event: 'outcome', facts: { reason: 'the buyer withdrew it' } })
    // Nothing was overruled here.
    await check('also-tuesday', '--anyway', 'no need')
    expect(lastLine().facts).not.toHaveProperty('reason')
  })

  it('of the same second are no replay of one another, but two', async () => {
    const { exit, document, stderr } = await check('also-tuesday')
    expect([exit, document.answers.fresh]).toEqual([0, 'yes'])
    expect(stderr).toContain('rejected')
  })

  it('are not checked for it where the ledger cannot be read, which is said', async () => {
    const path = desk.path('home/ledger.jsonl')
    writeFileSync(path, readFileSync(path, 'utf8').replace('REPLAYED', 'DIFFERENT'))
    const { exit, document } = await check('monday')
    expect([exit, document.answers.fresh, document.earlier]).toEqual([0, 'not checked', []])
    expect(document.notes.at(-1)).toMatch(/^fresh/)
  })

  function lastLine(): { readonly event: string; readonly facts: Readonly<Record<string, unknown>> } {
    return JSON.parse(readFileSync(desk.path('home/ledger.jsonl'), 'utf8').trimEnd().split('\n').at(-1) ?? '')
  }
})
