import { mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { DeskHere } from './desk-here.ts'
import { normalise } from './run-cli.ts'

describe('keygen', () => {
  it('makes a private key file and a card, and says what to do with them', async () => {
    using desk = new DeskHere()
    const made = await desk.run(['keygen', '加喜门店', '--no-passphrase'])
    expect({ ...made, stdout: normalise(made.stdout) }).toEqual({
      stdout: [
        '加喜门店.key   private: never give it away, keep a copy in a safe place',
        '加喜门店.card   public: send it to the other side',
        'digits       <digits>',
        '',
      ].join('\n'),
      stderr: [
        'next: send 加喜门店.card to the other side, and read them its digits over the telephone when they call',
        '      datadeed card show 加喜门店.card',
        '',
      ].join('\n'),
      exit: 0,
    })
    expect(desk.files()).toEqual(['加喜门店.card', '加喜门店.key'])
    if (process.platform !== 'win32') expect(statSync(desk.path('加喜门店.key')).mode & 0o777).toBe(0o600)
  })

  it('locks the key with a passphrase from a file, and keeps silent with --quiet', async () => {
    using desk = new DeskHere()
    writeFileSync(desk.path('pass.txt'), 'canary-passphrase-4711\n')
    const made = await desk.run(['keygen', 'shop', '--passphrase-file', 'pass.txt', '--quiet'])
    expect(made.exit).toBe(0)
    expect(made.stderr).toBe('')
    expect(made.stdout).not.toContain('canary')
    expect(readFileSync(desk.path('shop.key'), 'utf8')).toMatch(/^-----BEGIN AGE ENCRYPTED FILE-----/)
  })

  it('overwrites nothing', async () => {
    using desk = new DeskHere()
    await desk.run(['keygen', 'shop', '--no-passphrase'])
    const before = readFileSync(desk.path('shop.key'))
    const again = await desk.run(['keygen', 'shop', '--no-passphrase'])
    expect(again.exit).toBe(12)
    expect(readFileSync(desk.path('shop.key')).equals(before)).toBe(true)
  })

  it('refuses a name that cannot be a file name everywhere', async () => {
    using desk = new DeskHere()
    expect((await desk.run(['keygen', '../shop', '--no-passphrase'])).exit).toBe(13)
    expect((await desk.run(['keygen', 'CON', '--no-passphrase'])).exit).toBe(13)
    expect(desk.files()).toEqual([])
  })
})

describe('card', () => {
  async function deskWithCard(): Promise<{ desk: DeskHere; digits: string; fingerprint: string }> {
    const desk = new DeskHere()
    const made = await desk.run([
      'keygen',
      'shop',
      '--no-passphrase',
      '--json',
      '--legal-name',
      '加喜餐饮有限公司',
    ])
    const { card } = JSON.parse(made.stdout)
    return { desk, digits: card.digits, fingerprint: card.fingerprint }
  }

  it('shows a card with its digits and whether it is trusted, in both languages', async () => {
    const { desk } = await deskWithCard()
    using _ = desk
    const english = await desk.run(['card', 'show', 'shop.card'])
    expect(normalise(english.stdout)).toBe(
      [
        'shop (signs and opens)',
        '  digits       <digits>',
        '  fingerprint  <sha256>',
        '  legal name   加喜餐饮有限公司',
        '  created      <time>',
        '  trusted      no: its digits have not been confirmed here',
        '',
      ].join('\n'),
    )
    const chinese = await desk.run(['card', 'show', 'shop.card', '--lang', 'zh-CN'])
    expect(chinese.stdout).toContain('核对数字')
    const clause = await desk.run(['card', 'show', 'shop.card', '--clause'])
    expect(normalise(clause.stdout)).toContain(
      '加喜餐饮有限公司 with the fingerprint SHA-256 <sha256> (<digits>)',
    )
  })

  it('trusts a card only with its digits, and lists it then', async () => {
    const { desk, digits } = await deskWithCard()
    using _ = desk
    expect((await desk.run(['card', 'trust', 'shop.card'])).exit).toBe(2)
    const wrong = await desk.run([
      'card',
      'trust',
      'shop.card',
      '--fingerprint',
      digits.replace(/^./, (d) => (d === '1' ? '2' : '1')),
    ])
    expect(wrong.exit).toBe(6)
    const short = await desk.run(['card', 'trust', 'shop.card', '--fingerprint', '12345 67890'])
    expect(short.exit).toBe(2)
    expect(short.stderr).toContain('expected 30 digits, got 10\n')
    expect((await desk.run(['card', 'list'])).stdout).toBe('no trusted cards yet\n')
    const right = await desk.run(['card', 'trust', 'shop.card', '--fingerprint', digits.replaceAll(' ', '-')])
    expect(right.exit).toBe(0)
    expect(right.stdout).toBe(`trusted "shop": ${digits}\n`)
    const list = await desk.run(['card', 'list'])
    expect(list.stdout).toContain(digits)
    const document = JSON.parse((await desk.run(['card', 'list', '--json'])).stdout)
    expect(document).toMatchObject({
      schemaVersion: 1,
      ok: true,
      cards: [{ name: 'shop', digits, trusted: true }],
    })
  })

  it('takes the trusted card of a name that a folder has too', async () => {
    const { desk, digits } = await deskWithCard()
    using _ = desk
    await desk.run(['card', 'trust', 'shop.card', '--fingerprint', digits])
    mkdirSync(desk.path('shop'))
    expect((await desk.run(['card', 'show', 'shop'])).stdout).toContain(digits)
    mkdirSync(desk.path('nobody'))
    expect((await desk.run(['card', 'show', 'nobody'])).exit).toBe(10)
  })

  it('keeps trusted cards where --home says', async () => {
    const { desk, fingerprint } = await deskWithCard()
    using _ = desk
    const trusted = await desk.run([
      'card',
      'trust',
      'shop.card',
      '--fingerprint',
      fingerprint,
      '--home',
      'elsewhere',
    ])
    expect(trusted.exit).toBe(0)
    expect((await desk.run(['card', 'list'])).stdout).toBe('no trusted cards yet\n')
    expect((await desk.run(['card', 'list', '--home', 'elsewhere'])).stdout).toContain('shop')
  })

  it('takes no private key for a card and never shows it', async () => {
    const { desk } = await deskWithCard()
    using _ = desk
    const secret = JSON.parse(readFileSync(desk.path('shop.key'), 'utf8')).sign.ed25519
    const shown = await desk.run(['card', 'show', 'shop.key'])
    expect(shown.exit).toBe(2)
    expect(shown.stdout + shown.stderr).not.toContain(secret)
  })
})
