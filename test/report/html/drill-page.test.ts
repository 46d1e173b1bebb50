import { afterAll, afterEach, describe, expect, it } from 'vitest'
import type { DrillReport } from '../../../src/backup/index.ts'
import { setLanguage } from '../../../src/messages/index.ts'
import { type DrillHistory, MOST_SHOWN } from '../../../src/report/drill-history.ts'
import { niceMost, timeTicks } from '../../../src/report/drill-page/scales.ts'
import { renderDrilled, renderDrillHistory, renderDrillPage } from '../../../src/report/index.ts'
import { itNeeds } from '../../interop/needs.ts'
import { TestBrowser } from './browser.ts'
import { expectReadable } from './readable.ts'

const itInBrowser = itNeeds('chromium', 'chromium')
const browser = new TestBrowser()
afterEach(() => setLanguage('en'))
afterAll(() => browser[Symbol.asyncDispose]())

const HOSTILE = '"><script>window.hacked=1</script><img src=http://report.invalid/x.png>\u202e'
const NOW = new Date('2026-03-04T05:06:07Z')
const DAY = 86_400_000

function report(at: number, more: Partial<DrillReport> = {}): DrillReport {
  const created = new Date(NOW.getTime() - at * DAY).toISOString().replace('.000', '')
  return {
    ...{ format: 'datadeed/v1', critical: [], ext: {}, paperId: 'ab'.repeat(16), created },
    tool: { name: 'datadeed', version: '0.3.0' },
    issuer: { name: 'archive', fingerprint: 'cd'.repeat(32) },
    ...{ series: 'ef'.repeat(16), chosen: 'newest', sequence: 400 - at, deedId: '01'.repeat(16) },
    ...{ manifest: '23'.repeat(32), verdict: 'passed', failure: null, target: 'postgres', began: created },
    ...{ sealed: created, current: created, ageSeconds: 7300, currentAgeSeconds: 7300 },
    milliseconds: { fetch: 20_000, restore: 105_000 + at * 100, compare: 41_000 },
    counts: { tables: 4, rows: 1_234_567, cells: 9_876_543, bytes: 42_000_000 - at * 10_000 },
    ...{
      opened: ['general'],
      closed: ['special'],
      ledgerHead: null,
      name: 'x.json',
      sha256: '45'.repeat(32),
    },
    recoverySeconds: 125 + at / 10,
    ...more,
  }
}
const FAILED = {
  verdict: 'failed',
  failure: { step: 'restore', code: 'DAMAGED' },
  ...{ recoverySeconds: null, counts: null },
  milliseconds: { fetch: 0, restore: null, compare: null },
} as const

const history = (drills: readonly DrillReport[], name = 'shop'): DrillHistory => ({
  series: { id: 'ef'.repeat(16), name, folder: '/backups/shop' },
  ...{ drills, unbelieved: [], older: 0 },
})
const YEAR = [350, 320, 300, 200, 150, 100, 60, 30, 7, 1].map((at) => report(at, at === 150 ? FAILED : {}))
const tool = { name: 'datadeed', version: '0.3.0' }
const page = (of: DrillHistory) => renderDrillPage({ history: of, at: NOW, tool, place: '/backups/shop' })

