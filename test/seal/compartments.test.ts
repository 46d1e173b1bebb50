import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { inspectDeed } from '../../src/verify/index.ts'
import { party, policy, refusal, restore, seal, useFolder } from '../hostile/make-deed.ts'

const MEMBERS =
  '\ufeff姓名,手机号,积分,备注,密码\r\n' +
  '张伟,"13800138000",12,"喜欢""少糖"",\r\n谢谢",x1\r\n' +
  '李娜,13900139000,,"",x2\r\n\r\n' +
  ' 王芳 ,"+86 137",7,a,x3'
const ORDERS = 'no\torder_date\n1\t2026-01-02\n'

const SPLIT = [
  'compartments:',
  '  identity: {readers: [buyer]}',
  '  contact: {readers: [buyer, advisor]}',
  '  general: {readers: [buyer]}',
  '  secrets: {readers: [advisor]}',
  'epochs: {rows: 1}',
  'columns:',
  '  members:',
  '    姓名: {type: person-name, compartment: identity}',
  '    手机号: {type: mobile, compartment: contact}',
  '    积分: {type: amount, compartment: general}',
  '    备注: {type: free-text-pii, compartment: secrets}',
  '    密码: {action: drop}',
  '  orders:',
  '    no: {type: order-id, compartment: general}',
  '    order_date: {type: amount, compartment: general}',
]

describe('readers with compartments of their own', () => {
  const folder = useFolder()

  async function sealMembers(more: Parameters<typeof seal>[2] = {}): Promise<readonly string[]> {
    const phases = new Set<string>()
    const addressees = [(await party('buyer')).card, (await party('idle')).card]
    const exports = [
      { path: folder().write('members.csv', MEMBERS) },
      { path: folder().write('orders.csv', ORDERS) },
    ]
    await seal(folder().at('a.deed'), exports, {
      addressees,
      trusted: [(await party('advisor')).card],
      policy: policy(...SPLIT),
      progress: ({ phase }) => phases.add(phase),
      readback: true,
      ...more,
    })
    return [...phases]
  }

  it('each get exactly their own columns, with the row number to join on', async () => {
    await sealMembers()
    const buyer = await restore(folder().at('a.deed'), folder().at('buyer'))
    expect(buyer).toMatchObject({ opened: ['identity', 'contact', 'general'], closed: ['secrets'] })
    expect(buyer.tables[0]?.missing).toEqual([
      { name: '备注', because: 'closed' },
      { name: '密码', because: 'dropped' },
    ])
    expect(buyer.tables.map(({ fidelity }) => fidelity)).toEqual(['cell-exact', 'byte-exact'])
    expect(readFileSync(folder().at('buyer', 'members.csv'), 'utf8')).toBe(
      '\ufeffdatadeed_row,姓名,手机号,积分\r\n1,张伟,"13800138000",12\r\n2,李娜,13900139000,\r\n3, 王芳 ,"+86 137",7\r\n',
    )
    expect(readFileSync(folder().at('buyer', 'orders.csv'), 'utf8')).toBe(ORDERS)

    const { key } = await party('advisor')
    const advisor = await restore(folder().at('a.deed'), folder().at('advisor'), { key })
    expect(advisor).toMatchObject({ opened: ['contact', 'secrets'], closed: ['identity', 'general'] })
    expect(advisor.tables.map(({ name }) => name)).toEqual(['members'])
    expect(readFileSync(folder().at('advisor', 'members.csv'), 'utf8')).toBe(
      '\ufeffdatadeed_row,手机号,备注\r\n1,"13800138000","喜欢""少糖"",\r\n谢谢"\r\n2,13900139000,""\r\n3,"+86 137",a\r\n',
    )
  })

  it('get JSON lines in which empty and quoted empty cells differ', async () => {
    await sealMembers()
    const { tables } = await restore(folder().at('a.deed'), folder().at('out'), { format: 'jsonl' })
    expect(tables.map(({ file }) => file)).toEqual(['members.jsonl', 'orders.jsonl'])
    expect(readFileSync(folder().at('out', 'members.jsonl'), 'utf8').split('\n')).toEqual([
      '{"datadeed_row":1,"姓名":"张伟","手机号":"13800138000","积分":"12"}',
      '{"datadeed_row":2,"姓名":"李娜","手机号":"13900139000","积分":null}',
      '{"datadeed_row":3,"姓名":" 王芳 ","手机号":"+86 137","积分":"7"}',
      '',
    ])
    const { key } = await party('advisor')
    await restore(folder().at('a.deed'), folder().at('advisor'), { key, format: 'jsonl' })
    const lines = readFileSync(folder().at('advisor', 'members.jsonl'), 'utf8').split('\n')
    expect(lines.map((line) => (line === '' ? line : JSON.parse(line).备注))).toEqual([
      '喜欢"少糖",\r\n谢谢',
      '',
      'a',
      '',
    ])
  })

  it('are refused what is not theirs, each in its way', async () => {
    await sealMembers()
    const before = folder().snapshot()
    const { key: idle } = await party('idle')
    const { key: stranger, card } = await party('stranger')
    const restored = () => folder().at('out')
    const nothing = await refusal(() => restore(folder().at('a.deed'), restored(), { key: idle }))
    expect([nothing.code, nothing.exitCode]).toEqual(['NO_KEY', 7])
    const unknown = await refusal(() => restore(folder().at('a.deed'), restored(), { key: stranger }))
    expect([unknown.code, unknown.exitCode]).toEqual(['WRONG_RECIPIENT', 8])
    const other = await refusal(() => restore(folder().at('a.deed'), restored(), { from: card }))
    expect([other.code, other.exitCode]).toEqual(['SIGNATURE', 6])
    expect(folder().snapshot()).toEqual(before)
  })

  it('read in the manifest what was dropped and why it is not byte-exact', async () => {
    await sealMembers()
    const { manifest, access } = await inspectDeed(folder().at('a.deed'))
    expect(manifest.tables.map(({ fidelity }) => fidelity)).toEqual([
      { level: 'cell-exact', because: ['columns-dropped'] },
      { level: 'byte-exact', because: [] },
    ])
    expect(manifest.tables[0]?.columns[4]).toMatchObject({ name: '密码', action: 'drop', compartment: null })
    expect(
      access.compartments.map(({ name, readers }) => [name, readers.map((reader) => reader.name)]),
    ).toEqual([
      ['identity', ['buyer']],
      ['contact', ['buyer', 'advisor']],
      ['general', ['buyer']],
      ['secrets', ['advisor']],
    ])
  })

  it('cost no reading beforehand where a policy decides every column and compares no types', async () => {
    expect(await sealMembers({ policy: policy(...SPLIT, 'drift: names') })).toEqual(['seal', 'read-back'])
  })
})

