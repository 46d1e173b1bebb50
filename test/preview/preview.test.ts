import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { buildReader, buildSeller } from '../../fixtures/deeds/parties.ts'
import { SLICE_BYTES } from '../../src/limits.ts'
import { parsePolicy } from '../../src/policy/index.ts'
import {
  type DiligenceTable,
  type Preview,
  type PreviewRequest,
  writePreview,
} from '../../src/preview/index.ts'
import { useTemporaryFolder } from '../deed/open-deed.ts'

const folder = useTemporaryFolder()
const seller = await buildSeller('Blue Bicycle')

const write = (name: string, text: string): string => {
  const path = join(folder(), name)
  writeFileSync(path, text)
  return path
}

const preview = (paths: readonly string[], more: Partial<PreviewRequest> = {}) =>
  writePreview({
    exports: paths.map((path) => ({ path })),
    stage: 'diligence',
    seller,
    language: 'en',
    workers: 1,
    now: new Date('2026-03-04T05:06:07Z'),
    ...more,
  })

const diligence = ({ preview: signed }: { readonly preview: Preview }): DiligenceTable => {
  if (signed.stage !== 'diligence' || signed.tables[0] === undefined) throw new Error('no such table')
  return signed.tables[0]
}

/** Orders of three months: 12 in January, 3 in February, 40 in March; and one of a far year. */
const ORDERS = ((): string => {
  const rows = [
    ...Array.from(
      { length: 12 },
      (_, at) => `A-${1000 + at},2025-01-${10 + at},${(10 + at).toFixed(2)},east,`,
    ),
    ...Array.from({ length: 3 }, (_, at) => `B-${1000 + at},2025-02-1${at},7.50,north,`),
    ...Array.from(
      { length: 40 },
      (_, at) => `C-${1000 + at},2025-03-${10 + (at % 20)},"1,0${10 + at}.25",west,x`,
    ),
    'D-1000,1998-07-01,9999.00,south,',
    'D-1001,some day,n/a,south,',
  ]
  return `order_no,order_date,order_amount,region,remark\n${rows.join('\n')}\n`
})()

