import { execFileSync } from 'node:child_process'
import { copyFileSync, mkdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { parseHead, verifyLedger } from '../../src/ledger/index.ts'
import { Home, useHome } from './home.ts'

/** A ledger of `runs` runs of two lines each, behind its first one; the heads that each run has seen last. */
async function fill(home: Home, runs = 3): Promise<string[]> {
  const heads: string[] = []
  for (let run = 1; run <= runs; run += 1) {
    const recorder = home.recorder()
    await recorder.intent({ file: `${run}.deed` })
    await recorder.outcome({ counts: { rows: run } })
    heads.push(recorder.head ?? '')
  }
  return heads
}

/** The same three runs for all: each line that is written waits for the disk. */
const made = new Home()
let heads: string[] = []
beforeAll(async () => {
  heads = await fill(made)
})
afterAll(() => made[Symbol.dispose]())

function lay(home: Home): void {
  for (const name of ['ledger.jsonl', 'ledger.key']) copyFileSync(made.at(name), home.at(name))
}

const anchors = (...heads: string[]) =>
  heads.flatMap((text) => {
    const head = parseHead(text)
    return head === undefined ? [] : [{ source: 'a.deed', head }]
  })

describe('a ledger as it was written', () => {
  const home = useHome()

  it('is whole, and leads to every head that was quoted of it', async () => {
    lay(home())
    const verified = await verifyLedger(home().path, anchors(...heads))
    expect(verified.failures).toEqual([])
    expect([verified.lines, verified.head?.sequence, verified.torn]).toEqual([7, 7, 0])
    expect(verified.anchors.map(({ answer }) => answer)).toEqual(['agrees', 'agrees', 'agrees'])
    expect(verified.unfinished).toEqual([])
  })

  it('names the runs that never said how they ended', async () => {
    await fill(home(), 1)
    await home().recorder('restore').intent()
    const { unfinished, failures } = await verifyLedger(home().path)
    expect(unfinished.map(({ sequence, command }) => [sequence, command])).toEqual([[4, 'restore']])
    expect(failures).toEqual([])
  })

  it('is none at all before the first run', async () => {
    expect(await verifyLedger(home().path)).toMatchObject({ lines: 0, head: null, failures: [] })
  })
})

describe('a ledger that somebody has changed (H08)', () => {
  const home = useHome()
  const line = (number: number, change: (text: string) => string) => (lines: string[]) =>
    lines.with(number - 1, change(lines[number - 1] ?? ''))
  const swap = (lines: string[], a: number, b: number) =>
    lines.with(a - 1, lines[b - 1] ?? '').with(b - 1, lines[a - 1] ?? '')

  it.each<[string, number, (lines: string[]) => string[]]>([
    ['an edited name', 4, line(4, (text) => text.replace('2.deed', '9.deed'))],
    ['an edited number of rows', 5, line(5, (text) => text.replace('"rows":2', '"rows":3'))],
    ['a deleted line', 3, (lines) => lines.toSpliced(2, 1)],
    ['a deleted first line', 1, (lines) => lines.slice(1)],
    ['two swapped lines', 4, (lines) => swap(lines, 4, 5)],
    ['a doubled line', 5, (lines) => lines.toSpliced(4, 0, lines[3] ?? '')],
    ['an empty line', 4, (lines) => lines.toSpliced(3, 0, '')],
    ['a space that changes no value', 6, line(6, (text) => text.replace('{"format"', '{ "format"'))],
    ['a field that nobody signed', 2, line(2, (text) => text.replace(/}$/, ',"note":"x"}'))],
    ['a key twice', 3, line(3, (text) => text.replace('"event"', '"event":"failed","event"'))],
    ['a signature of another line', 7, (lines) => lines.with(6, withSignature(lines[6], lines[5]))],
    ['another spelling of a letter', 2, line(2, (text) => text.replace('deed"', '\\u0064eed"'))],
    ['a carriage return', 2, line(2, (text) => `${text}\r`)],
    ['bytes that are no text', 3, line(3, () => '\u0000'.repeat(10))],
  ])('names the first bad line: %s', async (_what, bad, change) => {
    lay(home())
    home().lines = change(home().lines)
    const { fault, failures, anchors: checked } = await verifyLedger(home().path, anchors(heads[2] ?? ''))
    expect(fault?.line).toBe(bad)
    expect(failures.map(({ exitCode }) => exitCode)).toEqual([5])
    expect(checked.map(({ answer }) => answer)).toEqual(['unreached'])
  })

  it('is not believed under another key, nor without its lines', async () => {
    lay(home())
    const before = home().text
    rmSync(home().at('ledger.key'))
    rmSync(home().at('ledger.jsonl'))
    await home().recorder().intent()
    home().text = before
    expect((await verifyLedger(home().path)).fault?.line).toBe(1)
    rmSync(home().at('ledger.jsonl'))
    expect((await verifyLedger(home().path)).failures.map(({ code }) => code)).toEqual(['DAMAGED'])
  })

  it.skipIf(process.platform === 'win32')('is not waited for where a pipe stands in its place', async () => {
    lay(home())
    for (const [name, code] of [
      ['ledger.jsonl', 'IO_READ'],
      ['ledger.key', 'DAMAGED'],
    ] as const) {
      rmSync(home().at(name))
      execFileSync('/usr/bin/mkfifo', [home().at(name)])
      await expect(verifyLedger(home().path)).rejects.toMatchObject({ code })
    }
  })
})

