import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { buildSeller } from '../../fixtures/deeds/parties.ts'
import { COLUMN_TYPES } from '../../src/classify/index.ts'
import type { Language } from '../../src/messages/index.ts'
import { FILL_BANDS } from '../../src/preview/fill.ts'
import { type Preview, writePreview } from '../../src/preview/index.ts'
import { inventedValues } from '../../src/preview/invent.ts'
import { renderPreviewPage } from '../../src/report/index.ts'
import { useTemporaryFolder } from '../deed/open-deed.ts'

const folder = useTemporaryFolder()
const seller = await buildSeller('Blue Bicycle')

type Table = { readonly headers: readonly string[]; readonly rows: readonly (readonly string[])[] }

const digits = (length: number) => fc.stringMatching(new RegExp(`^\\d{${length}}$`))
/** Everything that a preview could say by itself, standing in the export as well. */
const OWN = (['en', 'zh-CN'] as const).flatMap((language) =>
  COLUMN_TYPES.flatMap((type) => inventedValues(type, language)),
)
const OWN_WORDS = [
  '张三',
  '顾客',
  'Example',
  'XXX',
  'XX',
  'example.com',
  '192.0.2.1',
  'contact',
  'few',
  'withheld',
]

/** Cells that a column of this name may hold, as exports have them. */
const CELLS: Readonly<Record<string, fc.Arbitrary<string>>> = {
  姓名: fc.stringMatching(/^[王李张刘陈杨赵黄周吴][伟芳娜敏静秀英丽强磊]{1,2}$/),
  'customer name': fc.stringMatching(/^[A-Z][a-z]{2,7} [A-Z][a-z]{2,9}$/),
  手机号: digits(9).map((rest) => `13${rest}`),
  email: fc.stringMatching(/^[a-z]{3,8}\d{1,3}@(example\.com|mail\.test)$/),
  身份证号: digits(17).map((number) => `${number}X`),
  收货地址: fc.stringMatching(/^[东西南北]{2}路[1-9]\d{0,2}号$/),
  'order date': fc
    .date({ min: new Date('2023-01-01'), max: new Date('2025-12-31'), noInvalidDate: true })
    .map((date) => date.toISOString().slice(0, 10)),
  'order amount': fc.integer({ min: 1, max: 999_999 }).map((cents) => (cents / 100).toFixed(2)),
  储值余额: fc.integer({ min: 0, max: 99_999 }).map((cents) => (cents / 100).toFixed(2)),
  region: fc.constantFrom('Osterbrück', 'Nieuwhaven', 'Lower Fenwick', '清河东区'),
  gender: fc.constantFrom('female', 'male', '女', '男'),
  会员等级: fc.constantFrom('钻石会员', '金卡会员', '银卡会员', '铁杆粉丝'),
  备注: fc.oneof(
    fc.string({ unit: 'binary', maxLength: 30 }),
    fc.constantFrom('</pre><b>x</b>', '&quot;', '请打电话'),
  ),
  anything: fc.oneof(fc.string({ unit: 'grapheme', maxLength: 20 }), fc.constantFrom(...OWN, ...OWN_WORDS)),
}

const tables: fc.Arbitrary<Table> = fc
  .uniqueArray(fc.constantFrom(...Object.keys(CELLS)), { minLength: 1, maxLength: 6 })
  .chain((headers) => {
    const row = fc.tuple(
      ...headers.map((header) =>
        fc.oneof(
          { weight: 18, arbitrary: CELLS[header] ?? fc.constant('') },
          { weight: 1, arbitrary: fc.constantFrom('', ...OWN, ...OWN_WORDS) },
        ),
      ),
    )
    return fc.array(row, { minLength: 1, maxLength: 70 }).map((rows) => ({ headers, rows }))
  })

