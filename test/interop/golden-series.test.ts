import { cpSync, existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { runCommandLine } from '../../src/cli/run.ts'
import { sha256, toHex } from '../../src/crypto/index.ts'
import { encodeCard, openKeyFile, trustCard } from '../../src/identity/index.ts'
import { recordingIo } from '../cli/recording-io.ts'
import { Desk } from '../cli/run-cli.ts'

const GOLDEN = join(import.meta.dirname, '../../fixtures/deeds/golden')
const SERIES = 'nightly-classic-series'
const versions = readdirSync(GOLDEN).filter((name) => existsSync(join(GOLDEN, name, SERIES)))

beforeAll(() => {
  // Keys, papers and series grow old: what is frozen is looked at soon after it was made.
  vi.useFakeTimers({ toFake: ['Date'], now: new Date('2026-03-09T00:00:00Z') })
})
afterAll(() => {
  vi.useRealTimers()
})

it('series that earlier versions wrote are there', () => {
  expect(versions).toContain('0.3.0')
})

describe.each(versions)('I05 I06 a series that %s wrote', (version) => {
  const golden = (...names: string[]): string => join(GOLDEN, version, SERIES, ...names)
  const keyFile = (name: string): string => join(GOLDEN, version, 'parties', `${name}.key`)
  const frozen = (deed: string): Buffer => readFileSync(golden('restored', deed, 'orders.csv'))
  let desk: Desk

  /** A computer that knows the first card of the series, and the papers that it finds there. */
  beforeAll(async () => {
    desk = new Desk()
    cpSync(golden('nightly'), desk.path('nightly'), { recursive: true })
    for (const name of ['host', 'host-2', 'buyer', 'finance']) {
      const { card } = (await openKeyFile(keyFile(name))).key
      writeFileSync(desk.path(`${name}.card`), encodeCard(card))
      if (name === 'host') await trustCard(desk.path('home'), card)
    }
  })
  afterAll(() => desk[Symbol.dispose]())

  async function run(...words: readonly string[]) {
    const { io, heard } = recordingIo(desk)
    const exit = await runCommandLine([...words, '--json'], io)
    return { exit, document: JSON.parse(heard.stdout) }
  }
  const backup = (command: string, ...words: readonly string[]) =>
    run('backup', command, '--series', desk.path('nightly'), ...words)

  async function restored(deed: string, { from, by }: { from: string; by: string }) {
    const output = desk.path(`${from}-${by}`)
    const words = ['--from', desk.path(`${from}.card`), '--key', keyFile(by), '-o', output]
    const { exit, document } = await run('restore', deed, ...words, '--workers', '1')
    return exit === 0 ? readFileSync(join(output, 'orders.csv')) : document.error.code
  }

  it('has a link of each kind, the later ones by the key that follows', async () => {
    const { exit, document } = await backup('list')
    expect([exit, document.faults]).toEqual([0, []])
    expect(
      document.links.map((link: { kind: string; signer: { name: string } }) => [link.kind, link.signer.name]),
    ).toEqual([
      ['deed', 'host'],
      ['deed', 'host'],
      ['mark', 'host'],
      ['deed', 'host-2'],
      ['prune', 'host-2'],
    ])
    const [first, second, mark] = document.links
    expect([first.pruned, second.pruned, mark.deed.sequence]).toEqual([{ by: 5, done: true }, null, 2])
    expect(readdirSync(golden('nightly', '000001.deed')).sort()).toEqual(['manifest.json', 'signatures.json'])
  })

  it('is whole to the last block, with a drill that its status tells of', async () => {
    const verified = await backup('verify')
    expect(verified).toMatchObject({ exit: 0, document: { whole: true, deeds: 2, blocks: { read: 2 } } })
    const status = await backup('status', '--deed-age', '2d', '--drill-age', '7d', '--fail-stale')
    const drill = { sequence: 2, created: '2026-03-05T05:06:07Z' }
    expect(status).toMatchObject({
      exit: 0,
      document: { whole: true, deeds: 2, marks: 1, pruned: 1, stale: [], newestDrill: drill },
    })
    const history = await backup('drill', '--history')
    expect(history).toMatchObject({ exit: 0, document: { unbelieved: [], older: 0 } })
    expect(history.document.drills).toMatchObject([
      { ...drill, issuer: { name: 'buyer' }, verdict: 'passed', counts: { tables: 1, rows: 2, cells: 6 } },
    ])
  })

  it('gives each reader of now the bytes of the source, under the key that has signed the deed', async () => {
    const at = (deed: string) => desk.path(`nightly/${deed}.deed`)
    const rotated = { from: 'host', by: 'finance' }
    expect(await restored(at('000002'), rotated)).toEqual(frozen('000002'))
    // Shut out: its reader when it was sealed.
    expect(await restored(at('000002'), { from: 'host', by: 'buyer' })).toBe('NO_KEY')
    const signers = desk.path('nightly/signers')
    const [paper = ''] = readdirSync(signers)
    const follows = await run('card', 'trust', desk.path('host-2.card'), '--successor', join(signers, paper))
    expect(follows.exit).toBe(0)
    expect(await restored(at('000004'), { from: 'host-2', by: 'buyer' })).toEqual(frozen('000004'))
  })

  it('goes on with what its host remembers: a mark where the source is what it was', async () => {
    const home = desk.path('of-the-host')
    cpSync(golden('home'), home, { recursive: true })
    cpSync(golden('datadeed.yaml'), desk.path('datadeed.yaml'))
    cpSync(golden('restored', '000004', 'orders.csv'), desk.path('orders.csv'))
    await trustCard(home, (await openKeyFile(keyFile('buyer'))).key.card)
    const sources = ['--source', desk.path('orders.csv'), '--policy', desk.path('datadeed.yaml')]
    const { exit, document } = await backup('run', ...sources, '--key', keyFile('host-2'), '--home', home)
    expect([exit, document]).toMatchObject([0, { kind: 'mark', sequence: 6, deed: { sequence: 4 } }])
    expect(await backup('list')).toMatchObject({ exit: 0, document: { whole: true } })
  })

  it('has a deed that was sealed again, with the paper that says of which one', async () => {
    const buyer = (await openKeyFile(keyFile('buyer'))).key.card
    await trustCard(desk.path('home'), buyer)
    const from = ['--from', desk.path('buyer.card')]
    const shown = await run('verify', golden('again.reseal'), ...from)
    const manifestOf = (...deed: string[]) => toHex(sha256(readFileSync(golden(...deed, 'manifest.json'))))
    expect(shown).toMatchObject({
      exit: 0,
      document: {
        reseal: {
          before: { manifest: manifestOf('nightly', '000004.deed'), seller: { name: 'host-2' } },
          after: { manifest: manifestOf('again.deed') },
        },
      },
    })
    const again = { from: 'buyer', by: 'finance' }
    expect(await restored(golden('again.deed'), again)).toEqual(frozen('000004'))
  })
})
