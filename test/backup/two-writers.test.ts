import { cpSync, existsSync, readdirSync, readFileSync, utimesSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openMirror, openSeries } from '../../src/backup/index.ts'
import { assertNoLink, claimNumber } from '../../src/backup/remote/claim.ts'
import { findProgram, itWith } from '../interop/needs.ts'
import { Host, ORDERS } from './a-host.ts'
import { freePort, type Server, serveWebdav, writeRemotes } from './remotes.ts'

const itWithRclone = itWith(findProgram('rclone'), 'rclone is missing: apt install rclone')
/** Some fifty programs, one after the other, on a machine that may be busy. */
const SLOW_MS = 240_000
/** Lower than any: who has it is not waited for. */
const OTHER = '0'.repeat(32)
const DAV = 'rclone:dav:shop'
const NEAR = 'rclone:near:'

let host: Host
let port: number
let server: Server | undefined
const claimsIn = (...names: string[]) =>
  readdirSync(host.at(...names)).filter((name) => name.includes('claim'))
const run = (series: string, ...more: string[]) =>
  host.json(
    ...['backup', 'run', '--series', series, '--source', host.at('orders.csv')],
    ...['--key', host.at('host.key'), '--workers', '1', ...more],
  )
const serve = async () => {
  server = await serveWebdav(host.at('dav'), port)
}

beforeAll(async () => {
  host = await Host.make()
  port = await freePort()
  writeRemotes(host.at('rclone.conf'), { webdav: port, sftp: 0 }, host.at('ssh'))
  process.env.RCLONE_CONFIG = host.at('rclone.conf')
  process.env.RCLONE_CONFIG_NEAR_TYPE = 'alias'
  process.env.RCLONE_CONFIG_NEAR_REMOTE = host.at('near')
})
afterAll(async () => {
  await server?.stop()
  for (const name of ['', '_NEAR_TYPE', '_NEAR_REMOTE']) delete process.env[`RCLONE_CONFIG${name}`]
  host[Symbol.dispose]()
})

