import { readFileSync } from 'node:fs'
import { DatabaseSync } from 'node:sqlite'
import { describe, expect, it } from 'vitest'
import { openCompartmentKeys, openVerifiedDeed } from '../../src/deed/index.ts'
import { assertCanOpen, openPseudonymKey, type PseudonymKeyFile } from '../../src/identity/index.ts'
import { parsePolicy } from '../../src/policy/index.ts'
import type { SealRequest } from '../../src/seal/index.ts'
import { inspectDeed, verifyDeed } from '../../src/verify/index.ts'
import { openWhole } from '../deed/open-deed.ts'
import { findLeaks } from '../hostile/leaks.ts'
import { codeOf, exists, NOW, party, restore, seal, useFolder } from '../hostile/make-deed.ts'

const MEMBERS =
  '\ufeffsep=;\r\n编号;姓名;手机号;生日;地址;消费;备注\r\n' +
  'M-0000001;王小明;"13800138000";1988-05-03;浙江省杭州市西湖区文三路90号;1,234.50;a\r\n' +
  'M-0000002;李娜;+86 139-0013-9000;;上海市浦东新区世纪大道100号;"";"b;\r\nc"\r\n\r\n' +
  'M-0000003;CANARY 张三;CANARY-no-number;民国77年5月3日;"CANARY-somewhere";CANARY;d'
/** Cells that are nowhere in the deed, as they stand and in what they are made of. */
const GONE = [
  '王小明',
  '13800138000',
  '0013-9000',
  '1988-05-03',
  '文三路',
  '世纪大道',
  '1,234.50',
  'CANARY',
  'M-0000001',
  'M-0000003',
]

const COLUMNS = [
  'columns:',
  '  members:',
  '    编号: { type: member-no, action: pseudonymise, key: members }',
  '    姓名: { type: person-name, compartment: identity, action: mask }',
  '    手机号: { type: mobile, compartment: contact, action: mask }',
  '    生日: { type: birth-date, compartment: identity, action: generalise }',
  '    地址: { type: postal-address, compartment: contact, action: generalise, to: city }',
  '    消费: { type: amount, compartment: behaviour, action: generalise, bands: [0, 1000] }',
  '    备注: { type: free-text, compartment: general }',
]

