import { describe, expect, it } from 'vitest'
import { assertMayImport, cardsAs, findNewer, targetFacts } from '../../src/ledger/index.ts'
import { NOW, useHome } from './home.ts'

const SHOP = { name: 'shop', fingerprint: '5'.repeat(64) }
const TARGET = 'postgres 10.0.0.7 5432 shop_crm'
const DEED = {
  deedId: 'd'.repeat(32),
  series: null,
  sequence: null,
  created: '2026-03-01T00:00:00Z',
  expires: null,
  seller: SHOP.fingerprint,
}
const inSeries = (sequence: number, deedId = String(sequence % 10).repeat(32)) => ({
  ...DEED,
  deedId,
  series: 'nightly',
  sequence,
})
const codeOf = (error: unknown) => (error instanceof Error && 'code' in error ? error.code : undefined)

describe('importing a deed into a database', () => {
  const home = useHome()

  type Deed = Parameters<typeof assertMayImport>[0]['deed']
  const ask = (deed: Deed, more: { target?: string; now?: Date; anyway?: string } = {}) =>
    assertMayImport({ home: home().path, deed, target: TARGET, now: NOW, ...more })

  /** What `restore --into` does with the ledger. */
  async function load(deed: Deed, { target = TARGET, fails = false, late = false } = {}): Promise<void> {
    const recorder = home().recorder('restore')
    const { deedId, series, sequence } = deed
    const facts = { deedId, ...(series !== null && { series }), ...(sequence !== null && { sequence }) }
    await recorder.intent({ ...facts, cards: cardsAs('seller', [SHOP]) })
    await recorder.outcome(targetFacts(home().path, target))
    if (late) recorder.done()
    if (fails || late) await recorder.finish({ exit: 10, code: 'IO_WRITE' })
  }

  it('is allowed once into each database, and refused a second time (F11)', async () => {
    await ask(DEED)
    await load(DEED)
    const before = home().text
    await expect(ask(DEED)).rejects.toMatchObject({ code: 'REPLAYED', exitCode: 8 })
    await ask(DEED, { target: `${TARGET}2` })
    expect(home().text).toBe(before)
  })

  it('refuses what is older than what is in there, and takes what is newer (F12)', async () => {
    await load(inSeries(5))
    await expect(ask(inSeries(4))).rejects.toMatchObject({ code: 'REPLAYED', exitCode: 8 })
    await ask(inSeries(6))
    await ask({ ...inSeries(4), series: 'weekly' })
    await ask({ ...inSeries(4), seller: '6'.repeat(64) })
  })

  it('refuses a deed that has expired, and one of the future but for clocks that differ a little (F13, F14)', async () => {
    await expect(ask({ ...DEED, expires: '2026-03-04T05:06:06Z' })).rejects.toMatchObject({ code: 'EXPIRED' })
    await ask({ ...DEED, expires: '2026-03-04T05:06:08Z' })
    await expect(ask({ ...DEED, created: '2026-03-04T05:21:08Z' })).rejects.toMatchObject({
      code: 'POSTDATED',
    })
    await ask({ ...DEED, created: '2026-03-04T05:21:06Z' })
  })

  it('goes on with a reason, which the ledger is told', async () => {
    await load(DEED)
    const facts = await ask(DEED, { anyway: '重新导入：上次的库已清空' })
    expect(facts.reason).toBe('重新导入：上次的库已清空')
    expect(await ask(inSeries(1), { anyway: 'not needed' })).not.toHaveProperty('reason')
    for (const anyway of ['', ' ', 'x'.repeat(501), '😀'.repeat(251)]) {
      await expect(ask(DEED, { anyway })).rejects.toSatisfy((error) => codeOf(error) === 'USAGE')
    }
  })

  it('forgets an import that failed, and none that only could not be shown', async () => {
    await load(DEED, { fails: true })
    await ask(DEED)
    await load(DEED, { late: true })
    await expect(ask(DEED)).rejects.toMatchObject({ code: 'REPLAYED' })
  })

  it('takes no restoring to a folder for an import', async () => {
    const recorder = home().recorder('restore')
    await recorder.intent({ deedId: DEED.deedId, cards: cardsAs('seller', [SHOP]) })
    await recorder.outcome()
    await ask(DEED)
  })

  it('keeps no address of a database in the ledger, nor a digest that others could try out', async () => {
    await load(DEED)
    const [, , { facts } = { facts: {} }] = home().readLines()
    expect(facts).toHaveProperty('target')
    expect(home().text).not.toMatch(/10\.0\.0\.7|shop_crm/)
    const first = home().readLines()[2]?.facts.target
    const { Home } = await import('./home.ts')
    using other = new Home()
    await other.recorder().intent()
    expect(targetFacts(other.path, TARGET).target).not.toBe(first)
  })

  it('is refused where the ledger cannot be believed', async () => {
    await load(DEED)
    home().text = home().text.replace('restore', 'compare')
    await expect(ask(inSeries(1))).rejects.toMatchObject({ exitCode: 5 })
  })
})

describe('the newest number of a series', () => {
  const home = useHome()

  it('is known from every deed that was seen, and only where it is higher', async () => {
    const verify = home().recorder('verify', 'reads')
    verify.about({ series: 'nightly', sequence: 7, cards: cardsAs('seller', [SHOP]) })
    await verify.finish({ exit: 0 })
    const newer = (sequence: number | null, seller = SHOP.fingerprint) =>
      findNewer(home().path, { series: 'nightly', sequence, seller })
    expect([await newer(6), await newer(7), await newer(8), await newer(null)]).toEqual([
      7,
      undefined,
      undefined,
      undefined,
    ])
    expect(await newer(6, '6'.repeat(64))).toBeUndefined()
  })
})
