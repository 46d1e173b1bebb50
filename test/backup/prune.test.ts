import { cpSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { DRILL } from '../../src/backup/drill/drill-paper.ts'
import { drillName } from '../../src/backup/drill/drill-reports.ts'
import { openMirror, PRUNE, pruneSeries } from '../../src/backup/index.ts'
import { type FileSystem, realFileSystem } from '../../src/files/index.ts'
import { openKeyFile } from '../../src/identity/index.ts'
import { openRecorder } from '../../src/ledger/index.ts'
import { PRUNED_DEEDS } from '../../src/limits.ts'
import { drawPaperId, signPaper } from '../../src/papers/index.ts'
import { renderPrune } from '../../src/report/index.ts'
import { type Call, gated, spy, systemError } from '../files/faulty-file-system.ts'
import { Host, ORDERS } from './a-host.ts'

let host: Host
let manifests: string[]
let id: string

/** Deeds 1, 2 and 4, and mark 3 of deed 2, as their host has left them. */
beforeAll(async () => {
  host = await Host.make()
  await host.begin('nightly')
  await host.backup('nightly')
  host.write(`${ORDERS}3,1.00\n`)
  await host.backup('nightly')
  await host.backup('nightly')
  host.write(`${ORDERS}4,1.00\n`)
  await host.backup('nightly')
  const { document } = await host.look('list', 'nightly')
  manifests = document.links.map(({ sha256 }: { sha256: string }) => sha256)
  id = document.series.id
  cpSync(host.at('home', 'backup'), host.at('memory'), { recursive: true })
})
afterAll(() => host[Symbol.dispose]())

let copies = 0
/** The series on its own, and what this computer remembers of it. */
function copy(): string {
  const folder = `copy-${copies++}`
  rmSync(host.at('home', 'backup'), { recursive: true })
  cpSync(host.at('memory'), host.at('home', 'backup'), { recursive: true })
  cpSync(host.at('nightly'), host.at(folder), { recursive: true })
  return folder
}
const prune = (folder: string, ...more: string[]) =>
  host.json('backup', 'prune', '--series', host.at(folder), '--key', host.at('host.key'), ...more)
const codeOf = ({ exit, document }: { exit: number; document: { error: { code: string } } }) => [
  exit,
  document.error.code,
]
/** The deeds of which there is more than manifest and signatures. */
const wholeIn = (folder: string) =>
  readdirSync(host.at(folder)).filter(
    (name) => name.endsWith('.deed') && readdirSync(host.at(folder, name)).length > 2,
  )
function flip(folder: string, deed: string): void {
  const path = host.at(folder, deed, 'data', '0', '0.blocks')
  const bytes = readFileSync(path)
  bytes.writeUInt8(bytes.readUInt8(bytes.length - 1) ^ 1, bytes.length - 1)
  writeFileSync(path, bytes)
}

describe('backup prune', () => {
  it('plans, signs what it removes, and removes all but manifest and signatures; a second time it finds nothing', async () => {
    const folder = copy()
    const plan = await prune(folder, '--keep-last', '1', '--dry-run')
    expect(plan).toMatchObject({ exit: 0, document: { dryRun: true, removed: [1, 2], mark: null } })
    expect(wholeIn(folder)).toHaveLength(3)
    const { exit, document, stderr } = await prune(folder, '--keep-last', '1')
    expect([exit, stderr]).toEqual([0, ''])
    expect(document).toMatchObject({ dryRun: false, removed: [1, 2], retention: { last: 1 } })
    expect(document.mark).toMatchObject({ sequence: 5, name: '000005.prune' })
    expect(document.deeds.map(({ kept }: { kept: string[] }) => kept)).toEqual([[], [], ['newest', 'last']])
    expect(wholeIn(folder)).toEqual(['000004.deed'])
    expect(readdirSync(host.at(folder, '000001.deed')).sort()).toEqual(['manifest.json', 'signatures.json'])
    const again = await prune(folder, '--keep-last', '1')
    expect(again).toMatchObject({ exit: 0, document: { removed: [], mark: null } })
    const verified = await host.look('verify', folder)
    expect(verified).toMatchObject({ exit: 0, document: { whole: true, deeds: 1, removing: [] } })
    const run = await host.backup(folder)
    expect(run.document).toMatchObject({ kind: 'mark', sequence: 6, deed: { sequence: 4 } })
    const lines = await host.json('ledger', 'show')
    const line = lines.document.shown.findLast(
      ({ command, event }: { command: string; event: string }) =>
        command === 'backup prune' && event === 'outcome',
    )
    expect(line.facts).toMatchObject({ sequence: 5, counts: { removed: 2, kept: 1 }, state: 'pruned' })
  })

  it('tells a person in either language, deed by deed', async () => {
    const folder = copy()
    const shown = async (...more: string[]) => {
      const words = ['--series', host.at(folder), '--key', host.at('host.key'), '--keep-last', '2', ...more]
      const { exit, stdout, stderr } = await host.run('backup', 'prune', ...words)
      expect([exit, stderr]).toEqual([0, ''])
      return stdout
        .replace(id, 'ID')
        .replace(/20[\d-]+T[\d:]+Z/g, 'TIME')
        .replace(/[\d.]+ KiB/g, 'SIZE')
    }
    expect(await shown('--dry-run')).toMatchInlineSnapshot(`
      "series "nightly" (ID), signed by host
        Deed  Signed (UTC)          Rows      Size  Kept, why
           1  TIME     2  SIZE  would be REMOVED
           2  TIME     3  SIZE  last
           4  TIME     3  SIZE  newest, last

      would remove the content of 1 deed (SIZE), and keep 2 deeds; nothing was changed
      "
    `)
    expect(await shown('--lang', 'zh-CN')).toMatchInlineSnapshot(`
      "系列“nightly”（ID），由 host 签名
        序号  签名时间 (UTC)        行      大小  去留
           1  TIME   2  SIZE  已清理
           2  TIME   3  SIZE  最近
           4  TIME   3  SIZE  最新、最近

      已清理 1 个交接包的内容（SIZE），记入 000005.prune；保留 2 个
      "
    `)
  })

  it('wants a rule, and rules of a sort that keeps something', async () => {
    const none = await prune('nightly')
    expect(codeOf(none)).toEqual([2, 'USAGE'])
    for (const wrong of [
      ['--keep-last', '0'],
      ['--keep-daily', 'all'],
      ['--keep-last', '1', '--remove', '1'],
      ['--remove', 'first'],
    ])
      expect((await prune('nightly', ...wrong)).exit).toBe(2)
  })

  it('keeps what is on hold, on the command line or in the policy, by the number of a deed or of its mark', async () => {
    const folder = copy()
    const lines = [
      'version: 1',
      'backup:',
      `  destination: ${folder}`,
      '  retention: { last: 1 }',
      '  hold: [3]',
    ]
    writeFileSync(host.at('datadeed.yaml'), lines.join('\n'))
    const words = ['--policy', host.at('datadeed.yaml'), '--key', host.at('host.key'), '--dry-run']
    const byPolicy = await host.json('backup', 'prune', ...words)
    expect(byPolicy.document).toMatchObject({ removed: [1], retention: { last: 1 } })
    const both = await host.json('backup', 'prune', ...words, '--hold', '1', '--keep-yearly', '1')
    expect(both.document).toMatchObject({ removed: [], retention: { last: 1, yearly: 1 } })
    expect(codeOf(await prune(folder, '--keep-last', '1', '--hold', '9'))).toEqual([2, 'USAGE'])
  })

  it('removes deeds that are named, and none of them where one has to stay', async () => {
    const folder = copy()
    expect(codeOf(await prune(folder, '--remove', '1', '--remove', '4'))).toEqual([14, 'RULE'])
    expect(codeOf(await prune(folder, '--remove', '1,2', '--hold', '2'))).toEqual([14, 'RULE'])
    expect(codeOf(await prune(folder, '--remove', '3'))).toEqual([2, 'USAGE'])
    expect(wholeIn(folder)).toHaveLength(3)
    expect((await prune(folder, '--remove', '1')).document).toMatchObject({ removed: [1], retention: null })
    const again = await prune(folder, '--remove', '1')
    expect(again).toMatchObject({ exit: 0, document: { removed: [], mark: null } })
    expect(again.stderr).toContain('pruned before')
  })

  it('keeps the newest deed that is as it was signed, and what is newer', async () => {
    const folder = copy()
    flip(folder, '000004.deed')
    const { exit, document, stderr } = await prune(folder, '--keep-last', '1')
    expect([exit, document.removed]).toEqual([0, [1]])
    expect(document.damaged).toMatchObject([{ sequence: 4, code: 'DAMAGED' }])
    expect(stderr).toContain('000004.deed')
    const bad = copy()
    for (const deed of wholeIn(bad)) flip(bad, deed)
    expect(codeOf(await prune(bad, '--keep-last', '1'))).toEqual([5, 'DAMAGED'])
    expect(wholeIn(bad)).toHaveLength(3)
  })

  it('keeps the last deed that passed a drill', async () => {
    const folder = copy()
    const { key } = await openKeyFile(host.at('archive.key'), undefined)
    mkdirSync(host.at(folder, 'drills'))
    const report = (sequence: number, verdict: 'passed' | 'failed', created: string) => {
      const manifest = manifests[sequence - 1] ?? ''
      const failure = verdict === 'passed' ? null : { step: 'restore', code: 'DAMAGED' }
      const about = {
        series: id,
        chosen: 'named',
        sequence,
        deedId: 'cd'.repeat(16),
        manifest,
        verdict,
        failure,
      }
      const times = { began: created, sealed: null, current: null, ageSeconds: null, currentAgeSeconds: null }
      const done = {
        milliseconds: { fetch: 0, restore: 1, compare: 1 },
        counts: { tables: 1, rows: 2, cells: 4, bytes: 100 },
      }
      const paperId = drawPaperId()
      const subject = [{ name: 'manifest.json', digest: { sha256: manifest } }]
      const bytes = signPaper(
        DRILL,
        { ...about, target: 'folder', ...times, ...done, opened: [], closed: [], ledgerHead: null },
        { key, now: new Date(created), withCard: true, paperId, subject },
      )
      writeFileSync(host.at(folder, 'drills', drillName({ created, paperId })), bytes)
    }
    report(1, 'passed', '2026-11-20T00:00:00Z')
    report(2, 'failed', '2026-11-21T00:00:00Z')
    const plan = await prune(folder, '--keep-last', '1', '--dry-run')
    expect(plan.document.removed).toEqual([2])
    expect(codeOf(await prune(folder, '--remove', '1'))).toEqual([14, 'RULE'])
    report(2, 'passed', '2026-11-22T00:00:00Z')
    expect((await prune(folder, '--keep-last', '1')).document.removed).toEqual([1])
  })

  it('keeps what was signed at a time that is still to come', async () => {
    const folder = copy()
    const { plan } = await directly(folder, realFileSystem, { now: new Date('2026-01-01T00:00:00Z') })
    expect(plan.removed).toEqual([])
    expect(plan.deeds[0]?.kept).toContain('time')
    expect(renderPrune({ plan, mark: null }, { dry: true })).toContain('deeds 1, 2, 4; --remove N')
  })

  it('removes nothing from a series with a fault, and says which by its code', async () => {
    const gap = copy()
    rmSync(host.at(gap, '000003.mark'))
    expect(codeOf(await prune(gap, '--keep-last', '1'))).toEqual([5, 'DAMAGED'])
    const rolled = copy()
    rmSync(host.at(rolled, '000004.deed'), { recursive: true })
    expect(codeOf(await prune(rolled, '--keep-last', '1'))).toEqual([8, 'REPLAYED'])
    expect(wholeIn(rolled)).toHaveLength(2)
    const other = ['--series', host.at(gap), '--key', host.at('other.key'), '--keep-last', '1']
    expect(codeOf(await host.json('backup', 'prune', ...other))).toEqual([6, 'UNTRUSTED'])
  })
})

/** A prune below the command line, over a file system that may fail. */
async function directly(folder: string, files: FileSystem, { now = new Date() } = {}) {
  const { key } = await openKeyFile(host.at('host.key'), undefined)
  const home = host.at('home')
  const warn = () => undefined
  const recorder = openRecorder({ home, command: 'backup prune', records: 'effects', warn })
  await using mirror = await openMirror(host.at(folder))
  return pruneSeries({
    ...{ mirror, key, home, warn, now, recorder, files, hold: [], trusted: [] },
    choice: { by: 'rules', retention: { last: 1 } },
  })
}

describe('a prune mark', () => {
  it.each([
    [PRUNED_DEEDS, true],
    [PRUNED_DEEDS + 1, false],
    [0, false],
  ])('names %i deeds: %s', (count, taken) => {
    const deed = { sequence: 1, deedId: 'cd'.repeat(16), manifest: 'ab'.repeat(32) }
    const removed = Array.from({ length: count }, () => deed)
    expect(PRUNE.schema.shape.removed.safeParse(removed).success).toBe(taken)
  })
})

const LONG = process.env.DATADEED_TEST_LONG !== undefined
const SOME: readonly Call[] = ['file.write', 'link', 'removeTree']

describe('a prune that is ended on the way', () => {
  it('C24 leaves a whole chain at every call of the file system, and the next one ends what a mark names', async () => {
    const { files, calls } = spy()
    await directly(copy(), files)
    for (const call of SOME) expect(calls).toContain(call)
    for (const [index, call] of calls.entries()) {
      // Writing the mark, naming it, and removing stand for the rest.
      if (!LONG && (calls.indexOf(call) !== index || !SOME.includes(call))) continue
      const folder = copy()
      const code = index % 2 === 0 ? 'ENOSPC' : 'EIO'
      const failing = failFrom(index + 1, code)
      const ended = await directly(folder, failing).catch((error: { exitCode: number }) => error.exitCode)
      const optional = (['list', 'syncFolder'] satisfies Call[]).some((each) => each === call)
      if (!optional) expect([call, ended]).toEqual([call, code === 'ENOSPC' ? 11 : 10])
      const signed = readdirSync(host.at(folder)).includes('000005.prune')
      if (!signed) expect(wholeIn(folder)).toHaveLength(3)
      const list = await host.look('list', folder)
      expect([call, list.exit, list.document.unfinished]).toEqual([call, 0, []])
      const { mark } = await directly(folder, realFileSystem)
      expect(mark === null).toBe(signed)
      expect(wholeIn(folder)).toEqual(['000004.deed'])
    }
  })

  it('is gone on with by the next run, which makes its backup', async () => {
    const folder = copy()
    const failing = gated((call, { path }) => {
      if (call === 'removeTree' && path.endsWith('data')) throw systemError('EIO')
    })
    await expect(directly(folder, failing)).rejects.toMatchObject({ code: 'IO_WRITE' })
    // Nobody can open what is left of the one that was begun.
    expect(readdirSync(host.at(folder, '000001.deed')).sort()).toEqual([
      'data',
      'manifest.json',
      'signatures.json',
    ])
    expect(wholeIn(folder)).toHaveLength(3)
    const status = await host.look('status', folder)
    expect(status.document).toMatchObject({ deeds: 1, pruned: 2, removing: ['000001.deed', '000002.deed'] })
    const { exit, stderr, document } = await host.backup(folder)
    expect([exit, document.kind, document.sequence]).toEqual([0, 'mark', 6])
    expect(stderr).toContain('000002.deed')
    expect(wholeIn(folder)).toEqual(['000004.deed'])
  })
})

/** Every call from the n-th on fails, but for what takes back what was begun. */
function failFrom(number: number, code: string): FileSystem {
  return gated((call, { number: at }) => {
    const back = call === 'find' || call === 'removeFile' || call === 'file.close'
    if (at >= number && !(at > number && back)) throw systemError(code)
  })
}
