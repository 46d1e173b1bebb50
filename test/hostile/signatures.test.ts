import { describe, expect, it } from 'vitest'
import { buildSeller } from '../../fixtures/deeds/parties.ts'
import { signed } from '../../fixtures/deeds/small-deed.ts'
import { dssePae, toBase64 } from '../../src/crypto/index.ts'
import { nobleMlDsa, nodeMlDsa } from '../../src/crypto/ml-dsa.ts'
import { bytesOf, editManifest, replace } from '../deed/edit-deed.ts'
import { useSpecimen } from './buyers-way.ts'

// biome-ignore lint/suspicious/noExplicitAny: tests write what no type allows
type Json = any

const TYPE = 'application/vnd.in-toto+json'
const CONTEXT = Buffer.from('datadeed/v1')
const STATEMENT_OF = { 'signatures.json': 'manifest.json', 'access.signatures.json': 'access.json' } as const
const specimen = useSpecimen()

const parsed = (name: string): Json => JSON.parse(Buffer.from(bytesOf(specimen().entries, name)).toString())
const json = (value: unknown): Uint8Array => Buffer.from(JSON.stringify(value))
const end = (name: string, bytes: Uint8Array) => specimen().end(replace(specimen().entries, name, bytes))
const changed = (name: string, edit: (envelope: Json) => unknown): Uint8Array => {
  const envelope = parsed(name)
  edit(envelope)
  return json(envelope)
}
/** The end of the deed with an envelope that `edit` changed. */
const put = (name: string, edit: (envelope: Json) => unknown) => end(name, changed(name, edit))
const seeds = () => {
  const { sign } = specimen().deed.seller
  if (sign === undefined) throw new Error('the fixture seller signs')
  return sign
}
const manifestPae = () => dssePae(TYPE, bytesOf(specimen().entries, 'manifest.json'))

it('accepts the specimen itself, packed again and with its envelopes written again', async () => {
  expect(await specimen().endOfZip(specimen().entries)).toBe(0)
})

describe.each(['signatures.json', 'access.signatures.json'] as const)('the envelope %s', (name) => {
  const change = (edit: (envelope: Json) => unknown) => put(name, edit)
  const signatures = (edit: (pair: Json[]) => Json[]) =>
    change((envelope) => {
      envelope.signatures = edit(envelope.signatures)
    })

  it('D04 with another payload type, or the same in other letters, is refused', async () => {
    for (const type of ['text/plain', TYPE.toUpperCase(), `${TYPE} `, '', 'application/vnd.in-toto+JSON']) {
      expect(await change((envelope) => Object.assign(envelope, { payloadType: type }))).toBe(6)
    }
  })

  it('D04 with a signature made under another payload type is refused: the type is inside what is signed', async () => {
    const message = dssePae('text/plain', bytesOf(specimen().entries, STATEMENT_OF[name]))
    const sig = toBase64(nobleMlDsa.sign(seeds().mldsa65, message, CONTEXT))
    expect(await signatures(([ed25519]) => [ed25519, { alg: 'ml-dsa-65', sig }])).toBe(6)
  })

  it('D05 without signatures is refused', async () => {
    expect(await signatures(() => [])).toBe(6)
  })

  it('D07 with a signature that is cut or longer is refused', async () => {
    for (const at of [0, 1]) {
      for (const resize of [
        (bytes: Buffer) => bytes.subarray(0, -1),
        (bytes: Buffer) => Buffer.concat([bytes, Buffer.of(0)]),
        () => Buffer.alloc(0),
      ]) {
        const resized = (pair: Json[]) =>
          pair.map((item, number) =>
            number === at
              ? { ...item, sig: resize(Buffer.from(item.sig, 'base64')).toString('base64') }
              : item,
          )
        expect(await signatures(resized)).toBe(6)
      }
    }
  })

  it('D08 D09 without the one or the other algorithm is refused', async () => {
    expect(await signatures(([ed25519]) => [ed25519])).toBe(6)
    expect(await signatures(([, mldsa65]) => [mldsa65])).toBe(6)
  })

  it('D10 D11 with one key twice, under one name or two, is refused: a key counts once', async () => {
    for (const at of [0, 1]) {
      expect(await signatures((pair) => [pair[at], pair[at]])).toBe(6)
      expect(await signatures((pair) => [pair[at], { ...pair[at], keyid: 'ab'.repeat(32) }])).toBe(6)
      expect(await signatures((pair) => [pair[at], { ...pair[at], alg: pair[1 - at].alg }])).toBe(6)
      expect(await signatures((pair) => [pair[at], { keyid: 'x', sig: pair[at].sig }])).toBe(6)
    }
  })

  /** A deed that is taken costs a hundred times as much as one that is refused: as a ZIP only. */
  const taken = (edit: (envelope: Json) => unknown) =>
    specimen().endOfZip(replace(specimen().entries, name, changed(name, edit)), { acts: ['restore'] })

  it('D12 with hints that name another key, or none, is taken: only the confirmed card decides', async () => {
    const [renamed, without] = [{ keyid: 'ab'.repeat(32) }, { keyid: undefined, alg: undefined }]
    for (const hints of [renamed, without]) {
      expect(
        await taken((envelope) => {
          envelope.signatures = envelope.signatures.toReversed().map((item: Json) => ({ ...item, ...hints }))
        }),
      ).toBe(0)
    }
  })

  it('D13 D14 with more signatures and fields than it needs is taken', async () => {
    const stranger = { keyid: 'somebody', alg: 'slh-dsa', sig: 'AAAA' }
    expect(
      await taken((envelope) => {
        envelope.signatures = [stranger, ...envelope.signatures, { ...stranger, alg: 'ed25519' }]
        envelope.more = { unknown: [1] }
      }),
    ).toBe(0)
  })
})

