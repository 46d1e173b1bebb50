import { COMPARTMENTS, isColumnType } from '../../../src/classify/index.ts'
import { parsePolicy } from '../../../src/policy/index.ts'
import { Broken, type Target } from '../target.ts'

const SEEDS = [
  'version: 1\n',
  [
    'version: 1',
    'compartments:',
    '  financial: { readers: [buyer, "the advisor"] }',
    '  our-own: {}',
    'columns:',
    '  customers:',
    '    姓名: { type: person-name, compartment: identity, action: seal } # 99 % sure',
    '    "no": { type: mobile, found: person-name/special, unsure: yes }',
    '    remark: { action: drop }',
    '  orders: {}',
    'epochs: { rows: 1,048,576, bytes: 64MiB }',
    'unreviewed: refuse',
    'drift: names',
  ].join('\n'),
  'version: "1"\ncolumns:\n  ? t\n  :\n    c:\n      type: email\n    __proto__: { compartment: contact }\nunreviewed: seal-strict\n',
]

/** The policy is the person's own: its sentences quote the words that it gets wrong. */
export const policyTarget: Target = {
  name: 'policy',
  seeds: SEEDS.map((text) => Buffer.from(text)),
  tokens: [
    '&a',
    '*a',
    '<<: *a',
    '!!js/function',
    '!!binary',
    '%YAML 1.2',
    '---',
    '...',
    '? ',
    ': ',
    '- ',
    '[',
    ']',
    '{',
    '}',
    '|\n',
    '>\n',
    '#',
    '"',
    "'",
    '\\x1b',
    '\t',
    '\n  ',
    '\u2028',
    '\ufeff',
    '__proto__: 1',
    'version: 1',
    'readers: []',
    'found: email/contact/',
    '999999999999GiB',
  ],
  codes: ['POLICY', 'LIMIT'],
  naming: ['POLICY'],
  listing: true,
  read(input) {
    const { columns, compartments, epochs } = parsePolicy(input, 'datadeed.yaml')
    const known: readonly string[] = [...COMPARTMENTS, ...compartments.keys()]
    for (const { type, compartment, line } of [...columns.values()].flatMap((table) => [...table.values()])) {
      if (type !== undefined && !isColumnType(type)) throw new Broken('a column of no type')
      if (compartment !== undefined && !known.includes(compartment))
        throw new Broken('a column of no compartment')
      if (!(line >= 1)) throw new Broken('a column without a line')
    }
    if (!(epochs.rows >= 1 && epochs.bytes >= 1024)) throw new Broken('epochs without end')
  },
}
