import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { listSeries, MARK, openMirror, openSeries, PRUNE, seriesStatus } from '../../src/backup/index.ts'
import { type Card, createParty, openKeyFile, type Party, trustCard } from '../../src/identity/index.ts'
import { keepSuccession, readSuccessionFile } from '../../src/keys/index.ts'
import { signPaper } from '../../src/papers/index.ts'
import { DAY, forge } from '../keys/rotating.ts'
import { Host, ORDERS } from './a-host.ts'

let host: Host
let old: Party
let next: Pick<Party, 'key' | 'card'>
let thief: Party
let rotated: Date

/** Number 1 by the key that began the series, number 2 by the one that follows; a third key is a thief's. */
beforeAll(async () => {
  host = await Host.make()
  old = party('host')
  thief = await createParty({ name: 'thief', role: 'sign', now: new Date() })
  await host.begin('nightly')
  await host.backup('nightly')
  expect((await host.run('keys', 'rotate', host.at('host.key'), '--no-passphrase')).exit).toBe(0)
  // Not where the key was rotated: the paper lies beside the key.
  rmSync(host.at('home', 'successions'), { recursive: true })
  const run = await goOn('nightly')
  expect(run).toMatchObject({ exit: 0, document: { kind: 'mark', sequence: 2 } })
  const { key } = await openKeyFile(host.at('host-2.key'))
  next = { key, card: key.card }
  rotated = (await readSuccessionFile(host.at('host.succession'))).activeFrom
})
afterAll(() => host[Symbol.dispose]())

function party(name: string): Party {
  const found = host.parties.get(name)
  if (found === undefined) throw new Error(name)
  return found
}

/** A run with the new key. */
function goOn(folder: string) {
  const where = ['--series', host.at(folder), '--source', host.at('orders.csv')]
  return host.json('backup', 'run', ...where, '--key', host.at('host-2.key'), '--workers', '1')
}

const inDays = (days: number) => new Date(rotated.getTime() + days * DAY)
const paper = () => `signers/${old.card.fingerprint}.succession`

let copies = 0
/** A copy of the series, and a computer that knows nothing but the cards that it is told of. */
function copy() {
  copies += 1
  const folder = `copy-${copies}`
  cpSync(host.at('nightly'), host.at(folder), { recursive: true })
  const home = host.at(`home-${copies}`)
  const at = (...names: string[]) => host.at(folder, ...names)
  const open = async (now: Date, from?: Card) => {
    const series = await openSeries(await openMirror(host.at(folder)), { home, now, from })
    if (series === undefined) return undefined
    return listSeries(series, { home, warn: () => undefined })
  }
  const look = async (now = inDays(1), from?: Card) => {
    const found = await open(now, from)
    return found?.faults.map(({ sequence, kind, error }) => [sequence, kind, error.code])
  }
  return { folder, home, at, look, open }
}

/** A mark behind the newest link of a copy, as whoever has a key can write it. */
async function addMark(
  { at, open }: ReturnType<typeof copy>,
  by: Pick<Party, 'key'>,
  now: Date,
): Promise<string> {
  const found = await open(inDays(1), old.card)
  const newest = found?.links.at(-1)
  if (found === undefined || newest === undefined) throw new Error('no link')
  const { series: id } = found.series.paper
  const content = {
    ...{ series: id, sequence: newest.sequence + 1, previous: newest.sha256 },
    ...{ unchanged: newest.deed, ledgerHead: null },
  }
  const name = `${String(newest.sequence + 1).padStart(6, '0')}.mark`
  writeFileSync(at(name), signPaper(MARK, content, { key: by.key, now }))
  return name
}

