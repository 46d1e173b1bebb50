import { cpSync, existsSync, readdirSync, readFileSync, utimesSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect } from 'vitest'
import { findProgram, itWith } from '../interop/needs.ts'
import { Host, ORDERS } from './a-host.ts'
import { freePort, type Server, serveWebdav, writeRemotes } from './remotes.ts'

const itOnWebdav = itWith(findProgram('rclone'), 'rclone is missing: apt install rclone')
/** Some fifty programs, one after the other, on a machine that may be busy. */
const SLOW_MS = 240_000
const OTHER = 'f'.repeat(32)
const SERIES = 'rclone:dav:shop'

let host: Host
let port: number
let server: Server
const there = (...names: string[]) => host.at('dav', 'shop', ...names)
const claims = () => readdirSync(there()).filter((name) => name.includes('claim'))
const run = (...more: string[]) =>
  host.json(
    ...['backup', 'run', '--series', SERIES, '--source', host.at('orders.csv')],
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
})
afterAll(async () => {
  await server?.stop()
  delete process.env.RCLONE_CONFIG
  host[Symbol.dispose]()
})

describe('two writers of a series on a remote', () => {
  itOnWebdav(
    'take no number that another has claimed within a day, and one of two at once ends with 12',
    async () => {
      await serve()
      const begun = ['--series', SERIES, '--key', host.at('host.key'), '--to', 'archive', '--classic']
      expect((await host.run('backup', 'init', ...begun)).exit).toBe(0)
      const other = `000001.claim-${OTHER}`
      writeFileSync(there(other), '')
      const refused = await run()
      expect([refused.exit, refused.document.error.code]).toEqual([12, 'LOCKED'])
      expect(claims()).toEqual([other])
      // An old one of another host, and one that a killed run of this host has left.
      const yesterday = new Date(Date.now() - 25 * 3_600_000)
      utimesSync(there(other), yesterday, yesterday)
      const memory = readdirSync(host.at('home', 'backup')).find((name) => name.endsWith('.host.json'))
      const own = JSON.parse(readFileSync(host.at('home', 'backup', memory ?? ''), 'utf8')).host
      writeFileSync(there(`000001.claim-${own}`), '')
      const first = await run()
      expect(first).toMatchObject({ exit: 0, document: { kind: 'deed', sequence: 1 } })
      expect(first.stderr).toContain(other)
      expect(claims()).toEqual([])
      cpSync(host.at('home'), host.at('second'), {
        recursive: true,
        filter: (path) => !path.endsWith('.host.json'),
      })
      const both = await Promise.all([run(), run('--home', host.at('second'))])
      expect(both.map(({ exit }) => exit).sort()).toEqual([0, 12])
      expect(claims()).toEqual([])
      const { exit, document } = await host.json('backup', 'list', '--series', SERIES)
      expect([exit, document.whole, document.links.length, document.unfinished]).toEqual([0, true, 2, []])
    },
    SLOW_MS,
  )

  itOnWebdav(
    'C17 goes on with what was sealed when the storage died in the middle of sending it',
    async () => {
      host.write(`${ORDERS}3,1.00\n`)
      const running = run()
      // All of it is there but the signatures: rclone tries long for each file that it cannot send.
      const [folder = ''] = readdirSync(host.at('home', 'backup')).filter((name) => name.endsWith('.staging'))
      const staged = host.at('home', 'backup', folder)
      const files = (path: string) =>
        existsSync(path)
          ? readdirSync(path, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile())
          : []
      const sent = () => files(there('000003.deed')).length
      while (sent() === 0 || sent() < files(join(staged, '000003.deed')).length - 1) await wait(5)
      await server.stop()
      const dead = await running
      expect(dead.exit).toBe(10)
      expect((await run()).exit).toBe(10)
      expect(readdirSync(staged)).toEqual(['000003.deed'])
      await serve()
      const next = await run()
      expect(next.stderr).toContain('000003.deed')
      expect(next).toMatchObject({ exit: 0, document: { kind: 'mark', sequence: 4 } })
      const verified = await host.json('backup', 'verify', '--series', SERIES)
      expect(verified).toMatchObject({ exit: 0, document: { whole: true, deeds: 2 } })
      expect(readdirSync(staged)).toEqual([])
    },
    SLOW_MS,
  )
})
