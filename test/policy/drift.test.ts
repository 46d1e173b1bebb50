import { describe, expect, it } from 'vitest'
import type { ColumnDecision, ColumnType } from '../../src/classify/index.ts'
import { TYPE_FACTS } from '../../src/classify/index.ts'
import { buildPlan, findDifferences, parsePolicy } from '../../src/policy/index.ts'

const buyer = { name: 'buyer', fingerprint: '111111222222333333444444555555' }
const crm = { name: 'crm-team', fingerprint: '666666777777888888999999000000' }

type Now = [header: string, type: ColumnType, more?: Partial<ColumnDecision>]

const members: Now[] = [
  ['姓名', 'person-name'],
  ['手机号', 'mobile'],
  ['备注', 'free-text'],
]
const REVIEW = [
  'columns:',
  '  会员:',
  '    姓名: { type: person-name, compartment: identity, found: person-name }',
  '    手机号: { type: mobile, compartment: contact, found: mobile }',
  '    备注: { type: free-text, compartment: general, found: free-text }',
]

const policyOf = (lines: readonly string[]) =>
  parsePolicy(new TextEncoder().encode(['version: 1', ...lines].join('\n')), 'p.yaml')

function examined(columns: readonly Now[], name = '会员') {
  const decisions = columns.map(
    ([header, type, more], index): ColumnDecision => ({
      index,
      header,
      type,
      ...TYPE_FACTS[type],
      confidence: 0.9,
      reasons: [],
      filled: 1,
      distinct: 'many',
      examined: { rows: 9, sampled: 9, inPart: 0, scanned: 9, passed: 0, undecodable: 0, unseen: 0 },
      evidence: [],
      ...more,
    }),
  )
  return { name, columns: decisions.map(({ index, header }) => ({ index, name: header })), decisions }
}

/** What differs, as "outcome kind column". */
function differences(lines: readonly string[], columns: readonly Now[], name?: string): string[] {
  return findDifferences(policyOf(lines), examined(columns, name)).map(({ outcome, kind, column, was }) =>
    [outcome, kind, ...(was === undefined ? [] : [`${was} ->`]), column ?? '*'].join(' '),
  )
}

const plan = (lines: readonly string[], columns: readonly Now[], name?: string) =>
  buildPlan({ tables: [examined(columns, name)], addressees: [buyer, crm], policy: policyOf(lines) })

describe('an export that is as it was reviewed', () => {
  it('differs in nothing', () => {
    expect(differences(REVIEW, members)).toEqual([])
    expect(plan(REVIEW, members).drift).toEqual([])
  })

  it('differs in nothing where a person corrected what was found', () => {
    const corrected = [
      'columns:',
      '  会员:',
      '    手机号: { type: member-no, compartment: vip, found: mobile }',
    ]
    expect(differences(['compartments: { vip: {} }', ...corrected], [['手机号', 'mobile']])).toEqual([])
  })

  it('differs in nothing where the whole table decided where its columns go', () => {
    const special = ['columns:', '  会员:', '    姓名: { type: person-name, found: person-name/special }']
    const child: Now = ['姓名', 'person-name', { compartment: 'special' }]
    expect(differences(special, [child])).toEqual([])
    expect(differences(special, [['姓名', 'person-name']])).toEqual(['refused compartment 姓名'])
  })
})

describe('a column that was not reviewed', () => {
  it('stops the sealing of a table that the policy names, by default', () => {
    const more: Now[] = [...members, ['身份证号', 'national-id']]
    expect(differences(REVIEW, more)).toEqual(['refused new 身份证号'])
    expect(() => plan(REVIEW, more)).toThrow(expect.objectContaining({ code: 'RULE' }))
  })

  it('is sealed for the fewest, or as classified, where that was asked for, and told', () => {
    const more: Now[] = [...members, ['身份证号', 'national-id']]
    const strict = ['compartments: { financial: { readers: [buyer] } }', ...REVIEW, 'unreviewed: seal-strict']
    expect(plan(strict, more).tables[0]?.columns[3]).toMatchObject({
      compartment: 'financial',
      type: 'national-id',
    })
    expect(plan(strict, more).drift).toMatchObject([{ kind: 'new', column: '身份证号', outcome: 'strict' }])
    const classified = [...REVIEW, 'unreviewed: classify']
    expect(plan(classified, more).tables[0]?.columns[3]).toMatchObject({ compartment: 'identity' })
    expect(plan(classified, more).drift).toMatchObject([{ outcome: 'classified' }])
  })

  it('counts as reviewed where every table has it', () => {
    const all = [...REVIEW, "  '*': { 门店: {} }"]
    expect(differences(all, [...members, ['门店', 'store-name']])).toEqual([])
  })

  it('is nothing to tell where the policy reviews no table', () => {
    expect(differences(['compartments: { contact: { readers: [buyer] } }'], members)).toEqual([])
    expect(differences(["columns: { '*': { 备注: { action: drop } } }"], members)).toEqual([])
    expect(differences(['unreviewed: refuse'], members)).toEqual(['refused table *'])
  })

  it('is a whole table where the policy names others only, so that no decision is lost with a file name', () => {
    expect(differences(REVIEW, members, '会员 2026-11-25')).toEqual(['refused table *'])
    expect(() => plan(REVIEW, members, '会员 2026-11-25')).toThrow(/--name|会员/)
    const strict = plan([...REVIEW, 'unreviewed: seal-strict'], members, 'x')
    expect(strict.tables[0]?.columns.map(({ compartment }) => compartment)).toEqual(Array(3).fill('special'))
  })
})