function withSignature(line = '', other = ''): string {
  const signature = /"signature":"[^"]*"/
  return line.replace(signature, signature.exec(other)?.[0] ?? '')
}

describe('a ledger whose end was cut off (H09)', () => {
  const home = useHome()

  it('looks whole by itself, and is found by a head that was quoted elsewhere', async () => {
    lay(home())
    home().lines = home().lines.slice(0, 5)
    expect((await verifyLedger(home().path)).failures).toEqual([])
    const verified = await verifyLedger(home().path, anchors(...heads))
    expect(verified.anchors.map(({ answer }) => answer)).toEqual(['agrees', 'agrees', 'cut'])
    expect(verified.failures.map(({ code, exitCode }) => [code, exitCode])).toEqual([['DIFFERENT', 5]])
  })

  it('is found as well when other lines were written in their place by the same key (H10)', async () => {
    lay(home())
    home().lines = home().lines.slice(0, 5)
    await fill(home(), 2)
    expect((await verifyLedger(home().path)).failures).toEqual([])
    const verified = await verifyLedger(home().path, anchors(...heads))
    expect(verified.anchors.map(({ answer }) => answer)).toEqual(['agrees', 'agrees', 'rewritten'])
    expect(verified.failures.map(({ code }) => code)).toEqual(['DIFFERENT'])
  })

  it('is found when a whole new ledger stands in its place', async () => {
    lay(home())
    const [head = ''] = heads
    rmSync(home().at('ledger.key'))
    rmSync(home().at('ledger.jsonl'))
    await fill(home(), 1)
    const verified = await verifyLedger(home().path, anchors(head))
    expect(verified.anchors.map(({ answer }) => answer)).toEqual(['foreign'])
    expect(verified.failures.map(({ code }) => code)).toEqual(['DIFFERENT'])
  })
})

describe('a chain that two writers forked (H10)', () => {
  const home = useHome()

  it('is bad at the first line of the second branch', async () => {
    await fill(home(), 1)
    const common = home().lines
    await fill(home(), 1)
    const first = home().lines
    home().lines = common
    await fill(home(), 1)
    home().lines = [...first, ...home().lines.slice(common.length)]
    expect((await verifyLedger(home().path)).fault?.line).toBe(first.length + 1)
  })
})

describe('a ledger that ends in half a line', () => {
  const home = useHome()

  it.each([
    ['half of it', (text: string) => text.slice(0, -200), 'set-aside'],
    ['all but its line feed', (text: string) => text.slice(0, -1), 'completed'],
    ['one byte', (text: string) => `${text}{`, 'set-aside'],
    ['zeros, as after a power cut', (text: string) => text + '\u0000'.repeat(4096), 'set-aside'],
  ])('is not whole, and the next writer keeps what is there and says so: %s', async (_what, tear, state) => {
    lay(home())
    const before = home().text
    home().text = tear(before)
    const torn = home().text.slice(home().text.lastIndexOf('\n') + 1)
    const found = await verifyLedger(home().path)
    expect([found.torn, found.failures.map(({ code }) => code)]).toEqual([torn.length, ['DAMAGED']])
    await home().recorder().intent()
    const { failures, mended } = await verifyLedger(home().path)
    expect(failures).toEqual([])
    expect(mended.map(({ facts }) => [facts.state, facts.counts])).toEqual([[state, { bytes: torn.length }]])
    expect(home().warnings).toHaveLength(1)
    if (state === 'completed') expect(home().text.startsWith(before)).toBe(true)
    else expect(home().read(mended[0]?.facts.file)).toBe(torn)
  })

  it('is told of by the next writer where the one that kept it was killed behind that', async () => {
    await fill(home(), 1)
    writeFileSync(home().at('ledger.torn-4'), '{"half')
    await home().recorder().intent()
    const { mended, failures } = await verifyLedger(home().path)
    expect(mended.map(({ facts }) => [facts.file, facts.counts])).toEqual([['ledger.torn-4', { bytes: 6 }]])
    expect(failures).toEqual([])
    await home().recorder().intent()
    expect((await verifyLedger(home().path)).mended).toHaveLength(1)
  })

  it('keeps the same half line once, though the first to keep it was killed in between', async () => {
    await fill(home(), 1)
    const whole = home().text
    home().text = `${whole}{"half`
    writeFileSync(home().at('ledger.torn-4'), '{"half')
    await home().recorder().intent()
    expect((await verifyLedger(home().path)).mended.map(({ facts }) => facts.file)).toEqual(['ledger.torn-4'])
    home().text = `${whole}{"other`
    await home().recorder().intent()
    expect((await verifyLedger(home().path)).mended.map(({ facts }) => facts.file)).toEqual([
      'ledger.torn-4-2',
    ])
  })

  it.skipIf(process.platform === 'win32')(
    'takes nothing for a half line that was kept but a file, and goes by what stands in its place',
    async () => {
      await fill(home(), 1)
      const whole = home().text
      symlinkSync('ledger.torn-4', home().at('ledger.torn-4'))
      mkdirSync(home().at('ledger.torn-5'))
      await home().recorder().intent()
      home().text = `${whole}{"half`
      await home().recorder().intent()
      expect((await verifyLedger(home().path)).mended.map(({ facts }) => facts.file)).toEqual([
        'ledger.torn-4-2',
      ])
    },
  )
})