describe('two writers of a series on a remote', () => {
  itWithRclone(
    'take no number that another has claimed within a day, and their own claims after a kill',
    async () => {
      await host.begin('near')
      const there = `000001.claim-${OTHER}`
      writeFileSync(host.at('near', there), '')
      const refused = await run(NEAR)
      expect([refused.exit, refused.document.error.code]).toEqual([12, 'LOCKED'])
      expect(claimsIn('near')).toEqual([there])
      // An old one of another host, and one that a killed run of this host has left.
      const yesterday = new Date(Date.now() - 25 * 3_600_000)
      utimesSync(host.at('near', there), yesterday, yesterday)
      const memory = readdirSync(host.at('home', 'backup')).find((name) => name.endsWith('.host.json'))
      const own = JSON.parse(readFileSync(host.at('home', 'backup', memory ?? ''), 'utf8')).host
      writeFileSync(host.at('near', `000001.claim-${own}`), '')
      const first = await run(NEAR)
      expect(first).toMatchObject({ exit: 0, document: { kind: 'deed', sequence: 1 } })
      expect(first.stderr).toContain(there)
      expect(claimsIn('near')).toEqual([])
    },
    SLOW_MS,
  )

  itWithRclone('are counted on a remote as in a folder, without their blocks being fetched', async () => {
    const count = async (place: string) => {
      const { exit, document } = await host.json('keys', 'census', place, '--fail-if', 'opens-with:archive')
      expect([exit, document.error.code, document.uncounted]).toEqual([14, 'RULE', []])
      return JSON.parse(JSON.stringify(document).replaceAll(place, '').replaceAll('"/', '"'))
    }
    await host.run(
      'card',
      'trust',
      host.at('host.card'),
      '--fingerprint',
      host.parties.get('host')?.card.fingerprint ?? '',
    )
    const there = await count('rclone:near:')
    expect(there.deeds).toMatchObject([{ deed: '000001.deed', verified: true }])
    expect(there).toEqual(await count(host.at('near')))
  })

  itWithRclone('take their claims away again where they are stopped', async () => {
    const controller = new AbortController()
    const home = host.at('home')
    const warned: string[] = []
    await using mirror = await openMirror(NEAR, { signal: controller.signal })
    const series = await openSeries(mirror, { home, now: new Date() })
    if (series === undefined) throw new Error('no series')
    const claim = await claimNumber(series, 9, { home, warn: (sentence) => warned.push(sentence) })
    expect(claimsIn('near')).toHaveLength(1)
    controller.abort(new Error('stopped'))
    await claim[Symbol.asyncDispose]()
    expect([claimsIn('near'), warned]).toEqual([[], []])
  })

  itWithRclone(
    'throw away what was sealed and not sent where another link of its number has come',
    async () => {
      const copies = [
        ['home', 'home-2'],
        ['near', 'near-2'],
      ] as const
      for (const [from, to] of copies) cpSync(host.at(from), host.at(to), { recursive: true })
      const ofSecond = ['--home', host.at('home-2')]
      expect((await host.backup('near-2', '--always', ...ofSecond)).document).toMatchObject({ sequence: 2 })
      const { document } = await host.backup('near')
      expect(document).toMatchObject({ kind: 'mark', sequence: 2 })
      const staged = host.at('home', 'backup', `${document.series.id}.staging`, '000002.deed')
      cpSync(host.at('near-2', '000002.deed'), staged, { recursive: true })
      const next = await run(NEAR)
      expect(next).toMatchObject({ exit: 0, document: { kind: 'mark', sequence: 3 } })
      expect(next.stderr).toContain('000002.deed')
      expect(existsSync(staged)).toBe(false)
      expect((await host.look('list', 'near')).document).toMatchObject({ whole: true, unfinished: [] })
    },
    SLOW_MS,
  )

  it('send no signatures where a link of the number has come, whatever its kind, but to their own deed', () => {
    const check = (...names: string[]) =>
      assertNoLink(
        names.map((name) => ({ name, modified: 0 })),
        { sequence: 7, allowed: '000007.deed', place: DAV },
      )
    check('series.json', '000006.deed', '000007.deed', '000008.mark', `000007.claim-${OTHER}`)
    for (const kind of ['mark', 'prune'])
      expect(() => check('000007.deed', `000007.${kind}`)).toThrow(
        expect.objectContaining({ code: 'LOCKED' }),
      )
  })

  itWithRclone(
    'C17 go on one after the other where they begin at once, and with what was sealed when the storage died',
    async () => {
      await serve()
      const begun = ['--series', DAV, '--key', host.at('host.key'), '--to', 'archive', '--classic']
      expect((await host.run('backup', 'init', ...begun)).exit).toBe(0)
      const first = await run(DAV)
      expect(first).toMatchObject({ exit: 0, document: { kind: 'deed', sequence: 1 } })
      const filter = (path: string) => !path.endsWith('.host.json')
      cpSync(host.at('home'), host.at('second'), { recursive: true, filter })
      const both = await Promise.all([run(DAV), run(DAV, '--home', host.at('second'))])
      expect(both.map(({ exit }) => exit).sort()).toEqual([0, 12])
      expect(claimsIn('dav', 'shop')).toEqual([])
      host.write(`${ORDERS}3,1.00\n`)
      const running = run(DAV)
      const staged = host.at('home', 'backup', `${first.document.series.id}.staging`)
      // All of it is there but the signatures: rclone tries long for each file that it cannot send.
      const sent = () => filesIn(host.at('dav', 'shop', '000003.deed'))
      while (sent() === 0 || sent() < filesIn(join(staged, '000003.deed')) - 1) await wait(5)
      await server?.stop()
      expect((await running).exit).toBe(10)
      const dead = await run(DAV)
      expect([dead.exit, dead.document.error.code]).toEqual([10, 'IO_READ'])
      expect(readdirSync(staged)).toEqual(['000003.deed'])
      await serve()
      const next = await run(DAV)
      expect(next.stderr).toContain('000003.deed')
      expect(next).toMatchObject({ exit: 0, document: { kind: 'mark', sequence: 4 } })
      expect(readdirSync(staged)).toEqual([])
      const { exit, document } = await host.json('backup', 'list', '--series', DAV)
      expect([exit, document.whole, document.links.length, document.unfinished]).toEqual([0, true, 4, []])
    },
    SLOW_MS,
  )
})

function filesIn(path: string): number {
  if (!existsSync(path)) return 0
  return readdirSync(path, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile()).length
}
