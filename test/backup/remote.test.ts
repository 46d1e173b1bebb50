import { cpSync, readdirSync, readFileSync, rmSync, statSync, truncateSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import type { Card, OpenedKey } from '../../src/identity/index.ts'
import { opensWith } from '../access/held-deeds.ts'
import { findProgram, itWith } from '../interop/needs.ts'
import { Host, ORDERS } from './a-host.ts'
import { freePort, type Server, serveSftp, serveWebdav, writeRemotes } from './remotes.ts'

const rclone = findProgram('rclone')
const sshd = findProgram('sshd') ?? findProgram('../sbin/sshd')
const itOnWebdav = itWith(rclone, 'rclone is missing: apt install rclone')
const itOnSftp = itWith(rclone && sshd, 'rclone or sshd is missing: apt install rclone openssh-server')

/** Some fifty programs, one after the other, on a machine that may be busy. */
const SLOW_MS = 240_000

let host: Host
const ports = { webdav: 0, sftp: 0 }
const servers: Server[] = []
const begin = (series: string) =>
  host.run('backup', 'init', '--series', series, '--key', host.at('host.key'), '--to', 'archive', '--classic')
const backup = (series: string) =>
  host.json(
    ...['backup', 'run', '--series', series, '--source', host.at('orders.csv')],
    ...['--key', host.at('host.key'), '--workers', '1'],
  )
const look = (command: string, series: string) => host.json('backup', command, '--series', series)

beforeAll(async () => {
  host = await Host.make()
  ports.webdav = await freePort()
  ports.sftp = await freePort()
  writeRemotes(host.at('rclone.conf'), ports, host.at('ssh'))
  process.env.RCLONE_CONFIG = host.at('rclone.conf')
})
afterEach(async () => {
  for (const server of servers.splice(0)) await server.stop()
})
afterAll(() => {
  delete process.env.RCLONE_CONFIG
  host[Symbol.dispose]()
})

describe('a series on a remote', () => {
  itOnWebdav(
    'is begun, added to and verified over WebDAV, which keeps no hashes; a cut upload goes on',
    async () => {
      servers.push(await serveWebdav(host.at('dav'), ports.webdav))
      const series = 'rclone:dav:shop/nightly'
      const there = (...names: string[]) => host.at('dav', 'shop', 'nightly', ...names)
      expect((await begin(series)).exit).toBe(0)
      expect((await begin(series)).exit).toBe(12)
      const first = await backup(series)
      expect(first).toMatchObject({ exit: 0, document: { kind: 'deed', path: `${series}/000001.deed` } })
      const id = first.document.series.id
      const memory = (what: string) => host.at('home', 'backup', `${id}.${what}`)
      const seen = readFileSync(memory('seen.json'))
      host.write(`${ORDERS}3,1.00\n`)
      const second = await backup(series)
      // As a run leaves it that is killed on the way: sealed here, there a part and no signatures.
      cpSync(there('000002.deed'), join(memory('staging'), '000002.deed'), { recursive: true })
      rmSync(there('000002.deed', 'signatures.json'))
      truncateSync(there('000002.deed', 'data', '0', '0.blocks'), 100)
      writeFileSync(memory('seen.json'), seen)
      expect((await look('status', series)).document).toMatchObject({ deeds: 1, unfinished: ['000002.deed'] })
      const third = await backup(series)
      expect(third.stderr).toContain('000002.deed')
      expect(third.document).toMatchObject({ kind: 'mark', sequence: 3, previous: second.document.sha256 })
      expect(readdirSync(memory('staging'))).toEqual([])
      const verified = await look('verify', series)
      expect(verified).toMatchObject({ exit: 0, document: { whole: true, deeds: 2 } })
      expect(verified.document.blocks.read).toBe(verified.document.blocks.all)
      const bytes = readdirSync(there('000002.deed'), { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile())
        .reduce((sum, { parentPath, name }) => sum + statSync(join(parentPath, name)).size, 0)
      expect(verified.document.links[1].content.bytes).toBe(bytes)
      const reader = ['--key', host.at('archive.key'), '--workers', '1']
      const drilled = await host.json('backup', 'drill', '--series', series, ...reader)
      expect([drilled.exit, drilled.document.drill.sequence]).toEqual([0, 2])
      expect(drilled.document.report).toBe(`${series}/drills/${readdirSync(there('drills'))[0]}`)
      const status = await look('status', series)
      expect(status.document).toMatchObject({ newestDrill: { sequence: 2 }, foreign: [] })
      const key = ['--key', host.at('host.key')]
      const pruned = await host.json('backup', 'prune', '--series', series, ...key, '--keep-last', '1')
      expect(pruned).toMatchObject({ exit: 0, document: { removed: [1], mark: { sequence: 4 } } })
      expect(readdirSync(there('000001.deed')).sort()).toEqual(['manifest.json', 'signatures.json'])
      expect(readdirSync(there('000002.deed')).length).toBeGreaterThan(2)
      expect((await look('list', series)).document).toMatchObject({ whole: true, removing: [] })
    },
    SLOW_MS,
  )

  itOnSftp(
    'is whole over OpenSSH, whose files are compared by their hashes',
    async () => {
      servers.push(await serveSftp(host.at('ssh'), sshd ?? '', ports.sftp))
      const series = `rclone:ssh:${host.at('over-ssh')}`
      expect((await begin(series)).exit).toBe(0)
      expect(await backup(series)).toMatchObject({ exit: 0, document: { kind: 'deed', sequence: 1 } })
      const { exit, document } = await look('list', series)
      expect([exit, document.whole, document.links.length]).toEqual([0, true, 1])
      // As rclone leaves it when it is killed before it gives the file its name.
      const deed = host.at('over-ssh', '000001.deed')
      writeFileSync(join(deed, 'access.rotated.json.0a1b2c3d.partial'), 'cut')
      const rotated = await host.json(
        ...['backup', 'rotate', '--series', series, '--key', host.at('archive.key')],
        ...['--to', 'other', '--drop', 'archive'],
      )
      expect(rotated).toMatchObject({ exit: 0, document: { deeds: [{ state: 'rotated' }] } })
      expect(readdirSync(deed).filter((name) => /^(?:access|keys)/.test(name))).toEqual([
        ...['access.json', 'access.rotated.json', 'access.signatures.json'],
      ])
      const { card } = host.parties.get('host') ?? {}
      const opened = async (name: string) =>
        opensWith(deed, host.parties.get(name)?.key as OpenedKey, card as Card)
      expect([await opened('other'), await opened('archive')]).toEqual(['opens', 'NO_KEY'])
    },
    SLOW_MS,
  )

  it('says how to install rclone where it is missing', async () => {
    const { PATH } = process.env
    process.env.PATH = host.at('nothing')
    try {
      const { exit, document } = await look('list', 'rclone:dav:x')
      expect([exit, document.error.code]).toEqual([2, 'USAGE'])
      expect(document.error.hints[0]).toContain('apt install rclone')
    } finally {
      process.env.PATH = PATH
    }
  })

  it.each(['', 'x', '--config=x:y', '-x:y', ':local:/x', 'dav,pass=SECRET:y', '/x:y', 'dav:x\u0000y'])(
    'refuses "%s", which is no place in a remote that rclone config has named, and shows no settings',
    async (wrong) => {
      const { exit, document } = await look('list', `rclone:${wrong}`)
      expect([exit, document.error.hints[0]]).toEqual([2, expect.stringContaining('rclone listremotes')])
      expect(document.error.message).not.toContain('SECRET')
    },
  )
})