describe('a preview for due diligence', () => {
  let orders: DiligenceTable
  beforeAll(async () => {
    orders = diligence(await preview([write('orders.csv', ORDERS)]))
  })

  it('tells totals by month, without those of fewer than ten rows', () => {
    const { periods, rows } = orders
    expect(rows).toEqual({ about: 57 })
    expect(periods).toMatchObject({ column: 'order_date', by: 'month', amounts: ['order_amount'] })
    expect(periods?.list.map(({ period, rows }) => [period, rows])).toEqual([
      ['2025-01', { from: 10, below: 20 }],
      ['2025-02', 'few'],
      ['2025-03', { from: 20, below: 50 }],
    ])
    expect(periods?.list.map(({ sums }) => sums[0])).toEqual([
      { from: 100, below: 200 },
      'withheld',
      { from: 20_000, below: 50_000 },
    ])
    expect([periods?.outside, periods?.unread, periods?.totals]).toEqual(['few', 'few', ['withheld']])
  })

  it('tells how amounts are spread, in bands', () => {
    const [spread] = orders.amounts
    expect(spread?.bands.at(0)).toEqual({ amount: { from: 10, below: 20 }, rows: { from: 10, below: 20 } })
    expect(spread?.bands.at(-1)).toEqual({
      amount: { from: 1000, below: 2000 },
      rows: { from: 20, below: 50 },
    })
    expect(spread).toMatchObject({ outside: 'few', unread: 'few', sum: null })
  })

  it('counts kinds without naming one', () => {
    const [kinds] = orders.kinds
    expect(kinds).toEqual({
      column: 'region',
      values: [
        { from: 20, below: 50 },
        { from: 10, below: 20 },
      ],
      rare: 'few',
    })
  })

  it('tells of every column what it is and how far it is filled', () => {
    const told = orders.columns.map(({ name, type, compartment, filled }) => [
      name,
      type,
      compartment,
      filled,
    ])
    expect(told).toEqual([
      ['order_no', 'order-id', 'behaviour', 'all-but-few'],
      ['order_date', 'date', 'general', 'all-but-few'],
      ['order_amount', 'amount', 'behaviour', 'all-but-few'],
      ['region', 'region', 'contact', 'all-but-few'],
      ['remark', expect.any(String), expect.any(String), '50-to-90'],
    ])
  })

  it('tells of a table of nine rows no more than its columns', async () => {
    const nine = ORDERS.split('\n').slice(0, 10).join('\n')
    const { rows, periods, amounts, kinds, columns } = diligence(await preview([write('orders.csv', nine)]))
    expect([rows, periods, amounts, kinds]).toEqual(['few', null, [], []])
    expect(columns.map(({ filled, distinct }) => [filled, distinct])).toEqual(
      Array.from({ length: 5 }, () => ['few', null]),
    )
  })

  it('holds a sum back of which one amount makes up more than half', async () => {
    const day = (at: number, amount: number) => `2025-0${1 + (at % 2)}-11,${amount}\n`
    const small = Array.from({ length: 90 }, (_, at) => day(at, 1)).join('')
    const table = diligence(
      await preview([write('t.csv', `order_date,order_amount\n${small}${day(0, 90_000)}`)]),
    )
    expect(table.periods?.list.map(({ sums }) => sums[0])).toEqual(['withheld', { from: 20, below: 50 }])
    expect(table.periods?.totals).toEqual(['withheld'])
  })

  it('holds a sum back that is one of fewer than ten amounts', async () => {
    const rows = Array.from({ length: 40 }, (_, at) => `2025-01-11,${at < 9 ? '5.00' : ''}\n`).join('')
    const table = diligence(await preview([write('t.csv', `order_date,refund amount\n${rows}`)]))
    expect(table.periods?.list.map(({ sums }) => sums[0])).toEqual(['withheld'])
  })

  it('tells the sum of a balance in a table without dates', async () => {
    const rows = Array.from({ length: 30 }, (_, at) => `1380013${1000 + at},${100 + at}.50\n`).join('')
    const table = diligence(await preview([write('会员.csv', `手机号,储值余额\n${rows}`)]))
    expect(table.amounts[0]).toMatchObject({ column: '储值余额', sum: { from: 2000, below: 5000 } })
  })

  it('reads days before months, or months before days, as the column shows it', async () => {
    const rows = (cells: readonly string[]) => `order_date,n\n${cells.map((cell) => `${cell},1\n`).join('')}`
    const doubtful = Array.from({ length: 20 }, () => '03/04/2025')
    const cells = [
      [...doubtful, '25/04/2025'],
      [...doubtful, '04/25/2025'],
      doubtful,
      [...doubtful, '25/04/2025', '04/25/2025'],
    ]
    const { preview: signed } = await preview(cells.map((each, at) => write(`t${at}.csv`, rows(each))))
    const months = signed.tables.map(
      (table) => 'periods' in table && table.periods?.list.map(({ period }) => period),
    )
    expect(months).toEqual([['2025-04'], ['2025-03'], undefined, undefined])
  })

  it('goes by years where there are more than sixty months', async () => {
    const cells = Array.from({ length: 120 }, (_, at) => `${at % 2 ? 2019 : 2025}-${10 + (at % 3)}-01,1\n`)
    const { periods } = diligence(await preview([write('t.csv', `order_date,n\n${cells.join('')}`)]))
    expect(periods?.by).toBe('year')
    expect(periods?.list.map(({ period }) => period)).toEqual(
      Array.from({ length: 7 }, (_, at) => String(2019 + at)),
    )
  })

  it('adds up what its slices hold', async () => {
    const [header = '', ...rows] = ORDERS.split('\n').filter((row) => !row.startsWith('D-'))
    const many = `${header}\n${rows.join('\n').repeat(2700)}`
    const { rows: told, periods } = diligence(await preview([write('orders.csv', many)]))
    expect(Buffer.byteLength(many)).toBeGreaterThan(SLICE_BYTES)
    expect(told).toEqual({ about: 149_000 })
    expect(periods?.list).toEqual([
      {
        period: '2025-01',
        rows: { from: 20_000, below: 50_000 },
        sums: [{ from: 500_000, below: 1_000_000 }],
      },
      { period: '2025-02', rows: { from: 5000, below: 10_000 }, sums: [{ from: 50_000, below: 100_000 }] },
      {
        period: '2025-03',
        rows: { from: 100_000, below: 200_000 },
        sums: [{ from: 100_000_000, below: 200_000_000 }],
      },
    ])
    expect(periods?.totals).toEqual([{ from: 100_000_000, below: 200_000_000 }])
  })

  it('leaves out the columns that the policy drops, and refuses others than were reviewed', async () => {
    const path = write('orders.csv', ORDERS)
    const policy = (column: string) =>
      parsePolicy(
        Buffer.from(`version: 1\nunreviewed: classify\ncolumns:\n  orders:\n    ${column}: {action: drop}\n`),
        'datadeed.yaml',
      )
    const { preview: signed } = await preview([path], { policy: policy('remark') })
    expect(JSON.stringify(signed)).not.toContain('remark')
    await expect(preview([path], { policy: policy('remarks') })).rejects.toMatchObject({ code: 'RULE' })
  })

  it('is not made without a key that signs', async () => {
    const opening = await buildReader('buyer')
    await expect(preview([write('t.csv', ORDERS)], { seller: opening })).rejects.toMatchObject({
      code: 'USAGE',
    })
  })
})

describe('a teaser', () => {
  it('tells how many rows, which kinds of columns, which years, and nothing else', async () => {
    const { preview: signed } = await preview([write('orders.csv', ORDERS)], { stage: 'teaser' })
    expect(signed.tables).toEqual([
      {
        rows: { about: 57 },
        columns: [
          { compartment: 'contact', columns: 1 },
          { compartment: 'behaviour', columns: 2 },
          { compartment: 'general', columns: 2 },
        ],
        years: { from: '2025', to: '2025' },
      },
    ])
    for (const word of ['order', 'region', 'remark', 'east'])
      expect(JSON.stringify(signed)).not.toContain(word)
  })
})
