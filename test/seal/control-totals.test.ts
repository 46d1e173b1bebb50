import { statSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { unwrap } from '../../src/crypto/index.ts'
import { openCompartmentKeys, openVerifiedDeed } from '../../src/deed/index.ts'
import { realFileSystem } from '../../src/files/index.ts'
import { assertCanOpen } from '../../src/identity/index.ts'
import { verifyDeed } from '../../src/verify/index.ts'
import { codeOf, exists, NOW, party, policy, refusal, seal, useFolder } from '../hostile/make-deed.ts'

const ROWS = 'id,balance,points\n1,"1,000.50",3\n2,,\n3,-0.5,none\n'

describe('control totals', () => {
  const folder = useFolder()
  const exports = (name = 'members.csv') => [{ path: folder().write(name, ROWS) }]

  /** The facts of all compartments, as the buyer opens them. */
  async function factsOf(deed: string): Promise<unknown[]> {
    const [seller, buyer] = [await party('seller'), await party('buyer')]
    const { fingerprint } = buyer.card
    await using opened = await openVerifiedDeed(folder().at(deed), { from: seller.card })
    const keys = await openCompartmentKeys(opened, assertCanOpen(buyer.key), fingerprint)
    return [...keys.opened.values()].map(({ facts }) => JSON.parse(facts.text))
  }

  it('stand in the facts of their column’s compartment, exact, with what was summed up', async () => {
    const report = await seal(folder().at('a.deed'), exports(), {
      policy: policy(
        'drift: names',
        'pseudonyms: { keys: { compartment: identity } }',
        'columns:',
        '  members:',
        '    id: { type: member-no, compartment: identity, action: pseudonymise, key: keys }',
        '    balance: { type: amount, compartment: financial, total: yes }',
        '    points: { type: amount, compartment: identity }',
      ),
      controlTotals: ['members.points'],
    })
    expect(report.controlTotals).toEqual([
      { table: 'members', column: 'balance', compartment: 'financial', amounts: 2, empty: 1, other: 0 },
      { table: 'members', column: 'points', compartment: 'identity', amounts: 1, empty: 1, other: 1 },
    ])
    const counts = { amounts: 1, empty: 1, other: 1 }
    expect(await factsOf('a.deed')).toEqual([
      {
        pseudonyms: { keys: expect.stringMatching(/=$/) },
        controlTotals: [{ table: 0, column: 2, scale: 0, sum: '3', ...counts }],
      },
      { controlTotals: [{ table: 0, column: 1, scale: 2, sum: '100000', amounts: 2, empty: 1, other: 0 }] },
    ])
  })

  it('are summed up over all slices, whichever thread seals them', async () => {
    const lines = Array.from(
      { length: 60_000 },
      (_, at) => `${at},${at % 100}.${String(at % 90).padStart(2, '0')},x${'y'.repeat(70)}\n`,
    )
    const path = folder().write('big.csv', `id,balance,text\n${lines.join('')}`)
    const cents = lines.reduce((sum, _, at) => sum + (at % 100) * 100 + (at % 90), 0)
    await seal(folder().at('a.deed'), [{ path }], {
      workers: 2,
      controlTotals: ['big.balance'],
      policy: policy(
        'drift: names',
        'columns: { big: { id: { type: member-no, compartment: general }, balance: { type: amount, compartment: general }, text: { type: free-text, action: drop } } }',
      ),
    })
    expect(await factsOf('a.deed')).toMatchObject([
      { controlTotals: [{ sum: String(cents), scale: 2, amounts: 60_000, empty: 0, other: 0 }] },
    ])
    const [seller, buyer] = [await party('seller'), await party('buyer')]
    const report = await verifyDeed({
      deed: folder().at('a.deed'),
      from: seller.card,
      key: buyer.key,
      now: NOW,
      workers: 2,
    })
    expect(report.controlTotals.map(({ answer }) => answer)).toEqual(['agree'])
  })

  it('are only made where somebody asks for them', async () => {
    await seal(folder().at('a.deed'), exports())
    for (const facts of await factsOf('a.deed')) expect(facts).toEqual({})
  })

  it('are refused for what is no column, for two of one name and for a column that is not sealed as it is', async () => {
    const more = {
      policy: policy(
        'drift: names',
        'unreviewed: classify',
        'columns: { members: { points: { action: drop } } }',
      ),
    }
    const sealing = (...controlTotals: string[]) =>
      seal(folder().at('a.deed'), exports(), { ...more, controlTotals })
    const refused = await refusal(() =>
      sealing('members.nope', 'members.points', 'members', 'members.balance'),
    )
    expect(refused.code).toBe('USAGE')
    for (const word of ['"members.nope"', '"members.points"', '"members"'])
      expect(refused.message).toContain(word)
    expect(refused.message).not.toContain('balance')
    const twice = [
      { path: folder().write('one.csv', 'b.c\n1\n'), name: 'a' },
      { path: folder().write('two.csv', 'c\n1\n'), name: 'a.b' },
    ]
    expect(await codeOf(() => seal(folder().at('b.deed'), twice, { controlTotals: ['a.b.c'] }))).toBe('USAGE')
    expect(() => policy('columns: { members: { balance: { action: mask, total: yes } } }')).toThrow(/total/)
    expect(exists(folder().at('a.deed'))).toBe(false)
  })
})

describe('the seller’s record', () => {
  const folder = useFolder()
  const exports = () => [{ path: folder().write('members.csv', ROWS) }]

  it('is for the seller alone, and bound to the deed', async () => {
    const record = folder().at('a.record')
    const { manifestSha256, record: told } = await seal(folder().at('a.deed'), exports(), { record })
    expect(told).toBe(record)
    if (process.platform !== 'win32') expect(statSync(record).mode & 0o777).toBe(0o600)
    const { readFileSync } = await import('node:fs')
    const open = async (name: string) =>
      unwrap(readFileSync(record), [(await party(name)).key.open?.classic ?? ''])
    expect(JSON.parse(Buffer.from(await open('seller')).toString())).toMatchObject({ manifestSha256 })
    expect(await codeOf(() => open('buyer'))).toBe('NO_KEY')
  })

  it('does not stay if the deed does not get its name', async () => {
    const link = async (path: string, target: string) => {
      if (target.endsWith('.deed')) throw Object.assign(new Error('EIO'), { code: 'EIO' })
      await realFileSystem.link(path, target)
    }
    const files = { ...realFileSystem, link }
    const record = folder().at('a.record')
    expect(await codeOf(() => seal(folder().at('a.deed'), exports(), { record, files }))).toBe('IO_WRITE')
    expect(
      folder()
        .snapshot()
        .map((line) => line.split(' ')[0]),
    ).toEqual(['members.csv'])
  })

  it('goes over nothing, and leaves no deed without it', async () => {
    const record = folder().write('a.record', 'mine')
    const before = folder().snapshot()
    expect(await codeOf(() => seal(folder().at('a.deed'), exports(), { record }))).toBe('EXISTS')
    expect(
      folder()
        .snapshot()
        .filter((line) => !line.startsWith('members.csv')),
    ).toEqual(before)
  })
})
