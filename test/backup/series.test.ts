import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { chooseBlocks } from '../../src/backup/look/verify-series.ts'
import { Host, ORDERS } from './a-host.ts'

let host: Host

/** A series of deed, mark, deed, as its host has left it. */
beforeAll(async () => {
  host = await Host.make()
  await host.begin('nightly')
  await host.backup('nightly')
  await host.backup('nightly')
  host.write(`${ORDERS}3,1.00\n`)
  await host.backup('nightly')
  cpSync(host.at('home', 'backup'), host.at('memory'), { recursive: true })
})
/** What the host remembers is of the series itself, not of what a test has made of it. */
const remember = () => {
  remove(host.at('home', 'backup'))
  cpSync(host.at('memory'), host.at('home', 'backup'), { recursive: true })
}
beforeEach(remember)
afterAll(() => host[Symbol.dispose]())

let copies = 0
/** The series after somebody has been at it, as `look` finds it. */
async function seenAfter(
  change: (at: (...names: string[]) => string) => void,
  command: 'list' | 'verify' = 'list',
) {
  const folder = `copy-${copies++}`
  cpSync(host.at('nightly'), host.at(folder), { recursive: true })
  change((...names) => host.at(folder, ...names))
  const { exit, document } = await host.look(command, folder)
  const faults: { sequence: number; kind: string; code: string }[] = document.faults
  return { exit, document, faults: faults.map(({ sequence, kind, code }) => [sequence, kind, code]) }
}
const remove = (path: string) => rmSync(path, { recursive: true })

