import { spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { appendFileSync, readdirSync, readFileSync } from 'node:fs'
import { setTimeout as wait } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect } from 'vitest'
import { readCard, trustCard } from '../../src/identity/index.ts'
import { PROGRAM } from '../built-program.ts'
import { COMPILED } from '../cli/run-cli.ts'
import { findProgram, itWith } from '../interop/needs.ts'
import { Host } from './a-host.ts'
import { freePort, serveWebdav, writeRemotes } from './remotes.ts'

const LONG = process.env.DATADEED_TEST_LONG !== undefined
const RUNS = LONG ? 60 : 9
const DRILLS = LONG ? 10 : 2
const ROWS = LONG ? 20_000 : 2000
/** In units of 512 bytes: the ledger stays shorter, the blocks of a deed do not. */
const LONGEST_FILE = LONG ? 800 : 160
const REMOTE = 'rclone:dav:shop'
const REMOTE_RUNS = LONG ? [0, 9, 19, 29, 39, 49, 59] : [1, 5, 8]
const DEAD_RUNS = LONG ? [29] : [5]

const itOnWebdav = itWith(findProgram('rclone'), 'rclone is missing: apt install rclone')

let host: Host
let port: number
beforeAll(async () => {
  host = await Host.make()
  await trustCard(host.at('home'), await readCard(host.at('host.card')))
  port = await freePort()
  writeRemotes(host.at('rclone.conf'), { webdav: port, sftp: 1 }, host.at('ssh'))
  process.env.RCLONE_CONFIG = host.at('rclone.conf')
})
afterAll(() => {
  delete process.env.RCLONE_CONFIG
  host[Symbol.dispose]()
})

/** A source of one table, whose cells do not compress away. */
class Source {
  readonly #path = host.at('orders.csv')
  #wide = false
  #rows = 0

  /** The next night's: it grows, it stays, and once it has another column. */
  change(run: number): void {
    const wide = run > RUNS / 2
    if (run === 0 || wide !== this.#wide) {
      this.#wide = wide
      host.write(wide ? 'id,code,mobile\n' : 'id,code\n')
      this.#append(ROWS)
    } else if (run % 4 !== 3) this.#append(3)
  }

  bytes(): Buffer {
    return readFileSync(this.#path)
  }

  #append(count: number): void {
    const rows = Array.from({ length: count }, () => {
      this.#rows += 1
      return `${this.#rows},${randomBytes(60).toString('hex')}${this.#wide ? ',13800138000' : ''}\n`
    })
    appendFileSync(this.#path, rows.join(''))
  }
}

/** A command in a process of its own: on a disk that takes no long file, or killed wherever it is after some time. */
async function apart(
  words: readonly string[],
  { full = false, killAfterMs = 0 }: { full?: boolean; killAfterMs?: number },
): Promise<number | null> {
  const shell = `${full ? `ulimit -f ${LONGEST_FILE}; ` : ''}exec "$0" "$@"`
  const child = spawn('/bin/sh', ['-c', shell, process.execPath, PROGRAM, 'backup', ...words], {
    env: {
      PATH: process.env.PATH,
      DATADEED_HOME: host.at('home'),
      RCLONE_CONFIG: host.at('rclone.conf'),
      ...COMPILED,
    },
    stdio: 'ignore',
  })
  const ended = new Promise<number | null>((resolve) => child.on('close', resolve))
  if (killAfterMs > 0) {
    await Promise.race([wait(killAfterMs), ended])
    child.kill('SIGKILL')
  }
  return ended
}

/** A series, and what its source held when each of its deeds was sealed: what must come back. */
class Judged {
  readonly place: string
  readonly held = new Map<number, Buffer>()

  constructor(place: string) {
    this.place = place
  }

  words(name: string, ...more: readonly string[]): string[] {
    return [name, '--series', this.place, ...more]
  }

  command(name: string, ...more: readonly string[]) {
    return host.json('backup', ...this.words(name, ...more))
  }

  /** A command that is killed time and again, at another moment each time, and then left to end. */
  async stubborn(name: string, ...more: readonly string[]) {
    for (let afterMs = 150; LONG && this.place !== REMOTE && afterMs < 1500; afterMs += 50)
      await apart(this.words(name, ...more), { killAfterMs: afterMs })
    return this.command(name, ...more)
  }

  running(): string[] {
    return this.words('run', '--source', host.at('orders.csv'), '--key', host.at('host.key'))
  }

  run() {
    return host.json('backup', ...this.running(), '--workers', '1')
  }

  /** Notes the deeds that have come, whether the run that made them could say so or not. */
  async note(source: Source): Promise<void> {
    const { exit, document } = await this.command('list')
    expect([exit, document.faults]).toEqual([0, []])
    for (const { kind, sequence } of document.links)
      if (kind === 'deed' && !this.held.has(sequence)) this.held.set(sequence, source.bytes())
  }

