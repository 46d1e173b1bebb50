import { describe, expect, it } from 'vitest'
import type { ColumnDecision, ColumnType } from '../../src/classify/index.ts'
import { TYPE_FACTS } from '../../src/classify/index.ts'
import { buildPlan, isDecided, parsePolicy, renderPolicy } from '../../src/policy/index.ts'

const buyer = { name: 'buyer', fingerprint: '111111222222333333444444555555' }
const crm = { name: 'crm-team', fingerprint: '666666777777888888999999000000' }
const everybody = [buyer.fingerprint, crm.fingerprint]

const decide = (header: string, type: ColumnType, index: number): ColumnDecision => ({
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
})

const decisions = [
  decide('姓名', 'person-name', 0),
  decide('手机号', 'mobile', 1),
  decide('积分', 'points-balance', 2),
]
const table = {
  name: '会员',
  columns: decisions.map(({ index, header }) => ({ index, name: header })),
  decisions,
}
const policyOf = (...lines: string[]) =>
  parsePolicy(new TextEncoder().encode(['version: 1', ...lines].join('\n')), 'p.yaml')
const plan = (...lines: string[]) =>
  buildPlan({
    tables: [table],
    addressees: [buyer, crm],
    ...(lines.length > 0 ? { policy: policyOf(...lines) } : {}),
  })
const refused = (code: string) => expect.objectContaining({ code })

