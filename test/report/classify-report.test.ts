import { parse } from 'csv-parse/sync'
import { afterEach, describe, expect, it } from 'vitest'
import { findLegalCategories } from '../../src/classify/index.ts'
import { setLanguage } from '../../src/messages/index.ts'
import { buildClassifiedFacts, renderClassified, renderClassifiedCsv } from '../../src/report/index.ts'

function tableWith(header: string) {
  return {
    file: 'members.csv',
    name: 'members',
    rows: 1200,
    source: {
      kind: 'csv',
      encoding: 'gb18030',
      encodingBy: 'header-words',
      delimiter: '\t',
      lineEnd: '\n',
      bom: false,
      separatorLine: false,
      header: true,
    } as const,
    remarks: [],
    excluded: [],
    columns: [
      {
        index: 0,
        header,
        type: 'mobile' as const,
        compartment: 'contact' as const,
        sensitive: true,
        confidence: 0.5,
        reasons: ['a reason'],
        filled: 0.123456,
        distinct: 'many' as const,
        examined: {
          rows: 1200,
          sampled: 1000,
          inPart: 0,
          scanned: 1200,
          passed: 0,
          undecodable: 0,
          unseen: 0,
        },
        unexamined: 0,
        evidence: [
          { detector: 'mobile', type: 'mobile', by: 'shape', tested: 123, matched: 120, speaks: true },
        ] as const,
        legal: findLegalCategories({ type: 'mobile', sensitive: true, reasons: [] }),
      },
    ],
  }
}

describe('a classification', () => {
  afterEach(() => setLanguage('en'))

  it('marks what is sensitive and what is unsure', () => {
    const text = renderClassified([tableWith('phone')], 0.6)
    expect(text).toContain('1,200 rows, encoding gb18030 (by its header words), delimiter TAB')
    expect(text).toContain('contact !')
    expect(text).toContain('50 %?')
    expect(text).toContain('1 column, 1 sensitive (!), 1 unsure (?)')
  })

  it('speaks Chinese', () => {
    setLanguage('zh-CN')
    expect(renderClassified([tableWith('手机')], 0.6)).toContain('数据舱')
  })

  it('lets no terminal escape or bidi mark of a header through', () => {
    const text = renderClassified([tableWith('a\u001b]0;x\u0007\u202eb\r')], 0.6)
    expect(text).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/)
  })

  it('has exactly the documented keys as a document', () => {
    const { tables } = buildClassifiedFacts([tableWith('phone')])
    expect(Object.keys(tables[0] ?? {})).toEqual([
      'file',
      'name',
      'rows',
      'encoding',
      'encodingBy',
      'delimiter',
      'source',
      'remarks',
      'excluded',
      'sampled',
      'unexamined',
      'columns',
    ])
    expect(Object.keys(tables[0]?.columns[0] ?? {})).toEqual([
      'index',
      'header',
      'type',
      'compartment',
      'sensitive',
      'confidence',
      'reasons',
      'filled',
      'distinct',
      'examined',
      'unexamined',
      'evidence',
      'legal',
    ])
    expect(tables[0]?.columns[0]?.filled).toBe(0.1235)
  })

  it('gives a spreadsheet UTF-8 with BOM and no formula', () => {
    for (const header of ['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', '＝1', ' =1']) {
      const csv = renderClassifiedCsv([tableWith(header)])
      expect(csv.startsWith('\ufeff')).toBe(true)
      expect(csv.endsWith('\r\n')).toBe(true)
      const rows: string[][] = parse(csv, { bom: true })
      expect(rows[1]?.[3]?.startsWith("'")).toBe(true)
    }
    const rows: string[][] = parse(renderClassifiedCsv([tableWith('备注, "其他"')]), { bom: true })
    expect(rows[1]?.[3]).toBe('备注, "其他"')
  })
})