  /** Verified, pruned, given to other readers, drilled: all of it right, and every deed that stays is what it was. */
  async judge(): Promise<void> {
    const key = ['--key', host.at('archive.key')]
    const whole = await this.command('verify')
    expect(whole).toMatchObject({ exit: 0, document: { whole: true, faults: [], deeds: this.held.size } })
    expect((await this.command('status', '--deed-age', '1d', '--fail-stale')).exit).toBe(0)
    expect(await this.command('drill', ...key)).toMatchObject({
      exit: 0,
      document: { drill: { verdict: 'passed' } },
    })

    const kept = ['--keep-last', String(Math.ceil(this.held.size / 2)), '--key', host.at('host.key')]
    expect((await this.stubborn('prune', ...kept)).exit).toBe(0)
    const { links } = (await this.command('list')).document
    for (const { sequence, pruned } of links) if (pruned !== null) this.held.delete(sequence)
    expect(this.held.size).toBeGreaterThan(1)
    expect(this.held.size).toBeLessThan(whole.document.deeds)

    const change = ['--to', 'other', '--drop', 'archive']
    expect((await this.stubborn('rotate', ...key, ...change)).exit).toBe(0)
    expect(await this.command('verify')).toMatchObject({
      exit: 0,
      document: { whole: true, deeds: this.held.size, removing: [] },
    })

    const readers = await host.json('keys', 'census', host.at('nightly'), '--fail-if', 'opens-with:archive')
    expect(readers).toMatchObject({ exit: 0, document: { uncounted: [] } })

    const other = ['--key', host.at('other.key')]
    const drilled = await this.stubborn('drill', ...other, '--into', host.desk.folder)
    expect(drilled).toMatchObject({ exit: 0, document: { drill: { verdict: 'passed' } } })
    for (let drill = 0; drill < DRILLS; drill += 1) {
      const into = drill % 2 === 0 ? host.desk.folder : `sqlite:${host.desk.folder}`
      const { exit, document } = await this.command('drill', '--deed', 'random', ...other, '--into', into)
      expect([exit, document.drill.verdict]).toEqual([0, 'passed'])
    }
    expect((await this.command('drill', ...key)).exit).toBe(7)
    expect((await this.command('status', '--drill-age', '1d', '--fail-stale')).exit).toBe(0)
    expect(readdirSync(host.desk.folder).filter((name) => name.startsWith('datadeed-drill-'))).toEqual([])
  }
}

describe('a series of many runs', () => {
  itOnWebdav(
    'C01 C17 loses nothing by kills, a full disk, a dead remote and another column',
    async () => {
      const serve = () => serveWebdav(host.at('dav'), port)
      let server = await serve()
      const [nightly, remote, source] = [new Judged(host.at('nightly')), new Judged(REMOTE), new Source()]
      for (const { place } of [nightly, remote]) {
        const words = ['--series', place, '--key', host.at('host.key'), '--to', 'archive', '--classic']
        expect((await host.run('backup', 'init', ...words)).exit).toBe(0)
      }
      for (let run = 0; run < RUNS; run += 1) {
        source.change(run)
        if (run % 3 === 2) await apart(nightly.running(), { killAfterMs: 200 + ((run * 137) % 2000) })
        else if (run % 10 === 6) expect(await apart(nightly.running(), { full: true })).toBe(11)
        else expect((await nightly.run()).exit).toBe(0)
        await nightly.note(source)
        if (!REMOTE_RUNS.includes(run)) continue
        if (DEAD_RUNS.includes(run)) {
          await server.stop()
          expect((await remote.run()).exit).toBe(10)
          server = await serve()
        }
        expect((await remote.run()).exit).toBe(0)
        await remote.note(source)
      }
      // What a killed run has left goes with the next.
      await nightly.run()
      await nightly.note(source)
      expect(readdirSync(nightly.place).filter((name) => name.includes('partial'))).toEqual([])
      expect(nightly.held.size).toBeGreaterThan(RUNS / 3)
      await nightly.judge()
      if (LONG) await remote.judge()
      else
        expect(await remote.command('verify')).toMatchObject({ exit: 0, document: { whole: true, deeds: 3 } })
      await server.stop()

      for (const [sequence, bytes] of nightly.held) {
        const deed = host.at('nightly', `${String(sequence).padStart(6, '0')}.deed`)
        const out = host.at(`restored-${sequence}`)
        const words = [deed, '--from', 'host', '--key', host.at('other.key'), '-o', out]
        expect((await host.json('restore', ...words)).exit).toBe(0)
        expect(readFileSync(`${out}/orders.csv`).equals(bytes)).toBe(true)
      }
    },
    900_000,
  )
})