describe('columns that a policy has changed', () => {
  const folder = useFolder()

  async function request(...lines: string[]): Promise<Partial<SealRequest>> {
    const bytes = Buffer.from(`${['version: 1', 'drift: names', ...lines].join('\n')}\n`)
    const policy = parsePolicy(bytes, folder().at('datadeed.yaml'))
    const pseudonymKeys = new Map<string, PseudonymKeyFile>()
    for (const [label, { file }] of policy.pseudonyms) {
      if (file !== undefined) pseudonymKeys.set(label, await openPseudonymKey(file))
    }
    return { policy: { policy, bytes }, pseudonymKeys }
  }

  async function sealMembers(deed = 'a.deed', keys = '{ key: members.secret }') {
    const lines = [`pseudonyms: { members: ${keys} }`, ...COLUMNS]
    const exports = [{ path: folder().write('members.csv', MEMBERS) }]
    return seal(folder().at(deed), exports, { ...(await request(...lines)), readback: true })
  }

  it('come back changed, cell for cell, everything else as it was', async () => {
    const report = await sealMembers()
    expect(report.tables[0]).toMatchObject({
      fidelity: 'cell-exact',
      otherForm: [
        { column: '姓名', cells: 0 },
        { column: '手机号', cells: 1 },
        { column: '地址', cells: 1 },
        { column: '消费', cells: 1 },
      ].filter(({ cells }) => cells > 0),
    })
    const restored = await restore(folder().at('a.deed'), folder().at('out'))
    expect(restored.tables[0]).toMatchObject({ fidelity: 'cell-exact', missing: [], rows: 3 })
    const { pseudonymOf } = await pseudonyms()
    expect(readFileSync(folder().at('out', 'members.csv'), 'utf8')).toBe(
      '\ufeffsep=;\r\n编号;姓名;手机号;生日;地址;消费;备注\r\n' +
        `${pseudonymOf('M-0000001')};王*明;138****8000;1988;浙江省杭州市;1000..;a\r\n` +
        `${pseudonymOf('M-0000002')};李*;+86 139-****-9000;;上海市;"";"b;\r\nc"\r\n` +
        `${pseudonymOf('M-0000003')};C***** 张*;C****r;1988;*;*;d\r\n`,
    )
  })

  /** What the key file makes of a text, by the page alone. */
  async function pseudonyms() {
    const { key } = JSON.parse(readFileSync(folder().at('members.secret'), 'utf8'))
    const { change } = await import('../actions/change.ts')
    const bytes = Buffer.from(key, 'base64')
    return {
      key,
      pseudonymOf: (text: string) => change(text, 'pseudonymise:hmac-sha256:members', bytes).text,
    }
  }

  it('leave nothing of their cells in any block that anybody opens', async () => {
    await sealMembers()
    const [seller, buyer] = [await party('seller'), await party('buyer')]
    const { segments } = await openWhole(folder().at('a.deed'), { from: seller.card, key: buyer.key })
    expect(segments.filter(({ kind }) => kind === 'cells')).toHaveLength(7)
    expect(segments.flatMap(({ bytes }) => findLeaks(bytes, GONE))).toEqual([])
    // The page that finds nothing finds what is there.
    expect(segments.flatMap(({ bytes }) => findLeaks(bytes, ['138****8000']))).toEqual(['138****8000'])
    const sources = segments.filter(({ kind }) => kind === 'source').map(({ column }) => column)
    expect(sources.filter((column) => column < 6)).toEqual([])
    expect(findLeaks(readFileSync(folder().at('a.deed')), GONE)).toEqual([])
  })

  it('are called what they are by the manifest, by verifying and by restoring', async () => {
    const { tables } = await sealMembers()
    const done = [
      ['编号', 'pseudonymise', 'pseudonymise:hmac-sha256:members'],
      ['姓名', 'mask', 'mask:name'],
      ['手机号', 'mask', 'mask:phone'],
      ['生日', 'generalise', 'generalise:year'],
      ['地址', 'generalise', 'generalise:city'],
      ['消费', 'generalise', 'generalise:band:0,1000'],
    ].map(([name, action, how]) => ({ name, action, how, stillPersonal: true }))
    const { manifest, changed } = await inspectDeed(folder().at('a.deed'))
    expect(changed).toEqual(done.map((column) => ({ table: 'members', ...column })))
    expect(manifest.critical).toEqual(['actions'])
    expect(manifest.tables[0]?.fidelity).toEqual({ level: 'cell-exact', because: ['columns-changed'] })
    expect(manifest.tables[0]?.columns.slice(0, 6)).toMatchObject(
      done.map(({ stillPersonal, ...said }) => said),
    )
    expect(tables[0]?.columns.slice(0, 6)).toMatchObject(done)
    const verified = await verifyDeed({
      deed: folder().at('a.deed'),
      from: (await party('seller')).card,
      now: NOW,
    })
    expect(verified.exit).toBe(0)
    expect(verified.tables[0]?.changed).toEqual(done)
    const restored = await restore(folder().at('a.deed'), folder().at('out'), { format: 'jsonl' })
    expect(restored.tables[0]?.changed).toEqual(done)
  })

  it('join across tables and later deeds as long as the key is the same', async () => {
    await sealMembers()
    const orders = {
      path: folder().write('orders.csv', 'no,member\n1,M-0000003\n2,M-0000001\n3,\n4,M-0000001\n'),
    }
    const lines = ['pseudonyms: { m: { key: members.secret } }', 'columns:', '  orders:']
    const column = '    member: { type: member-no, action: pseudonymise, key: m }'
    await seal(folder().at('b.deed'), [orders], await request(...lines, '    no: {}', column))
    await restore(folder().at('b.deed'), folder().at('b'))
    const { pseudonymOf } = await pseudonyms()
    expect(readFileSync(folder().at('b', 'orders.csv'), 'utf8')).toBe(
      `no,member\n1,${pseudonymOf('M-0000003')}\n2,${pseudonymOf('M-0000001')}\n3,\n4,${pseudonymOf('M-0000001')}\n`,
    )
  })

  it('keep their key in a file of its owner’s, made once and never changed, and in no deed', async () => {
    const first = await sealMembers()
    expect(first.pseudonymKeys).toEqual([
      { label: 'members', file: folder().at('members.secret'), made: true, compartment: null },
    ])
    const written = readFileSync(folder().at('members.secret'), 'utf8')
    const second = await sealMembers('b.deed')
    expect(second.pseudonymKeys[0]?.made).toBe(false)
    expect(readFileSync(folder().at('members.secret'), 'utf8')).toBe(written)
    const { key } = await pseudonyms()
    expect(await factsOf('a.deed')).toEqual(Array(4).fill({}))
    expect(findLeaks(readFileSync(folder().at('a.deed')), [key])).toEqual([])
  })

  it('give their key to the compartment that the policy names, and to no other', async () => {
    await sealMembers('a.deed', '{ key: members.secret, compartment: contact }')
    const { key } = await pseudonyms()
    expect(await factsOf('a.deed')).toEqual([{}, { pseudonyms: { members: key } }, {}, {}])
    await sealMembers('b.deed', '{ compartment: behaviour }')
    await sealMembers('c.deed', '{ compartment: behaviour }')
    const [fresh, other] = [(await factsOf('b.deed'))[2], (await factsOf('c.deed'))[2]]
    expect(fresh).toEqual({ pseudonyms: { members: expect.stringMatching(/^[\w+/]{43}=$/) } })
    expect(fresh).not.toEqual(other)
  })

  it('give the buyer the key as a file, where it is asked for and was given', async () => {
    await sealMembers('a.deed', '{ key: members.secret, compartment: contact }')
    const silent = await restore(folder().at('a.deed'), folder().at('silent'))
    expect(silent.pseudonymKeys).toEqual([{ label: 'members', compartment: 'contact', file: null }])
    expect(exists(folder().at('silent', 'members.secret'))).toBe(false)
    await restore(folder().at('a.deed'), folder().at('out'), { pseudonymKeys: true })
    const given = await openPseudonymKey(folder().at('out', 'members.secret'))
    expect(given).toMatchObject({ isNew: false, warnings: [] })
    expect(Buffer.from(given.key).toString('base64')).toBe((await pseudonyms()).key)
    await sealMembers('b.deed', '{ key: members.secret }')
    const kept = await restore(folder().at('b.deed'), folder().at('kept'), { pseudonymKeys: true })
    expect(kept.pseudonymKeys).toEqual([])
  })

  /** What the readers of each compartment learn besides its columns. */
  async function factsOf(deed: string): Promise<unknown[]> {
    const [seller, buyer] = [await party('seller'), await party('buyer')]
    const from = seller.card
    await using opened = await openVerifiedDeed(folder().at(deed), { from })
    const identity = assertCanOpen(buyer.key)
    const keys = await openCompartmentKeys(opened, identity, buyer.card.fingerprint)
    return Array.from(keys.opened.values(), ({ facts }) => JSON.parse(facts.text))
  }

  it('leave no new key file behind where sealing fails', async () => {
    const exports = [{ path: folder().write('members.csv', MEMBERS) }]
    const lines = ['pseudonyms: { members: { key: members.secret } }', ...COLUMNS]
    const planned = await request(...lines)
    folder().write('a.deed', 'somebody else’s')
    expect(await codeOf(() => seal(folder().at('a.deed'), exports, planned))).toBe('EXISTS')
    expect(exists(folder().at('members.secret'))).toBe(false)
    // Another run has made one meanwhile: its pseudonyms are others.
    folder().write('members.secret', 'another’s')
    expect(await codeOf(() => seal(folder().at('b.deed'), exports, planned))).toBe('EXISTS')
    expect(exists(folder().at('b.deed'))).toBe(false)
    expect(readFileSync(folder().at('members.secret'), 'utf8')).toBe('another’s')
  })

  it('are changed by what all rows say where the policy names no type, and that is said', async () => {
    const mobile = (at: number): string => `13${String((at * 7_919_317) % 1_000_000_000).padStart(9, '0')}`
    const rows = Array.from({ length: 3000 }, (_, at) => `${at},${at < 1500 ? '' : mobile(at)}`)
    const path = folder().write('m.csv', `no,qwxz\n${rows.join('\n')}\n`)
    const columns = 'columns: { m: { qwxz: { action: mask }, no: { type: row-id } } }'
    const report = await seal(folder().at('m.deed'), [{ path }], await request(columns))
    expect(report.moved).toEqual([
      { table: 'm', column: 'qwxz', from: 'general (mask:text)', to: 'contact (mask:phone)' },
    ])
    const { manifest } = await inspectDeed(folder().at('m.deed'))
    expect(manifest.tables[0]?.columns[1]).toMatchObject({ type: 'mobile', how: 'mask:phone' })
    await restore(folder().at('m.deed'), folder().at('out'))
    const lines = readFileSync(folder().at('out', 'm.csv'), 'utf8').split('\n')
    expect(lines.slice(1500, 1502)).toEqual([
      '1499,',
      `1500,${mobile(1500).replace(/(?<=^.{3}).{4}/, '****')}`,
    ])
  })

  it('of a typed source become texts; null stays null', async () => {
    const path = folder().at('members.db')
    using database = new DatabaseSync(path)
    database.exec(`create table members (mobile integer, spent numeric, note text);
      insert into members values (13800138000, 1234.5, 'a'), (null, null, ''), ('x', 'CANARY', null)`)
    const lines = [
      'columns:',
      '  members:',
      '    mobile: { type: mobile, compartment: contact, action: mask }',
    ]
    const spent = '    spent: { type: amount, compartment: behaviour, action: generalise }'
    const planned = await request(...lines, spent, '    note: { type: free-text, compartment: general }')
    await seal(folder().at('d.deed'), [{ path }], { ...planned, readback: true })
    const { manifest } = await inspectDeed(folder().at('d.deed'))
    expect(manifest.critical).toEqual(['sources', 'actions'])
    expect(manifest.tables[0]?.fidelity.because).toEqual(['columns-changed', 'layout-not-kept'])
    expect(manifest.tables[0]?.columns.map(({ kind, declared }) => [kind, declared])).toEqual([
      ['text', null],
      ['text', null],
      ['text', 'TEXT'],
    ])
    const [seller, buyer] = [await party('seller'), await party('buyer')]
    const { segments } = await openWhole(folder().at('d.deed'), { from: seller.card, key: buyer.key })
    expect(segments.filter(({ column, kind }) => kind === 'tags' && column < 2)).toEqual([])
    await restore(folder().at('d.deed'), folder().at('out'))
    expect(readFileSync(folder().at('out', 'members.csv'), 'utf8')).toBe(
      'mobile,spent,note\n138****8000,1000..<2000,a\n,,""\n****,*,\n',
    )
  })

  it('of JSON lines become texts too; what was absent stays away', async () => {
    const lines = ['{"id":7,"mobile":13800138000}', '{"id":8}', '{"id":9,"mobile":null}', '{"mobile":"x"}']
    const path = folder().write('m.jsonl', `${lines.join('\n')}\n`)
    const columns = '{ mobile: { type: mobile, action: mask }, id: { type: row-id, compartment: general } }'
    const planned = await request(`columns: { m: ${columns} }`)
    await seal(folder().at('j.deed'), [{ path }], { ...planned, readback: true })
    const { tables } = await restore(folder().at('j.deed'), folder().at('out'), { format: 'jsonl' })
    expect(readFileSync(folder().at('out', tables[0]?.file ?? ''), 'utf8').split('\n')).toEqual([
      '{"id":7,"mobile":"138****8000"}',
      '{"id":8}',
      '{"id":9,"mobile":null}',
      '{"mobile":"****"}',
      '',
    ])
  })
})
