import { spawn } from 'node:child_process'
import { appendFileSync, readdirSync, writeFileSync } from 'node:fs'
import { setTimeout as wait } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { readCard, trustCard } from '../../src/identity/index.ts'
import { PROGRAM } from '../built-program.ts'
import { COMPILED } from '../cli/run-cli.ts'
import { Host } from './a-host.ts'

const LONG = process.env.DATADEED_TEST_LONG !== undefined
const RUNS = LONG ? 60 : 3
const ROWS = LONG ? 200_000 : 2000

let host: Host
beforeAll(async () => {
  host = await Host.make()
})
afterAll(() => host[Symbol.dispose]())

/** A command in a process of its own that is killed after some time, wherever it is by then. */
async function killed(afterMs: number, ...words: readonly string[]): Promise<number | null> {
  const child = spawn(process.execPath, [PROGRAM, 'backup', ...words], {
    env: { PATH: process.env.PATH, DATADEED_HOME: host.at('home'), ...COMPILED },
    stdio: 'ignore',
  })
  const ended = new Promise<number | null>((resolve) => child.on('close', resolve))
  await Promise.race([wait(afterMs), ended])
  child.kill('SIGKILL')
  return ended
}

describe('a series of many runs', () => {
  it('C17 is whole after kills anywhere, over a source that grows, stays and gets another column', async () => {
    await host.begin('nightly')
    const rows = Array.from({ length: ROWS }, (_, id) => `${id},${(id * 7919) % 1000}.50\n`)
    host.write(`id,amount\n${rows.join('')}`)
    let [deeds, marks] = [0, 0]
    for (let run = 0; run < RUNS; run += 1) {
      if (run % 4 !== 3) appendFileSync(host.at('orders.csv'), `${ROWS + run},1.00\n`)
      if (run === RUNS / 2)
        writeFileSync(host.at('orders.csv'), `id,amount,mobile\n${'1,2.00,13800138000\n'.repeat(9)}`)
      if (run === RUNS / 2 + 1) host.write(`id,amount\n${rows.join('')}`)
      if (run % 3 === 2) {
        const running = ['run', '--series', host.at('nightly'), '--key', host.at('host.key')]
        await killed(200 + ((run * 137) % 2000), ...running, '--source', host.at('orders.csv'))
        continue
      }
      const { exit, document } = await host.backup('nightly')
      expect(exit).toBe(0)
      if (document.kind === 'deed') deeds += 1
      else marks += 1
    }
    expect(deeds + marks).toBe(RUNS - Math.floor(RUNS / 3))
    expect(deeds).toBeGreaterThan(RUNS / 3)
    const verified = await host.look('verify', 'nightly')
    expect(verified).toMatchObject({ exit: 0, document: { whole: true, faults: [] } })
    expect(verified.document.deeds).toBeGreaterThanOrEqual(deeds)
    const links: { kind: string }[] = verified.document.links
    const where = ['--series', host.at('nightly'), '--key', host.at('host.key')]
    const pruned = await host.json('backup', 'prune', ...where, '--keep-last', '2')
    expect(pruned.exit).toBe(0)
    const left = await host.look('verify', 'nightly')
    expect(left).toMatchObject({ exit: 0, document: { whole: true, removing: [] } })
    expect(left.document.links).toHaveLength(links.length + (pruned.document.mark === null ? 0 : 1))
    const status = await host.look('status', 'nightly')
    expect(status.document.pruned).toBe(pruned.document.removed.length)
    expect(status.document.deeds).toBe(pruned.document.deeds.length - pruned.document.removed.length)
    const rotating = ['rotate', '--series', host.at('nightly'), '--key', host.at('archive.key')]
    const over = ['--to', 'other', '--drop', 'archive']
    for (let afterMs = 150; LONG && afterMs < 1500; afterMs += 50) await killed(afterMs, ...rotating, ...over)
    const rotated = await host.json('backup', ...rotating, ...over)
    expect(rotated).toMatchObject({ exit: 0, document: { faults: [] } })
    await trustCard(host.at('home'), await readCard(host.at('host.card')))
    const readers = await host.json('keys', 'census', host.at('nightly'), '--fail-if', 'opens-with:archive')
    expect(readers).toMatchObject({ exit: 0, document: { uncounted: [] } })
    expect(await host.look('verify', 'nightly')).toMatchObject({ exit: 0, document: { whole: true } })
    const drilling = [
      'drill',
      '--series',
      host.at('nightly'),
      '--key',
      host.at('other.key'),
      '--deed',
      'random',
    ]
    for (let afterMs = 300; LONG && afterMs < 2000; afterMs += 100)
      await killed(afterMs, ...drilling, '--into', host.desk.folder)
    for (let drills = 0; drills < (LONG ? 10 : 1); drills += 1) {
      const drilled = await host.json('backup', ...drilling, '--into', host.desk.folder)
      expect(drilled).toMatchObject({ exit: 0, document: { drill: { verdict: 'passed' } } })
    }
    expect(readdirSync(host.desk.folder).filter((name) => name.startsWith('datadeed-drill'))).toEqual([])
    await host.backup('nightly')
    expect(readdirSync(host.at('nightly')).filter((name) => name.includes('partial'))).toEqual([])
  }, 900_000)
})
