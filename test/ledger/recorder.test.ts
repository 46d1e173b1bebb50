import { createHash, createPublicKey, verify } from 'node:crypto'
import { chmodSync, mkdirSync, readlinkSync, rmSync, statSync, symlinkSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { cardsAs, encodeHead, parseHead } from '../../src/ledger/index.ts'
import { NOW, useHome } from './home.ts'

const CARD = { name: '加喜门店', fingerprint: 'a'.repeat(64) }
const code = (error: unknown) => (error instanceof Error && 'code' in error ? error.code : undefined)

describe('a run that has effects', () => {
  const home = useHome()

  it('writes its intent, its outcome, and nothing more when it ends well', async () => {
    const recorder = home().recorder()
    expect(recorder.head).toBeNull()
    await recorder.intent({ file: 'a.deed', cards: cardsAs('own', [CARD]) })
    await recorder.outcome({ deedId: '0'.repeat(32), counts: { rows: 3 } })
    await recorder.finish({ exit: 0 })
    const lines = home().readLines()
    expect(lines.map(({ event, exit }) => [event, exit])).toEqual([
      ['begin', undefined],
      ['intent', undefined],
      ['outcome', 0],
    ])
    expect(new Set(lines.map(({ run }) => run)).size).toBe(1)
    expect(lines[2]?.facts).toEqual({
      file: 'a.deed',
      deedId: '0'.repeat(32),
      cards: [{ part: 'own', ...CARD }],
      counts: { rows: 3 },
    })
    expect(lines[2]?.time).toBe(NOW.toISOString())
    expect(home().warnings).toEqual([])
  })

  it('writes how it failed, also behind an outcome that came to nothing', async () => {
    const first = home().recorder()
    await first.intent()
    await first.outcome()
    await first.finish({ exit: 11, code: 'NOSPACE' })
    const second = home().recorder('restore')
    second.about({ file: 'a.deed' })
    await second.finish({ exit: 7, code: 'NO_KEY' })
    expect(
      home()
        .readLines()
        .map(({ event, exit, code: known }) => [event, exit, known]),
    ).toEqual([
      ['begin', undefined, undefined],
      ['intent', undefined, undefined],
      ['outcome', 0, undefined],
      ['failed', 11, 'NOSPACE'],
      ['failed', 7, 'NO_KEY'],
    ])
  })

  it('tells a failure behind the commit from one that undid it', async () => {
    const recorder = home().recorder()
    await recorder.intent()
    await recorder.outcome()
    recorder.done()
    await recorder.finish({ exit: 10, code: 'IO_WRITE' })
    const last = home().readLines().at(-1)
    expect([last?.event, last?.exit, last?.code]).toEqual(['late', 10, 'IO_WRITE'])
  })

  it('writes nothing of a command line that was not understood, or of a run that had nothing to say', async () => {
    const misread = home().recorder()
    misread.about({ file: 'a.deed' })
    await misread.finish({ exit: 2, code: 'USAGE' })
    await home().recorder().finish({ exit: 3, code: 'SYNTAX' })
    expect(() => home().text).toThrow()
  })

  it('is told no before it has any effect, and says so once, where the ledger cannot be written (F16)', async () => {
    mkdirSync(home().at('ledger.jsonl'))
    const recorder = home().recorder()
    await expect(recorder.intent()).rejects.toSatisfy((error) => code(error) === 'IO_WRITE')
    await recorder.finish({ exit: 10, code: 'IO_WRITE' })
    expect(home().warnings).toEqual([])
  })

  it('is told no where the last line was changed, or the key is gone (F16)', async () => {
    await home().recorder().intent({ file: 'a.deed' })
    const before = home().text
    home().text = before.replace('a.deed', 'b.deed')
    await expect(home().recorder().intent()).rejects.toSatisfy((error) => code(error) === 'IO_READ')
    home().text = before
    rmSync(home().at('ledger.key'))
    await expect(home().recorder().intent()).rejects.toSatisfy((error) => code(error) === 'IO_READ')
    expect(home().text).toBe(before)
  })

  it.skipIf(process.platform === 'win32')(
    'makes no key in the place of a link that leads nowhere (F16)',
    async () => {
      symlinkSync('elsewhere', home().at('ledger.key'))
      await expect(home().recorder().intent()).rejects.toSatisfy((error) => code(error) === 'IO_WRITE')
      expect(readlinkSync(home().at('ledger.key'))).toBe('elsewhere')
    },
  )

  it('is told no where the ledger was taken away from its key, and begins one that was never written (F16)', async () => {
    await home().recorder().intent()
    rmSync(home().at('ledger.jsonl'))
    await expect(home().recorder().intent()).rejects.toSatisfy((error) => code(error) === 'IO_READ')
    expect(() => home().text).toThrow()
    home().text = ''
    await home().recorder().intent()
    expect(home().readLines()).toHaveLength(2)
  })
})

describe('a run that only reads', () => {
  const home = useHome()

  it('writes one line when it is over', async () => {
    const recorder = home().recorder('verify', 'reads')
    recorder.about({ file: 'a.deed' })
    await recorder.intent()
    await recorder.outcome({ verdicts: { complete: 'yes' } })
    await recorder.finish({ exit: 0 })
    const failing = home().recorder('verify', 'reads')
    failing.about({ file: 'b.deed' })
    await failing.finish({ exit: 5, code: 'DAMAGED' })
    expect(
      home()
        .readLines()
        .map(({ event, exit, facts }) => [event, exit, facts.file]),
    ).toEqual([
      ['begin', undefined, undefined],
      ['outcome', 0, 'a.deed'],
      ['failed', 5, 'b.deed'],
    ])
  })

  it('warns where the ledger cannot be written', async () => {
    mkdirSync(home().at('ledger.jsonl'))
    const recorder = home().recorder('verify', 'reads')
    recorder.about({ file: 'a.deed' })
    await recorder.finish({ exit: 0 })
    expect(home().warnings).toHaveLength(1)
  })
})

describe('a line of the ledger', () => {
  const home = useHome()

  it('is one line whatever a name holds, and the name comes back (H12)', async () => {
    const file = 'a\n\r\u2028\u202e\u0007\u{e0001}"\\\ud800.deed'
    await home().recorder().intent({ file })
    expect(home().lines).toHaveLength(2)
    expect(home().text).toMatch(/^[ -~\n]*$/)
    expect(home().readLines()[1]?.facts.file).toBe(file.toWellFormed())
  })

  it('takes what a reader would not, cut to what it takes: no command line may end a ledger (H12)', async () => {
    const recorder = home().recorder('verify', 'reads')
    recorder.about({ file: `\ufeff${'名'.repeat(700)}`, counts: { rows: 2 * Number.MAX_SAFE_INTEGER } })
    recorder.about({ reason: 'a\ud800' })
    await recorder.finish({ exit: 10, code: 'IO_READ' })
    expect(home().readLines().at(-1)?.facts).toEqual({
      file: `\ufeff${'名'.repeat(340)}`,
      counts: { rows: Number.MAX_SAFE_INTEGER },
      reason: 'a\ufffd',
    })
  })

  it('is not written where nobody would read it, and the ledger goes on (F16)', async () => {
    const cards = Array.from({ length: 512 }, (_, at) => ({
      name: '名'.repeat(341),
      fingerprint: at.toString(16).padStart(64, '0'),
    }))
    await home().recorder().intent()
    const before = home().text
    const many = home()
      .recorder()
      .intent({ cards: cardsAs('addressee', cards) })
    await expect(many).rejects.toSatisfy((error) => code(error) === 'IO_WRITE')
    const unknown = home().recorder().intent({ state: 'no word' })
    await expect(unknown).rejects.toSatisfy((error) => code(error) === 'IO_WRITE')
    expect(home().text).toBe(before)
    await home().recorder().intent()
  })

  it('can be checked with nothing but SHA-256 and Ed25519, as docs/ledger.md says', async () => {
    await home().recorder().intent({ file: '会员.deed' })
    const [first = '', second = ''] = home().lines
    const body = (line: string) => line.replace(/,"signature":"[^"]*"}$/, '}')
    const digest = createHash('sha256').update(body(second)).digest()
    const raw = Buffer.from(JSON.parse(first).key, 'base64')
    const spki = Buffer.concat([Buffer.from('302a300506032b6570032100', 'hex'), raw])
    const key = createPublicKey({ key: spki, format: 'der', type: 'spki' })
    const signed = Buffer.concat([Buffer.from('datadeed/v1/ledger-line\0'), digest])
    expect(verify(null, signed, key, Buffer.from(JSON.parse(second).signature, 'base64'))).toBe(true)
    expect(JSON.parse(second).previous).toBe(createHash('sha256').update(body(first)).digest('hex'))
    const fingerprint = createHash('sha256').update('datadeed/v1/ledger-key\0').update(raw).digest('hex')
    expect(JSON.parse(first).previous).toBe(fingerprint)
  })

  it('is for its owner alone, as is the key', async () => {
    chmodSync(home().path, 0o755)
    await home().recorder().intent()
    const mode = (name: string) => statSync(home().at(name)).mode & 0o777
    expect([mode('ledger.jsonl'), mode('ledger.key')]).toEqual([0o600, 0o600])
  })
})

describe('a head', () => {
  const home = useHome()

  it('names the last line that the run has written', async () => {
    const recorder = home().recorder()
    await recorder.intent()
    const head = parseHead(recorder.head ?? '')
    const [first, last] = home().readLines()
    expect(head).toEqual({ sequence: 2, hash: last?.hash, key: first?.previous })
  })

  it('has one spelling, which FORMAT.md fixes', () => {
    const head = { sequence: 17, hash: '0a'.repeat(32), key: 'f0'.repeat(32) }
    const text = `17:${'0a'.repeat(32)}:${'f0'.repeat(32)}`
    expect(encodeHead(head)).toBe(text)
    expect(parseHead(text)).toEqual(head)
    for (const other of [
      '',
      `0${text}`,
      `${text} `,
      text.toUpperCase(),
      text.replace(':', ' '),
      `-${text}`,
    ]) {
      expect(parseHead(other)).toBeUndefined()
    }
  })
})
