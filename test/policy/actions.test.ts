import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { describeChange } from '../../src/actions/index.ts'
import type { ColumnDecision } from '../../src/classify/index.ts'
import { DatadeedError } from '../../src/errors.ts'
import { NAME_BYTES } from '../../src/limits.ts'
import { buildPlan, type Plan, parsePolicy } from '../../src/policy/index.ts'

const policyOf = (lines: readonly string[]) =>
  parsePolicy(
    Buffer.from(`${['version: 1', 'drift: names', ...lines].join('\n')}\n`),
    join('deals', 'a.yaml'),
  )

const buyer = { name: 'buyer', fingerprint: '11'.repeat(32) }

/** Columns a, b, c … of these types, as the classifier sees them. */
function plan(types: readonly ColumnDecision['type'][], ...lines: string[]): Plan {
  const columns = types.map((_, index) => ({ index, name: 'abcdef'[index] ?? '' }))
  const decisions = columns.map(
    ({ index, name }) =>
      ({ index, header: name, type: types[index], compartment: 'identity', confidence: 1 }) as ColumnDecision,
  )
  const tables = [{ name: 't', columns, decisions }]
  return buildPlan({ tables, policy: policyOf(lines), addressees: [buyer] })
}

function refused(act: () => unknown): { code: string; text: string } {
  try {
    act()
  } catch (error) {
    if (error instanceof DatadeedError)
      return { code: error.code, text: [error.message, ...error.hints].join('\n') }
    throw error
  }
  throw new Error('it was accepted')
}

