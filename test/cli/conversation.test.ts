import { writeFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { converse } from './converse.ts'
import { Desk, normalise } from './run-cli.ts'

describe('a conversation', () => {
  it('asks for a name and a passphrase twice, and shows the command without questions', async () => {
    using desk = new Desk()
    const made = await converse(desk, ['keygen'], ['加喜 门店', 'canary-4711', 'canary-4711'])
    expect(made.exit).toBe(0)
    expect(made.stderr).toContain(
      "The same without questions:\n  datadeed keygen '加喜 门店' --passphrase-file FILE\n",
    )
    expect(made.stdout + made.stderr).not.toContain('canary')
    expect(desk.files()).toEqual(['加喜 门店.card', '加喜 门店.key'])
  })

  it('says at a terminal too where a series has to be named', async () => {
    using desk = new Desk()
    for (const command of ['init', 'run', 'list', 'status']) {
      const { exit, stderr } = await converse(desk, ['backup', command], [])
      expect([exit, stderr.includes('--series or --policy')]).toEqual([2, true])
    }
  })

  it('makes no key when the two passphrases differ', async () => {
    using desk = new Desk()
    const made = await converse(desk, ['keygen', 'shop'], ['canary-1', 'canary-2'])
    expect(made.exit).toBe(2)
    expect(made.stderr).not.toContain('canary')
    expect(desk.files()).toEqual([])
  })

  it('asks for the passphrase of the old key and of the next one, and shows both flags', async () => {
    using desk = new Desk()
    await converse(desk, ['keygen', 'shop'], ['canary-1', 'canary-1'])
    const key = desk.path('shop.key')
    const rotated = await converse(desk, ['keys', 'rotate'], [key, 'canary-1', 'canary-2', 'canary-2'])
    expect(rotated.exit).toBe(0)
    expect(rotated.stderr).toContain('shop.key --passphrase-file FILE --new-passphrase-file FILE\n')
    expect(rotated.stdout + rotated.stderr).not.toContain('canary')
    expect(desk.files()).toEqual(['shop-2.card', 'shop-2.key', 'shop.card', 'shop.key', 'shop.succession'])
  })

  it('asks for the digits heard over the telephone before it trusts a card', async () => {
    using desk = new Desk()
    await converse(desk, ['keygen', 'shop', '--no-passphrase'], [])
    const { stdout } = await converse(desk, ['card', 'show', 'shop.card', '--json'], [])
    const { digits } = JSON.parse(stdout).card
    const wrong = await converse(
      desk,
      ['card', 'trust', 'shop.card'],
      Array(3).fill('11111 22222 33333 44444 55555 66666'),
    )
    expect(wrong.exit).toBe(6)
    const short = await converse(desk, ['card', 'trust', 'shop.card'], ['1', '', '11111'])
    expect(short.exit).toBe(2)
    const second = await converse(desk, ['card', 'trust', 'shop.card'], ['11111', digits])
    expect(second.exit).toBe(0)
    const right = await converse(desk, ['card', 'trust'], ['shop.card', digits])
    expect(right.exit).toBe(0)
    expect(right.questions).toHaveLength(2)
    expect(normalise(right.stderr)).toContain("datadeed card trust shop.card --fingerprint '<digits>'")
  })

  it('leads a seller from nothing but an export to a deed', async () => {
    using desk = new Desk()
    await converse(desk, ['keygen', 'buyer', '--no-passphrase'], [])
    const { stdout } = await converse(desk, ['card', 'show', 'buyer.card', '--json'], [])
    await converse(desk, ['keygen', 'shop', '--no-passphrase'], [])
    writeFileSync(desk.path('orders.csv'), 'order_id,qwxz\n1,canary\n2,\n3,\n')
    const answers = ['*.csv', 'shop.key', 'buyer.card', JSON.parse(stdout).card.digits, '', 'y']
    const sealed = await converse(desk, ['seal'], answers)
    expect(sealed.exit).toBe(0)
    expect(sealed.questions).toHaveLength(6)
    expect(normalise(sealed.stderr)).toContain(
      "datadeed seal '*.csv' --key shop.key --to buyer.card --confirm '<digits>' --output handover.deed\n",
    )
    expect(sealed.stderr).toContain('next: send handover.deed')
    expect(sealed.stdout + sealed.stderr).not.toContain('canary')
    const no = await converse(desk, ['seal', '-o', 'b.deed'], [...answers.slice(0, 4), 'n'])
    expect(no.exit).toBe(14)
    expect(desk.files()).not.toContain('b.deed')
  })

  it('never makes a new key to open a deed with: nothing was sealed to it', async () => {
    using desk = new Desk()
    await converse(desk, ['keygen', 'a', '--no-passphrase'], [])
    await converse(desk, ['keygen', 'b', '--no-passphrase'], [])
    const { digits } = JSON.parse(
      (await converse(desk, ['card', 'show', 'a.card', '--json'], [])).stdout,
    ).card
    const words = ['restore', 'x.deed', '--from', 'a.card', '--confirm', digits, '-o', 'x']
    const none = await converse(desk, words, ['', '', ''])
    expect(none.exit).toBe(2)
    expect(desk.files()).toEqual(['a.card', 'a.key', 'b.card', 'b.key'])
    const late = await converse(desk, words, ['', 'b.key'])
    expect(late.stderr).toContain('--key b.key\n')
  })

  it('shows a command that asks for no passphrase either', async () => {
    using desk = new Desk()
    writeFileSync(desk.path('pass.txt'), 'canary')
    await converse(desk, ['keygen', 'a', '--passphrase-file', 'pass.txt'], [])
    const { digits } = JSON.parse(
      (await converse(desk, ['card', 'show', 'a.card', '--json'], [])).stdout,
    ).card
    const words = ['restore', '--from', 'a.card', '--confirm', digits, '--key', 'a.key', '-o', 'x']
    const told = await converse(desk, words, ['x.deed', 'canary'])
    expect(told.stderr).toContain('-o x x.deed --passphrase-file FILE\n')
  })

  it('never shows a secret that stands where a file name belongs', async () => {
    using desk = new Desk()
    const slip = await converse(desk, ['keygen', '--passphrase-file', 'CANARY'], [])
    expect(slip.exit).toBe(10)
    expect(slip.stdout + slip.stderr).not.toContain('CANARY')
    const told = await converse(desk, ['verify'], ['AGE-SECRET-KEY-PQ-1CANARY'])
    expect(told.exit).toBe(2)
    expect(told.stdout + told.stderr).not.toContain('CANARY')
  })

  it('asks nothing with --json', async () => {
    using desk = new Desk()
    const made = await converse(desk, ['keygen', '--json'], [])
    expect(made.exit).toBe(2)
    expect(JSON.parse(made.stdout)).toMatchObject({ ok: false, error: { code: 'USAGE' } })
  })

  it('asks nothing when nothing is missing', async () => {
    using desk = new Desk()
    const made = await converse(desk, ['keygen', 'shop', '--no-passphrase'], [])
    expect(made.questions).toEqual([])
    expect(made.stderr).not.toContain('without questions')
  })
})
