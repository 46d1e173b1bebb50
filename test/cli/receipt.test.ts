import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { runCommandLine } from '../../src/cli/run.ts'
import { recordingIo } from './recording-io.ts'
import { Desk } from './run-cli.ts'

/** One row, so that the sum of its balance is a cell. */
const CELLS = ['CANARY-13800138000', '98765.43', '9876543']

describe('a receipt on the command line', () => {
  const desk = new Desk()
  const heard: string[] = []

  async function run(...words: readonly string[]) {
    const { io, heard: told } = recordingIo(desk)
    const exit = await runCommandLine(words, io)
    heard.push(told.stdout, told.stderr)
    return { exit, ...told }
  }
  const at = (name: string) => desk.path(name)
  const check = (...more: readonly string[]) =>
    run('receipt', 'check', at('a.receipt'), at('a.deed'), '--from', 'buyer', ...more)

  beforeAll(async () => {
    writeFileSync(at('members.csv'), 'phone,balance\nCANARY-13800138000,98765.43\n')
    for (const name of ['seller', 'buyer', 'stranger']) {
      await run('keygen', name, '--no-passphrase', '-o', desk.folder)
      const { card } = JSON.parse((await run('card', 'show', at(`${name}.card`), '--json')).stdout)
      await run('card', 'trust', at(`${name}.card`), '--fingerprint', card.digits)
    }
    const sealed = await run(
      ...['seal', at('members.csv'), '--key', at('seller.key'), '--to', 'buyer', '-o', at('a.deed')],
      ...['--control-total', 'members.balance', '--record', at('a.record'), '--deal', '2026-17'],
    )
    expect(sealed.stdout).toContain('1 amounts, 0 empty')
    expect(sealed.exit).toBe(0)
    const written = await run(
      ...['receipt', at('a.deed'), '--from', 'seller', '--key', at('buyer.key')],
      ...['-o', at('a.receipt'), '--html', at('a.html')],
    )
    expect(written.exit).toBe(0)
  })
  afterAll(() => desk[Symbol.dispose]())

  it('is written, checked and shown, and quotes where the buyer’s ledger stood', async () => {
    const checked = await check('--key', at('seller.key'), '--record', at('a.record'))
    expect(checked.exit).toBe(0)
    expect(checked.stdout.match(/^ {2}(signed|deed|reader|counts|proofs|totals) +yes/gm)).toHaveLength(6)
    const shown = JSON.parse((await run('verify', at('a.receipt'), '--json')).stdout)
    expect(shown).toMatchObject({
      ok: true,
      kind: 'receipt',
      receipt: { state: 'accepted', dealId: '2026-17' },
    })
    expect(shown.receipt.ledgerHead).toMatch(/^\d+:[0-9a-f]{64}/)
    const chinese = await run('verify', at('a.receipt'), '--lang', 'zh-CN')
    expect(chinese.stdout).toContain('接收')
  })

  it('can be checked by somebody who is not the seller, and says what that leaves open', async () => {
    const checked = await check('--seller', 'seller')
    expect(checked.exit).toBe(0)
    expect(checked.stdout).toMatch(/^ {2}proofs +not checked/m)
    expect((await check()).exit).toBe(2)
    expect(
      (await run('receipt', 'check', at('a.receipt'), '--from', 'buyer', '--seller', 'seller')).exit,
    ).toBe(2)
  })

  it('ends with 6 under another card, 5 for another deed’s seller’s word against it, and for exceptions', async () => {
    const other = await run(
      'receipt',
      'check',
      at('a.receipt'),
      at('a.deed'),
      '--from',
      'stranger',
      '--seller',
      'seller',
    )
    expect(other.exit).toBe(6)
    const strange = await check('--seller', 'stranger', '--json')
    expect(strange.exit).toBe(6)
    expect(JSON.parse(strange.stdout)).toMatchObject({ ok: false, answers: { signed: 'yes', deed: 'no' } })
    const words = [
      'receipt',
      at('a.deed'),
      '--from',
      'seller',
      '--key',
      at('buyer.key'),
      '-o',
      at('b.receipt'),
    ]
    expect((await run(...words, '--exception', 'phones are old')).exit).toBe(0)
    const excepted = await run(
      'receipt',
      'check',
      at('b.receipt'),
      at('a.deed'),
      '--from',
      'buyer',
      '--seller',
      'seller',
      '--json',
    )
    expect(excepted.exit).toBe(5)
    expect(JSON.parse(excepted.stdout)).toMatchObject({ faults: [], state: 'with-exceptions' })
  })

  it('is told from a deed, a page and what is not there', async () => {
    const parties = ['--from', 'buyer', '--seller', 'seller']
    expect((await run('receipt', 'check', at('a.deed'), at('a.receipt'), ...parties)).exit).toBe(5)
    expect((await run('receipt', 'check', at('a.html'), at('a.deed'), ...parties)).exit).toBe(5)
    expect((await run('receipt', 'check', at('none'), at('a.deed'), ...parties)).exit).toBe(10)
    expect((await run('receipt', 'check', at('a.receipt'), at('none'), ...parties)).exit).toBe(10)
  })

  it('goes over no file, and asks for a reason', async () => {
    const words = ['receipt', at('a.deed'), '--from', 'seller', '--key', at('buyer.key'), '-o']
    expect((await run(...words, at('a.receipt'))).exit).toBe(12)
    expect((await run(...words, at('c.receipt'), '--html', at('a.html'))).exit).toBe(12)
    expect((await run(...words, at('c.receipt'), '--html', at('c.receipt'))).exit).toBe(2)
    expect((await run(...words, at('c.receipt'), '--state', 'rejected')).exit).toBe(2)
    // A deed that is a folder would be none any more.
    mkdirSync(at('f.deed'))
    const inside = (name: string) => at(`f.deed/${name}`)
    const folder = ['receipt', at('f.deed'), '--from', 'seller', '--key', at('buyer.key'), '-o']
    expect((await run(...folder, inside('c.receipt'))).exit).toBe(2)
    expect((await run(...folder, at('c.receipt'), '--html', inside('c.html'))).exit).toBe(2)
    expect((await run('verify', at('f.deed'), '--html', inside('c.html'))).exit).toBe(2)
    expect((await run(...words, at('c.receipt'), '--exception', 'x'.repeat(2001))).exit).toBe(4)
    expect(existsSync(at('c.receipt'))).toBe(false)
  })

  it('has a page to print, and so has a verification, of any outcome', async () => {
    expect(readFileSync(at('a.html'), 'utf8')).toContain('buyer accepts the deed')
    expect((await run('verify', at('a.receipt'), '--html', at('b.html'), '--lang', 'zh-CN')).exit).toBe(0)
    expect(readFileSync(at('b.html'), 'utf8')).toContain('buyer 接收交接包')
    expect((await run('verify', at('a.deed'), '--from', 'stranger', '--html', at('c.html'))).exit).toBe(6)
    expect(readFileSync(at('c.html'), 'utf8')).toContain('not known: the signature does not hold')
    expect((await run('verify', at('a.deed'), '--key', at('buyer.key'), '--html', at('d.html'))).exit).toBe(0)
    expect(readFileSync(at('d.html'), 'utf8')).toContain('agrees')
  })

  it('and all that was said or written of it hold no cell (H06)', () => {
    const files = ['a.receipt', 'b.receipt', 'a.record', 'a.html', 'b.html', 'c.html', 'd.html']
    const payload = (name: string) =>
      Buffer.from(JSON.parse(readFileSync(at(name), 'utf8')).payload, 'base64').toString()
    const texts = [...heard, ...files.map((name) => readFileSync(at(name), 'latin1')), payload('a.receipt')]
    for (const cell of CELLS) expect(texts.filter((text) => text.includes(cell))).toEqual([])
  })
})