describe('a column that is gone', () => {
  it('stops the sealing, and is only told where strict sealing was asked for', () => {
    expect(differences(REVIEW, members.slice(0, 2))).toEqual(['refused gone 备注'])
    expect(differences([...REVIEW, 'unreviewed: classify'], members.slice(0, 2))).toEqual([
      'refused gone 备注',
    ])
    expect(plan([...REVIEW, 'unreviewed: seal-strict'], members.slice(0, 2)).drift).toMatchObject([
      { kind: 'gone', column: '备注' },
    ])
  })

  it('may be one renamed: at its place, or of its type and with a name alike', () => {
    const [name, mobile, note] = members as [Now, Now, Now]
    expect(differences(REVIEW, [name, ['联系方式', 'mobile'], note])).toEqual([
      'refused renamed 手机号 -> 联系方式',
    ])
    expect(differences(REVIEW, [['会员手机号', 'mobile'], name, note])).toEqual([
      'refused renamed 手机号 -> 会员手机号',
    ])
    expect(differences(REVIEW, [name, mobile, ['remarks', 'free-text', { confidence: 0.3 }]])).toEqual([
      'refused renamed 备注 -> remarks',
    ])
  })

  it('is none renamed where what stands in its place is surely something else', () => {
    const [name, , note] = members as [Now, Now, Now]
    expect(differences(REVIEW, [name, ['金额', 'amount'], note])).toEqual([
      'refused new 金额',
      'refused gone 手机号',
    ])
  })

  it('does not come in under another name where the policy leaves it out', () => {
    const dropped = [
      'columns: { 会员: { 姓名: {}, 手机号: { type: mobile, action: drop }, 备注: {} } }',
      'unreviewed: seal-strict',
    ]
    const renamed: Now[] = [
      ['姓名', 'person-name'],
      ['手机', 'mobile'],
      ['备注', 'free-text'],
    ]
    expect(differences(dropped, renamed)).toEqual(['refused renamed 手机号 -> 手机'])
    expect(() => plan(dropped, renamed)).toThrow(expect.objectContaining({ code: 'RULE' }))
  })
})

