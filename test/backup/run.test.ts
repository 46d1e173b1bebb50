import { spawnSync } from 'node:child_process'
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { DatabaseSync } from 'node:sqlite'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openMirror, runBackup } from '../../src/backup/index.ts'
import { parseHex } from '../../src/crypto/index.ts'
import { dataKeyCommitment, macKeyCommitment, readUnverified } from '../../src/deed/index.ts'
import { holdLock } from '../../src/files/index.ts'
import { partialName } from '../../src/files/leftovers.ts'
import { openKeyFile } from '../../src/identity/index.ts'
import { openRecorder } from '../../src/ledger/index.ts'
import { Host, ORDERS } from './a-host.ts'

let host: Host
const linksOf = (folder: string) =>
  readdirSync(host.at(folder))
    .filter((name) => /^\d/.test(name))
    .sort()

beforeAll(async () => {
  host = await Host.make()
})
afterAll(() => host[Symbol.dispose]())

/** A run below the command line, which says how long it waits. */
async function runDirectly(
  folder: string,
  waitMs: number,
  { now = new Date(), warn = () => undefined }: { now?: Date; warn?: (sentence: string) => void } = {},
) {
  const archive = host.parties.get('archive')?.card
  const { key } = await openKeyFile(host.at('host.key'), undefined)
  const home = host.at('home')
  return runBackup({
    ...{ mirror: await openMirror(host.at(folder)), home, warn, waitMs, always: true },
    seal: {
      exports: [{ path: host.at('orders.csv') }],
      ...{ seller: key, addressees: archive === undefined ? [] : [archive], trusted: [], workers: 1 },
      recorder: openRecorder({ home, command: 'backup run', records: 'effects', warn }),
      now,
    },
  })
}

