import { mkdirSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { buildMemberList, buildOrderList, encodeGb18030 } from '../../src/cli/demo-exports.ts'
import { tellStory } from '../../src/cli/demo-story.ts'
import type { Io } from '../../src/cli/io.ts'
import { DeskHere } from './desk-here.ts'
import { normalise } from './run-cli.ts'

const FIXTURES = join(import.meta.dirname, '..', '..', 'fixtures', 'demo')

describe('the exports of the demo', () => {
  it('are the same in every run', () => {
    expect(readFileSync(join(FIXTURES, '会员.csv')).equals(encodeGb18030(buildMemberList()))).toBe(true)
    expect(readFileSync(join(FIXTURES, 'orders.csv'), 'utf8')).toBe(buildOrderList())
  })

  it('have 600 rows, in GB18030 with CRLF and in UTF-8 with LF', () => {
    const members = encodeGb18030(buildMemberList())
    expect(new TextDecoder('gb18030', { fatal: true }).decode(members)).toBe(buildMemberList())
    expect(() => new TextDecoder('utf-8', { fatal: true }).decode(members)).toThrow()
    expect(buildMemberList().match(/^V\d{6},/gm)).toHaveLength(600)
    expect(buildOrderList().match(/^SO-\d{7},/gm)).toHaveLength(600)
    expect(buildOrderList()).not.toContain('\r')
  })
})

describe('datadeed demo', () => {
  it('tells the whole story in a new folder and leaves its files there', async () => {
    using desk = new DeskHere()
    const told = await desk.run(['demo'])
    expect(told.stderr).toBe('')
    expect(told.exit).toBe(0)
    const lines = normalise(told.stdout).match(/^\$ .*$/gm)
    expect(lines).toEqual([
      '$ export DATADEED_HOME=home',
      '$ datadeed keygen 加喜门店 --no-passphrase',
      '$ datadeed keygen buyer --no-passphrase',
      '$ datadeed keygen auditor --no-passphrase',
      "$ datadeed card trust 加喜门店.card --fingerprint '<digits>'",
      "$ datadeed card trust buyer.card --fingerprint '<digits>'",
      "$ datadeed card trust auditor.card --fingerprint '<digits>'",
      '$ datadeed classify 会员.csv orders.csv',
      '$ datadeed seal 会员.csv orders.csv --key 加喜门店.key --to buyer.card --to auditor.card --policy datadeed.yaml -o handover.deed',
      '$ datadeed inspect handover.deed',
      '$ datadeed verify handover.deed --from 加喜门店.card',
      '$ datadeed restore handover.deed --from 加喜门店.card --key buyer.key -o restored',
      '$ datadeed restore handover.deed --from 加喜门店.card --key auditor.key -o restored-auditor',
    ])
    expect(readdirSync(desk.path('datadeed-demo')).sort()).toEqual(
      [
        '会员.csv',
        '加喜门店.card',
        '加喜门店.key',
        'auditor.card',
        'auditor.key',
        'buyer.card',
        'buyer.key',
        'datadeed.yaml',
        'handover.deed',
        'home',
        'orders.csv',
        'restored',
        'restored-auditor',
      ].sort(),
    )
    const demo = desk.path('datadeed-demo')
    for (const file of ['会员.csv', 'orders.csv']) {
      expect(readFileSync(join(demo, 'restored', file)).equals(readFileSync(join(demo, file)))).toBe(true)
      expect(readFileSync(join(demo, 'restored-auditor', file), 'latin1')).not.toContain('@example.com')
    }
    expect(desk.files()).toEqual(['datadeed-demo'])
    const again = await desk.run(['demo'])
    expect([again.exit, again.stdout]).toEqual([12, ''])
  })

  it('tells it in Chinese, and as one document', async () => {
    using desk = new DeskHere()
    const told = await desk.run(['demo', '-o', '演示', '--lang', 'zh-CN', '--json'])
    expect(told.exit).toBe(0)
    const document = JSON.parse(told.stdout)
    expect(document).toMatchObject({ schemaVersion: 1, ok: true })
    expect(document.steps).toHaveLength(12)
    expect(document.steps[6].output).toContain('数据舱')
    expect(document.compared.map(({ file }: { file: string }) => file)).toEqual(['会员.csv', 'orders.csv'])
  })
})

describe('a demo that fails', () => {
  it('leaves nothing of its own behind and touches nothing else', async () => {
    using desk = new DeskHere()
    mkdirSync(desk.path('mine'))
    const { signal } = new AbortController()
    const io: Io = {
      env: {},
      platform: 'linux',
      signal,
      out: async () => {},
      err: () => {},
      live: false,
      colour: false,
      paint: (_colour, word) => word,
    }
    const telling = { io, run: async () => 11, tell: async () => {} }
    const before = process.cwd()
    const failed = tellStory(desk.path('mine/new/demo'), telling)
    await expect(failed).rejects.toMatchObject({ code: 'INTERNAL' })
    expect(process.cwd()).toBe(before)
    expect(readdirSync(desk.path('mine'))).toEqual([])
  })
})