describe('a series', () => {
  it('is whole as its host left it, without any key', async () => {
    const { exit, document } = await host.look('verify', 'nightly')
    expect(exit).toBe(0)
    expect(document).toMatchObject({ whole: true, deeds: 2, faults: [], unfinished: [], foreign: [] })
    expect(document.links.map(({ kind }: { kind: string }) => kind)).toEqual(['deed', 'mark', 'deed'])
    expect(document.blocks.read).toBe(document.blocks.all)
  })

  it('misses what was taken out, wherever it stood', async () => {
    const middle = await seenAfter((at) => remove(at('000002.mark')))
    expect(middle).toMatchObject({ exit: 5, faults: [[2, 'gap', 'DAMAGED']] })
    const first = await seenAfter((at) => remove(at('000001.deed')))
    expect(first.faults).toEqual([[1, 'gap', 'DAMAGED']])
  })

  it('T8 notices by what it has seen that the newest are gone, and goes on behind them', async () => {
    const rolled = await seenAfter((at) => remove(at('000003.deed')))
    expect(rolled).toMatchObject({ exit: 8, faults: [[3, 'rollback', 'REPLAYED']] })
    cpSync(host.at('nightly'), host.at('rolled'), { recursive: true })
    remove(host.at('rolled', '000003.deed'))
    const run = await host.backup('rolled')
    expect(run).toMatchObject({ exit: 0, document: { sequence: 4, kind: 'deed' } })
    expect(run.stderr).toContain('has seen number 3')
    const { exit, document } = await host.look('status', 'rolled')
    expect([exit, document.faults[0].kind, document.error.hints.length]).toEqual([5, 'gap', 1])
  })

  it('advises to begin a series only where there is none, not where it cannot be read', async () => {
    const hintsOf = async (name: string) => {
      const { exit, document } = await host.look('list', name)
      expect([exit, document.error.code]).toEqual([10, 'IO_READ'])
      return document.error.hints.join()
    }
    expect(await hintsOf('nowhere')).toContain('backup init')
    expect(await hintsOf('long'.repeat(100))).not.toContain('backup init')
  })

  it('refuses a deed in the place of another, and one whose signatures are missing or of somebody else', async () => {
    const moved = await seenAfter((at) => {
      remove(at('000003.deed'))
      cpSync(at('000001.deed'), at('000003.deed'), { recursive: true })
    })
    expect(moved.faults).toEqual([
      ...[
        [3, 'unreadable', 'DAMAGED'],
        [3, 'rollback', 'REPLAYED'],
      ],
    ])
    const unsigned = await seenAfter((at) => remove(at('000001.deed', 'signatures.json')))
    expect(unsigned.faults).toEqual([[1, 'gap', 'DAMAGED']])
    expect(unsigned.document.unfinished).toEqual(['000001.deed'])
    const changed = await seenAfter((at) => {
      const text = readFileSync(at('000002.mark'), 'utf8')
      writeFileSync(at('000002.mark'), text.replace(/"sig":"../, '"sig":"AA'))
    })
    expect(changed).toMatchObject({ exit: 6, faults: [[2, 'unreadable', 'SIGNATURE']] })
  })

  it('calls two links with one number a fork', async () => {
    cpSync(host.at('nightly'), host.at('fork'), { recursive: true })
    await host.backup('fork')
    remember()
    cpSync(host.at('nightly'), host.at('forked'), { recursive: true })
    await host.backup('forked', '--always')
    const list = await host.look('list', 'fork')
    expect(list.document.faults[0]).toMatchObject({ sequence: 4, kind: 'rewritten' })
    cpSync(host.at('fork', '000004.mark'), host.at('forked', '000004.mark'))
    const { exit, document } = await host.look('list', 'forked')
    expect([exit, document.faults[0].kind, document.error.hints.length]).toEqual([5, 'fork', 1])
  })

  it('names what is none of it and believes nothing of it', async () => {
    const { exit, document } = await seenAfter((at) => {
      writeFileSync(at('notes.txt'), 'x')
      mkdirSync(at('0000003.deed'))
    })
    expect([exit, document.whole, document.foreign]).toEqual([0, true, ['0000003.deed', 'notes.txt']])
  })

  it('finds one flipped byte of a block, and reads all blocks in so many parts', async () => {
    const flip = (at: (...names: string[]) => string) => {
      const path = at('000001.deed', 'data', '0', '0.blocks')
      const bytes = readFileSync(path)
      bytes.writeUInt8(bytes.readUInt8(bytes.length - 1) ^ 1, bytes.length - 1)
      writeFileSync(path, bytes)
    }
    const whole = await seenAfter(flip, 'verify')
    expect(whole).toMatchObject({ exit: 5, faults: [[1, 'damaged', 'DAMAGED']] })
    expect(whole.document.faults[0].message).toMatch(/^000001\.deed/)
    expect((await seenAfter(flip, 'list')).exit).toBe(0)
    const parts = await Promise.all(
      [1, 2].map((part) => host.look('verify', `copy-${copies - 2}`, '--read-data-subset', `${part}/2`)),
    )
    expect(parts.map(({ exit }) => exit).sort()).toEqual([0, 5])
    const [one, two] = parts.map(({ document }) => document.blocks)
    expect(one.read + two.read).toBe(one.all)
    // One of a hundred is none of so few, by chance.
    const hundredth = await host.look('verify', 'nightly', '--read-data-subset', '1%')
    expect([hundredth.exit, hundredth.document.blocks.read > 0]).toEqual([0, true])
    for (const wrong of ['0%', '101%', '3/2', '0/2', 'half']) {
      expect(
        (await host.run('backup', 'verify', '--series', host.at('nightly'), '--read-data-subset', wrong))
          .exit,
      ).toBe(2)
    }
  })

  it('chooses about so many blocks of a hundred', () => {
    const chosen = Array.from({ length: 10_000 }, (_, block) => block).filter(
      chooseBlocks({ kind: 'percent', percent: 10 }, 1),
    )
    expect(chosen.length).toBeGreaterThan(700)
    expect(chosen.length).toBeLessThan(1300)
  })

  it('is looked at under a card that was known before, never under its own word', async () => {
    const elsewhere = ['--series', host.at('nightly'), '--home', host.at('elsewhere')]
    const { exit, document } = await host.json('backup', 'list', ...elsewhere)
    expect([exit, document.error.code]).toEqual([6, 'UNTRUSTED'])
    const confirmed = JSON.parse((await host.run('card', 'show', host.at('host.card'), '--json')).stdout).card
      .digits
    const from = ['--from', host.at('host.card'), '--confirm', confirmed]
    expect((await host.json('backup', 'list', ...elsewhere, ...from)).exit).toBe(0)
    expect((await host.json('backup', 'list', ...elsewhere)).exit).toBe(0)
  })

  it('begins in an empty folder only', async () => {
    mkdirSync(host.at('full'))
    writeFileSync(host.at('full', 'x'), '')
    expect((await host.begin('full')).exit).toBe(12)
    expect((await host.begin('nightly')).exit).toBe(12)
    expect((await host.run('backup', 'list', '--series', host.at('full'))).exit).toBe(10)
  })
})

describe('the status of a series', () => {
  it('tells ages, keys and that no drill has been, as text, as a document and for Prometheus', async () => {
    const metrics = host.at('backup.prom')
    const { exit, document } = await host.look(
      'status',
      'nightly',
      '--deed-age',
      '1h',
      '--fail-stale',
      '--metrics',
      metrics,
    )
    expect(exit).toBe(0)
    expect(document).toMatchObject({ deeds: 2, marks: 1, newestDrill: null, stale: [], whole: true })
    expect(document.newestDeed).toMatchObject({ sequence: 3, content: { tables: 1, rows: 3 } })
    expect(document.keys.map(({ part, name }: { part: string; name: string }) => [part, name])).toEqual([
      ...[
        ['signs', 'host'],
        ['reads', 'archive'],
      ],
    ])
    const lines = readFileSync(metrics, 'utf8').split('\n')
    expect(lines).toContain(`datadeed_backup_sequence{series="nightly",id="${document.series.id}"} 3`)
    for (const line of lines.filter((each) => each !== '' && !each.startsWith('#')))
      expect(line).toMatch(/^datadeed_backup_[a-z_]+\{[a-z]+="[^"]*"(?:,[a-z]+="[^"]*")*\} \d+$/)
  })

  it('fails with 14 where nothing is new enough, and where there is no deed at all', async () => {
    await host.begin('empty')
    const wanted = ['--deed-age', '1m', '--fail-stale']
    const empty = await host.look('status', 'empty', ...wanted)
    expect(empty).toMatchObject({ exit: 14, document: { stale: ['deed'], newestDeed: null } })
    expect((await host.look('status', 'empty', '--deed-age', '1m')).exit).toBe(0)
    expect((await host.look('status', 'nightly', '--fail-stale')).exit).toBe(2)
    expect((await host.look('status', 'nightly', '--deed-age', 'soon')).exit).toBe(2)
  })
})
