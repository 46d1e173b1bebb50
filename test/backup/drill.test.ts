import { spawnSync } from 'node:child_process'
import {
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { DrillPlace } from '../../src/backup/index.ts'
import { realFileSystem } from '../../src/files/index.ts'
import { createParty, writeParty } from '../../src/identity/index.ts'
import { gated, systemError } from '../files/faulty-file-system.ts'
import { drill } from './a-drill.ts'
import { Host, ORDERS } from './a-host.ts'

let host: Host

/** A series of deed, mark, deed. */
beforeAll(async () => {
  host = await Host.make()
  await host.begin('nightly')
  await host.backup('nightly')
  await host.backup('nightly')
  host.write(`${ORDERS}3,1.00\n`)
  await host.backup('nightly')
  cpSync(host.at('nightly'), host.at('damaged'), { recursive: true })
  const blocks = host.at('damaged', '000003.deed', 'data', '0', '0.blocks')
  const bytes = readFileSync(blocks)
  bytes.writeUInt8(bytes.readUInt8(bytes.length - 1) ^ 1, bytes.length - 1)
  writeFileSync(blocks, bytes)
})
beforeEach(() => {
  rmSync(host.at('away'), { recursive: true, force: true })
  mkdirSync(host.at('away'))
})
afterAll(() => host[Symbol.dispose]())

const away = (kind: 'folder' | 'sqlite' = 'folder'): DrillPlace => ({ kind, parent: host.at('away') })
const left = () => readdirSync(host.at('away'))
const command = (folder: string, ...more: readonly string[]) =>
  host.json(
    ...['backup', 'drill', '--series', host.at(folder), '--into', host.at('away'), '--workers', '1'],
    ...['--key', host.at('archive.key'), ...more],
  )
const reports = (folder: string) =>
  existsSync(host.at(folder, 'drills')) ? readdirSync(host.at(folder, 'drills')).length : 0

describe('a drill', () => {
  it.each(['folder', 'sqlite'] as const)(
    'restores and compares the newest deed in a place of its own (%s), and takes it away',
    async (kind) => {
      const seen: { names: string[]; mode: number }[] = []
      const run = await drill(host, 'nightly', {
        into: away(kind),
        progress: () => {
          const [name = ''] = left()
          seen.push({ names: left(), mode: statSync(host.at('away', name)).mode & 0o777 })
        },
      })
      expect(run.failure).toBeUndefined()
      expect(run).toMatchObject({ sequence: 3, restored: { tables: 1, rows: 3, cells: 6 }, warned: [] })
      expect(run.milliseconds).toEqual({
        ...{ fetch: expect.any(Number), restore: expect.any(Number), compare: expect.any(Number) },
      })
      expect(seen.length).toBeGreaterThan(1)
      for (const { names, mode } of seen) {
        expect(names).toEqual([expect.stringMatching(/^datadeed-drill-[0-9a-f]{16}$/)])
        expect(mode).toBe(0o700)
      }
      expect(left()).toEqual([])
    },
  )

  it('takes the deed of a number, also where that is a mark, and any at random', async () => {
    const named = async (sequence: number) =>
      (await drill(host, 'nightly', { into: away(), choice: { kind: 'named', sequence } })).sequence
    expect([await named(1), await named(2), await named(3)]).toEqual([1, 1, 3])
    const random = await drill(host, 'nightly', { into: away(), choice: { kind: 'random' } })
    expect([1, 3]).toContain(random.sequence)
  })

  it('fails by a damaged block, a key for somebody else, a full disk, and leaves nothing of any', async () => {
    const damaged = await drill(host, 'damaged', { into: away() })
    expect(damaged).toMatchObject({ sequence: 3, failure: { step: 'restore', error: { code: 'DAMAGED' } } })
    const other = host.parties.get('other')
    if (other === undefined) throw new Error('no party')
    const wrong = await drill(host, 'nightly', { into: away(), key: async () => other.key })
    expect(wrong.failure).toMatchObject({ step: 'restore', error: { code: 'WRONG_RECIPIENT' } })
    const files = gated((call) => {
      if (call === 'file.write') throw systemError('ENOSPC')
    })
    const full = await drill(host, 'nightly', { into: away(), files })
    expect(full.failure).toMatchObject({ step: 'restore', error: { code: 'NOSPACE' } })
    expect(full.failure?.error.hints).toEqual([expect.stringContaining('--into')])
    const nowhere = await drill(host, 'nightly', { into: { kind: 'folder', parent: host.at('none') } })
    expect(nowhere.failure).toMatchObject({ step: 'prepare', error: { code: 'IO_WRITE' } })
    expect(left()).toEqual([])
  })

  it('fails where what was restored is changed before it is compared', async () => {
    const files = {
      ...realFileSystem,
      async syncFolder(path: string) {
        await realFileSystem.syncFolder(path)
        const file = join(path, 'orders.csv')
        if (existsSync(file)) writeFileSync(file, 'id,amount\n1,10.01\n2,20.50\n3,1.00\n')
      },
    }
    const changed = await drill(host, 'nightly', { into: away(), files })
    expect(changed.failure).toMatchObject({ step: 'compare', error: { code: 'DIFFERENT' } })
    expect(left()).toEqual([])
  })

  it('leaves nothing of itself where it is stopped in the middle, and writes no report', async () => {
    const controller = new AbortController()
    const before = reports('nightly')
    const stopped = drill(host, 'nightly', {
      into: away(),
      signal: controller.signal,
      progress: ({ step }) => step === 'restore' && controller.abort(new Error('stopped')),
    })
    await expect(stopped).rejects.toThrow('stopped')
    expect([left(), reports('nightly')]).toEqual([[], before])
  })

  it('takes away what a killed drill has left, and nothing that may be of one that goes on', async () => {
    const inner = `
      const { makeFolder } = await import(${JSON.stringify(join(import.meta.dirname, '../../src/backup/drill/throw-away-folder.ts'))})
      const target = await makeFolder('folder', ${JSON.stringify(host.at('away'))}, { warn: () => {} })
      require('node:fs').mkdirSync(target.operand)
      require('node:fs').writeFileSync(target.operand + '/orders.csv', 'x')
      process.kill(process.pid, 'SIGKILL')`
    expect(spawnSync(process.execPath, ['-e', `(async () => {${inner}})()`]).signal).toBe('SIGKILL')
    const [name = ''] = left()
    // Another's: no lock in it.
    mkdirSync(host.at('away', 'datadeed-drill-0123456789abcdef'))
    let during: string[] = []
    const second = () => drill(host, 'nightly', { into: away() })
    const first = await drill(host, 'nightly', {
      into: away(),
      before: async () => undefined,
      progress: () => {
        during = left()
      },
    })
    expect(first.warned).toEqual([expect.stringContaining(name)])
    expect(during).toHaveLength(2)
    expect((await Promise.all([second(), second()])).map(({ failure, warned }) => [failure, warned])).toEqual(
      [
        ...[
          [undefined, []],
          [undefined, []],
        ],
      ],
    )
    expect(left()).toEqual(['datadeed-drill-0123456789abcdef'])
  })

  it('does not go back to an older deed where the newest is lost, and goes on where the chain has a gap', async () => {
    cpSync(host.at('nightly'), host.at('broken'), { recursive: true })
    writeFileSync(host.at('broken', '000003.deed', 'manifest.json'), '{}')
    const lost = await drill(host, 'broken', { into: away() })
    expect(lost).toMatchObject({ sequence: 3, failure: { step: 'find' } })
    cpSync(host.at('nightly'), host.at('gap'), { recursive: true })
    rmSync(host.at('gap', '000002.mark'))
    const gap = await drill(host, 'gap', { into: away() })
    expect([gap.failure, gap.warned.length]).toEqual([undefined, 1])
  })
})

describe('backup drill', () => {
  it('signs a report into the series, which status tells of, and writes a line into the ledger', async () => {
    cpSync(host.at('nightly'), host.at('told'), { recursive: true })
    const { exit, document } = await command('told', '-o', host.at('report.json'))
    expect(exit).toBe(0)
    expect(document.drill).toMatchObject({
      ...{ chosen: 'newest', sequence: 3, verdict: 'passed', failure: null, target: 'folder' },
      counts: { tables: 1, rows: 3, cells: 6 },
      ...{ opened: ['behaviour', 'general'], closed: [], ledgerHead: expect.any(String) },
    })
    const [name = ''] = readdirSync(host.at('told', 'drills'))
    expect(readFileSync(host.at('told', 'drills', name))).toEqual(readFileSync(host.at('report.json')))
    const status = await host.look('status', 'told')
    expect(status.document.newestDrill).toMatchObject({ sequence: 3, created: document.drill.created })
    const ledger = (await host.json('ledger', 'show')).document.shown.at(-1)
    expect(ledger).toMatchObject({
      ...{ command: 'backup drill', event: 'outcome', exit: 0 },
      facts: { sequence: 3, state: 'passed', paper: { kind: 'drill', sha256: document.sha256 } },
    })
    expect(left()).toEqual([])
  })

  it('lets status fail where none has passed, or not lately, and tells Prometheus of the newest', async () => {
    const metrics = host.at('drills.prom')
    const asked = ['--drill-age', '1m', '--fail-stale', '--metrics', metrics]
    cpSync(host.at('nightly'), host.at('aged'), { recursive: true })
    rmSync(host.at('aged', 'drills'), { recursive: true, force: true })
    const none = await host.look('status', 'aged', ...asked)
    expect(none).toMatchObject({ exit: 14, document: { stale: ['drill'], wanted: { drillAge: 60 } } })
    expect(readFileSync(metrics, 'utf8')).toMatch(/^datadeed_backup_drill_passed\{.*\} 0$/m)
    await command('aged')
    const lately = await host.look('status', 'aged', ...asked)
    expect(lately).toMatchObject({ exit: 0, document: { stale: [] } })
    const lines = readFileSync(metrics, 'utf8')
    expect(lines).toMatch(/^datadeed_backup_drill_passed\{.*\} 1$/m)
    expect(lines).toMatch(/^datadeed_backup_newest_drill_timestamp_seconds\{.*\} \d+$/m)
    expect(lines).toMatch(/^datadeed_backup_drill_recovery_seconds\{.*\} \d+(\.\d+)?$/m)
  })

  it('shows every drill of a series without a key, as a table, a page and a document', async () => {
    cpSync(host.at('nightly'), host.at('history'), { recursive: true })
    rmSync(host.at('history', 'drills'), { recursive: true, force: true })
    await command('history')
    await command('history', '--deed', '7')
    writeFileSync(host.at('history', 'drills', '20200101T000000Z-00000000.json'), '{}')
    const asked = ['backup', 'drill', '--series', host.at('history'), '--history']
    const { exit, document } = await host.json(...asked, '--html', host.at('drills.html'))
    expect(exit).toBe(0)
    expect(document.drills.map(({ verdict }: { verdict: string }) => verdict)).toEqual(['passed', 'failed'])
    expect(document.unbelieved).toMatchObject([{ name: '20200101T000000Z-00000000.json', code: 'UNTRUSTED' }])
    expect(readFileSync(host.at('drills.html'), 'utf8')).toMatch(/^<!doctype html>/)
    expect((await host.run(...asked)).stdout).toContain('IO_READ')
    expect((await host.run(...asked, '--html', host.at('drills.html'))).exit).toBe(12)
    expect((await host.run(...asked, '--deed', '1')).exit).toBe(2)
    expect((await host.run('backup', 'drill', '--series', host.at('history'))).exit).toBe(2)
    expect((await command('history', '--html', host.at('other.html'))).exit).toBe(2)
  })

  it('ends with the code of what failed, and signs that as well', async () => {
    const failed = await command('damaged')
    expect(failed).toMatchObject({ exit: 5, document: { ok: false, error: { code: 'DAMAGED' } } })
    expect(failed.document.drill).toMatchObject({
      ...{ sequence: 3, verdict: 'failed', failure: { step: 'restore', code: 'DAMAGED' }, counts: null },
    })
    const ledger = (await host.json('ledger', 'show')).document.shown.at(-1)
    expect(ledger).toMatchObject({ event: 'failed', exit: 5, facts: { state: 'failed' } })
    const status = await host.look('status', 'damaged')
    expect(status.document).toMatchObject({ newestDrill: null, failedDrill: { code: 'DAMAGED' } })
    await host.begin('empty')
    const empty = await command('empty')
    expect([empty.exit, empty.document.drill.failure.step, reports('empty')]).toEqual([10, 'find', 1])
  })

  it('lets another key sign for one that only opens; one that the host could have signed with is refused', async () => {
    const party = await createParty({ name: 'opener', role: 'open', now: new Date() })
    await writeParty(host.desk.folder, party)
    const key = (name: string) => host.at(`${name}.key`)
    const as = (opens: string, ...more: string[]) =>
      host.json(
        ...['backup', 'drill', '--series', host.at('nightly'), '--into', host.at('away')],
        ...['--key', key(opens), ...more],
      )
    expect((await as('opener')).exit).toBe(2)
    expect((await as('archive', '--sign-key', key('host'))).exit).toBe(2)
    const sealed = { passphrase: Buffer.from('secret') }
    await writeParty(
      host.desk.folder,
      await createParty({ name: 'locked', role: 'sign', now: new Date() }),
      sealed,
    )
    expect((await as('opener', '--sign-key', key('locked'))).exit).toBe(2)
    const before = reports('nightly')
    const { exit, document } = await as('opener', '--sign-key', key('archive'))
    expect([exit, document.drill.failure.code, document.drill.issuer.name]).toEqual([
      ...[8, 'WRONG_RECIPIENT', 'archive'],
    ])
    const missing = await as('missing', '--sign-key', key('archive'))
    expect([missing.exit, missing.document.drill.failure.code]).toEqual([10, 'IO_READ'])
    expect(reports('nightly')).toBe(before + 2)
  })

  it('keeps a report that it cannot bring, and brings it with the next', async () => {
    cpSync(host.at('nightly'), host.at('closed'), { recursive: true })
    rmSync(host.at('closed', 'drills'), { recursive: true, force: true })
    writeFileSync(host.at('closed', 'drills'), 'no folder')
    const { exit, document } = await command('closed')
    expect([exit, document.drill.verdict, document.report]).toEqual([12, 'passed', null])
    rmSync(host.at('closed', 'drills'))
    expect((await command('closed')).exit).toBe(0)
    expect(reports('closed')).toBe(2)
  })
})