describe('an action', () => {
  it('goes by the type: the policy’s, else the classifier’s', () => {
    const made = plan(
      ['mobile', 'free-text', 'date', 'amount', 'member-no'],
      'pseudonyms: { members: { key: m.secret } }',
      'columns:',
      '  t:',
      '    a: { action: mask }',
      '    b: { action: mask, type: person-name }',
      '    c: { action: generalise, to: year }',
      '    d: { action: generalise, bands: [-10, 0.5, 1000] }',
      '    e: { action: pseudonymise, key: members }',
    )
    expect(made.tables[0]?.columns.map(({ change }) => change)).toEqual([
      { action: 'mask', shape: 'phone' },
      { action: 'mask', shape: 'name' },
      { action: 'generalise', to: 'year' },
      { action: 'generalise', to: 'band', bounds: [-10, 0.5, 1000] },
      { action: 'pseudonymise', label: 'members' },
    ])
    expect(made.compartments).toEqual([{ name: 'identity', readers: [buyer.fingerprint] }])
    expect(made.keys).toEqual([{ label: 'members', file: join('deals', 'm.secret'), compartment: null }])
  })

  it('takes as many bands as the manifest has room to name', () => {
    const bands = Array.from({ length: 32 }, (_, at) => `-${String(1e15 - 1 - at)}.123456`)
    const entry = `{ action: generalise, bands: [${bands.join(', ')}] }`
    const [column] = plan(['amount'], `columns: { t: { a: ${entry} } }`).tables[0]?.columns ?? []
    if (column?.change == null) throw new Error('nothing is done to the column')
    expect(Buffer.byteLength(describeChange(column.change))).toBeLessThanOrEqual(NAME_BYTES)
  })

  it('goes by the policy’s type alone where rows go by only once', () => {
    const columns = [{ index: 0, name: 'a' }]
    const decision = {
      index: 0,
      header: 'a',
      type: 'mobile',
      compartment: 'contact',
      confidence: 1,
    } as ColumnDecision
    const changes = (entry: string, decisions: readonly ColumnDecision[]) =>
      buildPlan({
        tables: [{ name: 't', columns, decisions, strict: true }],
        policy: policyOf([`columns: { t: { a: ${entry} } }`]),
        addressees: [buyer],
      }).tables[0]?.columns[0]?.change
    // Before they have gone by and after.
    expect(changes('{ action: mask }', [])).toEqual({ action: 'mask', shape: 'hidden' })
    expect(changes('{ action: mask }', [decision])).toEqual({ action: 'mask', shape: 'hidden' })
    expect(changes('{ action: mask, type: email }', [decision])).toEqual({ action: 'mask', shape: 'mail' })
  })

  it('needs no key that only other tables use', () => {
    const keys = 'pseudonyms: { a: { key: a.secret }, b: { compartment: identity } }'
    const columns = 'columns: { other: { x: { action: pseudonymise, key: a } }, t: { a: {} } }'
    expect(plan(['mobile'], keys, columns).keys).toEqual([])
  })

  it('that a type has no rule for is refused, exit 3, naming column and type, all at once', () => {
    const { code, text } = refused(() =>
      plan(
        ['mobile', 'religion', 'birth-date', 'gender'],
        'columns:',
        '  t:',
        '    a: { action: generalise }',
        '    b: { action: generalise, to: year }',
        '    c: { action: generalise, to: month }',
        '    d: { action: generalise, bands: [1] }',
      ),
    )
    expect(code).toBe('POLICY')
    for (const part of [
      'line 5',
      '"a"',
      'mobile',
      'line 6',
      'religion',
      'line 7',
      'month',
      'line 8',
      'gender',
    ])
      expect(text).toContain(part)
  })

  it.each([
    ['    a: { action: mask, to: year }', 'columns.t.a.to'],
    ['    a: { to: year }', 'columns.t.a.to'],
    ['    a: { action: generalise, key: members }', 'columns.t.a.key'],
    ['    a: { action: generalise, to: yaar }', 'year'],
    ['    a: { action: generalise, bands: [] }', 'columns.t.a.bands'],
    ['    a: { action: generalise, bands: [1, 1] }', 'columns.t.a.bands'],
    ['    a: { action: generalise, bands: [2, 1] }', 'columns.t.a.bands'],
    ['    a: { action: generalise, bands: [one] }', 'columns.t.a.bands'],
    ['    a: { action: generalise, bands: 100 }', 'columns.t.a.bands'],
    ['    a: { action: generalise, to: year, bands: [1] }', 'columns.t.a.bands'],
    [`    a: { action: generalise, bands: [${Array.from({ length: 33 }, (_, at) => at)}] }`, 'bands'],
    ['    a: { action: pseudonymise }', 'columns.t.a.key'],
    ['    a: { action: pseudonymise, key: member }', 'members'],
    ['    a: { action: anonymise }', 'pseudonymise'],
  ])('of another form is refused with its line: %s', (line, named) => {
    const keys = 'pseudonyms: { members: { key: m.secret } }'
    const { code, text } = refused(() => policyOf([keys, 'columns:', '  t:', line]))
    expect(code).toBe('POLICY')
    expect(text).toContain('line 6')
    expect(text).toContain(named)
  })

  it.each([
    ['{ members: {} }', 'members'],
    ['{ Members: { key: a } }', 'Members'],
    ['{ members: { key: "" } }', 'members'],
    ['{ members: { compartment: nobody } }', 'nobody'],
    ['{ members: { key: a, file: b } }', 'file'],
    ['[ members ]', 'pseudonyms'],
  ])('has no key where the policy says %s', (section, named) => {
    const { code, text } = refused(() => policyOf([`pseudonyms: ${section}`]))
    expect(code).toBe('POLICY')
    expect(text).toContain('line 3')
    expect(text).toContain(named)
  })

  it('gives its key to no compartment that holds nothing', () => {
    const keys = 'pseudonyms: { members: { compartment: special } }'
    const columns = 'columns: { t: { a: { action: pseudonymise, key: members } } }'
    const { code, text } = refused(() => plan(['mobile'], keys, columns))
    expect(code).toBe('POLICY')
    expect(text).toContain('line 3')
    expect(text).toContain('special')
  })

  it('is not given up where a column is another than reviewed, even if the policy is strict', () => {
    const sealAs = (action: string): string => {
      const entry = `{ type: mobile, action: ${action} }`
      const lines = ['drift: types', 'unreviewed: seal-strict', `columns: { t: { a: ${entry} } }`]
      const policy = parsePolicy(Buffer.from(`version: 1\n${lines.join('\n')}\n`), 'a.yaml')
      const decision = { index: 0, header: 'a', type: 'bank-card', compartment: 'financial', confidence: 1 }
      const table = {
        name: 't',
        columns: [{ index: 0, name: 'a' }],
        decisions: [{ ...decision, sensitive: true, reasons: [] } as unknown as ColumnDecision],
      }
      return refused(() => {
        const { tables } = buildPlan({ tables: [table], policy, addressees: [buyer] })
        throw new DatadeedError('LIMIT', tables[0]?.columns[0]?.decidedBy ?? '')
      }).code
    }
    expect(sealAs('seal')).toBe('LIMIT')
    expect(sealAs('mask')).toBe('RULE')
  })
})