describe('a run of a backup', () => {
  it('seals a deed, signs marks while nothing changes, and chains them all', async () => {
    expect((await host.begin('chain')).exit).toBe(0)
    const first = await host.backup('chain')
    expect(first).toMatchObject({ exit: 0, stderr: '', document: { kind: 'deed', sequence: 1 } })
    const second = await host.backup('chain')
    expect(second.document).toMatchObject({ kind: 'mark', sequence: 2, previous: first.document.sha256 })
    expect(second.document.deed).toMatchObject({ sequence: 1, deedId: first.document.deed.deedId })
    const third = await host.backup('chain', '--always')
    expect(third.document).toMatchObject({ kind: 'deed', sequence: 3, previous: second.document.sha256 })
    host.write(`${ORDERS}3,1.00\n`)
    const fourth = await host.backup('chain')
    expect(fourth.document).toMatchObject({ kind: 'deed', sequence: 4, sealed: { rows: 3 } })
    host.write(ORDERS)
    // Back to what an older deed holds: the newest holds something else.
    expect((await host.backup('chain')).document).toMatchObject({ kind: 'deed', sequence: 5 })
    expect(linksOf('chain')).toEqual([
      ...['000001.deed', '000002.mark', '000003.deed', '000004.deed', '000005.deed'],
    ])
    const { manifest } = await readUnverified(host.at('chain', '000003.deed'))
    const { series, sequence, previous } = manifest
    expect({ series, sequence, previous }).toEqual({
      ...{ series: first.document.series.id, sequence: 3, previous: second.document.sha256 },
    })
  })

  it('gives the reader back what was sealed', async () => {
    const out = ['--from', host.at('host.card'), '--key', host.at('archive.key'), '-o', host.at('out')]
    const digits = JSON.parse((await host.run('card', 'show', host.at('host.card'), '--json')).stdout).card
      .digits
    const restored = await host.run('restore', host.at('chain', '000005.deed'), ...out, '--confirm', digits)
    expect(restored.exit).toBe(0)
    expect(readFileSync(host.at('out', 'orders.csv'), 'utf8')).toBe(ORDERS)
  })

  it('shows its papers, a mark with the deed to restore, to whoever verifies one', async () => {
    const { card } = JSON.parse((await host.run('card', 'show', host.at('host.card'), '--json')).stdout)
    const from = ['--from', host.at('host.card'), '--confirm', card.digits]
    const mark = await host.json('verify', host.at('chain', '000002.mark'), ...from)
    expect(mark).toMatchObject({ exit: 0, document: { kind: 'mark', mark: { unchanged: { sequence: 1 } } } })
    const paper = await host.json('verify', host.at('chain', 'series.json'), ...from)
    expect(paper).toMatchObject({ exit: 0, document: { kind: 'series', series: { name: 'chain' } } })
    const shown = await host.run('verify', host.at('chain', '000002.mark'), ...from)
    expect(shown.stdout).toContain('000002.mark')
  })

  it('opens nothing with all that the host has and the series together', async () => {
    const held = ['home', 'chain', 'host.key', 'host.card'].flatMap((name) => filesOf(name))
    const text = held.map((bytes) => bytes.toString('latin1')).join('\n')
    expect(text).not.toMatch(/AGE-SECRET-KEY/i)
    // The host's own files at every place; in the papers of the series what is spelt out.
    const own = ['home', 'host.key', 'host.card'].flatMap((name) => filesOf(name))
    const windows = [...own, ...held.flatMap(decoded)]
    for (const name of ['000005.deed']) {
      const { manifest } = await readUnverified(host.at('chain', name))
      const deedId = parseHex(manifest.deedId, 'deedId')
      const wanted = new Set(
        manifest.compartments.flatMap(({ macKey, epochs }) => [macKey, ...epochs.map(({ key }) => key)]),
      )
      const found = [...manifest.compartments.keys()].filter((compartment) =>
        windows.some((bytes) =>
          someWindow(bytes, (key) =>
            [
              macKeyCommitment(key, { deedId, compartment }),
              dataKeyCommitment(key, { deedId, compartment, epoch: 0 }),
            ].some((digest) => wanted.has(Buffer.from(digest).toString('hex'))),
          ),
        ),
      )
      expect(found).toEqual([])
    }
    const digits = JSON.parse((await host.run('card', 'show', host.at('host.card'), '--json')).stdout).card
      .digits
    const mine = ['--from', host.at('host.card'), '--confirm', digits, '--key', host.at('host.key')]
    const { exit } = await host.run('restore', host.at('chain', '000001.deed'), ...mine, '-o', host.at('no'))
    expect([2, 7, 8]).toContain(exit)
  })

  it('seals a deed, with a warning, where what it remembers of its sources is of another version', async () => {
    const { document } = await host.begin('before').then(() => host.backup('before'))
    const path = host.at('home', 'backup', `${document.series.id}.source.json`)
    const { tables, ...rest } = JSON.parse(readFileSync(path, 'utf8'))
    const older = tables.map(({ name, digest }: Record<string, string>) => ({ name, digest }))
    for (const memory of [
      { ...rest, tables: older },
      { ...rest, tables, key: 'AA==' },
    ]) {
      writeFileSync(path, JSON.stringify(memory))
      const next = await host.backup('before')
      expect(next).toMatchObject({ exit: 0, document: { kind: 'deed' } })
      expect(next.stderr).toContain('source.json')
    }
    expect((await host.backup('before')).document).toMatchObject({ kind: 'mark', sequence: 4 })
  })

  it('goes on, with a warning, behind a link that was signed in what is still to come', async () => {
    await host.begin('hour')
    const warned: string[] = []
    const warn = (sentence: string) => warned.push(sentence)
    const at = (minutes: number) => new Date(Date.now() + minutes * 60_000)
    const ahead = at(60)
    await runDirectly('hour', 0, { now: at(3), warn })
    await runDirectly('hour', 0, { now: ahead, warn })
    expect(warned).toEqual([])
    expect(await runDirectly('hour', 0, { warn })).toMatchObject({ sequence: 3 })
    expect(warned).toEqual([expect.stringContaining(ahead.toISOString().slice(0, 16))])
  })

  it('signs no mark where the deed is gone or other readers are named', async () => {
    await host.begin('again')
    await host.backup('again')
    expect((await host.backup('again', '--to', 'other')).document).toMatchObject({
      kind: 'deed',
      sequence: 2,
    })
    expect((await host.backup('again', '--to', 'other')).document.kind).toBe('mark')
    rmSync(host.at('again', '000002.deed'), { recursive: true })
    expect((await host.backup('again', '--to', 'other')).document).toMatchObject({
      kind: 'deed',
      sequence: 4,
    })
  })

  it('knows a database by its rows: a number that becomes text is a change', async () => {
    const path = host.at('shop.db')
    const write = (sql: string) => {
      using database = new DatabaseSync(path)
      database.exec(sql)
    }
    write("CREATE TABLE t (a TEXT, b); INSERT INTO t VALUES ('x', 1), (NULL, '1')")
    await host.begin('db')
    const run = () =>
      host.json(
        'backup',
        'run',
        '--series',
        host.at('db'),
        '--source',
        path,
        '--key',
        host.at('host.key'),
        '--workers',
        '1',
      )
    const kinds: string[] = []
    for (const sql of ['', '', "UPDATE t SET b = '1' WHERE a = 'x'"]) {
      write(sql)
      kinds.push((await run()).document.kind)
    }
    expect(kinds).toEqual(['deed', 'mark', 'deed'])
  })

  it('says what it would do and writes nothing', async () => {
    const before = linksOf('chain')
    const deed = await host.backup('chain', '--dry-run', '--always')
    expect(deed.document).toMatchObject({ dryRun: true, kind: 'deed', sequence: 6 })
    const mark = await host.backup('chain', '--dry-run')
    expect(mark.document).toMatchObject({ kind: 'mark', sequence: 6, unchangedSince: 5, preview: null })
    expect(linksOf('chain')).toEqual(before)
  })

  it('warns of a key that could also open, and refuses one that did not begin the series', async () => {
    const other = ['--key', host.at('other.key'), '--to', 'archive']
    const begun = await host.run('backup', 'init', '--series', host.at('loose'), ...other)
    expect(begun.stderr).toContain('could also open')
    const run = ['--series', host.at('chain'), '--source', host.at('orders.csv')]
    const { exit, document } = await host.json('backup', 'run', ...run, ...other)
    expect([exit, document.error.code]).toEqual([6, 'UNTRUSTED'])
  })

  it('C24 takes away what a killed run has left, and keeps what another computer may be writing', async () => {
    await host.begin('killed')
    const { pid } = spawnSync('true')
    const dead = partialName('000001.deed').replace(`-${process.pid}-`, `-${pid}-`)
    mkdirSync(host.at('killed', dead))
    const foreign = '000001.deed.partial-00000000-1-0123456789ab'
    mkdirSync(host.at('killed', foreign))
    const { exit, stderr } = await host.backup('killed')
    expect(exit).toBe(0)
    expect(stderr).toContain(foreign)
    expect(readdirSync(host.at('killed')).sort()).toEqual(['000001.deed', foreign, 'series.json'])
    const { document } = await host.look('list', 'killed')
    expect(document).toMatchObject({ whole: true, unfinished: [foreign] })
  })

  it('C22 lets one of two runs wait for the other, and exits 12 where that takes too long', async () => {
    await host.begin('twice')
    const both = await Promise.all([runDirectly('twice', 60_000), runDirectly('twice', 60_000)])
    expect(both.map(({ sequence }) => sequence).sort()).toEqual([1, 2])
    const id = both[0]?.series.id ?? ''
    using _held = await holdLock(host.at('home', 'backup', `${id}.lock`), { waitMs: 0 })
    await expect(runDirectly('twice', 0)).rejects.toMatchObject({ code: 'LOCKED', exitCode: 12 })
    expect(linksOf('twice')).toEqual(['000001.deed', '000002.deed'])
  })

  it('writes over nothing that has the next name', async () => {
    await host.begin('taken')
    writeFileSync(host.at('taken', '000001.mark'), 'notes')
    const { exit, document } = await host.backup('taken')
    expect([exit, document.error.code]).toEqual([12, 'EXISTS'])
    expect(readFileSync(host.at('taken', '000001.mark'), 'utf8')).toBe('notes')
  })

  it('takes everything from a policy and the environment', async () => {
    const policy = [
      'version: 1',
      'backup:',
      '  sources: [orders.csv]',
      '  destination: by-policy',
      '  readers: [archive]',
      '  deed-age: 1h',
    ]
    writeFileSync(host.at('datadeed.yaml'), policy.join('\n'))
    const words = ['--policy', host.at('datadeed.yaml'), '--key', host.at('host.key')]
    expect((await host.run('backup', 'init', ...words, '--classic')).exit).toBe(0)
    expect((await host.json('backup', 'run', ...words, '--workers', '1')).document).toMatchObject({
      kind: 'deed',
    })
    const status = await host.json('backup', 'status', '--policy', host.at('datadeed.yaml'), '--fail-stale')
    expect(status).toMatchObject({ exit: 0, document: { wanted: { deedAge: 3600 }, stale: [] } })
  })
})

function filesOf(name: string): Buffer[] {
  const path = host.at(name)
  const names = readdirSync(host.desk.folder, { withFileTypes: true }).find((entry) => entry.name === name)
  if (names?.isFile()) return [readFileSync(path)]
  return readdirSync(path, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !entry.name.endsWith('.age') && !entry.name.endsWith('.blocks'))
    .map((entry) => readFileSync(`${entry.parentPath}/${entry.name}`))
}

/** What stands in text as base64 or hexadecimal. */
function decoded(bytes: Buffer): Buffer[] {
  const text = bytes.toString('latin1')
  return [
    ...(text.match(/[A-Za-z0-9+/]{43}=/g) ?? []).map((word) => Buffer.from(word, 'base64')),
    ...(text.match(/[0-9a-f]{64}/g) ?? []).map((word) => Buffer.from(word, 'hex')),
  ]
}

function someWindow(bytes: Buffer, test: (key: Buffer) => boolean): boolean {
  for (let at = 0; at + 32 <= bytes.length; at += 1) if (test(bytes.subarray(at, at + 32))) return true
  return false
}
