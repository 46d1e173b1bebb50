import { writeFileSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { runWords } from '../inputs/run-words.ts'
import { Desk } from './run-cli.ts'

let desk: Desk
beforeAll(() => {
  desk = new Desk()
  writeFileSync(desk.path('members.jsonl'), '{"id":1,"contact":{"phone":"13800138000"}}\n{"id":2}\n')
  writeFileSync(desk.path('orders.csv'), 'id;amount\n1;2.50\n')
  writeFileSync(desk.path('cut.json'), '[{"id":1},\n{"id":')
})
afterAll(() => desk[Symbol.dispose]())

const classify = (...words: string[]) =>
  runWords(desk, ['classify', ...words.map((word) => (word.includes('.') ? desk.path(word) : word))])

describe('JSON on the command line', () => {
  it('is classified by the paths of its members, as a document tells', async () => {
    const { exit, stdout } = await classify('members.jsonl', '--json')
    expect(exit).toBe(0)
    const [table] = JSON.parse(stdout).tables
    expect(table).toMatchObject({ name: 'members', rows: 2, source: { kind: 'jsonl', bom: false } })
    expect(table.columns.map(({ header, type }: { header: string; type: string }) => [header, type])).toEqual(
      [
        ['id', expect.any(String)],
        ['contact.phone', 'mobile'],
      ],
    )
  })

  it('takes nothing of what is said of CSVs, and no harm from it beside one', async () => {
    expect(await classify('members.jsonl', '--delimiter', 'semicolon')).toMatchObject({ exit: 2 })
    expect(await classify('members.jsonl', 'orders.csv', '--delimiter', 'semicolon')).toMatchObject({
      exit: 0,
    })
  })

  it.each([
    ['en', 'line 2 (byte 17)'],
    ['zh-CN', '第 2 行（字节偏移 17）'],
  ])('is refused with its place, in the language %s', async (language, place) => {
    const { exit, stderr } = await classify('cut.json', '--lang', language)
    expect(exit).toBe(3)
    expect(stderr).toContain(place)
  })
})