describe('the history of drills', () => {
  it('is a table, in both languages', () => {
    const two = history([report(30, FAILED), report(1)])
    expect(renderDrillHistory(two)).toMatchInlineSnapshot(`
      "Restore drills of "shop"
        When (UTC)           Verdict                          Deed  Target      Recovery  Compared       Rows  Deed size  Data age  By
        2026-02-02 05:06:07  FAILED at restoring it: DAMAGED   370  PostgreSQL         -         -          -          -       2 h  archive
        2026-03-03 05:06:07  passed                            399  PostgreSQL      2:05      41 s  1,234,567   40.0 MiB       2 h  archive

      drills 2: passed 1, failed 1
      recovery time of those that passed: median 2:05, longest 2:05
      "
    `)
    setLanguage('zh-CN')
    expect(renderDrillHistory(two)).toMatchInlineSnapshot(`
      "“shop”的恢复演练
        时间 (UTC)           结论                   交接包  目标        恢复用时  比对用时         行  交接包大小  数据新旧  签名人
        2026-02-02 05:06:07  失败，于恢复：DAMAGED     370  PostgreSQL         -         -          -           -    2 小时  archive
        2026-03-03 05:06:07  通过                      399  PostgreSQL      2:05      41 s  1,234,567    40.0 MiB    2 小时  archive

      演练 2 次：通过 1，失败 1
      通过者的恢复用时：中位数 2:05，最长 2:05
      "
    `)
    expect(renderDrillHistory(history([]))).toMatchInlineSnapshot(`
      "“shop”的恢复演练
        还没有演练：datadeed backup drill --series 文件夹 --key 读取方.key
      "
    `)
  })

  it('ends each drill with what it says, in both languages', () => {
    const places = ['/backups/shop/drills/x.json']
    expect(renderDrilled(report(1), 'shop', places)).toMatchInlineSnapshot(`
      "drill PASSED: deed 399 of the series "shop" was restored, and every cell that the key opens compared
        deed         399 of the series, 01010101010101010101010101010101
        restored to  PostgreSQL, under a name of its own: deleted again
        compared     tables 4, rows 1,234,567, cells 9,876,543 (deed of 40.0 MiB)
        not tried    special: for other readers
        recovery     2:05 (fetch 20 s, restore 1:45); then compared in 41 s
        data         2 h old when the drill began (sealed 2026-03-03T05:06:07Z)
        report       /backups/shop/drills/x.json
      "
    `)
    expect(renderDrilled(report(1, FAILED), 'shop', places)).toMatchInlineSnapshot(`
      "drill FAILED: series "shop"
        deed         399 of the series, 01010101010101010101010101010101
        failed at    restoring it: DAMAGED
        restored to  PostgreSQL, under a name of its own: deleted again
        not tried    special: for other readers
        data         2 h old when the drill began (sealed 2026-03-03T05:06:07Z)
        report       /backups/shop/drills/x.json
      "
    `)
    setLanguage('zh-CN')
    expect(renderDrilled(report(1), 'shop', places)).toMatchInlineSnapshot(`
      "演练通过：系列“shop”第 399 号已恢复，密钥能打开的每个单元格都已比对
        交接包       系列第 399 号，01010101010101010101010101010101
        恢复到       PostgreSQL（专用名称）：已删除
        已比对       表 4，行 1,234,567，单元格 9,876,543（交接包 40.0 MiB）
        未尝试       special：属于其他读取方
        恢复用时     2:05（取回 20 s，恢复 1:45）；另比对 41 s
        数据         演练开始时已有 2 小时（封存于 2026-03-03T05:06:07Z）
        报告         /backups/shop/drills/x.json
      "
    `)
  })

  it('is a page with a dot for each that passed and a cross for each that failed, in both pictures and drawings', () => {
    const drawn = page(history(YEAR))
    const count = (mark: string) => drawn.split(`class="${mark}"`).length - 1
    expect([count('dot'), count('cross'), count('way')]).toEqual([9 * 4, 4, 4])
    expect(drawn).toContain('1,234,567')
    expect(drawn).toContain('FAILED at restoring it: DAMAGED')
  })

  it('leaves out of the picture what would be a texture, and says so', () => {
    const many = history(Array.from({ length: MOST_SHOWN + 7 }, (_, at) => report(MOST_SHOWN + 7 - at)))
    expect(page(many).split('class="dot"').length - 1).toBe(MOST_SHOWN * 4)
    expect(page(many)).toContain('not shown: 7')
    expect(page(history([]))).toContain('No drill of this series has passed yet')
  })

  it('has axes that end at round figures and dates that fit', () => {
    expect([0, 0.7, 3, 42, 100, 101].map((value) => niceMost(value, 10))).toEqual([1, 1, 4, 50, 100, 200])
    expect([0, 1, 1000, 1025].map((value) => niceMost(value, 2))).toEqual([1, 1, 1024, 2048])
    const from = Date.UTC(2025, 0, 15)
    expect(timeTicks(from, from, 10).map(({ label }) => label)).toEqual(['2025-01-15'])
    expect(timeTicks(from, from + 20 * DAY, 3).map(({ label }) => label)).toEqual([
      ...['2025-01-15', '2025-01-25', '2025-02-04'],
    ])
    expect(timeTicks(from, from + 365 * DAY, 5).map(({ label }) => label)).toEqual([
      ...['2025-04', '2025-07', '2025-10', '2026-01'],
    ])
    for (const years of [1, 3, 10, 27]) {
      const ticks = timeTicks(from, from + years * 365 * DAY, 3)
      expect(ticks.length).toBeGreaterThan(0)
      expect(ticks.length).toBeLessThanOrEqual(3)
    }
  })

  itInBrowser(
    'fits a telephone, can be read, runs and fetches nothing, whatever a series is called',
    async (program) => {
      setLanguage('zh-CN')
      await expectReadable(browser, program, { markup: page(history(YEAR, HOSTILE)), width: 360 })
    },
  )
})
