import { describe, expect, it } from 'vitest'
import { type ColumnDecision, classifyTable } from '../../src/classify/index.ts'

const ROWS = 80
const repeat = (...values: readonly string[]) =>
  Array.from({ length: ROWS }, (_, row) => values[row % values.length] ?? '')
const rows = (make: (row: number) => string) => Array.from({ length: ROWS }, (_, row) => make(row))

function classify(columns: Readonly<Record<string, readonly string[]>>): Record<string, ColumnDecision> {
  const samples = Object.entries(columns).map(([name, values], index) => ({
    index,
    name,
    values,
    rows: ROWS,
  }))
  return Object.fromEntries(
    classifyTable({ name: 't', columns: samples }).map((decision) => [decision.header, decision]),
  )
}

const SURNAMES = '王李张刘陈杨黄赵周吴'
const GIVEN = '志强秀兰建华丽娟子涵浩然'
const name = (row: number) => `${SURNAMES[row % 10]}${GIVEN[row % 12]}${GIVEN[(row * 5 + 1) % 12]}`
const mobile = (row: number) => `1${['38', '59', '86', '77'][row % 4]}${10_000_000 + row * 7919}`
const PEOPLE = { 姓名: rows(name), 手机: rows(mobile) }

describe('a column that its header does not explain', () => {
  it('is protected in a table about people, because nobody can tell what its words mean', () => {
    const { zustand, Çaresi } = classify({
      ...PEOPLE,
      zustand: repeat('gut', 'schlecht'),
      Çaresi: repeat('var', 'yok'),
    })
    for (const column of [zustand, Çaresi]) {
      expect(column).toMatchObject({ type: 'category', compartment: 'identity', sensitive: true })
      expect(column?.confidence).toBeLessThan(0.6)
      expect(column?.reasons[0]).toEqual({ code: 'unsure' })
    }
  })

  it('is left alone in a table about goods, and without a header', () => {
    const goods = { 商品编码: rows((row) => `A${row}`), 商品名称: repeat('杯子 350ml'), 零售价: rows(String) }
    expect(classify({ ...goods, zustand: repeat('gut', 'schlecht') }).zustand?.sensitive).toBe(false)
    expect(classify({ ...goods, zustand: repeat('ja', 'nein') }).zustand?.sensitive).toBe(false)
    expect(classify({ ...PEOPLE, Column3: repeat('gut', 'schlecht') }).Column3?.sensitive).toBe(false)
  })

  it('is protected where its numbers are long enough to be somebody’s', () => {
    const numbers = rows((row) => String(7_512_310_000 + row * 7919))
    expect(classify({ ...PEOPLE, ЄГН: numbers }).ЄГН?.sensitive).toBe(true)
  })

  it('is protected where it numbers something unknown, another one in every row', () => {
    const { 团号, 编号 } = classify({
      ...PEOPLE,
      团号: rows((row) => `T${row}`),
      编号: rows((row) => `N${row}`),
    })
    expect(团号).toMatchObject({ type: 'code', compartment: 'identity', sensitive: true })
    expect(团号?.reasons[0]).toEqual({ code: 'unsure' })
    expect(编号).toMatchObject({ type: 'code', sensitive: false })
  })

  it('holds the names of those who serve, where they are names again and again', () => {
    expect(classify({ ...PEOPLE, SA: repeat('韩志强', '于丽娟', '董文斌') }).SA).toMatchObject({
      type: 'person-name',
      sensitive: true,
    })
    expect(classify({ ...PEOPLE, Server: repeat('Naomi', 'Paula', 'Victor') }).Server?.type).toBe(
      'person-name',
    )
  })

  it('holds days of birth, where the days lie long ago', () => {
    const days = rows((row) => `${1950 + (row % 50)}-03-${10 + (row % 18)}`)
    expect(classify({ ...PEOPLE, 'Däg van iets': days })['Däg van iets']?.type).toBe('birth-date')
  })
})

describe('cells that belie a header', () => {
  it('are people or doors where a kind or a shop is another one in every row', () => {
    const { 规格, 门店 } = classify({
      ...PEOPLE,
      规格: rows(name),
      门店: rows((row) => `苏州市姑苏区观前街${row}号3栋${row + 101}`),
    })
    expect(规格).toMatchObject({ type: 'person-name', sensitive: true })
    expect(门店).toMatchObject({ type: 'postal-address', sensitive: true })
  })

  it('are telephone numbers under any word for a number, if they have a plus', () => {
    const numbers = rows((row) => `+1 202-555-01${10 + row}`)
    expect(classify({ 'Reminder Number': numbers })['Reminder Number']?.sensitive).toBe(true)
  })
})

describe('numbers that look like others', () => {
  it('are no timestamps, if they lie outside the years of a business', () => {
    const ids = rows((row) => String(1_000_000_000 + row * 999_983))
    expect(classify({ 'رقم الهوية': ids })['رقم الهوية']?.type).toBe('national-id')
    const stamps = rows((row) => String(1_700_000_000 + row * 7919))
    expect(classify({ ts: stamps }).ts?.type).toBe('date')
  })

  it('are no telephone numbers, if they keep to one prefix or begin with two zeros', () => {
    const inSequence = rows((row) => `1844000${1000 + row}`)
    const padded = rows((row) => `00${10_000_000 + row * 7919}`)
    const { nr, Konto } = classify({ nr: inSequence, Konto: padded })
    expect(nr?.type).not.toMatch(/phone|mobile/)
    expect(Konto?.type).toBe('bank-account')
  })

  it('are a membership’s, where a card number pays nothing', () => {
    expect(classify({ 'card number': rows((row) => `QX${1000 + row}`) })['card number']?.type).toBe(
      'member-no',
    )
  })
})