describe('a series whose signing key was rotated', () => {
  it('goes on under the key that follows, and is whole to whoever trusts the first card', async () => {
    const { look, open } = copy()
    expect(existsSync(host.at('nightly', paper()))).toBe(true)
    expect(await look(inDays(1), old.card)).toEqual([])
    const { links } = (await open(inDays(1))) ?? { links: [] }
    expect(links.map(({ signer }) => signer.name)).toEqual(['host', 'host-2'])
    const verified = await host.look('verify', 'nightly')
    expect(verified).toMatchObject({ exit: 0, document: { whole: true, deeds: 1 } })
    expect(verified.document.series.signers).toMatchObject([{ name: 'host' }, { name: 'host-2' }])
    const { stdout } = await host.run('backup', 'list', '--series', host.at('nightly'))
    expect(stdout.split('\n')[0]).toMatch(/^series "nightly" \([0-9a-f]{32}\), signed by host, then host-2$/)
  })

  it('tells the age of the key that signs now', async () => {
    const { open, home } = copy()
    const { series } = (await open(inDays(1), old.card)) ?? {}
    if (series === undefined) throw new Error('not opened')
    const asked = { home, now: inDays(9.5), deedAge: undefined, trusted: [], warn: () => undefined }
    const { keys } = await seriesStatus(series, asked)
    expect(keys[0]).toMatchObject({ part: 'signs', name: 'host-2', age: { days: 9 } })
  })

  it('refuses the old key for a run, once the new one has signed', async () => {
    const { exit, document } = await host.backup('nightly')
    expect([exit, document.error.code]).toEqual([6, 'UNTRUSTED'])
  })

  it('is pruned under the key that follows, though that has signed no link before, and by the old one no more', async () => {
    const { folder, home, at } = copy()
    rmSync(at('000002.mark'))
    rmSync(at('signers'), { recursive: true })
    const [opens, stranger] = [party('archive').card, host.at('stranger')]
    for (const each of [home, stranger]) await trustCard(each, old.card)
    await trustCard(home, opens)
    const second = await host.backup(folder, '--always', '--home', home)
    expect(second.document).toMatchObject({ kind: 'deed', sequence: 2 })
    const prune = (key: string) => {
      const words = ['--series', host.at(folder), '--key', host.at(key), '--keep-last', '1']
      return host.json('backup', 'prune', ...words, '--home', home)
    }
    const mark = { sequence: 3, name: '000003.prune' }
    expect(await prune('host-2.key')).toMatchObject({ exit: 0, document: { removed: [1], mark } })
    expect(readdirSync(at('000001.deed')).sort()).toEqual(['manifest.json', 'signatures.json'])
    // By the paper that lay beside the key, and now lies in the series.
    const { exit, document } = await host.look('verify', folder, '--home', stranger)
    expect([exit, document.whole, document.links[0].pruned]).toEqual([0, true, { by: 3, done: true }])
    const late = await prune('host.key')
    expect([late.exit, late.document.error.code]).toEqual([6, 'UNTRUSTED'])
  })

  it('counts no link of the old key behind one of the new, whatever its date', async () => {
    const series = copy()
    await addMark(series, old, inDays(-1))
    expect(await series.look(inDays(1))).toEqual([[3, 'signer', 'UNTRUSTED']])
    const run = await goOn(series.folder)
    expect([run.exit, run.document.error.code]).toEqual([12, 'EXISTS'])
    expect(run.stderr).toContain('000003.mark')
  })

  it('keeps the content of a deed that only the old key would have pruned by then', async () => {
    const series = copy()
    const found = await series.open(inDays(1), old.card)
    const [deed, newest] = found?.links ?? []
    if (found === undefined || deed?.deed == null || newest === undefined) throw new Error('no link')
    const { sequence, deedId, manifest } = deed.deed
    const content = {
      ...{ series: found.series.paper.series, sequence: 3, previous: newest.sha256 },
      ...{ removed: [{ sequence, deedId, manifest }], retention: null, ledgerHead: null },
    }
    writeFileSync(series.at('000003.prune'), signPaper(PRUNE, content, { key: old.key, now: inDays(1) }))
    expect(await series.look()).toEqual([[3, 'signer', 'UNTRUSTED']])
    rmSync(series.at('000001.deed', 'data'), { recursive: true })
    const { links } = (await series.open(inDays(1))) ?? { links: [] }
    expect(links.map(({ pruned }) => pruned)).toEqual([null, null])
  })

  it('takes links of the old key until it only opens, and none from that second on', async () => {
    const early = copy()
    rmSync(early.at('000002.mark'))
    await addMark(early, old, new Date(inDays(30).getTime() - 1000))
    expect(await early.look(inDays(40))).toEqual([])
    const late = copy()
    rmSync(late.at('000002.mark'))
    await addMark(late, old, inDays(30))
    expect(await late.look(inDays(40))).toEqual([[2, 'unreadable', 'UNTRUSTED']])
  })

  it('takes no link of the new key from before its first day', async () => {
    const series = copy()
    await addMark(series, next, new Date(rotated.getTime() - 1000))
    expect(await series.look()).toEqual([[3, 'unreadable', 'UNTRUSTED']])
  })

  it('refuses a succession that the new card has not signed, and one whose bytes were changed', async () => {
    const { at, look } = copy()
    const unsigned = forge(old, thief, { signer: { alsoBy: [], now: rotated } })
    writeFileSync(at(paper()), unsigned)
    await expect(look(inDays(1), old.card)).rejects.toMatchObject({ code: 'SIGNATURE' })
    const genuine = readFileSync(host.at('nightly', paper()), 'utf8')
    writeFileSync(at(paper()), genuine.replace(/"sig":"../, '"sig":"AA'))
    await expect(look(inDays(1), old.card)).rejects.toMatchObject({ code: 'SIGNATURE' })
  })

  it('refuses a card that has two successors, and shows what stands under none without one', async () => {
    const { at, look, home } = copy()
    await keepSuccession(home, await readSuccessionFile(host.at('host.succession')))
    const dates = [rotated, inDays(30), inDays(395)] as const
    writeFileSync(at(paper()), forge(old, thief, { dates, signer: { now: rotated } }))
    await expect(look(inDays(1), old.card)).rejects.toMatchObject({ code: 'UNTRUSTED' })
    // Who knows nothing of the real one finds that links are of nobody.
    const stranger = copy()
    writeFileSync(stranger.at(paper()), readFileSync(at(paper())))
    expect(await stranger.look(inDays(1), old.card)).toEqual([[2, 'unreadable', 'SIGNATURE']])
  })

  it('is opened by whoever trusts the newest card only, as soon as that has signed a link', async () => {
    const { look, open, home } = copy()
    await trustCard(home, next.card)
    expect(await look()).toEqual([])
    expect((await open(inDays(1)))?.series.anchor).toBe(1)
    const unsigned = copy()
    rmSync(unsigned.at('000002.mark'))
    expect(await unsigned.look(inDays(1), next.card)).toEqual([[1, 'signer', 'UNTRUSTED']])
    const nobody = copy()
    expect(await nobody.look()).toBeUndefined()
    await expect(nobody.look(inDays(1), thief.card)).rejects.toMatchObject({ code: 'SIGNATURE' })
  })

  it('brings no trust by a retired card, except to whoever has looked before', async () => {
    const late = copy()
    await expect(late.look(inDays(396), old.card)).rejects.toMatchObject({ code: 'UNTRUSTED' })
    expect(await late.look(inDays(394), old.card)).toEqual([])
    expect(await late.look(inDays(396))).toEqual([])
  })

  it('is refused where a card that has signed it is compromised', async () => {
    const { home, folder } = copy()
    await trustCard(home, old.card)
    const where = ['--home', home]
    expect((await host.run('keys', 'compromise', host.at('host-2.card'), ...where)).exit).toBe(0)
    const { exit, document } = await host.look('list', folder, ...where)
    expect([exit, document.error.code]).toEqual([6, 'UNTRUSTED'])
  })

  it('has its deeds counted under the key that has followed the trusted one', async () => {
    const { folder, home } = copy()
    await trustCard(home, old.card)
    host.write(`${ORDERS}3,1.00\n`)
    expect((await goOn(folder)).document).toMatchObject({ kind: 'deed', sequence: 3 })
    const { exit, document } = await host.json('keys', 'census', host.at(folder), '--home', home)
    expect([exit, document.deeds.map(({ verified }: { verified: boolean }) => verified)]).toEqual([
      ...[0, [true, true]],
    ])
  })

  it('pays no heed to papers of other cards in their folder', async () => {
    const { at, look } = copy()
    writeFileSync(at('signers', `${thief.card.fingerprint}.succession`), forge(thief, old))
    mkdirSync(at('signers', 'x'))
    expect(await look(inDays(1), old.card)).toEqual([])
    expect(readdirSync(at('signers'))).toHaveLength(3)
  })
})