describe('parts of an export in its own encoding', () => {
  const folder = useFolder()
  const to = ['compartments:', '  contact: {readers: [advisor]}', 'columns:', '  t:']

  it.each([
    // 张 in two bytes, an ideographic space in its two forms, a euro sign in two bytes.
    [
      'gb18030',
      Buffer.from('6e616d652c6e6f74650ad5c52ca1a1a3a0a2e30a61622c800a', 'hex'),
      '6e616d650ad5c50a61620a',
    ],
    ['utf-16le', Buffer.from('\ufeffname\tnote\r\n张\t"😀\t"\r\n', 'utf16le'), undefined],
    [
      'utf-8',
      Buffer.from('sep=;\nname;note\n"1,5";"2;5"\n'),
      Buffer.from('sep=;\nname\n"1,5"\n').toString('hex'),
    ],
  ] as const)('keeps the fields of %s', async (encoding, bytes, own) => {
    const path = folder().write('t.csv', bytes)
    const columns = policy(...to, '    name: {compartment: general}', '    note: {compartment: contact}')
    const trusted = [(await party('advisor')).card]
    await seal(folder().at('a.deed'), [{ path, encoding }], { policy: columns, trusted })
    await restore(folder().at('a.deed'), folder().at('out'))
    const restored = readFileSync(folder().at('out', 't.csv'))
    const expected =
      own === undefined
        ? Buffer.from('\ufeffdatadeed_row\tname\r\n1\t张\r\n', 'utf16le')
        : withRowNumbers(Buffer.from(own, 'hex'), encoding === 'utf-8' ? ';' : ',')
    expect(restored.toString('hex')).toBe(expected.toString('hex'))
  })
})

describe('parts of an export without a header line', () => {
  const folder = useFolder()

  it('come back without one, numbered still', async () => {
    const path = folder().write('t.csv', '13800138000;1,5\n13900139000;2,5')
    const split = [
      'compartments: {contact: {readers: [advisor]}}',
      'columns: {t: {column1: {compartment: contact}, column2: {}}}',
    ]
    const trusted = [(await party('advisor')).card]
    await seal(folder().at('a.deed'), [{ path, header: false, delimiter: ';' }], {
      policy: policy(...split),
      trusted,
    })
    const { key } = await party('advisor')
    await restore(folder().at('a.deed'), folder().at('out'), { key })
    expect(readFileSync(folder().at('out', 't.csv'), 'utf8')).toBe('1;13800138000\n2;13900139000\n')
    await restore(folder().at('a.deed'), folder().at('lines'), { key, format: 'jsonl' })
    expect(readFileSync(folder().at('lines', 't.jsonl'), 'utf8')).toBe(
      '{"datadeed_row":1,"column1":"13800138000"}\n{"datadeed_row":2,"column1":"13900139000"}\n',
    )
  })
})

/** A file of lines with a leading column of row numbers. */
function withRowNumbers(bytes: Buffer, delimiter: string): Buffer {
  let row = -1
  const lines = bytes.toString('latin1').trimEnd().split('\n')
  const numbered = lines.map((line) => {
    if (line.startsWith('sep=')) return line
    row += 1
    return `${row === 0 ? 'datadeed_row' : row}${delimiter}${line}`
  })
  return Buffer.from(`${numbered.join('\n')}\n`, 'latin1')
}