describe('a column of another type than reviewed', () => {
  const found = (was: string, now: ColumnType, more: Partial<ColumnDecision> = {}) =>
    differences(
      ['columns:', '  t:', `    c: { type: code, compartment: general, found: ${was} }`],
      [['c', now, more]],
      't',
    ).map((line) => line.split(' ')[0])

  it.each<[string, ColumnType]>([
    ['free-text', 'free-text-pii'],
    ['category', 'mobile'],
    ['customer-id', 'member-no'],
    ['mobile', 'email'],
    ['mobile', 'order-id'],
    ['stored-balance', 'bank-card'],
    ['empty', 'health-data'],
  ])('stops the sealing where the classifier is sure: %s is %s now', (was, now) => {
    expect(found(was, now)).toEqual(['refused'])
    expect(found(was, now, { confidence: 0.6 })).toEqual(['refused'])
  })

  it.each<[string, ColumnType]>([
    ['free-text-pii', 'free-text'],
    ['mobile', 'phone'],
    ['phone', 'landline'],
    ['order-id', 'tracking-no'],
    ['category', 'boolean'],
    ['amount', 'quantity'],
    ['person-name', 'nickname'],
    ['free-text-pii', 'person-name'],
    ['category/identity', 'person-name'],
    ['mobile', 'empty'],
  ])('does not where it may well be the same: %s is %s now', (was, now) => {
    expect(found(was, now)).toEqual(['noted'])
  })

  it('stops it for a move between the open compartments only where the classifier is very sure', () => {
    expect(found('amount', 'category', { confidence: 0.8 })).toEqual(['refused'])
    expect(found('quantity', 'row-id', { confidence: 0.79 })).toEqual(['noted'])
    expect(found('category/identity', 'mobile', { confidence: 0.7 })).toEqual(['refused'])
    expect(found('category/identity', 'category', { confidence: 0.7 })).toEqual(['refused'])
  })

  it('does not where the classifier is unsure', () => {
    expect(found('code', 'mobile', { confidence: 0.59 })).toEqual(['noted'])
    expect(found('mobile', 'code', { confidence: 0.4 })).toEqual(['noted'])
  })

  it('is compared with the type that a policy written by hand says, and with nothing where it says none', () => {
    const byHand = (entry: string, now: ColumnType) =>
      differences(['columns:', '  t:', `    c: ${entry}`], [['c', now]], 't')
    expect(byHand('{ type: code }', 'mobile')).toEqual(['refused type c'])
    expect(byHand('{ type: mobile, compartment: general }', 'mobile')).toEqual([])
    expect(byHand('{ type: amount, compartment: general }', 'category')).toEqual(['noted type c'])
    expect(byHand('{ compartment: general }', 'mobile')).toEqual([])
    expect(byHand('{ type: code, action: drop }', 'mobile')).toEqual([])
  })

  it('is sealed as it is for the fewest where that was asked for, whatever was decided of the other', () => {
    const planned = plan(
      [...REVIEW, 'unreviewed: seal-strict'],
      [...members.slice(0, 2), ['备注', 'free-text-pii']],
    )
    expect(planned.tables[0]?.columns[2]).toMatchObject({
      compartment: 'special',
      type: 'free-text-pii',
      action: 'seal',
    })
    expect(planned.drift).toMatchObject([{ kind: 'type', column: '备注', outcome: 'strict' }])
  })

  it('passes where the policy compares names only', () => {
    const names = [...REVIEW, 'drift: names']
    expect(differences(names, [...members.slice(0, 2), ['备注', 'mobile']])).toEqual(['noted type 备注'])
    expect(differences(names, members.slice(0, 2))).toEqual(['refused gone 备注'])
  })
})

describe('rows that go by only once', () => {
  const once = (lines: readonly string[], columns: readonly Now[]) => {
    const table = { ...examined(columns), strict: true }
    const seal = (decisions: typeof table.decisions) =>
      buildPlan({ tables: [{ ...table, decisions }], addressees: [buyer, crm], policy: policyOf(lines) })
    return [seal([]), seal(table.decisions)] as const
  }
  const places = ({ tables }: ReturnType<typeof plan>) =>
    tables[0]?.columns.map(({ compartment }) => compartment)

  it('are sealed in the places that were chosen before they were read', () => {
    const entries = [
      'columns:',
      '  会员: { 姓名: {}, 手机号: { type: mobile }, 备注: { compartment: general } }',
      'unreviewed: seal-strict',
    ]
    const [before, after] = once(entries, [...members, ['密码', 'password']])
    expect(places(before)).toEqual(['special', 'contact', 'general', 'special'])
    expect(places(after)).toEqual(places(before))
    expect(after.tables[0]?.columns.map(({ type }) => type)).toEqual([
      'person-name',
      'mobile',
      'free-text',
      'password',
    ])
  })

  it('stop the sealing where a column turns out to be another, as it is in its place already', () => {
    const changed: Now[] = [...members.slice(0, 2), ['备注', 'free-text-pii']]
    expect(() => once([...REVIEW, 'unreviewed: seal-strict'], changed)).toThrow(
      expect.objectContaining({ code: 'RULE' }),
    )
  })
})

describe('all differences', () => {
  it('are told at once, each column by its name', () => {
    const changed: Now[] = [
      ['姓名', 'bank-card'],
      ['电话', 'mobile'],
      ['身份证号', 'national-id'],
    ]
    const asked = () => plan(REVIEW, changed)
    expect(asked).toThrow(expect.objectContaining({ code: 'RULE' }))
    expect(asked).toThrow(/(?=[\s\S]*姓名)(?=[\s\S]*电话)(?=[\s\S]*手机号)(?=[\s\S]*身份证号)(?=[\s\S]*备注)/)
  })

  it('are found in a moment in a table of three thousand columns that is wholly another', () => {
    const entries = Array.from({ length: 3000 }, (_, place) => `    old${place}: { type: code }`)
    const now = Array.from({ length: 3000 }, (_, place): Now => [`new${place}`, 'code'])
    const started = performance.now()
    expect(() => plan(['columns:', '  会员:', ...entries], now)).toThrow(
      expect.objectContaining({ code: 'RULE' }),
    )
    expect(performance.now() - started).toBeLessThan(5000)
  })
})
