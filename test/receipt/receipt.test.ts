import { copyFileSync, readFileSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { grantAccess, readGrants } from '../../src/access/index.ts'
import { DSSE_PAYLOAD_TYPE, parseBase64, signDsse, unwrap, wrapForReaders } from '../../src/crypto/index.ts'
import { createParty } from '../../src/identity/index.ts'
import { COMPARTMENTS, CONTROL_TOTALS } from '../../src/limits.ts'
import { openPaper, signPaper } from '../../src/papers/index.ts'
import { PREVIEW } from '../../src/preview/index.ts'
import * as room from '../../src/receipt/index.ts'
import {
  type CheckReceiptRequest,
  checkReceipt,
  RECEIPT,
  type Receipt,
  type ReceiptCheck,
  type ReceiptRequest,
  readReceipt,
  writeReceipt,
} from '../../src/receipt/index.ts'
import { renderReceipt, renderReceiptCheck } from '../../src/report/index.ts'
import type { VerifyReport } from '../../src/verify/index.ts'
import { findLeaks } from '../hostile/leaks.ts'
import { codeOf, Folder, NOW, party, policy, refusal, seal } from '../hostile/make-deed.ts'

/** Of one row each, so that every sum of it is a cell. */
const MEMBERS = 'id,phone,balance\nCANARY-77,CANARY-13800138000,98765.43\n'
const CELLS = ['CANARY-77', 'CANARY-13800138000', '98765.43', '9876543']
const POLICY = policy(
  'drift: names',
  'compartments: { financial: { readers: [buyer, advisor] } }',
  'columns:',
  '  members:',
  '    id: { type: member-no, compartment: identity }',
  '    phone: { type: mobile, compartment: contact }',
  '    balance: { type: amount, compartment: financial, total: yes }',
)

const folder = new Folder()
let written: Awaited<ReturnType<typeof writeReceipt>>

beforeAll(async () => {
  folder.write('members.csv', MEMBERS)
  const exports = [{ path: folder.at('members.csv') }]
  const addressees = [(await party('buyer')).card]
  const trusted = [(await party('advisor')).card]
  const more = { addressees, trusted, policy: POLICY, dealId: '2026-17' }
  await seal(folder.at('a.deed'), exports, { ...more, record: folder.at('a.record') })
  await seal(folder.at('b.deed'), exports, { ...more, record: folder.at('b.record') })
  written = await write()
})
afterAll(() => folder[Symbol.dispose]())

async function write(more: Partial<ReceiptRequest> = {}) {
  const { key } = await party('buyer')
  const from = (await party('seller')).card
  return writeReceipt({ deed: folder.at('a.deed'), from, key, exceptions: [], now: NOW, workers: 1, ...more })
}

async function check(more: Partial<CheckReceiptRequest> = {}): Promise<ReceiptCheck> {
  const { key, card: seller } = await party('seller')
  return checkReceipt({
    bytes: written.envelope,
    name: 'a.receipt',
    deed: folder.at('a.deed'),
    from: (await party('buyer')).card,
    seller,
    key,
    record: readFileSync(folder.at('a.record')),
    memory: { home: folder.path },
    ...more,
  })
}

const no = ({ answers }: ReceiptCheck) =>
  Object.entries(answers).flatMap(([asked, answer]) => (answer === 'no' ? [asked] : []))

/** The receipt with other content, signed again by a party as if it were right. */
async function resigned(change: (receipt: Receipt) => Partial<Receipt>, by = 'buyer'): Promise<Uint8Array> {
  const { key } = await party(by)
  const { receipt } = written
  const issuer = { name: key.card.name, fingerprint: key.card.fingerprint }
  const content = { ...receipt, issuer, ...change(receipt) }
  const subject = [{ name: 'manifest.json', digest: { sha256: content.manifestSha256 } }]
  return signPaper(RECEIPT, content, { key, now: NOW, subject })
}

/** The sums in the receipt with another one for the seller. */
async function otherFigures(change: (sum: bigint) => bigint): Promise<string> {
  const { key, card } = await party('seller')
  const { figures } = written.receipt
  const opened = await unwrap(parseBase64(figures ?? '', 'figures'), [key.open?.classic ?? ''])
  const payload = JSON.parse(Buffer.from(opened).toString())
  payload.totals[0].sum = String(change(BigInt(payload.totals[0].sum)))
  const bytes = Buffer.from(JSON.stringify(payload))
  const wrapped = await wrapForReaders(bytes, [card.open?.classic ?? ''], 'classic')
  return Buffer.from(wrapped).toString('base64')
}

describe('a receipt', () => {
  it('says what was opened, by whom, of which deed, and that the sums agree', () => {
    const { receipt, failure } = written
    expect(failure).toBeUndefined()
    expect(receipt).toMatchObject({
      state: 'accepted',
      dealId: '2026-17',
      summed: 'deed',
      exceptions: [],
      closed: [],
      ledgerHead: null,
      environment: { node: process.version },
      controlTotals: [{ table: 'members', column: 'balance', answer: 'agree' }],
      verdicts: { complete: 'yes', valid: 'yes', authentic: 'yes', fresh: 'not checked', restorable: 'yes' },
    })
    expect(receipt.tables).toMatchObject([
      {
        table: 0,
        name: 'members',
        compartments: ['identity', 'contact', 'financial'].map((name) => ({ name, columns: 1, rows: 1 })),
      },
    ])
  })

  it('passes every check of a seller who kept the record', async () => {
    const checked = await check()
    expect(checked.faults).toEqual([])
    expect(new Set(Object.values(checked.answers))).toEqual(new Set(['yes']))
    expect(checked.notes).toEqual([])
  })

  it('leaves open what only the record shows, and says so', async () => {
    const { answers, faults, notes } = await check({ record: undefined })
    expect(faults).toEqual([])
    expect(answers).toMatchObject({
      signed: 'yes',
      counts: 'yes',
      proofs: 'not checked',
      totals: 'not checked',
    })
    expect(notes).toHaveLength(1)
    const blind = await check({ key: undefined })
    expect([blind.answers.proofs, blind.answers.totals]).toEqual(['not checked', 'not checked'])
  })

  it('holds no cell in the clear, nor does what is shown of it or of its check (H06)', async () => {
    const bad = await check({
      bytes: await resigned(() => ({}), 'advisor'),
      from: (await party('advisor')).card,
    })
    const shown = [
      Buffer.from(JSON.parse(Buffer.from(written.envelope).toString()).payload, 'base64'),
      renderReceipt(written.receipt, 'a.receipt'),
      renderReceiptCheck(await check(), 'a.receipt'),
      renderReceiptCheck(bad, 'a.receipt'),
      JSON.stringify([written.receipt, bad]),
      readFileSync(folder.at('a.record')),
    ]
    for (const text of shown) expect(findLeaks(text, CELLS)).toEqual([])
  })

  it('of a reader of some compartments speaks of these alone', async () => {
    const { key, card } = await party('advisor')
    const { receipt, envelope } = await write({ key })
    expect(receipt.tables[0]?.compartments.map(({ name }) => name)).toEqual(['financial'])
    expect(receipt.closed).toEqual(['identity', 'contact'])
    const checked = await check({ bytes: envelope, from: card })
    expect(checked.faults).toEqual([])
    expect(checked.answers).toMatchObject({ counts: 'yes', proofs: 'yes', totals: 'yes' })
  })

  it('of a reader by grant is one of this deed where the grant is given, and must have what was granted', async () => {
    const [seller, stranger] = [await party('seller'), await party('stranger')]
    const deed = folder.at('granted.deed')
    const more = {
      addressees: [(await party('buyer')).card, seller.card],
      trusted: [(await party('advisor')).card],
    }
    await seal(deed, [{ path: folder.at('members.csv') }], { ...more, policy: POLICY })
    const output = folder.at('stranger.grant')
    const { card: from, key } = seller
    const granting = {
      deed,
      from,
      key,
      to: [stranger.card],
      compartments: ['contact', 'identity'],
      grants: [],
    }
    await grantAccess({ ...granting, output, dryRun: false, now: NOW })
    const grants = readGrants([{ name: 'g', bytes: readFileSync(output) }], from)
    const { receipt, envelope } = await write({ deed, key: stranger.key, grants })
    expect(receipt.tables[0]?.compartments.map(({ name }) => name)).toEqual(['identity', 'contact'])
    const request = { bytes: envelope, from: stranger.card, deed, record: undefined }
    expect((await check({ ...request, grants })).faults).toEqual([])
    expect(no(await check(request))).toEqual(['reader'])
  })

  it('can be made by nothing but opening: no proof comes from anywhere else', async () => {
    const takes = Object.entries(room).filter(([, value]) => typeof value === 'function')
    expect(takes.map(([name]) => name).sort()).toEqual(['checkReceipt', 'readReceipt', 'writeReceipt'])
    const deed = await import('../../src/deed/index.ts')
    expect(Object.keys(deed).filter((name) => /ProvenOpening/.test(name))).toEqual([])
    expect(await codeOf(async () => write({ key: (await party('stranger')).key }))).toBe('WRONG_RECIPIENT')
  })

  it('leaves the sums out for a card that only signs, and still says that they agree', async () => {
    const { key } = await createParty({ name: 'signs', role: 'sign', now: NOW })
    const exports = [{ path: folder.at('members.csv') }]
    const more = { seller: key, trusted: [(await party('advisor')).card], policy: POLICY }
    const record = folder.at('none.record')
    expect(await codeOf(() => seal(folder.at('none.deed'), exports, { ...more, record }))).toBe('USAGE')
    const deed = folder.at('signs.deed')
    await seal(deed, exports, more)
    const { receipt } = await write({ deed, from: key.card })
    expect([receipt.figures, receipt.controlTotals[0]?.answer]).toEqual([null, 'agree'])
  })
})

describe('a receipt that is not what it should be', () => {
  it('is refused with any byte of its statement flipped, and with its signatures changed (D01, D07)', async () => {
    const from = (await party('buyer')).card
    const open = (bytes: Uint8Array) => codeOf(async () => openPaper(bytes, RECEIPT, { from, name: 'r' }))
    const envelope = JSON.parse(Buffer.from(written.envelope).toString())
    const payload = Buffer.from(envelope.payload, 'base64')
    for (let at = 0; at < payload.length; at += Math.ceil(payload.length / 40)) {
      const flipped = Buffer.from(payload)
      flipped.writeUInt8(flipped.readUInt8(at) ^ 1, at)
      const bytes = Buffer.from(JSON.stringify({ ...envelope, payload: flipped.toString('base64') }))
      expect(await open(bytes)).toBe('SIGNATURE')
    }
    for (const at of [0, 1]) {
      const signatures = structuredClone(envelope.signatures)
      signatures[at].sig =
        `A${signatures[at].sig.slice(1)}` === signatures[at].sig
          ? `B${signatures[at].sig.slice(1)}`
          : `A${signatures[at].sig.slice(1)}`
      expect(await open(Buffer.from(JSON.stringify({ ...envelope, signatures })))).toBe('SIGNATURE')
    }
  })

  it('is refused under another card than its signer’s (D15)', async () => {
    const from = (await party('advisor')).card
    expect(await codeOf(() => check({ from }))).toBe('SIGNATURE')
  })

  it('is refused if it is another kind of paper', async () => {
    const { key } = await party('buyer')
    const bytes = signPaper(PREVIEW, { stage: 'teaser', language: 'en', tables: [] }, { key, now: NOW })
    expect(await codeOf(() => check({ bytes }))).toBe('DAMAGED')
  })

  it('is refused if it is about another manifest than it names, or accepts what it calls wrong', async () => {
    const { key } = await party('buyer')
    const bare = signPaper(RECEIPT, written.receipt, { key, now: NOW })
    expect(await codeOf(() => check({ bytes: bare }))).toBe('DAMAGED')
    const differ = (receipt: Receipt) =>
      receipt.controlTotals.map((each) => ({ ...each, answer: 'differ' as const }))
    const bytes = await resigned((receipt) => ({ controlTotals: differ(receipt) }))
    expect(await codeOf(() => check({ bytes }))).toBe('DAMAGED')
  })

  it('is not of another deed', async () => {
    const checked = await check({ deed: folder.at('b.deed'), record: readFileSync(folder.at('b.record')) })
    expect(no(checked)).toEqual(['deed'])
    expect(checked.faults.map(({ code }) => code)).toEqual(['DIFFERENT'])
  })

  it('is not compared with a deed of another seller', async () => {
    const checked = await check({ seller: (await party('stranger')).card, key: undefined, record: undefined })
    expect(checked.faults.map(({ check: asked, code }) => [asked, code])).toEqual([['deed', 'SIGNATURE']])
    expect(checked.answers.counts).toBe('not checked')
  })

  it('is no word of somebody to whom the deed was not given', async () => {
    const bytes = await resigned(() => ({}), 'stranger')
    const checked = await check({ bytes, from: (await party('stranger')).card })
    expect(no(checked)).toEqual(['reader', 'proofs', 'totals'])
  })

  it('cannot carry proofs that were made for another receipt, or by somebody else', async () => {
    const again = await check({
      bytes: await resigned(({ paperId }) => ({
        paperId: paperId.replace(/^./, (digit) => (digit === '0' ? '1' : '0')),
      })),
    })
    expect(no(again)).toEqual(['proofs', 'totals'])
    // The same number of a receipt does not help: the proof is bound to whoever signs.
    const bytes = await resigned(() => ({}), 'advisor')
    const stolen = await check({ bytes, from: (await party('advisor')).card })
    expect(no(stolen)).toEqual(['proofs', 'totals'])
    expect(stolen.faults.filter(({ check: asked }) => asked === 'proofs')).toHaveLength(3)
  })

  it('cannot count other rows or columns, leave out a compartment, or name what was not sealed: all at once', async () => {
    const bytes = await resigned(({ tables: [table] }) => ({
      tables: [
        {
          table: 0,
          name: 'members',
          compartments: (table?.compartments ?? []).slice(1).map((each, at) => ({
            ...each,
            ...(at === 0 ? { rows: 2, columns: 1 } : { columns: 7 }),
          })),
        },
      ],
    }))
    const checked = await check({ bytes })
    expect(checked.faults.map(({ check: asked, code }) => [asked, code])).toEqual([
      ['counts', 'DIFFERENT'],
      ['counts', 'DIFFERENT'],
      ['counts', 'DIFFERENT'],
      ['proofs', 'DIFFERENT'],
    ])
  })

  it('is found out if a sum is off by one cent', async () => {
    const figures = await otherFigures((sum) => sum - 1n)
    const { paperId } = written.receipt
    const checked = await check({ bytes: await resigned(() => ({ figures, paperId })) })
    expect(checked.faults).toMatchObject([{ check: 'totals', code: 'DIFFERENT' }])
    expect(checked.faults[0]?.sentence).toContain('-0.01')
    const same = await otherFigures((sum) => sum)
    expect((await check({ bytes: await resigned(() => ({ figures: same, paperId })) })).faults).toEqual([])
  })

  it('is not checked with the record of another deed, or with one that was changed', async () => {
    const other = await check({ record: readFileSync(folder.at('b.record')) })
    expect(other.faults.map(({ check: asked, code }) => [asked, code])).toEqual([['proofs', 'DIFFERENT']])
    const bytes = readFileSync(folder.at('a.record'))
    bytes.writeUInt8(bytes.readUInt8(bytes.length - 20) ^ 1, bytes.length - 20)
    expect((await check({ record: bytes })).faults.map(({ check: asked, code }) => [asked, code])).toEqual([
      ['proofs', 'DAMAGED'],
    ])
    const { key } = await party('seller')
    const plain = await unwrap(readFileSync(folder.at('a.record')), [key.open?.classic ?? ''])
    const record = JSON.parse(Buffer.from(plain).toString())
    record.facts[2].text = record.facts[2].text.replace('"amounts":1', '"amounts":2')
    const forged = await wrapForReaders(
      Buffer.from(JSON.stringify(record)),
      [key.card.open?.classic ?? ''],
      'classic',
    )
    expect((await check({ record: forged })).faults.map(({ code }) => code)).toEqual(['DAMAGED'])
  })
})

describe('the sums of what was restored', () => {
  const against = (name: string, content: string) =>
    write({ against: { target: folder.write(name, content) } })

  it('are those of the target, in whatever decimal places it writes them', async () => {
    const same = await against('same.csv', 'balance,phone\n"98,765.430",x\n')
    expect([same.receipt.state, same.receipt.summed]).toEqual(['accepted', 'target'])
    expect((await check({ bytes: same.envelope })).faults).toEqual([])
  })

  it('off by one cent mean "with exceptions" and exit 5, for the buyer and for the seller', async () => {
    const { receipt, failure, envelope } = await against('off.csv', MEMBERS.replace('.43', '.42'))
    expect([receipt.state, receipt.controlTotals[0]?.answer, failure?.code]).toEqual([
      ...['with-exceptions', 'differ', 'DIFFERENT'],
    ])
    const checked = await check({ bytes: envelope })
    expect(checked.faults.map(({ check: asked, code }) => [asked, code])).toEqual([
      ['totals', 'DIFFERENT'],
      ['totals', 'DIFFERENT'],
    ])
    expect(checked.faults[1]?.sentence).toContain('is -0.01, of as many amounts')
    const accepted = () => write({ against: { target: folder.at('off.csv') }, state: 'accepted' })
    expect(await codeOf(accepted)).toBe('DIFFERENT')
  })

  it('tell a lost row by its amount', async () => {
    const { envelope } = await against('short.csv', 'id,phone,balance\n')
    const { faults } = await check({ bytes: envelope })
    expect(faults.at(-1)?.sentence).toContain('amounts -1, empty cells 0')
  })

  it('are not checked where there is no such column, which is no fault and no yes', async () => {
    const { receipt, envelope } = await against('less.csv', 'id,phone\n1,2\n')
    expect(receipt.controlTotals[0]?.answer).toBe('not checked')
    const checked = await check({ bytes: envelope })
    expect([checked.faults, checked.answers.totals]).toEqual([[], 'not checked'])
  })
})

it('is checked in seconds, however many sums it says were not made', { timeout: 15_000 }, async () => {
  const controlTotals = Array.from({ length: COMPARTMENTS * CONTROL_TOTALS }, (_, number) => ({
    table: 'a table that is not there',
    column: `column ${String(number).padStart(6, '0')}`,
    answer: 'not checked' as const,
  }))
  const { notes } = await check({ bytes: await resigned(() => ({ controlTotals, figures: null })) })
  expect(notes.length).toBeGreaterThanOrEqual(controlTotals.length)
})

describe('the state of a receipt', () => {
  it('is with exceptions where the buyer has any', async () => {
    const { receipt, failure } = await write({ exceptions: ['the phone numbers are old'] })
    expect([receipt.state, receipt.exceptions, failure]).toEqual([
      'with-exceptions',
      ['the phone numbers are old'],
      undefined,
    ])
  })

  it('has a reason, unless it is accepted', async () => {
    expect(await codeOf(() => write({ state: 'with-exceptions' }))).toBe('USAGE')
    expect(await codeOf(() => write({ state: 'rejected' }))).toBe('USAGE')
    expect(await codeOf(() => write({ state: 'accepted', exceptions: ['but'] }))).toBe('USAGE')
  })

  it('of a damaged deed can only be rejected, and proves nothing', async () => {
    copyFileSync(folder.at('a.deed'), folder.at('damaged.deed'))
    const bytes = readFileSync(folder.at('damaged.deed'))
    const at = bytes.indexOf('data/0/0.blocks') + 40
    bytes.writeUInt8(bytes.readUInt8(at) ^ 1, at)
    const deed = folder.write('damaged.deed', bytes)
    const refused = await refusal(() => write({ deed }))
    expect(refused.code).toBe('DAMAGED')
    const { receipt, failure, envelope } = await write({ deed, state: 'rejected' })
    expect([receipt.state, receipt.tables, receipt.verdicts.complete]).toEqual(['rejected', [], 'no'])
    expect(failure?.code).toBe('DAMAGED')
    const checked = await check({ bytes: envelope })
    expect(checked.faults).toEqual([])
    expect(checked.answers).toMatchObject({ counts: 'not checked', proofs: 'not checked' })
  })

  it('of an expired deed is with exceptions at the most', async () => {
    const exports = [{ path: folder.at('members.csv') }]
    await seal(folder.at('late.deed'), exports, {
      policy: policy(
        'drift: names',
        'columns: { members: { id: { type: member-no, compartment: identity }, phone: { type: mobile, action: drop }, balance: { type: amount, action: drop } } }',
      ),
      expires: new Date(NOW.getTime() + 1000),
    })
    const late = { deed: folder.at('late.deed'), now: new Date(NOW.getTime() + 5000) }
    expect(await codeOf(() => write({ ...late, state: 'accepted' }))).toBe('EXPIRED')
    const { receipt, failure } = await write(late)
    expect([receipt.state, receipt.verdicts.fresh, failure?.code]).toEqual([
      'with-exceptions',
      'no',
      'EXPIRED',
    ])
  })

  it('needs a key that signs and opens', async () => {
    const { key } = await party('buyer')
    const { open: _, ...signs } = key
    expect(await codeOf(() => write({ key: signs }))).toBe('USAGE')
  })
})

it('signs a deed that is not this seller’s in no state', async () => {
  const from = (await party('stranger')).card
  expect(await codeOf(() => write({ from, state: 'rejected', exceptions: ['no'] }))).toBe('SIGNATURE')
})

it('reads a receipt with an unknown key as damaged, with a later format as unsupported (D29)', async () => {
  const { key } = await party('buyer')
  const statement = JSON.parse(
    Buffer.from(JSON.parse(Buffer.from(written.envelope).toString()).payload, 'base64').toString(),
  )
  const reopen = (predicate: unknown) => {
    const payload = Buffer.from(JSON.stringify({ ...statement, predicate }))
    const signatures = signDsse(
      DSSE_PAYLOAD_TYPE,
      payload,
      key.sign ?? { ed25519: new Uint8Array(), mldsa65: new Uint8Array() },
      key.card.fingerprint,
    )
    const bytes = Buffer.from(
      JSON.stringify({ payloadType: DSSE_PAYLOAD_TYPE, payload: payload.toString('base64'), signatures }),
    )
    return codeOf(async () => readReceipt(openPaper(bytes, RECEIPT, { from: key.card, name: 'r' }), 'r'))
  }
  expect(await reopen({ ...statement.predicate, more: 1 })).toBe('DAMAGED')
  expect(await reopen({ ...statement.predicate, format: 'datadeed/v2' })).toBe('UNSUPPORTED')
  expect(await reopen({ ...statement.predicate, critical: ['later'] })).toBe('UNSUPPORTED')
})

it('tells of a verification which sums agree', async () => {
  const { verifyDeed } = await import('../../src/verify/index.ts')
  const report: VerifyReport = await verifyDeed({
    deed: folder.at('a.deed'),
    from: (await party('seller')).card,
    key: (await party('buyer')).key,
    now: NOW,
    workers: 1,
  })
  expect(report.controlTotals).toEqual([{ table: 'members', column: 'balance', answer: 'agree' }])
})
