import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type DecidedColumn, editPolicy, type PolicyEdit, parsePolicy } from '../../src/policy/index.ts'

const BLOCK = `# mine, at the head
version: 1   # one

compartments:            # who may open which
  contact: { readers: [buyer, crm-team] }
  vip: {readers: [buyer]}
columns:                 # by table
  # about members
  会员:
    手机号: { type: mobile, compartment: contact, action: seal }   # mine
    # ? 40 % sure; only 3 values
    备注: { type: category, compartment: general, action: seal, found: category, unsure: yes } # keep me


    "a: b":
      type: email     # inner
      # inner 2
      compartment: contact
      unsure: yes   # look
    no: { compartment: vip }
    last: {}   
  # before star
  '*':
    学员姓名: { compartment: vip }

epochs: { rows: 200, bytes: 64MiB }
# before the end
unreviewed: refuse
# end`
const FLOW = 'version: 1\ncolumns: {会员: {备注: {unsure: yes, type: category}, "x": {}}, o: {}} # all in one'

const entry: DecidedColumn = {
  type: 'free-text-pii',
  compartment: 'identity',
  action: 'drop',
  found: { type: 'person-name', compartment: 'special' },
}
const read = (text: string) => parsePolicy(new TextEncoder().encode(text), 'p')
const edited = (text: string, ...edits: PolicyEdit[]) =>
  editPolicy(text, edits, new Map([['会员', ['备注', '新列', '手机号', 'no', '末列']]]))
