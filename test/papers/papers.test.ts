import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { buildSeller } from '../../fixtures/deeds/parties.ts'
import { DSSE_PAYLOAD_TYPE, signDsse } from '../../src/crypto/index.ts'
import type { DatadeedError } from '../../src/errors.ts'
import { PAPER_BYTES } from '../../src/limits.ts'
import { findPaperForm, openPaper, paperHead, signPaper } from '../../src/papers/index.ts'

const NOTE = {
  predicateType: 'urn:datadeed:note:v1',
  schema: z.strictObject({ ...paperHead, note: z.string().max(100) }),
}
const OTHER = { ...NOTE, predicateType: 'urn:datadeed:other:v1' }

const seller = await buildSeller('Shop')
const stranger = await buildSeller('Somebody else')
const now = new Date('2026-03-04T05:06:07.890Z')
const paper = signPaper(NOTE, { note: 'as agreed' }, { key: seller, now })
const from = { from: seller.card, name: 'note.json' }

type Envelope = {
  payloadType: string
  payload: string
  signatures: { keyid?: string; alg?: string; sig: string }[]
}

const read = (bytes: Uint8Array): Envelope => JSON.parse(Buffer.from(bytes).toString())
const write = (envelope: unknown): Uint8Array => Buffer.from(JSON.stringify(envelope))
const statementOf = (bytes: Uint8Array) => JSON.parse(Buffer.from(read(bytes).payload, 'base64').toString())

/** The paper after an edit of its envelope. */
function edited(edit: (envelope: Envelope) => unknown): Uint8Array {
  const envelope = read(paper)
  edit(envelope)
  return write(envelope)
}

/** A paper with another statement, signed by the same key as if it were right. */
function resigned(change: (statement: ReturnType<typeof statementOf>) => unknown): Uint8Array {
  const statement = statementOf(paper)
  const changed = change(statement)
  const payload = Buffer.from(typeof changed === 'string' ? changed : JSON.stringify(statement))
  const seeds = seller.sign
  if (seeds === undefined) throw new Error('the seller signs')
  const signatures = signDsse(DSSE_PAYLOAD_TYPE, payload, seeds, seller.card.fingerprint)
  return write({ payloadType: DSSE_PAYLOAD_TYPE, payload: payload.toString('base64'), signatures })
}

function codeOf(bytes: Uint8Array, kind = NOTE, card = seller.card): string {
  try {
    openPaper(bytes, kind, { ...from, from: card })
    return 'opened'
  } catch (error) {
    return (error as DatadeedError).code
  }
}

