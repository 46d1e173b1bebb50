import { writeFileSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { Host } from '../backup/a-host.ts'

/** Its keys are of 2026-11-01, some weeks old at least. */
let host: Host
let from: string[]
beforeAll(async () => {
  host = await Host.make()
  // Old readers are refused, old signers warned of.
  const keys = [
    '  signing: { due: 1d, warn: 1d, refuse: 100y }',
    '  reader: { due: 1d, warn: 1d, refuse: 2d }',
  ]
  const backup = [
    '  sources: [orders.csv]',
    '  destination: nightly',
    '  readers: [archive]',
    '  deed-age: 1h',
  ]
  const policy = ['version: 1', 'keys:', ...keys, 'backup:', ...backup]
  writeFileSync(host.at('strict.yaml'), policy.join('\n'))
  from = ['--from', host.at('archive.card')]
  const seal = [
    'seal',
    host.at('orders.csv'),
    '--key',
    host.at('archive.key'),
    '--to',
    'archive',
    '--classic',
  ]
  await host.run(...seal, '-o', host.at('a.deed'))
})
afterAll(() => host[Symbol.dispose]())

const strict = () => ['--policy', host.at('strict.yaml')]

describe('the ages of keys in a policy', () => {
  it('hold for whom a grant goes to', async () => {
    const grant = ['grant', host.at('a.deed'), '--key', host.at('archive.key'), '--to', 'other', '--all']
    const refused = await host.json(...grant, ...strict(), '-o', host.at('no.grant'))
    expect([refused.exit, refused.document.error.code]).toEqual([14, 'RULE'])
    const { exit, stderr } = await host.run(...grant, '-o', host.at('a.grant'))
    expect([exit, stderr]).not.toContain('days old')
    expect(exit).toBe(0)
  })

  it('warn of the key that signs a receipt, which no other key could', async () => {
    const receipt = ['receipt', host.at('a.deed'), ...from, '--key', host.at('archive.key')]
    const silent = await host.run(...receipt, '-o', host.at('one.receipt'))
    const warned = await host.run(...receipt, ...strict(), '-o', host.at('two.receipt'))
    expect([silent.exit, warned.exit]).toEqual([0, 0])
    expect([silent, warned].map(({ stderr }) => stderr.includes('days old'))).toEqual([false, true])
  })

  it('keep a series from being begun for a card that is too old, and show in a census', async () => {
    const init = ['backup', 'init', ...strict(), '--key', host.at('host.key'), '--classic']
    const begun = await host.json(...init)
    expect([begun.exit, begun.document.error.code]).toEqual([14, 'RULE'])
    const ages = async (...more: string[]) =>
      (await host.json('keys', 'census', host.at('a.deed'), ...more)).document.cards.map(
        ({ age }: { age: string }) => age,
      )
    expect([await ages(), await ages(...strict())]).toEqual([['fresh'], ['refuse']])
  })

  it('show in the status of a series, which fails where a key is too old for the next run', async () => {
    await host.begin('nightly')
    await host.backup('nightly')
    const wanted = ['--deed-age', '1h', '--fail-stale']
    const fine = await host.look('status', 'nightly', ...wanted)
    expect(fine).toMatchObject({
      exit: 0,
      document: { stale: [], keys: [{ age: 'fresh' }, { age: 'fresh' }] },
    })
    const metrics = host.at('ages.prom')
    const old = await host.look('status', 'nightly', ...wanted, ...strict(), '--metrics', metrics)
    expect(old).toMatchObject({
      ...{ exit: 14 },
      document: { stale: ['key'], keys: [{ age: 'warn' }, { age: 'refuse', refusedFromDays: 2 }] },
    })
    expect((await host.run('backup', 'status', ...strict())).exit).toBe(0)
    // A reader whom the host no longer seals to is nobody's concern.
    expect((await host.backup('nightly', '--to', 'other')).exit).toBe(0)
    const { document } = await host.look('status', 'nightly')
    expect(document.keys.map(({ name }: { name: string }) => name)).toEqual(['host', 'other'])
  })
})
