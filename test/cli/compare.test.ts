import { appendFileSync, copyFileSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type CompareReport, compareDeed } from '../../src/restore/index.ts'
import { layOutKeys, type Words } from '../hostile/command-line.ts'
import { codeOf, party, policy, seal } from '../hostile/make-deed.ts'
import { runWords } from '../inputs/run-words.ts'
import { Desk } from './run-cli.ts'

const MEMBERS = [
  'id,name,phone,note',
  '1,王丽华,13800138000,',
  '2,李建国,13912345678,""',
  '3,"a, b",13700000007,=1+1',
  '',
]
const JSONL = '{"id":1,"name":"a","tags":["x"]}\n{"id":2,"name":null}\n{"id":"2","name":"b","tags":[]}\n'

describe('datadeed compare', () => {
  const desk = new Desk()
  const at = (name: string): string => desk.path(name)
  let words: Words
  let compare: (target: string, ...more: string[]) => ReturnType<typeof runWords>
  let asAdvisor: (target: string, ...more: string[]) => ReturnType<typeof runWords>
  /** A folder like the restored one, but for one file. */
  const changed = (name: string, file: string, text: string): string => {
    mkdirSync(at(name), { recursive: true })
    for (const own of ['members.csv', 'events.jsonl']) copyFileSync(at(`out/${own}`), at(`${name}/${own}`))
    writeFileSync(at(`${name}/${file}`), text)
    return at(name)
  }
  const lines = (...at: readonly (readonly [number, string])[]): string =>
    MEMBERS.map((line, place) => at.find(([one]) => one === place)?.[1] ?? line).join('\n')

  beforeAll(async () => {
    words = await layOutKeys(desk)
    writeFileSync(at('members.csv'), MEMBERS.join('\n'))
    writeFileSync(at('events.jsonl'), JSONL)
    const reader = [
      'compartments: {contact: {readers: [advisor]}, general: {readers: [buyer, advisor]}}',
      'columns:',
      '  members: {id: {compartment: general}, name: {compartment: contact}, phone: {compartment: contact}, note: {compartment: general}}',
      '  events: {id: {compartment: general}, name: {compartment: general}, tags: {compartment: general}}',
    ]
    const advisor = await party('advisor')
    const exports = [{ path: at('members.csv'), encoding: 'utf-8' as const }, { path: at('events.jsonl') }]
    await seal(at('a.deed'), exports)
    await seal(at('parts.deed'), exports, { policy: policy(...reader), trusted: [advisor.card] })
    expect((await runWords(desk, words.restore(at('a.deed'), at('out')))).exit).toBe(0)
    const reading = [...words.verify('').slice(2), '--workers', '1']
    compare = (target, ...more) => runWords(desk, ['compare', at('a.deed'), target, ...reading, ...more])
    asAdvisor = (target, ...more) =>
      runWords(desk, ['compare', at('parts.deed'), target, ...reading, ...more])
    expect((await runWords(desk, words.restore(at('parts.deed'), at('parts')))).exit).toBe(0)
  })
  afterAll(() => desk[Symbol.dispose]())

  const told = (text: string): string[] =>
    text
      .replaceAll(desk.folder, '~')
      .replace(/\d+(?:\.\d+)? s$/m, '0 s')
      .split('\n')
      .filter((line) => line !== '')

  it('says of a restored folder that it is the same, byte for byte', async () => {
    const { stdout, stderr, exit } = await compare(at('out'))
    expect({ exit, stdout: told(stdout), stderr: told(stderr) }).toEqual({
      exit: 0,
      stdout: [
        'the same: ~/out holds what ~/a.deed holds, 6 rows, 0 s',
        '  table    in the target  rows sealed  rows there  same  different  missing  extra',
        '  members  members.csv              3           3     3          0        0      0',
        '  events   events.jsonl             3           3     3          0        0      0',
        '  members: the same, byte for byte',
        '  events: the same, byte for byte',
        expect.stringMatching(/^ {2}opened: /),
      ],
      stderr: ['next: keep this result with the deed; the target holds customer data in the clear'],
    })
    expect((await compare(at('out'), '--lang', 'zh-CN')).stdout).toContain('members：逐字节一致')
  })

  it('names a changed cell, a NULL that is the empty text now, and where; no value of either', async () => {
    const target = changed(
      'cells',
      'members.csv',
      lines([1, '1,王丽华,13800138099,""'], [3, '3,"a, b",x,=1+1']),
    )
    const { stdout, stderr, exit } = await compare(target)
    expect({ exit, stdout: told(stdout), stderr: told(stderr) }).toEqual({
      exit: 5,
      stdout: [
        'DIFFERENT: ~/cells is not what ~/a.deed holds, 6 rows compared, 0 s',
        '  table    in the target  rows sealed  rows there  same  different  missing  extra',
        '  members  members.csv              3           3     1          2        0      0',
        '  events   events.jsonl             3           3     3          0        0      0',
        '  ! members: column "phone": 2 cells differ',
        '  ! members: column "note": 1 cell differs (1 empty in the deed and "" in the target)',
        '      row 1 (row 1 of the target) differs in phone, note',
        '      row 3 (row 3 of the target) differs in phone',
        '  events: the same, byte for byte',
        expect.stringMatching(/^ {2}opened: /),
      ],
      stderr: [
        'error: "~/cells" is not what "~/a.deed" holds',
        'hint:  --show-masked shows the first cells that differ, masked',
        expect.stringMatching(/^hint: {2}find out what changed these rows/),
      ],
    })
    expect(stdout + stderr).not.toMatch(/1380013|13700000007|王/)
    const { ok, error, tables } = JSON.parse((await compare(target, '--json', '--show-masked')).stdout)
    expect({ ok, code: error.code, exit: error.exit }).toEqual({ ok: false, code: 'DIFFERENT', exit: 5 })
    const place = { deedRow: 1, targetRow: 1 }
    expect(tables[0].masked.slice(0, 2)).toEqual([
      { column: 'phone', ...place, deed: '138****8000', target: '138****8099' },
      { column: 'note', ...place, deed: null, target: '' },
    ])
    expect(tables[0]).toMatchObject({
      equal: false,
      by: 'cells',
      rows: {
        different: 2,
        columns: [
          { column: 'phone', cells: 2, nullToEmpty: 0, emptyToNull: 0 },
          { column: 'note', cells: 1, nullToEmpty: 1, emptyToNull: 0 },
        ],
        places: [
          { kind: 'different', deedRow: 1, targetRow: 1, columns: ['phone', 'note'] },
          { kind: 'different', deedRow: 3, targetRow: 3, columns: ['phone'] },
        ],
      },
    })
  })

  it('takes another order of the rows for the same, says so, and differs with --in-order', async () => {
    const target = changed('order', 'members.csv', lines([1, MEMBERS[3] ?? ''], [3, MEMBERS[1] ?? '']))
    const any = await compare(target)
    expect([any.exit, any.stdout.includes('members: the same, cell for cell')]).toEqual([0, true])
    expect(any.stdout).toContain('members: the rows stand in another order, from row 1 of the target on')
    const inOrder = await compare(target, '--in-order')
    expect([inOrder.exit, inOrder.stderr.includes('leave out --in-order')]).toEqual([5, true])
  })

  it('reads a file of another dialect and encoding, and says that only its writing differs', async () => {
    const text = MEMBERS.join('\r\n').replaceAll(',', ';').replace('a; b', 'a, b')
    writeFileSync(at('renamed.csv'), Buffer.from(text, 'utf16le'))
    const flags = ['--encoding', 'utf-16le', '--table', 'members=renamed.csv']
    const { exit, stdout } = await compare(at('renamed.csv'), ...flags)
    expect([exit, stdout.includes('members: the same, cell for cell')]).toEqual([0, true])
    expect(stdout).toContain('members: no cell differs, but the file is written otherwise')
    expect(stdout).toContain('not compared: events')
  })

  it('names tables and columns that are missing, too many, or moved', async () => {
    const moved = MEMBERS.map((line) => line.replace(/^(\w+),(.*)$/, '$2,$1')).join('\n')
    const column = await compare(changed('moved', 'members.csv', moved))
    expect([column.exit, column.stdout.includes('! members: stands in another place: id')]).toEqual([5, true])
    const fewer = MEMBERS.map((line) => line.replace(/,[^,]*$/, line === MEMBERS[0] ? ',more' : ',x')).join(
      '\n',
    )
    const target = changed('columns', 'members.csv', fewer)
    rmSync(at('columns/events.jsonl'))
    writeFileSync(at('columns/others.csv'), 'a,b\n1,2\n')
    const { exit, stdout, stderr } = await compare(target)
    expect(exit).toBe(5)
    for (const sentence of [
      '! members: not in the target: note',
      '! members: only in the target: more',
      '! table "events" is not in the target',
      '! not of this deed, but in the target: others.csv',
    ])
      expect(stdout).toContain(sentence)
    expect(stderr).toContain('--table DEEDTABLE=TARGETTABLE')
  })

  it('tells null, an absent member and kinds apart where both sides can, and says where not', async () => {
    const other = JSONL.replace('"name":null', '"name":null,"tags":null').replace('"id":"2"', '"id":2')
    const told = await compare(changed('kind', 'events.jsonl', other))
    expect([told.exit, told.stdout.includes('events: column "tags": 1 cell differs')]).toEqual([5, true])
    expect(told.stdout).toContain('events: column "id": 1 cell differs')
    const spaced = await compare(changed('spaced', 'events.jsonl', JSONL.replaceAll('":', '": ')))
    expect([spaced.exit, spaced.stdout.includes('written otherwise')]).toEqual([0, true])
    rmSync(at('kind/events.jsonl'))
    writeFileSync(at('kind/events.csv'), 'id,name,tags\n1,a,"[""x""]"\n2,,\n2,b,[]\n')
    const { exit, stdout } = await compare(at('kind'))
    expect([exit, stdout.includes('does not know an absent member from null')]).toEqual([0, true])
    expect(stdout).toContain('whether a cell is a number, a text or JSON was not compared')
  })

  it('undoes what --spreadsheet-safe did to a restored folder, and takes it for nothing else (G12)', async () => {
    const safe = [...words.restore(at('a.deed'), at('safe')), '--spreadsheet-safe']
    expect((await runWords(desk, safe)).exit).toBe(0)
    expect(readFileSync(at('safe/members.csv'), 'utf8')).toContain("'=1+1")
    expect([
      (await compare(at('safe'))).exit,
      (await compare(at('safe'), '--spreadsheet-safe')).exit,
    ]).toEqual([5, 0])
    const shuffled = readFileSync(at('safe/members.csv'), 'utf8').split('\n')
    writeFileSync(at('safe/members.csv'), [shuffled[0], shuffled[3], shuffled[1], shuffled[2], ''].join('\n'))
    expect((await compare(at('safe'), '--spreadsheet-safe')).exit).toBe(0)
  })

  it('compares the part that a reader has, joined on the row number in any order', async () => {
    const whole = await asAdvisor(at('parts'))
    expect([whole.exit, whole.stdout.includes('members: the same, byte for byte')]).toEqual([0, true])
    expect(whole.stdout).toContain(
      'members: not compared, because their compartments are not opened or not asked for: name, phone',
    )
    const [head, ...rows] = readFileSync(at('parts/members.csv'), 'utf8').trimEnd().split('\n')
    expect(head).toBe('datadeed_row,id,note')
    writeFileSync(at('parts/members.csv'), `${[head, ...rows.reverse()].join('\n')}\n`)
    expect((await asAdvisor(at('parts'))).exit).toBe(0)
    writeFileSync(
      at('parts/members.csv'),
      `${head}\n${rows.map((row) => row.replace(/,[^,]*$/, ',z')).join('\n')}\n`,
    )
    const { tables } = JSON.parse((await asAdvisor(at('parts'), '--json')).stdout)
    expect(tables[0].rows).toMatchObject({ different: 3, missing: 0, pairedBy: 'key' })
    const only = await asAdvisor(at('out'), '--compartments', 'general')
    expect([only.exit, only.stdout.includes('members: the same, cell for cell')]).toEqual([0, true])
  })

  it('refuses what it cannot do, with what to do instead', async () => {
    const exits: [string[], string][] = [
      [[at('out'), '--table', 'no-such=x'], 'this deed has no table no-such; there are: members, events'],
      [[at('out'), '--match-on', 'nothing'], 'no table that this key opens has these columns'],
      [[at('out'), '--schema', 's'], '--schema is for databases'],
      [[at('a.deed')], 'is named like no table of this deed'],
    ]
    for (const [[target = '', ...more], sentence] of exits) {
      const { exit, stderr } = await compare(target, ...more)
      expect([exit, stderr.includes(sentence)], stderr).toEqual([2, true])
    }
    expect((await compare(at('no-such-folder'))).exit).toBe(10)
    expect((await compare(changed('ragged', 'members.csv', lines([2, '2,b'])))).exit).toBe(3)
  })

  it('refuses a target that changes while it is read, and a deed that is damaged', async () => {
    const [seller, buyer] = [await party('seller'), await party('buyer')]
    const target = changed('changes', 'members.csv', lines([1, MEMBERS[2] ?? ''], [2, MEMBERS[1] ?? '']))
    const request = { deed: at('a.deed'), target, from: seller.card, key: buyer.key, workers: 1 }
    let changes = 0
    const progress = (): void => {
      changes += 1
      if (changes === 1) appendFileSync(at('changes/members.csv'), '4,d,4,\n')
    }
    expect(await codeOf(() => compareDeed({ ...request, progress }))).toBe('CHANGED')
    const bytes = readFileSync(at('a.deed'))
    const place = bytes.indexOf('data/0/0.blocks') + 40
    bytes[place] = (bytes[place] ?? 0) ^ 1
    writeFileSync(at('damaged.deed'), bytes)
    const damaged = (folder: string): Promise<CompareReport> =>
      compareDeed({ ...request, deed: at('damaged.deed'), target: at(folder) })
    expect([await codeOf(() => damaged('out')), await codeOf(() => damaged('order'))]).toEqual([
      'DAMAGED',
      'DAMAGED',
    ])
  })
})
