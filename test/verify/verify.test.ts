import { randomBytes } from 'node:crypto'
import { readFileSync, writeFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { type VerifyReport, type VerifyRequest, verifyDeed } from '../../src/verify/index.ts'
import { bytesOf, type Entry, readEntries, replace, writeZip } from '../deed/edit-deed.ts'
import { codeOf, NOW, party, policy, reviewed, seal, useFolder } from '../hostile/make-deed.ts'

const TURNING = reviewed({ t: ['id', 'name'], u: ['id', 'name'] }, 'epochs: {rows: 1}')

describe('verifying', () => {
  const folder = useFolder()
  const deed = () => folder().at('a.deed')

  async function sealTwo(more: Parameters<typeof seal>[2] = {}): Promise<void> {
    const exports = ['t', 'u'].map((name) => ({ path: folder().write(`${name}.csv`, 'id,name\n1,a\n2,b\n') }))
    await seal(deed(), exports, { policy: TURNING, ...more })
  }

  async function verify(more: Partial<VerifyRequest> = {}, path = deed()): Promise<VerifyReport> {
    return verifyDeed({ deed: path, from: (await party('seller')).card, now: NOW, workers: 1, ...more })
  }

  const codes = ({ failures }: VerifyReport) => failures.map(({ verdict, code }) => [verdict, code])

  async function change(...edits: [name: string, (bytes: Buffer) => void][]): Promise<string> {
    let entries: readonly Entry[] = await readEntries(deed())
    for (const [name, edit] of edits) {
      const bytes = Buffer.from(bytesOf(entries, name))
      edit(bytes)
      entries = replace(entries, name, bytes)
    }
    return writeZip(folder().at('changed.deed'), entries)
  }

  const flip = (at: number) => (bytes: Buffer) => {
    const place = at < 0 ? bytes.length + at : at
    bytes.writeUInt8(bytes.readUInt8(place) ^ 1, place)
  }

  it('finds the one damaged block of a deed that takes many reads', async () => {
    // Two reads' worth of what does not compress, in four slices and more.
    const noise = randomBytes(9 * 1024 * 1024).toString('hex')
    const rows = (noise.match(/.{1,1024}/g) ?? []).map((cell, row) => `${row},${cell}`)
    await seal(deed(), [{ path: folder().write('t.csv', `id,name\n${rows.join('\n')}\n`) }], {
      policy: reviewed({ t: ['id', 'name'] }),
    })
    const seen: number[] = []
    expect(codes(await verify({ progress: (bytes) => seen.push(bytes) }))).toEqual([])
    expect(seen.length).toBeGreaterThan(2)
    for (const at of [0, 5_000_000, -1]) {
      const path = await change(['data/0/0.blocks', flip(at)])
      expect(codes(await verify({}, path))).toEqual([['complete', 'DAMAGED']])
    }
  }, 20_000)

  it("needs no secret to prove that a deed is whole, well formed and its seller's", async () => {
    await sealTwo()
    const before = folder().snapshot()
    const report = await verify()
    expect(report).toMatchObject({
      verdicts: {
        complete: 'yes',
        valid: 'yes',
        authentic: 'yes',
        fresh: 'not checked',
        restorable: 'not checked',
      },
      failures: [],
      exit: 0,
      seller: { name: 'seller' },
      tables: [
        { name: 't', rows: 2, columns: 2 },
        { name: 'u', rows: 2, columns: 2 },
      ],
      compartments: [{ name: 'contact', readers: ['buyer'], opened: null }],
      bytes: readFileSync(deed()).length,
    })
    expect(report.notes).toHaveLength(2)
    expect(folder().snapshot()).toEqual(before)
  })

  it('opens every block that a key opens, and names the compartments that it does not', async () => {
    const split = policy(
      'compartments: {contact: {readers: [advisor]}}',
      'columns: {"*": {name: {compartment: contact}}}',
    )
    await sealTwo({ policy: split, trusted: [(await party('advisor')).card] })
    const report = await verify({ key: (await party('advisor')).key })
    expect(report.verdicts.restorable).toBe('yes')
    expect(report.exit).toBe(0)
    const opened = report.compartments.map(({ name, opened }) => `${name} ${opened}`)
    expect(opened).toContain('contact true')
    expect(opened.filter((line) => line.endsWith('false'))).toHaveLength(opened.length - 1)
    const [note] = report.notes.filter((line) => line.includes('contact'))
    expect(note).toBeDefined()
  })

  it('lists all failures of a deed that is damaged in several places', async () => {
    await sealTwo()
    const two = await change(['data/0/0.blocks', flip(100)], ['data/1/0.blocks', flip(-1)])
    expect(codes(await verify({}, two))).toEqual([
      ['complete', 'DAMAGED'],
      ['complete', 'DAMAGED'],
    ])
    const four = await change(
      ['README.txt', flip(3)],
      ['data/0/0.blocks', flip(0)],
      ['keys/contact.age', flip(-1)],
      ['access.signatures.json', (bytes) => bytes.set(Buffer.from('[]'))],
    )
    const report = await verify({ key: (await party('buyer')).key }, four)
    const found = codes(report)
    expect(found.filter(([verdict]) => verdict === 'complete').length).toBeGreaterThanOrEqual(2)
    expect(found.length).toBeGreaterThanOrEqual(3)
    expect(report.verdicts).toMatchObject({ complete: 'no', restorable: 'not checked' })
    expect([5, 6]).toContain(report.exit)
  })

  it('says no to another seller before all else, whatever else is wrong', async () => {
    await sealTwo()
    const damaged = await change(['data/0/0.blocks', flip(7)], ['README.txt', flip(3)])
    for (const path of [deed(), damaged]) {
      const report = await verify({ from: (await party('stranger')).card }, path)
      expect(report.verdicts).toMatchObject({
        authentic: 'no',
        fresh: 'not checked',
        restorable: 'not checked',
      })
      expect(report.verdicts.valid).not.toBe('yes')
      expect(report).toMatchObject({ exit: 6, seller: null, tables: [], deedId: null })
    }
  })

  it("says what a key cannot do: 8 for a stranger's, 7 for one without a compartment", async () => {
    await sealTwo({
      addressees: [(await party('buyer')).card, (await party('idle')).card],
      policy: policy(
        'compartments: {contact: {readers: [buyer]}}',
        'drift: names',
        'columns: {"*": {id: {type: mobile, compartment: contact}, name: {type: mobile, compartment: contact}}}',
      ),
    })
    const stranger = await verify({ key: (await party('stranger')).key })
    expect([codes(stranger), stranger.exit]).toEqual([[['restorable', 'WRONG_RECIPIENT']], 8])
    const idle = await verify({ key: (await party('idle')).key })
    expect([codes(idle), idle.exit]).toEqual([[['restorable', 'NO_KEY']], 7])
    for (const { verdicts } of [stranger, idle]) {
      expect(verdicts).toMatchObject({ complete: 'yes', valid: 'yes', authentic: 'yes', restorable: 'no' })
    }
  })

  it('says that a newer deed of the series was seen before, of whoever remembers it', async () => {
    await sealTwo()
    const asked: unknown[] = []
    const remember = (newer: number | undefined) => async (place: unknown) => {
      asked.push(place)
      return newer
    }
    const stale = await verify({ findNewer: remember(7) })
    expect([codes(stale), stale.exit, stale.verdicts.fresh]).toEqual([[['fresh', 'REPLAYED']], 8, 'no'])
    expect((await verify({ findNewer: remember(undefined) })).verdicts.fresh).toBe('not checked')
    const seller = (await party('seller')).card.fingerprint
    expect(asked).toEqual(Array(2).fill({ series: null, sequence: null, seller }))
    const other = await verify({ from: (await party('buyer')).card, findNewer: remember(7) })
    expect([other.verdicts.authentic, asked.length]).toEqual(['no', 2])
  })

  it('says that a deed has expired, at the second after, and proves still that it can be restored', async () => {
    await sealTwo({ expires: NOW })
    const key = (await party('buyer')).key
    expect((await verify({ now: NOW, key })).exit).toBe(0)
    const report = await verify({ now: new Date(NOW.getTime() + 1000), key })
    expect(codes(report)).toEqual([['fresh', 'EXPIRED']])
    expect(report.exit).toBe(8)
    expect(report.verdicts).toEqual({
      complete: 'yes',
      valid: 'yes',
      authentic: 'yes',
      fresh: 'no',
      restorable: 'yes',
    })
  })

  it('finds every other fault of a deed that has expired', async () => {
    await sealTwo({ expires: NOW })
    const path = await change(['data/1/0.blocks', flip(-1)], ['README.txt', flip(3)])
    const report = await verify({ now: new Date(NOW.getTime() + 1000) }, path)
    expect(codes(report).map(([verdict]) => verdict)).toEqual(['complete', 'complete', 'fresh'])
    expect([report.verdicts.authentic, report.exit]).toEqual(['yes', 5])
  })

  it('answers for what is no deed at all', async () => {
    for (const bytes of ['', 'PK\u0003\u0004', 'no deed', Buffer.alloc(5000)]) {
      writeFileSync(deed(), bytes)
      const report = await verify()
      expect(report.exit).toBe(5)
      expect(report.verdicts).toMatchObject({
        complete: 'no',
        valid: 'not checked',
        authentic: 'not checked',
      })
    }
    expect(await codeOf(() => verify({}, folder().at('missing.deed')))).toBe('IO_READ')
  })

  it('can be stopped', async () => {
    await sealTwo()
    const stop = new AbortController()
    const run = verify({ signal: stop.signal, progress: () => stop.abort('stopped') })
    await expect(run).rejects.toBe('stopped')
  })
})
