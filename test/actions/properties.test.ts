import { createHmac } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { changeCells, GENERALISE_STEPS, maskShapeOf } from '../../src/actions/index.ts'
import { COLUMN_TYPES } from '../../src/classify/index.ts'
import { eachCell } from '../../src/ingest/index.ts'
import { change, changeOf, changeSegment, quoted } from './change.ts'

const SHAPES = [...new Set(COLUMN_TYPES.map(maskShapeOf))]
const EVERY_CHANGE = [
  ...SHAPES.map((shape) => `mask:${shape}`),
  ...GENERALISE_STEPS.map((step) => `generalise:${step}`),
  'generalise:band:0,100,500',
  'pseudonymise:hmac-sha256:members',
]

/** Texts that have the shapes, nearly have them, or are anything. */
const SEEDS = [
  '13800138000',
  "'13800138000",
  '="13800138000"',
  '\t11010519491231002X ',
  '+86 138 0013 8000',
  '010-62345678转123',
  '11010519491231002X',
  '6222 0212 3456 7890 123',
  'DE89 3704 0044 0532 0130 00',
  'alice@example.com',
  '王小明',
  'Anne-Marie Müller',
  '北京市朝阳区',
  '浙江省杭州市西湖区文三路90号',
  '京A12345',
  'E12345678',
  '2001:db8::1',
  '3c:22:fb:0a:1b:2c',
  'oUpF8uMuAJO_M2pxb1Q9zNjWeS6o',
  '👨‍👩‍👧‍👦👍🏽é́a',
  '-1,234.50',
  '1988-05-03',
]
const anyText = fc.oneof(
  fc.constantFrom(...SEEDS),
  fc
    .tuple(fc.constantFrom(...SEEDS), fc.string({ unit: 'grapheme', maxLength: 6 }))
    .map((two) => two.join('')),
  fc.string({ unit: 'grapheme', minLength: 1, maxLength: 40 }),
  fc.string({ unit: fc.constantFrom(...'0123456789*-+@.王区市 "\n,;'), minLength: 1, maxLength: 30 }),
)
const text = anyText.map((each) => each.replaceAll('\0', '') || 'x')

describe('a masked cell', () => {
  it.each(SHAPES)('of shape %s never holds what was in it', (shape) => {
    fc.assert(
      fc.property(text, (cell) => {
        // Asterisks hide nothing.
        fc.pre(/[^*]/.test(cell))
        expect(change(cell, `mask:${shape}`).text).not.toContain(cell)
      }),
      { numRuns: 300 },
    )
  })

  it('of no known shape keeps at most two characters, as a person counts them', () => {
    fc.assert(
      fc.property(text, (cell) => {
        const left = change(cell, 'mask:text').text.replace('****', '')
        const segmenter = new Intl.Segmenter('und')
        expect([...segmenter.segment(left)].length).toBeLessThanOrEqual(2)
        expect(cell).toContain([...segmenter.segment(left)][0]?.segment ?? '')
      }),
    )
  })

  it.each([
    ['mask:phone', '13800138000/13900139000'],
    ['mask:phone', '1.38E+10'],
    ['mask:id', '4403081999'],
    ['mask:card', '622202'],
    ['mask:name', '小明13800138000'],
    ['mask:mail', 'alice at example.com'],
    ['mask:address', '221B Baker Street, London'],
    ['mask:address', '北京市朝阳区'],
    ['mask:phone', '138****8000'],
  ])('by %s of another form (%s) is counted and masked as any text', (how, cell) => {
    const { text: masked, odd } = change(cell, how)
    expect(odd).toBe(1)
    expect(masked).toMatch(/^.?\*{4}.?$/)
  })

  it.each([
    ['阳光小区3号楼2单元', undefined],
    ['北京市建国路阳光小区3号', '北京市****'],
    ['苏州市万达超市旁', '苏州市****'],
    ['哈尔滨市道里区中央大街1号', '哈尔滨市道里区****'],
    ['新疆维吾尔自治区伊犁哈萨克自治州伊宁市解放路', '新疆维吾尔自治区伊犁哈萨克自治州伊宁市****'],
    ['内蒙古自治区 呼和浩特市 新城区 中山路', '内蒙古自治区 呼和浩特市 新城区****'],
    ['〒530-0001 大阪府大阪市北区梅田1-1', '大阪府大阪市北区****'],
    ['서울특별시 강남구 테헤란로 1', '서울특별시 강남구****'],
    ['西湖区文三路90号', '西湖区****'],
    ['北京市 北京市 东城区 建设路778号', '北京市 北京市 东城区****'],
  ])('of an address tells no street: %s', (cell, masked) => {
    expect(change(cell, 'mask:address')).toEqual({
      text: masked ?? `${cell[0]}****${cell.at(-1)}`,
      odd: masked === undefined ? 1 : 0,
    })
  })
})

