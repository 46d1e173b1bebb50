import { cpSync, existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { openMirror, openSeries, PRUNE, rotateSeries, SERIES } from '../../src/backup/index.ts'
import { fingerprintDigits, openKeyFile, trustCard } from '../../src/identity/index.ts'
import { openRecorder } from '../../src/ledger/index.ts'
import { openPaper, signPaper } from '../../src/papers/index.ts'
import { opensWith } from '../access/held-deeds.ts'
import { LONG } from '../disk/outcome.ts'
import { refusing, spy } from '../files/faulty-file-system.ts'
import { Host, ORDERS } from './a-host.ts'

const ROTATED = 'access.rotated.json'
const DEEDS = ['000001.deed', '000003.deed']
/** Calls behind which the disk holds something else, without which the short run does with fewer. */
const TELLING: readonly string[] = ['file.write', 'rename', 'syncFolder', 'removeTree']
const OVER = ['--to', 'other', '--drop', 'archive'] as const

let host: Host
/** A series of deed, mark, deed for the archive lies as `nightly`; each test changes a copy. */
beforeAll(async () => {
  host = await Host.make()
  await host.begin('nightly')
  for (const text of [ORDERS, ORDERS, `${ORDERS}3,1.00\n`]) {
    host.write(text)
    await host.backup('nightly')
  }
})
afterAll(() => host[Symbol.dispose]())
beforeEach(() => {
  rmSync(host.at('series'), { recursive: true, force: true })
  cpSync(host.at('nightly'), host.at('series'), { recursive: true })
})

const inSeries = (...names: readonly string[]): string => host.at('series', ...names)
const rotate = (key: string, ...more: readonly string[]) =>
  host.json('backup', 'rotate', '--series', host.at('series'), '--key', host.at(`${key}.key`), ...more)
const statesOf = ({ document }: { document: { deeds: { state: string }[] } }) =>
  document.deeds.map(({ state }) => state)
const partyOf = (name: string) => {
  const party = host.parties.get(name)
  if (party === undefined) throw new Error(`no party ${name}`)
  return party
}

/** Every file of a folder with what it holds, but what a killed run has left. */
function contentsOf(folder: string): Map<string, string> {
  const names = readdirSync(folder, { recursive: true, withFileTypes: true })
  const files = names.filter((each) => each.isFile() && !each.parentPath.includes('.partial-'))
  return new Map(
    files
      .filter(({ name }) => !name.includes('.partial-'))
      .map(({ name, parentPath }) => [
        `${parentPath}/${name}`.slice(folder.length + 1),
        readFileSync(`${parentPath}/${name}`, 'hex'),
      ]),
  )
}

/** What of a deed each of the two readers opens: compartments, or the code of what keeps them out. */
async function openedOf(deed: string): Promise<Record<string, unknown>> {
  const from = partyOf('host').card
  const open = async (name: string) => opensWith(inSeries(deed), partyOf(name).key, from)
  return { archive: await open('archive'), other: await open('other') }
}
const BEFORE = { archive: 'opens', other: 'WRONG_RECIPIENT' }
const AFTER = { archive: 'NO_KEY', other: 'opens' }

describe('readers of a series', () => {
  it('come and go in all its deeds, and nothing else of them is touched', async () => {
    const { exit, document, stderr } = await rotate('archive', ...OVER)
    expect([exit, stderr]).toEqual([0, expect.stringContaining('--fail-if opens-with:archive')])
    // The series lets the archive grant, who reads no more.
    expect(stderr).toContain('keys rotate')
    expect(document.deeds).toMatchObject([{ changeable: false }, { changeable: false }])
    expect(document.deeds).toMatchObject([
      { sequence: 1, state: 'rotated', serial: 1 },
      { sequence: 3, state: 'rotated', serial: 1 },
    ])
    for (const deed of DEEDS) expect(await openedOf(deed)).toEqual(AFTER)
    const [before, after] = [contentsOf(host.at('nightly')), contentsOf(inSeries())]
    for (const [name, bytes] of before)
      expect([name, after.get(name)]).toEqual([name, name.includes('/keys/') ? undefined : bytes])
    expect([...after.keys()].filter((name) => !before.has(name))).toEqual(
      DEEDS.map((deed) => `${deed}/${ROTATED}`),
    )
    const verified = await host.look('verify', 'series')
    expect(verified).toMatchObject({ exit: 0, document: { whole: true, unfinished: [], foreign: [] } })
    const words = ['--from', host.at('host.card'), '--confirm', digitsOf('host')]
    const restoring = (reader: string) =>
      host.run(
        'restore',
        inSeries('000003.deed'),
        ...words,
        '--key',
        host.at(`${reader}.key`),
        '-o',
        host.at(reader),
      )
    expect([(await restoring('other')).exit, (await restoring('archive')).exit]).toEqual([0, 7])
    expect(readFileSync(host.at('other', 'orders.csv'), 'utf8')).toBe(`${ORDERS}3,1.00\n`)
  })

  it('are changed once: the same command again changes nothing and says so', async () => {
    await rotate('archive', ...OVER)
    const before = contentsOf(inSeries())
    const again = await rotate('archive', ...OVER)
    expect([again.exit, statesOf(again)]).toEqual([0, ['unchanged', 'unchanged']])
    expect(contentsOf(inSeries())).toEqual(before)
  })

  it('may be more than before, and then fewer, by whoever reads and may grant', async () => {
    expect((await rotate('archive', '--to', 'other')).exit).toBe(0)
    expect(await openedOf('000001.deed')).toEqual({ archive: 'opens', other: 'opens' })
    // The other card came later: no manifest names it among those who may grant.
    expect((await rotate('other', '--drop', 'archive')).exit).toBe(6)
    const fewer = await rotate('archive', '--drop', 'archive')
    expect(fewer.document.deeds).toMatchObject([{ serial: 2 }, { serial: 2 }])
    expect(await openedOf('000001.deed')).toEqual(AFTER)
    const readers = await host.json('inspect', inSeries('000001.deed'))
    expect(readers.document.access).toMatchObject({ serial: 2, rotated: { issuer: { name: 'archive' } } })
  })

  it('are changed again by the key that followed, whose old key opens and may do nothing any more', async () => {
    const made = await host.json('keys', 'rotate', host.at('archive.key'), '--no-passphrase', '-o', host.at())
    const { keyFile, cardFile, successionFile } = made.document
    expect(made.exit).toBe(0)
    await host.run('card', 'trust', cardFile, '--successor', successionFile)
    const first = await rotate('archive', '--to', cardFile, '--drop', 'archive')
    expect(first).toMatchObject({
      exit: 0,
      document: { deeds: [{ changeable: true }, { changeable: true }] },
    })
    expect((await rotate('archive', '--to', 'other')).exit).toBe(7)
    const next = keyFile
      .split('/')
      .at(-1)
      .replace(/\.key$/, '')
    const followed = await rotate(next, '--to', 'other', '--drop', cardFile)
    expect(followed.document.deeds).toMatchObject([{ state: 'rotated', serial: 2 }, { serial: 2 }])
    rmSync(host.at('home', 'successions'), { recursive: true })
    for (const deed of DEEDS) expect(await openedOf(deed)).toEqual(AFTER)
    expect((await host.look('verify', 'series')).exit).toBe(0)
  })

  it('are only said with --dry-run', async () => {
    const before = contentsOf(inSeries())
    const dry = await rotate('archive', ...OVER, '--dry-run')
    expect([dry.exit, statesOf(dry), dry.document.dryRun]).toEqual([0, ['rotated', 'rotated'], true])
    expect(contentsOf(inSeries())).toEqual(before)
  })

  it('are told in both languages, with what no change of readers can do', async () => {
    const words = ['backup', 'rotate', '--series', inSeries(), '--key', host.at('archive.key'), ...OVER]
    const [en, zh] = [await host.run(...words, '--dry-run'), await host.run(...words, '--lang', 'zh-CN')]
    expect(en.stdout.replaceAll(/[0-9a-f]{16}/g, '<fingerprint>')).toMatchSnapshot()
    expect(zh.stdout.replaceAll(/[0-9a-f]{16}/g, '<fingerprint>')).toMatchSnapshot()
  })
})

describe('readers are left as they are', () => {
  it('by the host, by nobody, and by a card that comes and goes at once', async () => {
    expect((await rotate('host', ...OVER)).exit).toBe(2)
    expect((await rotate('archive')).exit).toBe(2)
    const closed = ['--to', host.at('host.card'), '--confirm', digitsOf('host')]
    expect((await rotate('archive', ...closed)).exit).toBe(2)
    expect((await rotate('archive', '--to', 'other', '--drop', 'other')).exit).toBe(2)
    expect(contentsOf(inSeries())).toEqual(contentsOf(host.at('nightly')))
  })

  it('F10 by a card that may not grant, which would leave nobody, or does not know those who stay', async () => {
    const stranger = await rotate('other', ...OVER)
    expect([stranger.exit, statesOf(stranger)]).toEqual([6, ['refused', 'refused']])
    const nobody = await rotate('archive', '--drop', 'archive')
    expect([nobody.exit, nobody.document.faults.length]).toEqual([2, 2])
    await rotate('archive', '--to', 'other')
    rmSync(host.at('home', 'trusted', `${partyOf('other').card.fingerprint}.card`))
    const before = contentsOf(inSeries())
    const unknown = await rotate('archive', '--drop', 'archive')
    await trustCard(host.at('home'), partyOf('other').card)
    expect([unknown.exit, statesOf(unknown)]).toEqual([6, ['refused', 'refused']])
    expect(unknown.document.faults[0].message).toContain('other')
    expect(contentsOf(inSeries())).toEqual(before)
  })

  it('where the deed is damaged or pruned, while all others are changed', async () => {
    const first = inSeries('000001.deed')
    writeFileSync(`${first}/access.json`, `${readFileSync(`${first}/access.json`, 'utf8')} `)
    const damaged = await rotate('archive', ...OVER)
    expect([damaged.exit, statesOf(damaged)]).toEqual([6, ['refused', 'rotated']])
    expect(damaged.document.faults).toMatchObject([{ sequence: 1, kind: 'refused', code: 'SIGNATURE' }])
    expect(await openedOf('000003.deed')).toEqual(AFTER)
    for (const name of readdirSync(first))
      if (!['manifest.json', 'signatures.json'].includes(name))
        rmSync(`${first}/${name}`, { recursive: true })
    const emptied = await rotate('archive', ...OVER)
    expect([emptied.exit, statesOf(emptied)]).toEqual([5, ['refused', 'unchanged']])
    const { links, series } = (await host.look('list', 'series')).document
    const { deedId, manifest } = links[0].deed
    const removed = [{ sequence: 1, deedId, manifest }]
    const place = { series: series.id, sequence: 4, previous: links[2].sha256, retention: null }
    const { key } = await openKeyFile(host.at('host.key'))
    const mark = signPaper(PRUNE, { ...place, removed, ledgerHead: null }, { key, now: new Date() })
    writeFileSync(inSeries('000004.prune'), mark)
    const pruned = await rotate('archive', ...OVER)
    expect([pruned.exit, statesOf(pruned)]).toEqual([0, ['pruned', 'unchanged']])
  })
})

describe('a rotation that ends before its end', () => {
  /** Below the command line, where every call of the file system can be made to fail. */
  async function rotateDirectly(files?: Parameters<typeof rotateSeries>[0]['files']) {
    const home = host.at('home')
    const warn = () => undefined
    const now = new Date()
    const series = await openSeries(await openMirror(inSeries()), { home, now, from: partyOf('host').card })
    if (series === undefined) throw new Error('no series')
    const { key } = await openKeyFile(host.at('archive.key'))
    const [to, dropped] = [[partyOf('other').card], [partyOf('archive').card]]
    return rotateSeries({
      ...{
        series,
        key,
        change: { to, dropped },
        trusted: new Map(),
        successions: [],
        dryRun: false,
        home,
        warn,
        files,
      },
      recorder: openRecorder({ home, command: 'backup rotate', records: 'effects', warn }),
      now,
    })
  }

  it('C17 leaves every deed whole for the readers before or after, and the next one ends it', async () => {
    const { files, calls } = spy()
    await rotateDirectly(files)
    expect(calls).toContain('rename')
    const seen = new Set<string>()
    const chosen = [...calls.keys()].filter((at) => LONG || TELLING.includes(calls[at] ?? ''))
    for (const index of chosen) {
      rmSync(inSeries(), { recursive: true })
      cpSync(host.at('nightly'), inSeries(), { recursive: true })
      await expect(rotateDirectly(refusing(index + 1, { code: 'EIO', forEver: true }))).rejects.toBeTruthy()
      const opened = await Promise.all(DEEDS.map(openedOf))
      for (const each of opened) expect([BEFORE, AFTER]).toContainEqual(each)
      seen.add(JSON.stringify(opened))
      const { deeds } = await rotateDirectly()
      expect(deeds.map(({ state }) => state).filter((state) => state === 'refused')).toEqual([])
      for (const deed of DEEDS) expect(await openedOf(deed)).toEqual(AFTER)
      expect(DEEDS.map((deed) => existsSync(inSeries(deed, 'keys')))).toEqual([false, false])
    }
    expect(seen.size).toBe(3)
  })

  it('finishes what one before has left: age files that are nobody’s any more', async () => {
    await rotate('archive', ...OVER)
    cpSync(host.at('nightly', '000001.deed', 'keys'), inSeries('000001.deed', 'keys'), { recursive: true })
    const again = await rotate('archive', ...OVER)
    expect([again.exit, statesOf(again)]).toEqual([0, ['finished', 'unchanged']])
    expect(existsSync(inSeries('000001.deed', 'keys'))).toBe(false)
  })
})

describe('who may change the readers of a series', () => {
  it('stands in its paper, and in every deed: by default the readers whose cards can sign', async () => {
    const { grantors } = (await host.look('list', 'nightly')).document.series
    expect(grantors).toEqual([{ name: 'archive', fingerprint: partyOf('archive').card.fingerprint }])
    const named = await host.begin('named', '--may-grant', 'other')
    expect(named.exit).toBe(0)
    await host.backup('named')
    const { manifest } = (await host.json('inspect', host.at('named', '000001.deed'))).document
    expect(manifest.grantors).toEqual([partyOf('other').card.fingerprint])
  })

  it('is nobody in a series from before there was this field', async () => {
    const { key } = await openKeyFile(host.at('host.key'))
    const [readers, now] = [[{ name: 'a', fingerprint: '0'.repeat(64) }], new Date()]
    const content = { series: '0'.repeat(32), name: 'old', suite: 'classic', readers, ledgerHead: null }
    const bytes = signPaper(SERIES, content, { key, now })
    expect(openPaper(bytes, SERIES, { from: key.card, name: 'old' }).predicate.grantors).toBeUndefined()
  })
})

function digitsOf(name: string): string {
  return fingerprintDigits(partyOf(name).card.fingerprint)
}
