import { chmodSync, lstatSync, readFileSync, statSync, symlinkSync, writeFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { COLUMN_TYPES } from '../../src/classify/index.ts'
import { parsePolicy } from '../../src/policy/index.ts'
import { converse } from './converse.ts'
import { Desk } from './run-cli.ts'

const NAMES = ['alpha one', 'beta two thing', 'gamma three']
const MEMBERS = `姓名,手机号,qwxz,生日,备注
张伟,13800138000,${NAMES[0]},1990-01-02,喜欢少糖
李娜,13900139001,${NAMES[1]},1991-03-04,少糖
王芳,13700137003,${NAMES[2]},1985-12-12,
`
/** 手机号 under another name, mails in the place of what nobody knew, 生日 gone, 身份证号 new. */
const CHANGED = `姓名,联系手机,qwxz,身份证号,备注
张伟,13800138000,a@example.com,110101199003074514,喜欢少糖
李娜,13900139001,bb@example.com,110101199003074514,少糖
王芳,13700137003,c@example.com,110101199003074514,
`

class Office extends Desk {
  constructor(csv = MEMBERS) {
    super()
    this.export(csv)
  }

  export(csv: string): void {
    writeFileSync(this.path('members.csv'), csv)
  }

  review(answers: Parameters<typeof converse>[2], ...words: string[]) {
    return converse(this, ['review', 'members.csv', '--policy', 'p.yaml', ...words], answers)
  }

  get text(): string {
    return readFileSync(this.path('p.yaml'), 'utf8')
  }

  set text(text: string) {
    writeFileSync(this.path('p.yaml'), text)
  }

  entry(column: string, table = 'members') {
    return parsePolicy(Buffer.from(this.text), 'p.yaml').columns.get(table)?.get(column)
  }

  /** What the classifier took 'qwxz' for, which nobody could say. */
  async guess(): Promise<string> {
    const { stdout } = await converse(this, ['classify', 'members.csv', '--json'], [])
    return JSON.parse(stdout).tables[0].columns[2].type
  }

  async differences(): Promise<unknown[]> {
    const { stdout } = await converse(this, ['classify', 'members.csv', '--policy', 'p.yaml', '--json'], [])
    return JSON.parse(stdout).differences
  }
}

describe('a review', () => {
  it('makes a policy, asks about what is unsure only, and has nothing to ask the next time', async () => {
    using office = new Office()
    const made = await office.review(['', ''])
    expect(made.exit).toBe(0)
    expect(made.stderr).toContain('[1/1] column "qwxz"')
    expect(made.stderr).toContain('    - neither header nor cells decide')
    const guess = await office.guess()
    expect(office.entry('qwxz')).toMatchObject({ type: guess, found: { type: guess } })
    expect(office.text).not.toContain('unsure: yes }')
    const before = office.text
    const again = await office.review([''])
    expect([again.exit, office.text]).toEqual([0, before])
    expect(await office.differences()).toEqual([])
  })

  it('asks for exports and policy where they are missing', async () => {
    using office = new Office()
    const asked = await converse(office, ['review'], ['members.csv', '', '', ''])
    expect(asked.exit).toBe(0)
    expect(asked.stderr).toContain('datadeed review members.csv --policy datadeed.yaml')
    expect(office.files()).toEqual(['datadeed.yaml', 'members.csv'])
  })

  it('changes type, compartment and action by number, name or a part of it', async () => {
    using office = new Office()
    const own = 'version: 1\ncompartments: { vip: {} }\n'
    office.text = own
    const answers = ['', 't', 'health-d', 'c', '8', 'a', 'drop', '', '']
    const changed = await office.review(answers)
    expect(changed.exit).toBe(0)
    expect(office.text.startsWith(own)).toBe(true)
    expect(office.entry('qwxz')).toMatchObject({
      type: 'health-data',
      compartment: 'vip',
      action: 'drop',
      found: { type: await office.guess() },
    })
    // A correction alarms nobody afterwards.
    expect(await office.differences()).toEqual([])
  })

  it('offers every action there is, and says what fits a part of a word', async () => {
    using office = new Office()
    const told = await office.review(['a', 'nonsense', '', 't', 'address', 'business-address', '', ''])
    for (const action of ['seal', 'drop', 'mask']) expect(told.questions.join('\n')).toContain(action)
    expect(told.questions.join('\n')).not.toContain('pseudonymise')
    const several = COLUMN_TYPES.filter((type) => type.includes('address'))
    expect(told.questions.join('\n')).toContain(several.join(', '))
    expect(office.entry('qwxz')).toMatchObject({ type: 'business-address', compartment: 'general' })
  })

  it('asks about everything that has changed, and sealing finds nothing after that', async () => {
    using office = new Office()
    await office.review(['', ''])
    office.text = office.text
      .replace('columns:', '# mine\ncolumns: # by table')
      .replace('unreviewed: refuse', 'unreviewed: seal-strict')
    office.export(CHANGED)
    expect(await office.differences()).toHaveLength(4)
    const reviewed = await office.review(['', '', '', '', ''])
    expect(reviewed.exit).toBe(0)
    expect(reviewed.stderr).toContain('"手机号" is gone and this one is new')
    expect([...(parsePolicy(Buffer.from(office.text), 'p').columns.get('members')?.keys() ?? [])]).toEqual([
      '姓名',
      '联系手机',
      'qwxz',
      '身份证号',
      '备注',
    ])
    expect(office.entry('qwxz')).toMatchObject({ type: 'email', compartment: 'contact' })
    expect(office.text).toContain('# mine\ncolumns: # by table')
    expect(await office.differences()).toEqual([])
  })

  it('keeps what the policy says where a person prefers it, and takes two columns for two', async () => {
    using office = new Office()
    await office.review(['', ''])
    const guess = await office.guess()
    office.export(CHANGED)
    // Not renamed; new: agree; old: take out; then keep, agree, take out.
    const reviewed = await office.review(['n', '', '', 'k', '', '', ''])
    expect(reviewed.exit).toBe(0)
    expect(office.entry('qwxz')).toMatchObject({ type: guess, found: { type: 'email' } })
    expect(office.entry('联系手机')).toMatchObject({ type: 'mobile' })
    expect(office.entry('手机号')).toBeUndefined()
    expect(await office.differences()).toEqual([])
  })

  it('goes back, skips, and stops with what is decided', async () => {
    using office = new Office()
    await office.review(['', ''])
    office.export(CHANGED)
    const before = office.text
    const none = await office.review(['q'])
    expect([none.exit, office.text]).toEqual([0, before])
    expect(none.stdout).toContain('4 questions are left')
    const some = await office.review(['s', 's', 'b', '', 'q'])
    expect(some.exit).toBe(0)
    expect(office.entry('qwxz')).toMatchObject({ type: 'email' })
    expect(office.entry('手机号')).toBeDefined()
    const end = await office.review(['', '', '', 'b', 's', ''])
    expect(end.exit).toBe(0)
    expect(office.entry('生日')).toBeDefined()
    expect(await office.differences()).toMatchObject([{ kind: 'gone', column: '生日' }])
  })

  it('changes whatever column a person names, though datadeed is sure of it', async () => {
    using office = new Office()
    const changed = await office.review([
      '',
      'l',
      '备',
      'c',
      'special',
      '',
      'nothing',
      '1',
      'a',
      'drop',
      '',
      '',
    ])
    expect(changed.exit).toBe(0)
    expect(office.entry('备注')).toMatchObject({ compartment: 'special' })
    expect(office.entry('姓名')).toMatchObject({ action: 'drop' })
  })

  it('takes in a table that the policy does not name, and asks about what is unsure in it', async () => {
    using office = new Office()
    office.text = 'version: 1\ncolumns:\n  orders:\n    no: {}\n'
    const skipped = await office.review(['s'])
    expect([skipped.exit, office.entry('姓名')]).toEqual([0, undefined])
    const taken = await office.review(['', 't', 'sku', '', ''])
    expect(taken.exit).toBe(0)
    expect(office.entry('手机号')).toMatchObject({ type: 'mobile', found: { type: 'mobile' } })
    expect(office.entry('qwxz')).toMatchObject({ type: 'sku' })
    expect(office.entry('no', 'orders')).toBeDefined()
    expect(await office.differences()).toEqual([])
  })

  it('speaks Chinese', async () => {
    using office = new Office()
    const told = await office.review(['m', '', ''], '--lang', 'zh-CN')
    expect(told.exit).toBe(0)
    expect(told.stderr).toContain('没有把握')
    expect(office.text).toContain('请核对')
  })
})

describe('the cells in a review', () => {
  it('are shown on request only, and then only their forms', async () => {
    using office = new Office()
    const shown = await office.review(['m', '', '手机号', 'm', '', '备注', 'm', '', ''])
    expect(shown.exit).toBe(0)
    expect(shown.stderr).toContain('xxxx xxx xxxxx')
    expect(shown.stderr).toContain('1*********')
    expect(shown.stderr).toContain('字字字字')
    const silent = await office.review([''])
    expect(silent.stderr).not.toContain('***')
    const cells = [
      ...NAMES,
      ...MEMBERS.split('\n')
        .slice(1)
        .flatMap((line) => line.split(',')),
    ].filter((cell) => cell.length > 1)
    for (const told of [shown.stderr, shown.stdout, shown.questions.join('\n'), office.text]) {
      for (const cell of cells) expect(told).not.toContain(cell)
    }
    for (const told of [shown.stdout, office.text]) expect(told).not.toMatch(/\*\*|xxx|字字/)
  })
})

describe('a review that does not come to its end', () => {
  it('asks nothing without a terminal, or for a document, and says what to do', async () => {
    using office = new Office()
    const alone = await office.run(['review', 'members.csv', '--policy', 'p.yaml'])
    expect(alone.exit).toBe(2)
    expect(alone.stderr).toContain('--write-policy')
    const document = await office.review([], '--json')
    expect(document.exit).toBe(2)
    expect(JSON.parse(document.stdout)).toMatchObject({ ok: false, error: { code: 'USAGE' } })
    expect(office.files()).toEqual(['members.csv'])
  })

  it('leaves the file as it was when it is interrupted', async () => {
    using office = new Office()
    await office.review(['', ''])
    office.export(CHANGED)
    const before = office.text
    const interrupted = await office.review([
      '',
      () => {
        throw new Error('interrupted')
      },
    ])
    expect(interrupted.exit).not.toBe(0)
    expect(office.text).toBe(before)
    expect(office.files()).toEqual(['members.csv', 'p.yaml'])
  })

  it('keeps what somebody else writes into the file meanwhile', async () => {
    using office = new Office()
    await office.review(['', ''])
    office.export(CHANGED)
    const edit = () => {
      office.text = office.text.replace('version: 1', '# meanwhile\nversion: 1')
      return ''
    }
    expect((await office.review([edit, '', '', '', ''])).exit).toBe(0)
    expect(office.text).toContain('# meanwhile')
    expect(office.entry('联系手机')).toBeDefined()
  })

  it('refuses to write into what is no policy any more, and leaves it alone', async () => {
    using office = new Office()
    await office.review(['', ''])
    office.export(CHANGED)
    const broken = `version: 1\nunreviewed: perhaps\n`
    const breakIt = () => {
      office.text = broken
      return ''
    }
    expect((await office.review([breakIt, '', '', '', ''])).exit).toBe(3)
    expect(office.text).toBe(broken)
    expect(office.files()).toEqual(['members.csv', 'p.yaml'])
  })

  it.skipIf(process.platform === 'win32')(
    'writes through a link, for the same readers as before',
    async () => {
      using office = new Office()
      await office.review(['', ''])
      symlinkSync('p.yaml', office.path('link.yaml'))
      const words = ['review', 'members.csv', '--policy', 'link.yaml']
      for (const [mode, action] of [
        [0o600, 'drop'],
        [0o644, 'seal'],
      ] as const) {
        chmodSync(office.path('p.yaml'), mode)
        expect((await converse(office, words, ['备注', 'a', action, '', ''])).exit).toBe(0)
        expect(statSync(office.path('p.yaml')).mode & 0o777).toBe(mode)
        expect(office.entry('备注')).toMatchObject({ action })
      }
      expect(lstatSync(office.path('link.yaml')).isSymbolicLink()).toBe(true)
    },
  )

  it('refuses an export in the place of a policy', async () => {
    using office = new Office()
    const words = ['review', 'members.csv', '--policy', 'members.csv']
    expect((await converse(office, words, [])).exit).toBe(2)
  })
})

describe('classify --policy', () => {
  it('says clearly when nothing differs', async () => {
    using office = new Office()
    await office.review(['', ''])
    const same = await converse(office, ['classify', 'members.csv', '--policy', 'p.yaml'], [])
    expect([same.exit, same.stdout]).toEqual([0, 'Nothing differs from p.yaml.\n'])
    const { stdout } = await converse(office, ['classify', 'members.csv', '--policy', 'p.yaml', '--json'], [])
    expect(JSON.parse(stdout)).toEqual({
      schemaVersion: 1,
      ok: true,
      policy: 'p.yaml',
      reviews: true,
      differs: false,
      refused: 0,
      differences: [],
      unsure: [],
      notes: [],
    })
  })

  it('shows only what differs, each with what it was, is, and does to sealing', async () => {
    using office = new Office()
    await converse(office, ['classify', 'members.csv', '--write-policy', 'p.yaml'], [])
    const guess = await office.guess()
    office.export(CHANGED)
    const { stdout } = await converse(office, ['classify', 'members.csv', '--policy', 'p.yaml', '--json'], [])
    expect(JSON.parse(stdout)).toMatchObject({
      refused: 4,
      unsure: [{ table: 'members', column: 'qwxz' }],
      differences: [
        { kind: 'renamed', column: '联系手机', was: '手机号', outcome: 'refused' },
        {
          kind: 'type',
          column: 'qwxz',
          before: { type: guess },
          now: { type: 'email', sensitive: true },
        },
        { kind: 'new', column: '身份证号', before: null },
        { kind: 'gone', column: '生日', now: null },
      ],
    })
    const text = await converse(office, ['classify', 'members.csv', '--policy', 'p.yaml'], [])
    expect(text.stdout).toContain('手机号 → 联系手机')
    expect(text.stdout).not.toContain('姓名')
    expect(text.stdout + stdout).not.toContain('example.com')
  })
})

describe('seal --policy', () => {
  it('stops where the exports have changed, unless told to seal strictly, and warns of what nobody looked at', async () => {
    using office = new Office()
    await converse(office, ['keygen', 'shop', '--no-passphrase'], [])
    const { digits } = JSON.parse(
      (await converse(office, ['card', 'show', 'shop.card', '--json'], [])).stdout,
    ).card
    await converse(office, ['classify', 'members.csv', '--write-policy', 'p.yaml'], [])
    const guess = await office.guess()
    office.export(CHANGED)
    const parties = ['--key', 'shop.key', '--to', 'shop.card', '--confirm', digits]
    const words = ['seal', 'members.csv', ...parties, '-o', 'a.deed', '--json']
    const refused = await converse(office, [...words, '--policy', 'p.yaml'], [])
    expect(refused.exit).toBe(14)
    expect(JSON.parse(refused.stdout).error.message).toMatch(
      /(?=[\s\S]*身份证号)(?=[\s\S]*联系手机)(?=[\s\S]*qwxz)(?=[\s\S]*生日)/,
    )
    expect(refused.stderr).toContain('unsure: yes')
    const classified = await converse(
      office,
      [...words, '--policy', 'p.yaml', '--unreviewed', 'classify'],
      [],
    )
    expect(classified.exit).toBe(14)
    expect(office.files()).not.toContain('a.deed')
    const alone = await converse(office, [...words, '--unreviewed', 'seal-strict'], [])
    expect(alone.exit).toBe(2)
    const strict = await converse(office, [...words, '--policy', 'p.yaml', '--unreviewed', 'seal-strict'], [])
    expect(strict.exit).toBe(0)
    expect(JSON.parse(strict.stdout).drift).toMatchObject([
      { kind: 'renamed', column: '联系手机', was: '手机号', compartment: 'special', outcome: 'strict' },
      { kind: 'type', column: 'qwxz', before: guess, now: 'email', compartment: 'special' },
      { kind: 'new', column: '身份证号', compartment: 'special' },
      { kind: 'gone', column: '生日', compartment: null, outcome: 'noted' },
    ])
  })
})
