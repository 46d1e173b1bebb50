import { copyFileSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { DeskHere } from './desk-here.ts'
import { normalise, type RunOptions, runProgram, type Transcript } from './run-cli.ts'

const DEMO = join(import.meta.dirname, '..', '..', 'fixtures', 'demo')
/** A cell that is in the exports and must be in no output and no other file. */
const CANARY = 'CANARY-7f3a-喜欢少糖'

describe('the story on the command line', () => {
  let desk: DeskHere
  const outputs: string[] = []
  const kept = (transcript: Transcript): Transcript => {
    outputs.push(transcript.stdout, transcript.stderr)
    return transcript
  }
  /** In a process of its own: the way of a deed from the keys to the buyer. */
  const run = async (...words: string[]): Promise<Transcript> => kept(await alone(words))
  const alone = (words: readonly string[], options?: RunOptions) => runProgram(desk.folder, words, options)
  /** In this process: what else is said on that way. */
  const here = async (...words: string[]): Promise<Transcript> => kept(await desk.run(words))

  beforeAll(async () => {
    desk = new DeskHere()
    copyFileSync(join(DEMO, '会员.csv'), desk.path('会员.csv'))
    const orders = readFileSync(join(DEMO, 'orders.csv'), 'utf8').replace('jasmine tea', CANARY)
    writeFileSync(desk.path('orders.csv'), orders)
    for (const name of ['加喜门店', 'buyer', 'stranger']) {
      expect((await run('keygen', name, '--no-passphrase')).exit).toBe(0)
    }
    for (const name of ['加喜门店', 'buyer']) {
      const { card } = JSON.parse((await run('card', 'show', `${name}.card`, '--json')).stdout)
      expect((await run('card', 'trust', `${name}.card`, '--fingerprint', card.digits)).exit).toBe(0)
    }
  })
  afterAll(() => desk[Symbol.dispose]())

  it('classifies exports as text, as a document, as CSV and as a policy', async () => {
    const text = await here('classify', '*.csv')
    expect(text.exit).toBe(0)
    expect(text.stdout).toContain('会员.csv (table "会员"): 600 rows, encoding gb18030')
    expect(text.stdout).toContain('orders.csv (table "orders"): 600 rows, encoding utf-8')
    const files = ['--csv', 'review.csv', '--write-policy', 'first.yaml']
    const json = await here('classify', '会员.csv', 'orders.csv', '--json', ...files)
    const document = JSON.parse(json.stdout)
    expect(document).toMatchObject({ schemaVersion: 1, ok: true })
    expect(document.tables.map((table: { columns: unknown[] }) => table.columns.length)).toEqual([9, 9])
    expect(document.tables[0].columns[2]).toMatchObject({
      index: 2,
      header: '手机号',
      type: 'mobile',
      sensitive: true,
    })
    expect(readFileSync(desk.path('review.csv'), 'utf8').startsWith('\ufeff')).toBe(true)
    expect(readFileSync(desk.path('first.yaml'), 'utf8')).toContain('手机号')
    outputs.push(readFileSync(desk.path('review.csv'), 'utf8'), readFileSync(desk.path('first.yaml'), 'utf8'))
    expect((await here('classify', 'orders.csv', '--csv', 'review.csv')).exit).toBe(12)
  })

  it('seals, inspects, verifies and restores byte for byte', async () => {
    const dry = await run(
      'seal',
      '会员.csv',
      'orders.csv',
      '--key',
      '加喜门店.key',
      '--to',
      'buyer',
      '-o',
      'a.deed',
      '--dry-run',
    )
    expect([dry.exit, desk.files().includes('a.deed')]).toEqual([0, false])
    const sealed = await run(
      'seal',
      '会员.csv',
      'orders.csv',
      '--key',
      '加喜门店.key',
      '--to',
      'buyer.card',
      '-o',
      'a.deed',
    )
    expect(sealed.exit).toBe(0)
    expect(normalise(sealed.stdout)).toContain('sealed a.deed, deed <id>')
    expect(sealed.stderr).toContain('next: send a.deed')
    const inspected = await run('inspect', 'a.deed')
    expect(inspected.exit).toBe(0)
    expect(inspected.stdout).toMatch(/^UNVERIFIED/)
    const verified = await run('verify', 'a.deed', '--from', '加喜门店.card')
    expect(verified.exit).toBe(0)
    expect(verified.stdout).toMatch(
      /complete +yes[\s\S]*valid +yes[\s\S]*authentic +yes[\s\S]*restorable +not checked/,
    )
    const restored = await run(
      'restore',
      'a.deed',
      '--from',
      '加喜门店',
      '--key',
      'buyer.key',
      '-o',
      'restored',
    )
    expect(restored.exit).toBe(0)
    for (const file of ['会员.csv', 'orders.csv']) {
      expect(readFileSync(desk.path(join('restored', file))).equals(readFileSync(desk.path(file)))).toBe(true)
    }
  })

  it('says the same facts in Chinese and as documents', async () => {
    const base = ['orders.csv', '--key', '加喜门店.key', '--to', 'buyer.card', '--policy', 'p.yaml']
    writeFileSync(desk.path('p.yaml'), 'version: 1\nepochs: { rows: 200 }\n')
    const sealed = await here('seal', ...base, '-o', 'b.deed', '--json')
    const document = JSON.parse(sealed.stdout)
    expect(document).toMatchObject({
      schemaVersion: 1,
      ok: true,
      output: 'b.deed',
      rows: 600,
      readBack: true,
    })
    expect(document.compartments[0].epochs).toBe(3)
    const seen = JSON.parse((await here('inspect', 'b.deed', '--json')).stdout).manifest.compartments
    const [{ name, epochs }] = seen
    expect(epochs.map(({ epoch }: { epoch: number }) => epoch)).toEqual([0, 1, 2])
    const shown = (await here('inspect', 'b.deed')).stdout.split('\n')
    expect(shown.some((line) => line.trim().startsWith(`${name} `) && / 3 /.test(line))).toBe(true)
    const chinese = await here(
      'verify',
      'b.deed',
      '--from',
      '加喜门店.card',
      '--key',
      'buyer.key',
      '--lang',
      'zh-CN',
    )
    expect(chinese.stdout).toMatch(/restorable +是/)
    const verified = JSON.parse((await here('verify', 'b.deed', '--from', '加喜门店', '--json')).stdout)
    expect(verified).toMatchObject({ ok: true, verdicts: { complete: 'yes', fresh: 'not checked' } })
    const inspected = JSON.parse((await here('inspect', 'b.deed', '--json')).stdout)
    expect(inspected).toMatchObject({ ok: true, verified: false, manifest: { deedId: document.deedId } })
  })

  it('makes "not checked" fail where it is required', async () => {
    const required = await here(
      'verify',
      'a.deed',
      '--from',
      '加喜门店.card',
      '--require',
      'complete,restorable',
    )
    expect(required.exit).toBe(14)
    expect(required.stderr).toContain('restorable')
    expect((await here('verify', 'a.deed', '--from', '加喜门店.card', '--require', 'shiny')).exit).toBe(2)
  })

  it('finds a damaged deed, lists the failures and restores nothing', async () => {
    const bytes = readFileSync(desk.path('a.deed'))
    const middle = Math.floor(bytes.length / 2)
    bytes.writeUInt8(bytes.readUInt8(middle) ^ 1, middle)
    writeFileSync(desk.path('bad.deed'), bytes)
    const verified = await here('verify', 'bad.deed', '--from', '加喜门店.card', '--key', 'buyer.key')
    expect(verified.exit).toBe(5)
    expect(verified.stdout).toContain('failures:')
    expect(verified.stderr).toMatch(/^error: /)
    const restored = await here(
      'restore',
      'bad.deed',
      '--from',
      '加喜门店.card',
      '--key',
      'buyer.key',
      '-o',
      'bad',
    )
    expect(restored.exit).toBe(5)
    expect(desk.files()).not.toContain('bad')
  })

  it('uses a card only when it was confirmed, before or in this run', async () => {
    const base = ['seal', 'orders.csv', '--key', '加喜门店.key', '--to', 'stranger.card']
    const unknown = await here(...base, '-o', 'c.deed')
    expect(unknown.exit).toBe(6)
    expect(unknown.stderr).toContain('hint:  if they agree: datadeed card trust stranger.card')
    expect(desk.files()).not.toContain('c.deed')
    const { card } = JSON.parse((await here('card', 'show', 'stranger.card', '--json')).stdout)
    const confirmed = await here(...base, '-o', 'c.deed', '--confirm', card.digits, '--no-readback')
    expect(confirmed.exit).toBe(0)
    expect((await here('card', 'list')).stdout).not.toContain('stranger')
    const other = await here('restore', 'c.deed', '--from', '加喜门店', '--key', 'buyer.key', '-o', 'other')
    expect(other.exit).toBe(8)
    expect(desk.files()).not.toContain('other')
  })

  it('overwrites nothing and touches no source', async () => {
    const before = statSync(desk.path('orders.csv'))
    const base = ['seal', 'orders.csv', '--key', '加喜门店.key', '--to', 'buyer']
    expect((await here(...base, '-o', 'a.deed')).exit).toBe(12)
    expect((await here(...base, '-o', './orders.csv')).exit).toBe(2)
    expect(
      (await here('restore', 'a.deed', '--from', '加喜门店', '--key', 'buyer.key', '-o', '.')).exit,
    ).toBe(12)
    expect(statSync(desk.path('orders.csv')).mtimeMs).toBe(before.mtimeMs)
  })

  it('leaves the folder as it was when it is stopped', async ({ skip }) => {
    if (process.platform === 'win32') skip('Windows has no SIGINT to send')
    const [head = '', ...rows] = readFileSync(desk.path('orders.csv'), 'utf8').trimEnd().split('\n')
    writeFileSync(
      desk.path('long.csv'),
      `${[head, ...Array<string>(300).fill(rows.join('\n'))].join('\n')}\n`,
    )
    const before = desk.files()
    const words = ['seal', 'long.csv', '--key', '加喜门店.key', '--to', 'buyer', '-o', 'long.deed']
    const stopped = await alone(words, { interruptWhen: () => desk.files().length > before.length })
    expect(stopped.stderr).toContain('stopped by SIGINT')
    expect([stopped.exit, stopped.stdout]).toEqual([130, ''])
    expect(desk.files()).toEqual(before)
  })

  it('leaves no temporary file and shows no cell anywhere', () => {
    expect(desk.files().filter((name) => /partial|tmp/.test(name))).toEqual([])
    expect(outputs.join('')).not.toContain('CANARY')
    expect(readFileSync(desk.path('a.deed')).includes('CANARY')).toBe(false)
  })
})
