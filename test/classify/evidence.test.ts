import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  type ColumnDecision,
  classifyTable,
  createScanCounts,
  scanSegment,
} from '../../src/classify/index.ts'
import { explainTables } from '../../src/cli/explain.ts'
import { buildClassifiedFacts } from '../../src/report/index.ts'

function decide(header: string, values: readonly string[], rows = values.length): ColumnDecision {
  const scan = createScanCounts()
  scanSegment(new TextEncoder().encode(values.map((value) => `${value}\n`).join('')), scan)
  const [decision] = classifyTable({ name: 't', columns: [{ index: 0, name: header, values, rows, scan }] })
  if (decision === undefined) throw new RangeError('a column without a decision')
  return decision
}

const rows = (count: number, make: (row: number) => string) =>
  Array.from({ length: count }, (_, row) => make(row))
const mobileOf = (row: number) => `1${['38', '59', '86', '77'][row % 4]}${10_000_000 + row * 7919}`

describe('the evidence of a column', () => {
  it('counts what each detector tested and matched, also where it does not decide', () => {
    const { type, evidence } = decide('编号', [...rows(90, (row) => `A-${row}`), ...rows(10, mobileOf)])
    expect(type).not.toBe('mobile')
    expect(evidence).toContainEqual({
      detector: 'mobile',
      type: 'mobile',
      by: 'shape',
      tested: 100,
      matched: 10,
      speaks: false,
    })
    expect(evidence).toContainEqual(
      expect.objectContaining({ detector: 'mobile', by: 'scan', tested: 100, matched: 10 }),
    )
  })

  it('says which check digits hold, and leaves out what matched nothing', () => {
    const { evidence } = decide('银行卡号', rows(40, unionPay))
    expect(evidence[0]).toEqual({
      detector: 'bank-card',
      type: 'bank-card',
      by: 'checksum',
      tested: 40,
      matched: 40,
      speaks: true,
    })
    expect(evidence.every(({ matched, tested }) => matched > 0 && matched <= tested)).toBe(true)
    expect(evidence.map(({ detector }) => detector)).not.toContain('email')
  })

  it('counts what stands inside texts', () => {
    const { type, evidence } = decide('备注', [
      ...rows(97, (row) => `周${row % 7}送货上门，请轻放 ${row}`),
      ...rows(3, (row) => `请联系 ${mobileOf(row)}`),
    ])
    expect(type).toBe('free-text-pii')
    expect(evidence).toContainEqual({
      detector: 'mobile',
      type: 'mobile',
      by: 'inside',
      tested: 100,
      matched: 3,
      speaks: true,
    })
  })

  it('is the same decision with the telling evidence only, which is part of all of it', () => {
    const texts = [...rows(50, (row) => `请轻放 ${row}`), ...rows(10, (row) => `请联系 ${mobileOf(row)}`)]
    const columns = [rows(60, mobileOf), texts, rows(60, (row) => `规格${row}，高血压`)].map(
      (values, index) => {
        const scan = createScanCounts()
        scanSegment(new TextEncoder().encode(values.map((value) => `${value}\n`).join('')), scan)
        return { index, name: ['手机', '备注', '规格'][index] ?? '', values, rows: 60, scan }
      },
    )
    const all = classifyTable({ name: 't', columns })
    const telling = classifyTable({ name: 't', columns }, { evidence: 'telling' })
    for (const [index, { evidence, ...decision }] of all.entries()) {
      expect(telling[index]).toEqual({ ...decision, evidence: evidence.filter(({ speaks }) => speaks) })
    }
  })

  it.each([
    ['none', ['', '-', 'N/A']],
    ['one', rows(50, () => '男')],
    ['few', rows(50, (row) => `级别${row % 20}`)],
    ['many', rows(50, (row) => `级别${row % 21}`)],
    ['many', rows(100, (row) => `级别${Math.min(row, 93)}`)],
    ['all', rows(100, (row) => `级别${Math.min(row, 94)}`)],
    ['all', ['a', 'b']],
  ] as const)('calls the different values of a column %s', (band, values) => {
    expect(decide('级别', values).distinct).toBe(band)
  })

  it('says how many cells are filled: by the sample, by all rows where the sample has none', () => {
    expect(decide('备注', ['a', '-', '无', 'b']).filled).toBe(0.5)
    const scan = { ...createScanCounts(), cells: 10_000, filled: 2500 }
    const columns = [{ index: 0, name: '邮箱', values: ['', ''], rows: 10_000, scan }]
    expect(classifyTable({ name: 't', columns })[0]?.filled).toBe(0.25)
  })

  it('holds no cell of the export, nor do the facts that --json prints', () => {
    const cell = fc.oneof(
      fc.integer({ min: 0, max: 1e6 }).map(mobileOf),
      fc.integer({ min: 0, max: 1e6 }).map(unionPay),
      fc.stringMatching(/^[A-Z]{3}[a-z]{6,9}\d{3}$/),
      fc.stringMatching(/^[王李张刘陈][\u4e00-\u9fa5]{4,8}$/),
      fc.stringMatching(/^[a-z]{6}\d{4}@example\.com$/),
      fc.stringMatching(/^过敏：[\u4e00-\u9fa5]{4,9}\d{2}$/),
    )
    const header = fc.constantFrom('备注', '姓名', 'phone', 'x', '密码', '客户名称', 'diagnosis', 'card')
    const column = fc.record({ header, values: fc.array(cell, { minLength: 1, maxLength: 12 }) })
    fc.assert(
      fc.property(fc.array(column, { minLength: 1, maxLength: 5 }), (columns) => {
        const decisions = classifyTable({
          name: 't',
          columns: columns.map(({ header: name, values }, index) => ({
            index,
            name,
            values,
            rows: values.length,
          })),
        })
        const source = { kind: 'jsonl', bom: false } as const
        const table = {
          file: 't',
          name: 't',
          rows: 12,
          source,
          remarks: [],
          excluded: [],
          columns: decisions,
        }
        const facts = JSON.stringify([decisions, buildClassifiedFacts(explainTables([table], undefined))])
        for (const { values } of columns) for (const value of values) expect(facts).not.toContain(value)
      }),
      { numRuns: 100 },
    )
  })
})

describe('a detector', () => {
  it('bears the name of its file', () => {
    const folder = join(import.meta.dirname, '../../src/classify/detectors')
    const files = readdirSync(folder).filter((file) => file !== 'index.ts' && file !== 'detector.ts')
    expect(files.length).toBeGreaterThan(40)
    for (const file of files) {
      expect(readFileSync(join(folder, file), 'utf8')).toContain(`name: '${file.replace(/\.ts$/, '')}',`)
    }
  })
})

function unionPay(row: number): string {
  const digits = `622848${String(row).padStart(12, '0')}`
  const sum = Array.from(digits)
    .reverse()
    .reduce((total, digit, place) => {
      const value = Number(digit) * (place % 2 === 0 ? 2 : 1)
      return total + (value > 9 ? value - 9 : value)
    }, 0)
  return digits + String((10 - (sum % 10)) % 10)
}
