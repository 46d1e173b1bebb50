import { readFileSync, writeFileSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { DeskHere } from './desk-here.ts'
import { normalise } from './run-cli.ts'

const MEMBERS = 'phone,balance\n13800138000,12.30\n'

describe('sealing a deed again on the command line', () => {
  const desk = new DeskHere()
  const shown = (text: string) => normalise(text.replaceAll(desk.folder, ''))
  const reseal = (rest: string) => desk.here(`reseal @a.deed --from seller --workers 1 ${rest}`)

  beforeAll(async () => {
    writeFileSync(desk.path('members.csv'), MEMBERS)
    for (const name of ['seller', 'buyer', 'other', 'next']) await desk.party(name)
    await desk.here('keygen reader -o @. --role open --no-passphrase')
    const cards = '--to buyer --to other --classic'
    const sealed = await desk.here(
      `seal @members.csv --workers 1 --no-readback --key @seller.key ${cards} -o @a.deed`,
    )
    const marked = await desk.here('keys compromise buyer')
    expect([sealed.exit, marked.exit]).toEqual([0, 0])
  })
  afterAll(() => desk[Symbol.dispose]())

  it('D20 is what keys compromise says to do', async () => {
    const { commands } = await desk.facts('keys compromise buyer --among @a.deed')
    const line = commands.find((command: string) => command.startsWith('datadeed reseal'))
    const words = line.replace('datadeed ', '').replace('MY.key', '@other.key').replace('NEW.card', 'next')
    const { ok, compartments } = await desk.facts(`${words} --dry-run`)
    const names = (readers: readonly { readonly name: string }[]) => readers.map(({ name }) => name).sort()
    expect([ok, compartments.map(({ readers }: { readers: [] }) => names(readers))]).toEqual([
      true,
      [
        ['next', 'other'],
        ['next', 'other'],
      ],
    ])
  })

  it('says in both languages what would be done, and does nothing', async () => {
    const before = desk.allFiles()
    for (const language of ['en', 'zh-CN']) {
      const dry = await reseal(`--key @other.key -o @b.deed --dry-run --lang ${language}`)
      expect([dry.exit, shown(dry.stdout)]).toMatchSnapshot()
    }
    expect(desk.allFiles()).toEqual(before)
  })

  it('D20 leaves a compromised card out, says what it did, and takes the old deed away when asked again', async () => {
    const done = await reseal('--key @other.key -o @b.deed')
    expect([done.exit, shown(done.stdout), shown(done.stderr)]).toMatchSnapshot()
    expect(desk.files().filter((name) => /^[ab]\./.test(name))).toEqual(['a.deed', 'b.deed', 'b.reseal'])
    const restored = await desk.here('restore @b.deed --from other --key @other.key --workers 1 -o @out')
    expect([restored.exit, readFileSync(desk.path('out/members.csv'), 'utf8')]).toEqual([0, MEMBERS])
    expect((await reseal('--key @other.key -o @b.deed')).exit).toBe(12)

    const paper = await desk.here('verify @b.reseal')
    expect([paper.exit, shown(paper.stdout)]).toMatchSnapshot()
    expect(shown((await desk.here('verify @b.reseal --lang zh-CN')).stdout)).toMatchSnapshot()

    const retired = await reseal('--key @other.key -o @b.deed --retire --lang zh-CN')
    expect([retired.exit, shown(retired.stdout), shown(retired.stderr)]).toMatchSnapshot()
    expect(desk.files().filter((name) => /^[ab]\./.test(name))).toEqual(['a.retired', 'b.deed', 'b.reseal'])
    const { shown: lines } = await desk.facts('ledger show')
    const own = lines.filter(({ command }: { command: string }) => command === 'reseal')
    expect(
      own.map(({ event, facts }: { event: string; facts: { state?: string } }) => [event, facts.state]),
    ).toEqual([
      ['intent', undefined],
      ['outcome', undefined],
      ['failed', undefined],
      ['intent', undefined],
      ['outcome', 'retired'],
    ])
    expect((await desk.here('ledger verify')).exit).toBe(0)
  })

  it('says who removes the old deed where it is one of a series, which --retire does not', async () => {
    await desk.here('backup init --series @nightly --key @seller.key --to other --classic')
    await desk.here('backup run --series @nightly --key @seller.key --source @members.csv --workers 1')
    const words = 'reseal @nightly/000001.deed --from seller --workers 1 --key @other.key -o @night.deed'
    const { stderr, exit } = await desk.here(words)
    expect([exit, stderr.includes('--retire'), stderr.includes('backup prune --remove 1')]).toEqual([
      0,
      false,
      true,
    ])
    expect((await desk.here(`${words} --retire`)).exit).toBe(2)
  })

  it('takes another key to sign with, where the one that opens may not or cannot', async () => {
    await desk.here('seal @members.csv --workers 1 --no-readback --key @seller.key --to other -o @c.deed')
    const own = '--key @other.key --workers 1 --from seller'
    await desk.here('keys compromise other')
    expect((await desk.here(`reseal @c.deed ${own} -o @d.deed --to next`)).exit).toBe(6)
    expect((await desk.here(`reseal @c.deed ${own} --sign-key @reader.key -o @d.deed --to next`)).exit).toBe(
      2,
    )
    expect((await desk.here(`reseal @c.deed ${own} --sign-key @next.key -o @d.deed`)).exit).toBe(2)
    expect(desk.files().filter((name) => name.startsWith('d.'))).toEqual([])
    const done = await desk.facts(`reseal @c.deed ${own} --sign-key @next.key -o @d.deed --to next`)
    expect([done.ok, done.signer.name, done.addressees[0].name, done.leftOut[0].because]).toEqual([
      true,
      'next',
      'next',
      'compromised',
    ])
    expect((await desk.here('verify @d.deed --key @next.key')).exit).toBe(0)
    expect((await desk.here(`reseal @d.deed ${own} --to next -o @d.deed`)).exit).toBe(2)
  })
})
