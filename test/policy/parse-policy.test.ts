import { describe, expect, it } from 'vitest'
import { DatadeedError } from '../../src/errors.ts'
import { POLICY_BYTES } from '../../src/limits.ts'
import { parsePolicy } from '../../src/policy/index.ts'

const parse = (text: string) => parsePolicy(new TextEncoder().encode(text), 'datadeed.yaml')

function faultsOf(text: string): DatadeedError {
  try {
    parse(text)
  } catch (error) {
    if (error instanceof DatadeedError) return error
    throw error
  }
  throw new Error('accepted')
}

describe('a policy file', () => {
  it('says what is backed up, where to and for whom; paths begin where the policy lies', () => {
    const lines = [
      'version: 1',
      'backup:',
      '  sources: [customers.csv, "postgres://app@db/shop", /srv/x.db]',
      '  destination: backups/shop',
      '  readers: [archive]',
      '  deed-age: 26h',
      '  drill-age: 5w',
      '  retention: { last: 3, yearly: 10 }',
      '  hold: [12, 30]',
    ]
    const { backup } = parsePolicy(new TextEncoder().encode(lines.join('\n')), '/etc/shop/datadeed.yaml')
    expect(backup).toEqual({
      sources: ['/etc/shop/customers.csv', 'postgres://app@db/shop', '/srv/x.db'],
      destination: '/etc/shop/backups/shop',
      readers: ['archive'],
      deedAge: 26 * 3600,
      drillAge: 35 * 24 * 3600,
      retention: { last: 3, yearly: 10 },
      hold: [12, 30],
    })
    expect(parse('version: 1').backup).toBeUndefined()
  })

  it('names every fault of the section for backups with its line', () => {
    const { code, message } = faultsOf(
      'version: 1\nbackup:\n  sources: []\n  destination: ""\n  deed-age: soon\n  keep: 3\n  drill-age: 0\n',
    )
    expect(code).toBe('POLICY')
    for (const line of [3, 4, 5, 6, 7]) expect(message).toContain(`line ${line}`)
    const kept = faultsOf(
      'version: 1\nbackup:\n  retention:\n    last: 0\n    daily: many\n    hourly: 3\n  hold: [x]\n',
    )
    expect(kept.code).toBe('POLICY')
    for (const line of [4, 5, 6, 7]) expect(kept.message).toContain(`line ${line}`)
    expect(faultsOf('version: 1\nbackup:\n  retention: {}\n').message).toContain('line 3')
  })

  it('refuses a character that no path can have, in a destination or a source', () => {
    const { code, message } = faultsOf(
      'version: 1\nbackup:\n  sources: ["a\\0b.csv"]\n  destination: "rclone:a:\\0"\n',
    )
    expect(code).toBe('POLICY')
    for (const line of [3, 4]) expect(message).toContain(`line ${line}`)
  })

  it('gives columns, compartments, epochs and what happens to the rest', () => {
    const policy = parse(
      [
        'version: 1',
        'compartments:',
        '  contact: { readers: [buyer, crm-team, buyer] }',
        '  minors: {}',
        'columns:',
        '  会员:',
        '    手机号: { type: mobile, compartment: contact, action: seal }',
        '    备注: { action: drop }',
        '    no: { compartment: minors }',
        '    "001": { type: code }',
        'epochs: { rows: 200, bytes: 64MiB }',
        'unreviewed: seal-strict',
      ].join('\n'),
    )
    expect(policy.compartments.get('contact')).toEqual({ readers: ['buyer', 'crm-team'], line: 3 })
    expect(policy.compartments.get('minors')).toEqual({ line: 4 })
    const columns = policy.columns.get('会员')
    expect(columns?.get('手机号')).toEqual({
      type: 'mobile',
      compartment: 'contact',
      action: 'seal',
      line: 7,
    })
    expect(columns?.get('备注')).toEqual({ action: 'drop', line: 8 })
    expect(columns?.get('no')).toEqual({ compartment: 'minors', action: 'seal', line: 9 })
    expect(columns?.get('001')).toEqual({ type: 'code', action: 'seal', line: 10 })
    expect(policy.epochs).toEqual({ rows: 200, bytes: 64 * 1024 * 1024 })
    expect(policy.unreviewed).toBe('seal-strict')
    expect(policy.digest).toMatch(/^[0-9a-f]{64}$/)
  })

  it('has defaults for everything but the version', () => {
    const policy = parse('version: 1\n')
    expect(policy.epochs).toEqual({ rows: 1_048_576, bytes: 1024 ** 3 })
    expect(policy.unreviewed).toBeUndefined()
    expect(policy.drift).toBe('types')
    expect(policy.columns.size).toBe(0)
  })

  it('reads a column named __proto__ like any other', () => {
    const policy = parse('version: 1\ncolumns:\n  t:\n    __proto__: { type: mobile }\n')
    expect(policy.columns.get('t')?.get('__proto__')).toMatchObject({ type: 'mobile' })
  })

  it('says how old keys may become, and leaves the rest as it is', () => {
    const { keyAges } = parse('version: 1\nkeys:\n  signing: { warn: 180d }\n  reader: { refuse: 2y }\n')
    expect(keyAges).toEqual({
      signing: { due: 180, warn: 180, refuse: 1095 },
      reader: { due: 90, warn: 365, refuse: 730 },
    })
    expect(parse('version: 1\n')).not.toHaveProperty('keyAges')
  })

  it.each([
    ['signing: { warn: 0d }'],
    ['signing: { warn: 101y }'],
    ['reader: { refuse: 90 }'],
    ['reader: { warn: 730d, refuse: 729d }'],
    ['reader: { due: 366d }'],
    ['sealing: { warn: 1y }'],
  ])('refuses ages of keys as in %s', (setting) => {
    const error = faultsOf(`version: 1\nkeys:\n  ${setting}\n`)
    expect(error.code).toBe('POLICY')
    expect(error.message).toContain('line 3:')
  })

  it('reports all faults at once, each with its line', () => {
    const error = faultsOf(
      [
        'version: 2',
        'compartments:',
        '  Contact: { readers: [] }',
        'columns:',
        '  t:',
        '    a: { type: mobil, compartment: finacial, action: keep }',
        'epochs: { rows: 0, bytes: 1 }',
        'unreviewed: ignore',
      ].join('\n'),
    )
    expect(error.code).toBe('POLICY')
    for (const line of [1, 3, 6, 7, 8]) expect(error.message).toContain(`line ${line}:`)
    expect(error.message).toContain('9 faults')
    expect(error.message).toContain('did you mean "mobile"?')
    expect(error.message).toContain('did you mean "financial"?')
  })

  it('goes on past settings that it does not know, wrong kinds and doubled names', () => {
    const error = faultsOf(
      [
        'colums: {}',
        'compartments:',
        '  minors: { readers: [a, [b], [c]], reader: x }',
        '  minors2: all',
        'columns:',
        '  t:',
        '    a: { typ: mobile, compartment: finacial }',
        '    b: { type: mobil, compartment: minors2 }',
        '    c: mobile',
        '    d: { action: [seal] }',
        '    d: { action: keep }',
        '  u: [a]',
        'epochs: 7',
        'unreviewed: ignore',
      ].join('\n'),
    )
    expect(error.code).toBe('POLICY')
    const lines = [...error.message.matchAll(/line (\d+):/g)].map(([, line]) => Number(line))
    // Line 1 tells of the version that is missing, too; line 3 of a setting and two readers; 7 of two faults.
    expect(lines).toEqual([1, 1, 3, 3, 3, 4, 7, 7, 8, 9, 11, 11, 12, 13, 14])
    expect(error.message).not.toContain('minors2"')
  })

  it('names every known word once', () => {
    const error = faultsOf(
      'version: 1\ncompartments:\n  contact: { readers: [a] }\ncolumns:\n  t:\n    a: { compartment: zzz }\n',
    )
    expect(error.message.match(/\bcontact\b/g)).toHaveLength(1)
  })

  it.each([
    ['an unknown setting', 'version: 1\nreaders: x\n'],
    ['an unknown setting of a column', 'version: 1\ncolumns:\n  t:\n    a: { typ: mobile }\n'],
    ['a list where a map belongs', 'version: 1\ncolumns: [a, b]\n'],
    ['a column that is a word', 'version: 1\ncolumns:\n  t:\n    a: mobile\n'],
    [
      'a name that occurs twice',
      'version: 1\ncolumns:\n  t:\n    a: { action: drop }\n    a: { action: seal }\n',
    ],
    ['text that is no YAML', 'version: 1\ncolumns: {a: [}\n'],
    ['an alias', 'version: 1\ncolumns:\n  t: &t\n    a: { action: drop }\n  u: *t\n'],
    [
      'an alias bomb',
      `version: 1\ncolumns:\n${[...'abcdefghi'].map((name, at) => `  ${name}: &${name}\n    x: ${at === 0 ? '{ action: drop }' : `*${'abcdefghi'[at - 1]}`}`).join('\n')}\n`,
    ],
    ['a second document', 'version: 1\n---\nversion: 1\n'],
    ['an empty file', ''],
    ['a list', '- 1\n'],
    ['a tag', 'version: !!js/function 1\n'],
  ])('refuses %s', (_, text) => {
    expect(faultsOf(text).code).toBe('POLICY')
  })

  it('refuses bytes that are not UTF-8', () => {
    expect(() => parsePolicy(new Uint8Array([0xb6, 0xa9]), 'p')).toThrow(
      expect.objectContaining({ code: 'POLICY' }),
    )
  })

  it('reads as many bytes as the limit says and not one more', () => {
    const padded = (bytes: number) => new TextEncoder().encode(`version: 1\n#${' '.repeat(bytes - 12)}`)
    expect(parsePolicy(padded(POLICY_BYTES), 'p').drift).toBe('types')
    expect(() => parsePolicy(padded(POLICY_BYTES + 1), 'p')).toThrow(
      expect.objectContaining({ code: 'LIMIT' }),
    )
  })

  it.each([
    ['rows: 1', 1, undefined],
    ['rows: 1048576', 1_048_576, undefined],
    ['bytes: 1KiB', undefined, 1024],
    ['bytes: 1GiB', undefined, 1024 ** 3],
    ['bytes: 1 GiB', undefined, 1024 ** 3],
    ['bytes: 5MB', undefined, 5_000_000],
  ])('accepts epochs of %s', (setting, rows, bytes) => {
    const { epochs } = parse(`version: 1\nepochs: { ${setting} }\n`)
    if (rows !== undefined) expect(epochs.rows).toBe(rows)
    if (bytes !== undefined) expect(epochs.bytes).toBe(bytes)
  })

  it.each(['rows: 0', 'rows: 1048577', 'rows: many', 'bytes: 1023', 'bytes: 2GiB', 'bytes: 1e3', 'rows: -1'])(
    'refuses epochs of %s',
    (setting) => {
      expect(faultsOf(`version: 1\nepochs: { ${setting} }\n`).code).toBe('POLICY')
    },
  )

  it('takes about ten times as long for ten times as many columns', () => {
    const seconds = (count: number): number => {
      const columns = Array.from({ length: count }, (_, at) => `    c${at}: { type: mobile }`)
      const before = process.cpuUsage()
      parse(`version: 1\ncolumns:\n  t:\n${columns.join('\n')}\n`)
      return process.cpuUsage(before).user / 1e6
    }
    const few = Math.max(seconds(2000), 0.05)
    expect(seconds(20_000)).toBeLessThan(20 * few)
  })

  it('shows no control character of a name in a message', () => {
    expect(faultsOf('version: 1\n"\\e[31mred": 1\n').message).not.toContain('\u001b')
  })
})
