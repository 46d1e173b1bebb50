import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { buildMemberList, buildOrderList, encodeGb18030 } from '../../src/cli/demo-exports.ts'
import { runWords } from '../inputs/run-words.ts'
import { Desk } from './run-cli.ts'

/** A cell shorter than this may well be a word of the page itself. */
const TELLING = 5

function deskWithExports(): Desk {
  const desk = new Desk()
  writeFileSync(desk.path('会员.csv'), encodeGb18030(buildMemberList()))
  writeFileSync(desk.path('orders.csv'), buildOrderList())
  return desk
}

function cellsOf(csv: string): string[] {
  const rows = csv.split('\n').slice(1)
  const cells = rows.flatMap((row) => row.split(',').map((cell) => cell.replace(/^"|"\r?$|\r$/g, '')))
  return [...new Set(cells)].filter((cell) => cell.length >= TELLING)
}

describe('classify --html', () => {
  it('writes one page with every column and no cell of the exports', async () => {
    using desk = deskWithExports()
    const [members, orders] = [desk.path('会员.csv'), desk.path('orders.csv')]
    const { exit, stderr } = await runWords(desk, [
      'classify',
      members,
      orders,
      '--html',
      desk.path('r.html'),
    ])
    expect(exit).toBe(0)
    expect(stderr).toContain(`wrote ${desk.path('r.html')}`)
    const page = readFileSync(desk.path('r.html'), 'utf8')
    for (const column of ['会员编号', '手机号', '身份证号', 'card_number', 'ordered_at'])
      expect(page).toContain(column)
    const cells = [...cellsOf(buildMemberList()), ...cellsOf(buildOrderList())]
    expect(cells.length).toBeGreaterThan(3000)
    const text = page.replace(/<[^>]*>/g, '\n')
    expect(cells.filter((cell) => text.includes(cell))).toEqual([])
    // An amount may look like the place of a square; nothing else of a cell may stand in a tag.
    expect(cells.filter((cell) => !/^[\d.]{1,7}$/.test(cell) && page.includes(cell))).toEqual([])
    expect(desk.files()).toEqual(['orders.csv', 'r.html', '会员.csv'])
  })

  it('writes it in the language of the run, and shows what a policy decided as sure', async () => {
    using desk = deskWithExports()
    const orders = desk.path('orders.csv')
    writeFileSync(
      desk.path('p.yaml'),
      'version: 1\ncolumns:\n  orders:\n    item: { type: health-data, compartment: special, action: seal }\n    email: { type: free-text-pii, action: drop }\n',
    )
    const words = ['--policy', desk.path('p.yaml'), '--html', desk.path('r.html'), '--lang', 'zh-CN']
    expect((await runWords(desk, ['classify', orders, ...words])).exit).toBe(0)
    const page = readFileSync(desk.path('r.html'), 'utf8')
    expect(page).toContain('<html lang="zh-CN">')
    expect(page).toMatch(
      /item<span class="type">健康信息[\s\S]{0,400}?已决定：封存[\s\S]{0,900}?医疗健康信息/,
    )
    expect(page).toContain('已决定：不交接')
    expect(page).toContain('需要人工确认的事项')
    expect(page).not.toContain('夹带个人信息的文本')
  })

  it('refuses a place that is taken, an input, another output or in no folder, before it reads', async () => {
    using desk = deskWithExports()
    const orders = desk.path('orders.csv')
    writeFileSync(desk.path('taken.html'), 'mine')
    mkdirSync(desk.path('sub'))
    const refused: [string[], number][] = [
      [['--html', desk.path('taken.html')], 12],
      [['--html', orders], 2],
      [['--html', desk.path('none/r.html')], 10],
      [['--html', desk.path('r.html'), '--csv', desk.path('sub/../r.html')], 2],
    ]
    for (const [words, exit] of refused) {
      const heard = await runWords(desk, ['classify', orders, ...words])
      expect(heard.exit, heard.stderr).toBe(exit)
    }
    expect(readFileSync(desk.path('taken.html'), 'utf8')).toBe('mine')
    expect(readFileSync(orders, 'utf8')).toBe(buildOrderList())
    expect(existsSync(desk.path('r.html'))).toBe(false)
  })
})
