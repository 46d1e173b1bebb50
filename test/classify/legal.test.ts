import { describe, expect, it } from 'vitest'
import {
  COLUMN_TYPES,
  type ColumnType,
  findLegalCategories,
  OPEN_COMPARTMENTS,
  TYPE_FACTS,
} from '../../src/classify/index.ts'

const legalOf = (type: ColumnType, reasons: Parameters<typeof findLegalCategories>[0]['reasons'] = []) =>
  findLegalCategories({ type, sensitive: TYPE_FACTS[type].sensitive, reasons })

describe('the legal categories of a column', () => {
  it('are known of all 80 types', () => {
    expect(COLUMN_TYPES).toHaveLength(80)
    for (const type of COLUMN_TYPES) expect(legalOf(type).pipl, type).toBeTypeOf('string')
  })

  it('call sensitive under PIPL what the types call so, each with its kind of GB/T 45574, and nothing else', () => {
    for (const type of COLUMN_TYPES) {
      const { pipl, annexA } = legalOf(type)
      expect(pipl === 'sensitive', type).toBe(TYPE_FACTS[type].art28)
      expect(annexA.length > 0, type).toBe(TYPE_FACTS[type].art28)
    }
  })

  it('call no flagged column and none in a guarded compartment less than personal information', () => {
    for (const type of COLUMN_TYPES) {
      const { compartment, sensitive } = TYPE_FACTS[type]
      if (!sensitive && OPEN_COMPARTMENTS.includes(compartment)) continue
      expect(['personal', 'sensitive'], type).toContain(legalOf(type).pipl)
      expect(['personal', 'special'], type).toContain(legalOf(type).gdpr)
    }
  })

  it('follow GDPR Art. 9 where it differs from PIPL Art. 28', () => {
    const special = COLUMN_TYPES.filter((type) => legalOf(type).gdpr === 'special')
    expect(special).toEqual(['health-data', 'medical-id', 'biometric', 'religion', 'ethnicity'])
  })

  it('count what was found among other text', () => {
    const health = legalOf('free-text-pii', [{ code: 'embedded', what: 'health-data', share: 0.1 }])
    expect(health).toMatchObject({
      pipl: 'sensitive',
      annexA: ['health'],
      gdpr: 'special',
      notes: ['content'],
    })
    const card = legalOf('free-text-pii', [{ code: 'scan', what: 'bank-card', cells: 1 }])
    expect(card).toMatchObject({ pipl: 'sensitive', annexA: ['financial'], gdpr: 'personal' })
  })

  it('call every column of a child sensitive, beside what it is anyway', () => {
    expect(legalOf('given-name', [{ code: 'child' }])).toMatchObject({ pipl: 'sensitive', annexA: ['minor'] })
    const text = legalOf('free-text-pii', [
      { code: 'embedded', what: 'health-data', share: 0.1 },
      { code: 'child' },
    ])
    expect(text.annexA).toEqual(['minor', 'health'])
  })

  it('call a firm list with private buyers personal, and what belongs to a business not', () => {
    const people = { code: 'embedded', what: 'person-name', share: 0.1 } as const
    expect(findLegalCategories({ type: 'company-name', sensitive: true, reasons: [people] })).toMatchObject({
      pipl: 'personal',
      gdpr: 'personal',
    })
    expect(legalOf('company-name').pipl).toBe('none')
    for (const type of ['tax-id', 'geo-coordinates'] as const) {
      expect(findLegalCategories({ type, sensitive: false, reasons: [] })).toEqual({
        pipl: 'none',
        annexA: [],
        gdpr: 'none',
        notes: ['business'],
      })
    }
  })
})