describe('a paper', () => {
  it('says what was signed, by whom and when', () => {
    const { predicate, subject, sha256 } = openPaper(paper, NOTE, from)
    expect(predicate).toMatchObject({
      note: 'as agreed',
      created: '2026-03-04T05:06:07Z',
      issuer: { name: 'Shop', fingerprint: seller.card.fingerprint },
      tool: { name: 'datadeed' },
    })
    expect(subject).toEqual([])
    expect(sha256).toMatch(/^[0-9a-f]{64}$/)
  })

  it('is another one each time, whatever it says', () => {
    const again = signPaper(NOTE, { note: 'as agreed' }, { key: seller, now })
    expect(openPaper(again, NOTE, from).predicate.paperId).not.toBe(
      openPaper(paper, NOTE, from).predicate.paperId,
    )
  })

  it('is an in-toto statement in a DSSE envelope, with one signature of each algorithm', () => {
    const { payloadType, signatures } = read(paper)
    expect(payloadType).toBe('application/vnd.in-toto+json')
    expect(signatures.map(({ alg }) => alg)).toEqual(['ed25519', 'ml-dsa-65'])
    expect(statementOf(paper)).toMatchObject({
      _type: 'https://in-toto.io/Statement/v1',
      predicateType: NOTE.predicateType,
    })
  })

  it('names what it is about by digest', () => {
    const subject = [{ name: 'manifest.json', digest: { sha256: 'ab'.repeat(32) } }]
    const about = signPaper(NOTE, { note: '' }, { key: seller, now, subject })
    expect(openPaper(about, NOTE, from).subject).toEqual(subject)
  })

  it('with more in its envelope than DSSE has is read all the same: that is not signed and not shown', () => {
    const more = edited((envelope) => Object.assign(envelope, { remark: 'x' }))
    expect(codeOf(more)).toBe('opened')
  })

  it.each<[string, string, Uint8Array]>([
    [
      'with a changed payload',
      'SIGNATURE',
      edited((e) => Object.assign(e, { payload: `${e.payload.slice(0, -4)}AAAA` })),
    ],
    ['without the Ed25519 signature', 'SIGNATURE', edited((e) => e.signatures.shift())],
    ['without the ML-DSA signature (T5)', 'SIGNATURE', edited((e) => e.signatures.pop())],
    [
      'with a signature twice instead of both (T5)',
      'SIGNATURE',
      edited((e) => e.signatures.splice(1, 1, ...e.signatures.slice(0, 1))),
    ],
    ['of another payload type', 'SIGNATURE', edited((e) => Object.assign(e, { payloadType: 'text/plain' }))],
    ['whose payload is no base64', 'DAMAGED', edited((e) => Object.assign(e, { payload: `${e.payload} ` }))],
    ['without a payload', 'DAMAGED', write({ payloadType: 'x', signatures: [] })],
    ['that is no JSON', 'DAMAGED', Buffer.from('a note')],
    ['with bytes behind it', 'DAMAGED', Buffer.concat([paper, Buffer.from('{}')])],
    [
      'with a key twice (T10)',
      'DAMAGED',
      Buffer.from(Buffer.from(paper).toString().replace('{', '{"payloadType":"x",')),
    ],
    [
      'with an unknown field in what is signed',
      'DAMAGED',
      resigned((s) => Object.assign(s.predicate, { more: 1 })),
    ],
    ['with an unknown field beside the predicate', 'DAMAGED', resigned((s) => Object.assign(s, { more: 1 }))],
    [
      'with a signed key twice (T10)',
      'DAMAGED',
      resigned((s) => JSON.stringify(s).replace('"note"', '"note":"x","note"')),
    ],
    [
      'of a later format',
      'UNSUPPORTED',
      resigned((s) => Object.assign(s.predicate, { format: 'datadeed/v2' })),
    ],
    [
      'with a critical field',
      'UNSUPPORTED',
      resigned((s) => Object.assign(s.predicate, { critical: ['until'] })),
    ],
    [
      'that names another issuer than its signer (T7)',
      'SIGNATURE',
      resigned((s) => Object.assign(s.predicate.issuer, { fingerprint: stranger.card.fingerprint })),
    ],
  ])('%s is refused', (_, code, bytes) => {
    expect(codeOf(bytes)).toBe(code)
  })

  it('of another kind is refused, however well signed', () => {
    expect(codeOf(paper, OTHER)).toBe('DAMAGED')
  })

  it('of a kind that is called like what every object has demands nothing that is known', () => {
    const kind = { ...NOTE, predicateType: 'constructor' }
    const demanding = resigned((s) => {
      s.predicateType = kind.predicateType
      s.predicate.critical = ['until']
    })
    expect(codeOf(demanding, kind)).toBe('UNSUPPORTED')
  })

  it('under another card is refused', () => {
    expect(codeOf(paper, NOTE, stranger.card)).toBe('SIGNATURE')
  })

  it('is verified before what it says is parsed', () => {
    const payload = Buffer.from('{"a":1,"a":2}').toString('base64')
    const unsigned = edited((e) => Object.assign(e, { payload }))
    expect(codeOf(unsigned)).toBe('SIGNATURE')
    expect(codeOf(resigned(() => '{"a":1,"a":2}'))).toBe('DAMAGED')
  })

  it('is read up to its limit and not a byte further (T11)', () => {
    const padded = (length: number) => Buffer.concat([paper, Buffer.alloc(length - paper.length, ' ')])
    expect(codeOf(padded(PAPER_BYTES))).toBe('opened')
    expect(codeOf(padded(PAPER_BYTES + 1))).toBe('LIMIT')
  })

  it('is not written with what its own reader would refuse', () => {
    const write = () => signPaper(NOTE, { note: 'x'.repeat(101) }, { key: seller, now })
    expect(write).toThrow(expect.objectContaining({ code: 'INTERNAL' }))
  })
})

describe('the form of a paper file', () => {
  it.each([
    ['an envelope', '{"payloadType"', 'envelope'],
    ['a page', '<!doctype html>\n<html', 'page'],
    ['a page as editors write it', '\n<!DOCTYPE HTML>', 'page'],
    ['a deed', 'PK\u0003\u0004mimetype', undefined],
    ['a table', 'a,b\n1,2\n', undefined],
    ['nothing', '', undefined],
  ])('is told of %s by its beginning', (_, head, form) => {
    expect(findPaperForm(Buffer.from(head))).toBe(form)
  })
})