/** A field that means exactly this cell, whatever stands in it; NUL and what UTF-8 has no form for cannot stand in one. */
const clean = (cell: string): string => cell.toWellFormed().replaceAll('\0', '')
const toCsv = ({ headers, rows }: Table): string =>
  [headers, ...rows]
    .map((row) => `${row.map((cell) => `"${clean(cell).replaceAll('"', '""')}"`).join(',')}\n`)
    .join('')

/** Shorter cells, a yes or a quantity, are parts of words and numbers that say something else. */
const long = (cell: string): boolean => cell.length >= (/^[\0-\x7f]*$/.test(cell) ? 3 : 2)

/** All texts and numbers of a document, with the keys that they stand under. */
function* leavesOf(value: unknown, path: readonly string[] = []): Generator<[string, unknown]> {
  if (typeof value !== 'object' || value === null)
    yield [path.filter((key) => !/^\d+$/.test(key)).join('.'), value]
  else for (const [key, inner] of Object.entries(value)) yield* leavesOf(inner, [...path, key])
}

/** What may stand under which key; all of it is closed, public, or made of digits. */
function isOurs(path: string, leaf: unknown, { preview, headers, names }: Signed): boolean {
  const words = [
    'few',
    'withheld',
    'negative',
    'zero',
    'many',
    'one',
    'none',
    'all',
    'month',
    'year',
    ...FILL_BANDS,
  ]
  if (path.startsWith('tables.')) {
    if (leaf === null || words.some((word) => word === leaf)) return true
    if (typeof leaf === 'number') return /\.(from|below)$/.test(path) ? /^[125]?0*$/.test(String(leaf)) : true
    if (/\.(columns\.name|column|periods\.amounts)$/.test(path)) return headers.has(String(leaf))
    if (path === 'tables.name') return names.has(String(leaf))
    if (path === 'tables.columns.type') return COLUMN_TYPES.some((type) => type === leaf)
    if (path.endsWith('.compartment'))
      return /^(identity|contact|financial|special|credential|behaviour|general)$/.test(String(leaf))
    if (/\.(period|from|to)$/.test(path)) return /^(19|20)\d\d(-\d\d)?$/.test(String(leaf))
    const invented = COLUMN_TYPES.flatMap((type) => ['', ...inventedValues(type, preview.language)])
    return path === 'tables.columns.invented' && invented.includes(String(leaf))
  }
  return /^(format|critical|paperId|created|tool\.|issuer\.|stage|language)/.test(path)
}

interface Signed {
  readonly preview: Preview
  readonly headers: ReadonlySet<string>
  readonly names: ReadonlySet<string>
}

/** The document with nothing in it but the program's own words and figures. */
function skeletonOf(preview: Preview): string {
  const text = JSON.stringify(preview, (key, value) => {
    if (key === 'name' || key === 'column') return '§'
    return key === 'invented' || (key === 'amounts' && typeof value?.[0] === 'string')
      ? value.map(() => '§')
      : value
  })
  return text + visible(renderPreviewPage(JSON.parse(text), ''))
}

const visible = (page: string): string =>
  page
    .replace(/<style>[\s\S]*?<\/style>/, '')
    .replace(/<pre id="paper">[\s\S]*?<\/pre>/, '')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&amp;', '&')

async function assertNoCell(
  batch: readonly Table[],
  stage: 'teaser' | 'diligence',
  language: Language,
): Promise<void> {
  const exports = batch.map((table, at) => {
    const path = join(folder(), `list ${at}.csv`)
    writeFileSync(path, toCsv(table))
    return { path }
  })
  const { preview, envelope } = await writePreview({
    exports,
    stage,
    seller,
    language,
    workers: 1,
    now: new Date('2026-03-04T05:06:07Z'),
  })
  const payload = JSON.parse(
    Buffer.from(JSON.parse(Buffer.from(envelope).toString()).payload, 'base64').toString(),
  )
  expect(payload.predicate).toEqual(preview)
  const signed = {
    preview,
    headers: new Set(batch.flatMap(({ headers }) => headers)),
    names: new Set(batch.map((_, at) => `list ${at}`)),
  }
  const foreign = [...leavesOf(preview)].filter(([path, leaf]) => !isOurs(path, leaf, signed))
  expect(foreign).toEqual([])

  const document =
    JSON.stringify(preview) + visible(renderPreviewPage(preview, Buffer.from(envelope).toString()))
  const skeleton = skeletonOf(preview)
  const invented = [...leavesOf(preview)].flatMap(([path, leaf]) =>
    path === 'tables.columns.invented' ? [String(leaf)] : [],
  )
  const names = [...signed.headers, ...signed.names]
  const cells = new Set(batch.flatMap(({ rows }) => rows.flat().map(clean)).filter(long))
  const found = [...cells].filter((cell) => {
    if (invented.some((value) => value.includes(cell))) return true
    if (skeleton.includes(cell) || names.some((name) => name.includes(cell))) return false
    return document.includes(cell)
  })
  expect(found).toEqual([])
}

describe('no cell of an export occurs in its preview', () => {
  const batches = fc.array(tables, { minLength: 12, maxLength: 16 })

  it.each(['en', 'zh-CN'] as const)('whatever the cells are, on a page in %s', async (language) => {
    const property = fc.asyncProperty(batches, (batch) => assertNoCell(batch, 'diligence', language))
    await fc.assert(property, { numRuns: 3, endOnFailure: true })
  })

  it('in a teaser neither', async () => {
    await fc.assert(
      fc.asyncProperty(batches, (batch) => assertNoCell(batch, 'teaser', 'en')),
      { numRuns: 2, endOnFailure: true },
    )
  })

  it('not even those that it could have invented itself', async () => {
    const column = (values: readonly string[]): Table => ({
      headers: ['customer name', 'email', 'order amount'],
      rows: values.map((value) => [value, value, value]),
    })
    await assertNoCell([column(OWN), column(['Example Person', 'XX'])], 'diligence', 'en')
    await assertNoCell([column(['张三', '李四', '王五', '示例'])], 'diligence', 'zh-CN')
  })
})
