import { readFileSync, writeFileSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { inline, number, workbook } from '../../fixtures/xlsx/workbook.ts'
import { converse } from './converse.ts'
import { DeskHere } from './desk-here.ts'

const desk = new DeskHere()
let digits = { seller: '', buyer: '' }

/** As a shop's system writes it: a title, a total, a hidden sheet, card numbers that were typed as numbers. */
const SHOP = workbook({
  formats: ['yyyy-mm-dd'],
  sheets: [
    {
      name: '会员',
      rows: [
        [inline('加喜门店')],
        [inline('姓名'), inline('身份证号'), inline('开卡日期'), inline('备注')],
        [inline('王小明'), number('1.1010119900307E+17'), number(45351, 1), inline('')],
        null,
        [inline('李,"四"\n'), number('110101199003080000'), number('45351.5', 1), null],
        [inline('合计'), null, null, inline('2')],
      ],
      after: '<mergeCells><mergeCell ref="A1:D1"/></mergeCells>',
    },
    { name: '旧', state: 'hidden', rows: [[inline('电话')], [inline('13800138000')]] },
  ],
})
const READ = ['--header-row', '会员=2', '--footer-rows', '1']

function seal(exports: readonly string[], output: string, ...more: readonly string[]) {
  const words = ['seal', ...exports, '--key', 'seller.key', '--to', 'buyer.card', '--confirm', digits.buyer]
  return desk.run([...words, '-o', output, ...more])
}

beforeAll(async () => {
  writeFileSync(desk.path('shop.xlsx'), SHOP)
  for (const name of ['seller', 'buyer'] as const) {
    await desk.run(['keygen', name, '--no-passphrase', '--quiet'])
    const { stdout } = await desk.run(['card', 'show', `${name}.card`, '--json'])
    digits = { ...digits, [name]: JSON.parse(stdout).card.digits }
  }
})
afterAll(() => desk[Symbol.dispose]())

describe('a workbook', () => {
  it('is sealed, verified and restored, cell for cell, and what is lost or left out is told before', async () => {
    const sealed = await seal(['shop.xlsx', ...READ], 'a.deed', '--json')
    expect(sealed.exit).toBe(0)
    expect(sealed.stderr).toMatch(/warning: table "shop", column "身份证号": .* in 2 cells/)
    const told = JSON.parse(sealed.stdout)
    expect(told.tables[0]).toMatchObject({
      name: 'shop',
      rows: 3,
      source: { kind: 'xlsx', sheet: '会员', hidden: false, dateSystem: '1900' },
      remarks: [{ column: 1, code: 'digits-cut', cells: 2, damage: true }],
      excluded: [
        { code: 'above-header', rows: 1 },
        { code: 'below-table', rows: 1 },
      ],
      fidelity: 'cell-exact',
    })
    expect(told.notes.join()).toContain('旧')
    const from = ['--from', 'seller.card', '--key', 'buyer.key', '--confirm', digits.seller]
    expect(await desk.run(['verify', 'a.deed', ...from])).toMatchObject({ exit: 0 })
    const inspected = JSON.parse((await desk.run(['inspect', 'a.deed', '--json'])).stdout)
    expect(JSON.stringify(inspected)).not.toContain('"cells":')
    expect(await desk.run(['restore', 'a.deed', ...from, '-o', 'out'])).toMatchObject({ exit: 0 })
    expect(readFileSync(desk.path('out/shop.csv'), 'utf8')).toBe(
      '姓名,身份证号,开卡日期,备注\n王小明,110101199003070000,2024-02-29,""\n,,,\n"李,""四""\n",110101199003080000,2024-02-29 12:00:00,\n',
    )
  })

  it('is refused with the way to read it where a title stands above its header line', async () => {
    const english = await desk.run(['classify', 'shop.xlsx'])
    expect(english.exit).toBe(3)
    expect(english.stderr).toContain('--header-row 2')
    const chinese = await desk.run(['classify', 'shop.xlsx', '--lang', 'zh-CN'])
    expect(chinese.stderr).toMatch(/表头像是第 2 行(.|\n)*--header-row 2/)
  })

  it('that is damaged is told by classify, and proposed commands read it in the same way', async () => {
    const { exit, stdout, stderr } = await desk.run(['classify', 'shop.xlsx', ...READ, '--lang', 'zh-CN'])
    expect(exit).toBe(0)
    expect(stdout).toMatch(/! 列“身份证号”：2 个单元格/)
    expect(stderr).toContain(READ.join(' '))
    const document = JSON.parse((await desk.run(['classify', 'shop.xlsx', ...READ, '--json'])).stdout)
    expect(document.tables[0].remarks).toEqual([{ column: 1, code: 'digits-cut', cells: 2, damage: true }])
    expect(document.notes.join()).toContain('旧')
  })

  it('that is damaged is refused by --fail-on-damage, with nothing written', async () => {
    const sealed = await seal(['shop.xlsx', ...READ], 'b.deed', '--fail-on-damage')
    expect(sealed.exit).toBe(14)
    expect(desk.files().filter((name) => name.startsWith('b.deed'))).toEqual([])
    const words = ['shop.xlsx', ...READ, '--fail-on-damage']
    const classified = await desk.run(['classify', ...words, '--json'])
    expect(classified.exit).toBe(14)
    expect(JSON.parse(classified.stdout)).toMatchObject({ ok: false, error: { code: 'RULE' }, tables: [{}] })
    expect(await desk.run(['classify', 'shop.xlsx', '--sheet', '旧', '--fail-on-damage'])).toMatchObject({
      exit: 0,
    })
  })

  it('that is damaged is told to a person at a terminal, who may leave it at that', async () => {
    const words = [
      'seal',
      'shop.xlsx',
      ...READ,
      '--key',
      'seller.key',
      '--to',
      'buyer.card',
      '--confirm',
      digits.buyer,
    ]
    const { exit, questions, stderr } = await converse(desk, words, ['e.deed', 'n'])
    expect([exit, questions.length]).toEqual([14, 2])
    expect(stderr).toMatch(/! table "shop", column "身份证号"/)
    expect(stderr).toContain('旧')
    expect(desk.files().filter((name) => name.startsWith('e.deed'))).toEqual([])
  })

  it('shares a command with text files, of which alone their encoding is said', async () => {
    writeFileSync(desk.path('orders.csv'), Buffer.from('id,name\n1,\xcd\xf5\n', 'latin1'))
    const words = ['shop.xlsx', 'orders.csv', '--encoding', 'gb18030', ...READ]
    const sealed = await seal(words, 'c.deed', '--json')
    expect(sealed.exit).toBe(0)
    expect(JSON.parse(sealed.stdout).tables.map(({ name }: { name: string }) => name)).toEqual([
      'shop',
      'orders',
    ])
  })

  it('gives its tables names by TABLE=NAME', async () => {
    const words = [
      'shop.xlsx',
      ...READ,
      '--sheet',
      '会员',
      '--sheet',
      '旧',
      '--header-row',
      '旧=1',
      '--footer-rows',
      '旧=1',
    ]
    const { exit, stdout } = await seal([...words, '--name', 'shop.旧=old'], 'd.deed', '--json')
    expect([exit, JSON.parse(stdout).tables?.map(({ name }: { name: string }) => name)]).toEqual([
      0,
      ['shop.会员', 'old'],
    ])
  })

  it.each<[string, readonly string[]]>([
    ['--sheet without a workbook', ['orders.csv', '--sheet', 'x']],
    ['--header-row without a workbook', ['orders.csv', '--header-row', '2']],
    ['--footer-rows without a workbook', ['orders.csv', '--footer-rows', '2']],
    ['a header row that is no number', ['shop.xlsx', '--header-row', 'two']],
    ['a header row of a sheet that is not there', ['shop.xlsx', '--header-row', 'x=2']],
    ['no footer rows', ['shop.xlsx', '--footer-rows', '0']],
    ['--encoding of a workbook alone', ['shop.xlsx', '--encoding', 'utf-8']],
    ['--header-row and --no-header', ['shop.xlsx', '--header-row', '2', '--no-header']],
  ])('is not read where the command says what it cannot mean: %s', async (_, words) => {
    writeFileSync(desk.path('orders.csv'), 'id,name\n1,a\n')
    expect(await desk.run(['classify', ...words])).toMatchObject({ exit: 2 })
  })
})