describe('a band', () => {
  it('holds its amount, from its lower bound on and below its upper one, and joins the next', () => {
    const cents = fc.integer({ min: -5_000_000_000, max: 5_000_000_000 })
    fc.assert(
      fc.property(cents, (amount) => {
        const band = (value: number): readonly number[] => {
          const found = change(String(value), 'generalise:band').text
          const [, low, high] = /^(-?\d+)\.\.<(-?\d+)$/.exec(found) ?? []
          return [Number(low), Number(high)]
        }
        const [low = Number.NaN, high = Number.NaN] = band(amount / 100)
        expect(low <= amount / 100 && amount / 100 < high).toBe(true)
        expect(band(low)).toEqual([low, high])
        expect(band(high)[0]).toBe(high)
      }),
    )
  })

  it('of the seller’s own begins and ends where the policy says', () => {
    const band = (cell: string) => change(cell, 'generalise:band:0,100,500').text
    expect(['-0.01', '0', '99.99', '100', '500', '1e3'].map(band)).toEqual([
      '<0',
      '0..<100',
      '0..<100',
      '100..<500',
      '500..',
      '*',
    ])
  })
})

describe('a pseudonym', () => {
  /** RFC 4648 base32 of 128 bits by another way: 26 digits of a number with two more bits. */
  const byAnotherWay = (cell: string, key: Uint8Array): string => {
    const mac = createHmac('sha256', key).update(`datadeed/v1/pseudonym\0${cell}`).digest('hex')
    const digits = (BigInt(`0x${mac.slice(0, 32)}`) << 2n).toString(32).padStart(26, '0')
    return digits.replace(
      /./g,
      (digit) => 'abcdefghijklmnopqrstuvwxyz234567'[Number.parseInt(digit, 32)] ?? '',
    )
  }

  it('is what FORMAT.md says, of any text under any key', () => {
    fc.assert(
      fc.property(text, fc.uint8Array({ minLength: 32, maxLength: 32 }), (cell, key) => {
        expect(change(cell, 'pseudonymise:hmac-sha256:a', key).text).toBe(byAnotherWay(cell, key))
      }),
    )
  })

  it('is another one under another key, and of another text', () => {
    const of = (cell: string, fill: number): string =>
      change(cell, 'pseudonymise:hmac-sha256:a', new Uint8Array(32).fill(fill)).text
    const made = [of('13800138000', 1), of('13800138000', 2), of('13800138001', 1), of(' 13800138000', 1)]
    expect(new Set(made).size).toBe(4)
    expect(of('13800138000', 1)).toBe(made[0])
  })
})

describe('every change', () => {
  const field = fc.oneof(
    text.map(quoted),
    fc.constantFrom('', '""'),
    text.filter((each) => !/[",\r\n]/.test(each)),
  )

  it.each(EVERY_CHANGE)('%s keeps rows, empty cells and the form of a segment', (how) => {
    fc.assert(
      fc.property(fc.array(field, { maxLength: 12 }), (fields) => {
        const bytes = Buffer.from(fields.map((each) => `${each}\n`).join(''))
        const segment = { column: 3, kind: 'cells', bytes } as const
        const { segment: changed, odd } = changeCells(segment, changeOf(how))
        const cells = [...eachCell(changed)]
        const before = [...eachCell(segment)]
        expect(cells.map(({ kind, text: cell }) => [kind, cell === ''])).toEqual(
          before.map(({ kind, text: cell }) => [kind, cell === '']),
        )
        expect(odd).toBeLessThanOrEqual(cells.filter(({ text: cell }) => cell !== '').length)
        expect(changeCells(segment, changeOf(how)).segment).toEqual(changed)
        // It stands between the delimiters of any export.
        const bare = Buffer.from(changed.bytes)
          .toString()
          .replace(/"(?:[^"]|"")*"/g, '')
        expect(bare).not.toMatch(/[,;|\t\r]/)
      }),
      { numRuns: 40 },
    )
  })

  it.each(EVERY_CHANGE)('%s takes time with the length of a cell alone', (how) => {
    const started = performance.now()
    for (const piece of ['1', 'a', 'a@', ' ', '张', '省市区', '-', '1,', '.1', 'a-', '\u0301', '王·', '0:']) {
      change(piece.repeat(100_000), how)
    }
    expect(performance.now() - started).toBeLessThan(2000)
  })

  it('leaves an empty segment empty', () => {
    expect(changeSegment([], 'mask:phone')).toEqual({ fields: [], odd: 0 })
  })
})