const commentsOf = (text: string) => text.match(/#.*/g)
/** Lines of the one that the other lacks. */
const changed = (before: string, after: string) =>
  after.split('\n').filter((line) => !before.split('\n').includes(line))

describe('an edited policy', () => {
  it('keeps every byte where nothing is decided', () => {
    for (const text of [BLOCK, FLOW, BLOCK.replaceAll('\n', '\r\n')]) expect(edited(text)).toBe(text)
  })

  it('changes the settings of one column and takes its mark away', () => {
    const after = edited(BLOCK, { act: 'decide', table: '会员', column: '备注', entry })
    expect(changed(BLOCK, after)).toEqual([
      '    # 40 % sure; only 3 values',
      '    备注: { type: free-text-pii, compartment: identity, action: drop, found: person-name/special } # keep me',
    ])
    expect(read(after).columns.get('会员')?.get('备注')).toMatchObject(entry)
  })

  it('takes away what only another action has, and keeps what its own has', () => {
    const text = (first: string) =>
      `version: 1\npseudonyms: { k: { key: k } }\ncolumns:\n  t:\n    a: { ${first}type: member-no }\n`
    const decide = (action: DecidedColumn['action'], type: DecidedColumn['type']): PolicyEdit => ({
      act: 'decide',
      table: 't',
      column: 'a',
      entry: { ...entry, type, action },
    })
    for (const first of ['action: pseudonymise, key: k, ', 'key: k, action: pseudonymise, ']) {
      const kept = read(editPolicy(text(first), [decide('pseudonymise', 'mobile')], new Map()))
      expect(kept.columns.get('t')?.get('a')).toMatchObject({ action: 'pseudonymise', key: 'k' })
      const sealed = read(editPolicy(text(first), [decide('seal', 'mobile')], new Map()))
      expect(sealed.columns.get('t')?.get('a')).toMatchObject({ action: 'seal', type: 'mobile' })
    }
    const banded = text('to: band, bands: [1, 2], action: generalise, ')
    const masked = read(editPolicy(banded, [decide('mask', 'amount')], new Map()))
    expect(masked.columns.get('t')?.get('a')).toMatchObject({ action: 'mask', type: 'amount' })
  })

  it('keeps the comments of an entry of several lines', () => {
    const after = edited(BLOCK, { act: 'decide', table: '会员', column: 'a: b', entry })
    expect(after).toContain(
      '      type: free-text-pii     # inner\n      # inner 2\n      compartment: identity\n      action: drop\n      found: person-name/special\n    no:',
    )
    expect(read(after).columns.get('会员')?.get('a: b')).toMatchObject(entry)
  })

  it('puts a new column where the export has it', () => {
    const after = edited(
      BLOCK,
      { act: 'decide', table: '会员', column: '新列', entry },
      { act: 'decide', table: '会员', column: '末列', entry },
    )
    expect([...(read(after).columns.get('会员')?.keys() ?? [])]).toEqual([
      '手机号',
      '备注',
      '新列',
      'a: b',
      'no',
      '末列',
      'last',
    ])
    expect(commentsOf(after)).toEqual(commentsOf(BLOCK))
  })

  it('renames a column in its place', () => {
    const rename = { act: 'rename', table: '会员', column: '手机号', to: 'Phone No.', entry } as const
    const after = edited(BLOCK, rename)
    expect([...(read(after).columns.get('会员')?.keys() ?? [])][0]).toBe('Phone No.')
    expect(read(after).columns.get('会员')?.get('Phone No.')).toMatchObject(entry)
    expect(commentsOf(after)).toEqual(commentsOf(BLOCK))
  })

  it('takes a column out with its line, and leaves an empty table when it was the last', () => {
    const after = edited(BLOCK, { act: 'remove', table: '会员', column: 'a: b' })
    expect(changed(BLOCK, after)).toEqual([])
    expect(read(after).columns.get('会员')?.has('a: b')).toBe(false)
    const star = edited(BLOCK, { act: 'remove', table: '*', column: '学员姓名' })
    expect(read(star).columns.get('*')?.size).toBe(0)
    const marked = edited(BLOCK, { act: 'remove', table: '会员', column: '备注' })
    expect(marked).not.toContain('40 % sure')
  })

  it('makes the table, and the list of tables, where they are missing', () => {
    const one: PolicyEdit = { act: 'decide', table: '订单 2', column: 'no', entry }
    for (const text of [
      'version: 1',
      'version: 1\ncolumns: {}\n',
      FLOW,
      BLOCK,
      'version: 1\r\nunreviewed: refuse\r\n',
    ]) {
      const after = edited(text, one, { ...one, column: '金额' })
      expect([...(read(after).columns.get('订单 2') ?? [])]).toMatchObject([
        ['no', entry],
        ['金额', entry],
      ])
    }
    expect(
      read(edited(FLOW, { ...one, table: 'o' }))
        .columns.get('o')
        ?.get('no'),
    ).toMatchObject(entry)
  })

  it('is read back as what was decided, whatever stood there before', () => {
    const header = fc.constantFrom('备注', '手机号', 'a: b', 'no', 'last', 'x', '新列', '末列', '"q"', "it's")
    const edit = fc.record({
      act: fc.constantFrom('decide', 'rename', 'remove'),
      table: fc.constantFrom('会员', '*', 'o', 'new'),
      column: header,
    })
    const edits = fc.uniqueArray(edit, {
      maxLength: 6,
      selector: ({ table, column }) => `${table}.${column}`,
    })
    const text = fc.constantFrom(BLOCK, FLOW, BLOCK.replaceAll('\n', '\r\n'), 'version: 1')
    fc.assert(
      fc.property(text, edits, (before, chosen) => {
        const rules = read(before).columns
        const known = chosen.filter(
          ({ act, table, column }) => act === 'decide' || rules.get(table)?.has(column),
        )
        const list = known.map(
          ({ act, table, column }): PolicyEdit =>
            act === 'rename'
              ? { act, table, column, to: `${column} new`, entry }
              : act === 'remove'
                ? { act, table, column }
                : { act: 'decide', table, column, entry },
        )
        const after = read(edited(before, ...list)).columns
        for (const each of list) {
          const table = after.get(each.table)
          if (each.act !== 'decide') expect(table?.has(each.column)).toBe(false)
          if (each.act !== 'remove')
            expect(table?.get(each.act === 'rename' ? each.to : each.column)).toMatchObject(entry)
        }
        for (const [table, columns] of rules) {
          for (const [column, rule] of columns) {
            if (list.some((each) => each.table === table && each.column === column)) continue
            const { line: _, ...kept } = rule
            expect(after.get(table)?.get(column)).toMatchObject(kept)
          }
        }
      }),
      { numRuns: 300 },
    )
  })
})
