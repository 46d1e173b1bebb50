import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { PRUNE } from '../../src/backup/index.ts'
import { linkName } from '../../src/backup/series/links.ts'
import { openKeyFile } from '../../src/identity/index.ts'
import { signPaper } from '../../src/papers/index.ts'
import { Host, ORDERS } from './a-host.ts'

let host: Host
/** Links of the series as its host made it: deed, mark, deed, deed. */
let links: { sequence: number; sha256: string; deed: { deedId: string; manifest: string } }[]
let series: string

beforeAll(async () => {
  host = await Host.make()
  await host.begin('nightly')
  await host.backup('nightly')
  await host.backup('nightly')
  for (const row of ['3,1.00\n', '4,1.00\n']) {
    host.write(`${ORDERS}${row}`)
    await host.backup('nightly')
  }
  const { document } = await host.look('list', 'nightly')
  links = document.links
  series = document.series.id
  cpSync(host.at('home', 'backup'), host.at('memory'), { recursive: true })
})
afterAll(() => host[Symbol.dispose]())

const named = (sequence: number) => {
  const { deedId, manifest } = links[sequence - 1]?.deed ?? { deedId: '', manifest: '' }
  return { sequence, deedId, manifest }
}
const EMPTY = ['keys', 'data', 'mimetype', 'README.txt', 'access.json', 'access.signatures.json']

let copies = 0
/** A copy of the series with a prune mark behind its newest link, and the folder of one of its deeds. */
async function prunedAs(removed: readonly object[], key = 'host.key') {
  const folder = `copy-${copies++}`
  // What this computer has seen is of the series itself, not of what a test has made of it.
  rmSync(host.at('home', 'backup'), { recursive: true })
  cpSync(host.at('memory'), host.at('home', 'backup'), { recursive: true })
  cpSync(host.at('nightly'), host.at(folder), { recursive: true })
  const signer = await openKeyFile(host.at(key), undefined)
  const place = { series, sequence: 5, previous: links[3]?.sha256 }
  const content = { ...place, removed, retention: null, ledgerHead: null }
  const bytes = signPaper(PRUNE, content, { key: signer.key, now: new Date() })
  writeFileSync(host.at(folder, linkName(5, 'prune')), bytes)
  const deed = (...names: string[]) => host.at(folder, '000001.deed', ...names)
  return {
    folder,
    deed,
    empty() {
      for (const name of EMPTY) rmSync(deed(name), { recursive: true })
    },
  }
}
const faultsOf = (document: { faults: { sequence: number; kind: string; code: string }[] }) =>
  document.faults.map(({ sequence, kind, code }) => [sequence, kind, code])

describe('a series with a pruned deed', () => {
  it('is whole where a signed mark names the deed, whatever of it is removed by then', async () => {
    const { folder, deed, empty } = await prunedAs([named(1)])
    const before = await host.look('list', folder)
    expect(before).toMatchObject({ exit: 0, document: { whole: true, removing: ['000001.deed'] } })
    expect(before.document.links[0]).toMatchObject({ kind: 'deed', pruned: { by: 5, done: false } })
    expect(before.document.links[4]).toMatchObject({ kind: 'prune', deed: null, removed: [{ sequence: 1 }] })
    rmSync(deed('keys'), { recursive: true })
    mkdirSync(deed('keys'))
    expect((await host.look('verify', folder)).document).toMatchObject({ whole: true, deeds: 2 })
    empty()
    const after = await host.look('verify', folder)
    expect(after).toMatchObject({ exit: 0, document: { whole: true, deeds: 2, removing: [] } })
    expect(after.document.links[0].pruned).toEqual({ by: 5, done: true })
    const metrics = host.at('pruned.prom')
    const status = await host.look('status', folder, '--metrics', metrics)
    expect(status).toMatchObject({ exit: 0, document: { deeds: 2, marks: 1, pruned: 1, whole: true } })
    expect(status.document.current.sequence).toBe(4)
    expect(readFileSync(metrics, 'utf8')).toMatch(/^datadeed_backup_pruned_deeds\{.*\} 1$/m)
    for (const language of ['en', 'zh-CN'])
      for (const command of ['list', 'verify', 'status'])
        expect(
          (await host.run('backup', command, '--series', host.at(folder), '--lang', language)).exit,
        ).toBe(0)
  })

  it('has a fault where no mark names the deed that lost its content, or one of somebody else, or of another deed', async () => {
    const { folder, empty } = await prunedAs([named(3)])
    empty()
    const unnamed = await host.look('verify', folder)
    expect([unnamed.exit, faultsOf(unnamed.document)]).toEqual([5, [[1, 'damaged', 'DAMAGED']]])
    const stranger = await prunedAs([named(1)], 'other.key')
    stranger.empty()
    const foreign = await host.look('verify', stranger.folder)
    expect(faultsOf(foreign.document)).toEqual([
      [1, 'damaged', 'DAMAGED'],
      [5, 'unreadable', 'SIGNATURE'],
    ])
    const other = await prunedAs([{ ...named(1), manifest: named(3).manifest }])
    other.empty()
    const wrong = await host.look('verify', other.folder)
    expect(faultsOf(wrong.document)).toEqual([
      [1, 'damaged', 'DAMAGED'],
      [5, 'chain', 'DAMAGED'],
    ])
  })

  it('misses a pruned deed whose manifest is gone as any other', async () => {
    const { folder, deed } = await prunedAs([named(1)])
    rmSync(deed(), { recursive: true })
    const { exit, document } = await host.look('list', folder)
    expect([exit, faultsOf(document)]).toEqual([5, [[1, 'gap', 'DAMAGED']]])
  })

  it('gets a new deed, no mark, where the newest deed was pruned', async () => {
    const { folder } = await prunedAs([named(4)])
    expect((await host.backup(folder)).document).toMatchObject({ kind: 'deed', sequence: 6 })
    expect((await host.backup(folder)).document).toMatchObject({ kind: 'mark', sequence: 7 })
    expect((await host.look('list', folder)).document.whole).toBe(true)
  })

  it('shows the mark to whoever verifies it, and says of the deed that its content was removed', async () => {
    const { folder, deed, empty } = await prunedAs([named(1)])
    empty()
    const { card } = JSON.parse((await host.run('card', 'show', host.at('host.card'), '--json')).stdout)
    const from = ['--from', host.at('host.card'), '--confirm', card.digits]
    const shown = await host.json('verify', host.at(folder, '000005.prune'), ...from)
    expect(shown).toMatchObject({ exit: 0, document: { kind: 'prune', prune: { removed: [named(1)] } } })
    const out = ['--key', host.at('archive.key'), '-o', host.at('out')]
    const restored = await host.json('restore', deed(), ...from, ...out)
    expect([restored.exit, restored.document.error.code]).toEqual([5, 'DAMAGED'])
    expect(restored.document.error.message).toContain('removed')
    const verified = await host.json('verify', deed(), ...from)
    expect(verified.exit).toBe(5)
    expect(verified.document.failures).toHaveLength(1)
    const census = await host.json('keys', 'census', host.at(folder))
    expect(census).toMatchObject({ exit: 0, document: { uncounted: [], pruned: [deed()] } })
    expect(census.document.deeds).toHaveLength(2)
  })
})