describe('signatures', () => {
  it('D03 hold for the exact bytes of a statement, not for its JSON', async () => {
    for (const name of ['manifest.json', 'access.json']) {
      expect(await end(name, json(parsed(name)))).toBe(6)
      expect(await end(name, Buffer.concat([bytesOf(specimen().entries, name), Buffer.from('\n')]))).toBe(6)
    }
  })

  it('D06 of another deed, of the other statement or of somebody else are refused', async () => {
    const { entries, others } = specimen()
    const somebody = await buildSeller('somebody')
    for (const bytes of [
      bytesOf(others, 'signatures.json'),
      bytesOf(entries, 'access.signatures.json'),
      signed(bytesOf(entries, 'manifest.json'), somebody),
    ]) {
      expect(await end('signatures.json', bytes)).toBe(6)
    }
    expect(await end('access.signatures.json', bytesOf(entries, 'signatures.json'))).toBe(6)
    expect(await end('access.signatures.json', bytesOf(others, 'access.signatures.json'))).toBe(6)
  })

  it('D06 of one algorithm each by two parties are refused: one card must hold both', async () => {
    const somebody = signed(bytesOf(specimen().entries, 'manifest.json'), await buildSeller('somebody'))
    const [theirEd25519, theirMlDsa] = JSON.parse(Buffer.from(somebody).toString()).signatures
    expect(await put('signatures.json', ({ signatures }) => signatures.splice(0, 1, theirEd25519))).toBe(6)
    expect(await put('signatures.json', ({ signatures }) => signatures.splice(1, 1, theirMlDsa))).toBe(6)
  })

  it('D15 by keys that only the deed itself names are refused', async () => {
    const { deed, entries, end } = specimen()
    const somebody = await buildSeller('somebody')
    const { sign } = somebody.card
    const theirs = editManifest(entries, somebody, ({ predicate }) => {
      predicate.seller = {
        name: deed.seller.card.name,
        role: 'sign',
        fingerprint: somebody.card.fingerprint,
        ed25519: toBase64(sign?.ed25519 ?? Buffer.alloc(0)),
        mldsa65: toBase64(sign?.mldsa65 ?? Buffer.alloc(0)),
      }
      predicate.required[0].fingerprint = somebody.card.fingerprint
    })
    expect(await specimen().endOfZip(theirs, { from: somebody.card, acts: ['verify'] })).toBe(0)
    expect(await end(theirs)).toBe(6)
  })

  it('D18 with S + L in place of S are refused', async () => {
    const order = 2n ** 252n + 27742317777372353535851937790883648493n
    const raise = (sig: string): string => {
      const bytes = Buffer.from(sig, 'base64')
      const s = BigInt(`0x${Buffer.from(bytes.subarray(32)).reverse().toString('hex')}`)
      bytes.set(Buffer.from((s + order).toString(16).padStart(64, '0'), 'hex').reverse(), 32)
      return bytes.toString('base64')
    }
    const raised = ({ signatures }: Json) => {
      signatures[0].sig = raise(signatures[0].sig)
    }
    expect(await put('signatures.json', raised)).toBe(6)
    expect(await put('access.signatures.json', raised)).toBe(6)
  })

  it('D19 made for another purpose are refused: no context, another one, a longer one', async () => {
    const { mldsa65 } = seeds()
    const noContext = new Uint8Array(0)
    const made = [
      ...['', 'datadeed/v2', 'datadeed/v1\0', 'datadeed/v'].map((context) =>
        nobleMlDsa.sign(mldsa65, manifestPae(), Buffer.from(context)),
      ),
      nodeMlDsa.sign(mldsa65, manifestPae(), noContext),
      // Over the statement alone, without the envelope around it.
      nobleMlDsa.sign(mldsa65, bytesOf(specimen().entries, 'manifest.json'), CONTEXT),
    ]
    for (const signature of made) {
      expect(
        await put('signatures.json', ({ signatures }) => {
          signatures[1].sig = toBase64(signature)
        }),
      ).toBe(6)
    }
  })
})
