import { describe, expect, it } from 'vitest'
import { bytesOf, type Entry, editAccess, editManifest, replace } from '../deed/edit-deed.ts'
import { useSpecimen } from './buyers-way.ts'

// biome-ignore lint/suspicious/noExplicitAny: edits write what no type allows
type Json = any

const specimen = useSpecimen()
const LONG = process.env.DATADEED_TEST_LONG !== undefined
const EDITS = { 'manifest.json': editManifest, 'access.json': editAccess } as const

/** The end of a deed whose statement the seller changed as JSON or as text, and signed again. */
describe.each(['manifest.json', 'access.json'] as const)('a validly signed %s', (name) => {
  const signed = (edit: (statement: Json) => unknown): readonly Entry[] =>
    EDITS[name](specimen().entries, specimen().deed.seller, edit)
  const withJson = (edit: (predicate: Json, statement: Json) => unknown) =>
    specimen().end(signed((statement) => edit(statement.predicate, statement)))
  const withBytes = (change: (text: string) => string | Uint8Array) =>
    specimen().end(signed((statement) => Buffer.from(change(JSON.stringify(statement)))))
  const withExt = (text: string) => withBytes((json) => json.replace('"ext":{}', `"ext":${text}`))

  /** Each in one of the two statements, and in both with DATADEED_TEST_LONG: the same reader reads them. */
  const isTriedHere = (_: unknown, at: number) => LONG || at % 2 === (name === 'manifest.json' ? 0 : 1)

  it('D21 with a key twice is refused, wherever it stands', async () => {
    expect(await withBytes((json) => json.replace('"ext":{}', '"ext":{},"ext":{}'))).toBe(5)
    expect(await withBytes((json) => `{"predicate":null,${json.slice(1)}`)).toBe(5)
    expect(await withExt('{"a":1,"\\u0061":2}')).toBe(5)
    expect(await withExt('{"a":{"b":1,"c":2,"b":1}}')).toBe(5)
  })

  it('D22 with a key that names the prototype is refused, and changes no object', async () => {
    expect(await withExt('{"__proto__":{"polluted":1}}')).toBe(5)
    expect(await withExt('{"\\u005f_proto__":{"polluted":1}}')).toBe(5)
    expect(await withJson((predicate) => Object.assign(predicate, { constructor: { prototype: 1 } }))).toBe(5)
    expect(({} as Json).polluted).toBeUndefined()
    expect(({} as Json).prototype).toBeUndefined()
  })

  it('D23 with a number that two readers read differently is refused', async () => {
    for (const number of [
      '1e400',
      '-1e400',
      '1E2',
      '9007199254740993',
      '0.1000000000000000055511151231257',
      '01',
      '+1',
      'NaN',
      '0x10',
      '1.',
    ].filter(isTriedHere)) {
      expect(await withExt(`{"a":${number}}`), number).toBe(5)
    }
    const field = name === 'manifest.json' ? '"sequence":' : '"serial":'
    for (const number of ['-0', '0.5', '9007199254740992', '-1', '1e0'].filter(isTriedHere)) {
      const put = (json: string) => json.replace(new RegExp(`${field}[^,]+`), `${field}${number}`)
      expect(await withBytes(put), number).toBe(5)
    }
  })

  it('D26 D27 D28 in another encoding, with a mark before it or bytes behind it is refused', async () => {
    const latin = (text: string) => Buffer.from(text.replace('"ext":{}', '"ext":{"a":"\u00e9"}'), 'latin1')
    expect(await withBytes(latin)).toBe(5)
    expect(await withBytes((text) => Buffer.from(text, 'utf16le'))).toBe(5)
    expect(await withBytes((text) => text.replace('"ext":{}', '"ext":{"a":"\\ud800"}'))).toBe(5)
    expect(await withBytes((text) => `\ufeff${text}`)).toBe(5)
    for (const more of ['{}', '\0', ',', 'null', '//', '\u00a0']) {
      expect(await withBytes((text) => text + more)).toBe(5)
    }
  })

  it('D24 nested deeper than 32 is refused', async () => {
    expect(await withExt(`{"a":${'['.repeat(100_000)}${']'.repeat(100_000)}}`)).toBe(4)
    expect(await withExt('{"a":'.repeat(100_000))).toBe(4)
  })

  it('D29 of a later version is called that, whatever else is in it', async () => {
    expect(await withJson((predicate) => Object.assign(predicate, { format: 'datadeed/v2' }))).toBe(9)
    expect(await withJson((predicate) => Object.assign(predicate, { format: 'datadeed/v2', new: 1 }))).toBe(9)
  })

  it('D30 of an unknown suite is refused as unknown, never read as one of ours', async () => {
    expect(await withJson((predicate) => Object.assign(predicate, { suite: 'kyber-only' }))).toBe(9)
    expect(await withJson((predicate) => Object.assign(predicate, { suite: 'hybrid' }))).toBe(5)
  })

  it('D31 with something critical that this version does not know is refused', async () => {
    expect(await withJson((predicate) => Object.assign(predicate, { critical: ['tomorrow'] }))).toBe(9)
  })

  it('D32 with unknown things under ext is taken, anywhere else refused', async () => {
    const taken = signed(({ predicate }) => Object.assign(predicate, { ext: { any: { thing: [1, null] } } }))
    expect(await specimen().endOfZip(taken, { acts: ['restore'] })).toBe(0)
    expect(await withJson((predicate) => Object.assign(predicate, { thing: 1 }))).toBe(5)
    expect(await withJson((_, statement) => Object.assign(statement, { thing: 1 }))).toBe(5)
  })
})

describe('an envelope, which anybody can write,', () => {
  const end = (bytes: Uint8Array) => specimen().end(replace(specimen().entries, 'signatures.json', bytes))
  const text = () => Buffer.from(bytesOf(specimen().entries, 'signatures.json')).toString()

  it('D21 D22 D26 D27 D28 is read as strictly as a statement', async () => {
    for (const bytes of [
      text().replace('{', '{"payloadType":"x",'),
      text().replace('{', '{"__proto__":{"polluted":1},'),
      `\ufeff${text()}`,
      `${text()}{}`,
      '',
      '[]',
      'null',
      '{"payloadType":"application/vnd.in-toto+json"}',
    ]) {
      expect(await end(Buffer.from(bytes)), bytes.slice(0, 40)).toBe(5)
    }
    expect(await end(Buffer.concat([Buffer.of(0xff), Buffer.from(text())]))).toBe(5)
    expect(({} as Json).polluted).toBeUndefined()
  })

  it('D24 D25 is refused where it is too deep, or asks for too many verifications', async () => {
    const [head, tail] = ['{"payloadType":"application/vnd.in-toto+json","signatures":', '}']
    expect(await end(Buffer.from(`${head}${'['.repeat(100_000)}`))).toBe(4)
    const stranger = '{"alg":"ed25519","sig":"AAAA"}'
    expect(await end(Buffer.from(`${head}[${Array(65).fill(stranger).join()}]${tail}`))).toBe(4)
    expect(await end(Buffer.from(`${head}[${Array(100_000).fill(stranger).join()}]${tail}`))).toBe(4)
  })
})