describe('the plan', () => {
  it('seals everything for everybody where there is no policy', () => {
    const made = plan()
    expect(made.tables[0]?.columns).toEqual([
      {
        index: 0,
        name: '姓名',
        type: 'person-name',
        compartment: 'identity',
        action: 'seal',
        change: null,
        decidedBy: 'classifier',
      },
      {
        index: 1,
        name: '手机号',
        type: 'mobile',
        compartment: 'contact',
        action: 'seal',
        change: null,
        decidedBy: 'classifier',
      },
      {
        index: 2,
        name: '积分',
        type: 'points-balance',
        compartment: 'behaviour',
        action: 'seal',
        change: null,
        decidedBy: 'classifier',
      },
    ])
    expect(made.compartments).toEqual([
      { name: 'identity', readers: everybody },
      { name: 'contact', readers: everybody },
      { name: 'behaviour', readers: everybody },
    ])
    expect(made.epochs).toEqual({ rows: 1_048_576, bytes: 1024 ** 3 })
    expect(made.policyDigest).toBeNull()
  })

  it('gives a compartment to its readers only, by name or by fingerprint in any grouping', () => {
    const made = plan(
      'compartments:',
      '  contact: { readers: [crm-team] }',
      '  identity: { readers: ["111111 222222 333333 444444 555555"] }',
    )
    expect(made.compartments).toEqual([
      { name: 'identity', readers: [buyer.fingerprint] },
      { name: 'contact', readers: [crm.fingerprint] },
      { name: 'behaviour', readers: everybody },
    ])
    expect(made.policyDigest).toMatch(/^[0-9a-f]{64}$/)
  })

  it('names a trusted card only where the policy does', () => {
    const auditor = { name: 'auditor', fingerprint: '123456' }
    const made = buildPlan({
      tables: [table],
      addressees: [buyer],
      trusted: [auditor, buyer],
      policy: policyOf('compartments:', '  contact: { readers: [auditor, buyer] }'),
    })
    expect(made.compartments.find(({ name }) => name === 'contact')?.readers).toEqual([
      buyer.fingerprint,
      '123456',
    ])
    expect(made.compartments.find(({ name }) => name === 'identity')?.readers).toEqual([buyer.fingerprint])
  })

  it('lets the policy change type, compartment and action, the own table before all tables', () => {
    const made = plan(
      'compartments: { vip: {} }',
      'columns:',
      '  "*": { 手机号: { action: drop }, 积分: { compartment: vip } }',
      '  会员: { 手机号: { type: member-no, found: mobile }, 姓名: {} }',
    )
    expect(made.tables[0]?.columns.slice(1)).toEqual([
      {
        index: 1,
        name: '手机号',
        type: 'member-no',
        compartment: 'identity',
        action: 'seal',
        change: null,
        decidedBy: 'policy',
      },
      {
        index: 2,
        name: '积分',
        type: 'points-balance',
        compartment: 'vip',
        action: 'seal',
        change: null,
        decidedBy: 'policy',
      },
    ])
    expect(made.compartments.map(({ name }) => name)).toEqual(['identity', 'vip'])
  })

  it('lists no compartment whose columns are all dropped', () => {
    expect(
      plan('columns: { 会员: { 手机号: { action: drop }, 姓名: {}, 积分: {} } }').compartments.map(
        ({ name }) => name,
      ),
    ).toEqual(['identity', 'behaviour'])
  })

  it('puts an unreviewed column where the fewest can read it, if the policy is strict', () => {
    const made = plan(
      'compartments: { financial: { readers: [buyer] } }',
      'columns: { 会员: { 姓名: {}, 手机号: {} } }',
      'unreviewed: seal-strict',
    )
    expect(made.tables[0]?.columns[2]).toMatchObject({ compartment: 'financial', decidedBy: 'unreviewed' })
    expect(
      plan('columns: { 会员: { 姓名: {}, 手机号: {} } }', 'unreviewed: seal-strict').tables[0]?.columns[2],
    ).toMatchObject({
      compartment: 'special',
    })
  })

  it('refuses by its own rule what the policy has not seen, naming every column', () => {
    expect(() => plan('columns: { 会员: { 姓名: {} } }', 'unreviewed: refuse')).toThrow(refused('RULE'))
    expect(() => plan('columns: { 会员: { 姓名: {} } }', 'unreviewed: refuse')).toThrow(/手机号[\s\S]*积分/)
    expect(() => plan('columns: { 会员: { 手机: {} } }')).toThrow(refused('RULE'))
    expect(() => plan('columns: { 会员: { 手机: {} } }')).toThrow(/手机号/)
  })

  it('misses no table that is not there, and no column that only every table might have', () => {
    const lines = ['columns: { 订单: { 金额: {} }, "*": { 备注: { action: drop } } }', 'unreviewed: classify']
    expect(() => plan(...lines)).not.toThrow()
  })

  it.each([
    ['a reader who has no card', ['compartments: { contact: { readers: [byer] } }']],
    [
      'a policy that drops everything',
      ['columns: { 会员: { 姓名: { action: drop }, 手机号: { action: drop }, 积分: { action: drop } } }'],
    ],
  ])('refuses %s', (_, lines) => {
    expect(() => plan(...lines)).toThrow(refused('POLICY'))
  })

  it('reports readers without a card and columns that are missing together', () => {
    const asked = () =>
      plan(
        'compartments: { contact: { readers: [byer, nobody] } }',
        'columns: { 会员: { 手机: {}, 备注: {} } }',
      )
    expect(asked).toThrow(refused('POLICY'))
    expect(asked).toThrow(/(?=[\s\S]*byer)(?=[\s\S]*nobody)(?=[\s\S]*手机)(?=[\s\S]*备注)/)
  })

  it('refuses a name that two cards bear', () => {
    const twin = { name: 'buyer', fingerprint: '222' }
    const policy = policyOf('compartments: { contact: { readers: [buyer] } }')
    expect(() => buildPlan({ tables: [table], addressees: [buyer, twin], policy })).toThrow(refused('POLICY'))
  })

  it('refuses to address nobody', () => {
    expect(() => buildPlan({ tables: [table], addressees: [] })).toThrow(refused('POLICY'))
  })

  it('knows when a policy decides every column by itself', () => {
    const all = policyOf(
      'drift: names',
      'columns: { 会员: { 姓名: { type: person-name, compartment: identity }, 手机号: { action: drop }, 积分: { type: points-balance, compartment: general } } }',
    )
    expect(isDecided(all, '会员', table.columns)).toBe(true)
    expect(isDecided(all, '订单', table.columns)).toBe(false)
    expect(
      isDecided(
        policyOf('drift: names', 'columns: { 会员: { 姓名: {}, 手机号: {}, 积分: {} } }'),
        '会员',
        table.columns,
      ),
    ).toBe(false)
    expect(isDecided({ ...all, drift: 'types' }, '会员', table.columns)).toBe(false)
  })
})

describe('a rendered policy', () => {
  it('says what the classifier decided, and is read back as just that', () => {
    const odd = [
      decide('no', 'category', 0),
      decide('a: "b"\n#c', 'email', 1),
      decide('001', 'code', 2),
      decide('__proto__', 'token', 3),
    ]
    const text = renderPolicy([
      { name: '会员 表', decisions },
      { name: 'odd', decisions: odd },
      { name: 'none', decisions: [] },
    ])
    const policy = parsePolicy(new TextEncoder().encode(text), 'p')
    for (const [name, list] of [
      ['会员 表', decisions],
      ['odd', odd],
    ] as const) {
      for (const { header, type, compartment } of list) {
        expect(policy.columns.get(name)?.get(header)).toMatchObject({ type, compartment, action: 'seal' })
      }
    }
    expect(renderPolicy([{ name: 'odd', decisions: odd }])).toBe(
      renderPolicy([{ name: 'odd', decisions: odd }]),
    )
    expect(parsePolicy(new TextEncoder().encode(renderPolicy([])), 'p').columns.size).toBe(0)
  })
})
