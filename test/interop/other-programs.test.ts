import { execFileSync, spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { afterAll, beforeAll, describe, expect } from 'vitest'
import { type ClassicDeed, sealClassicDeed } from './classic-deed.ts'
import { findProgram, itNeeds } from './needs.ts'

/** Six runs of the program, on a machine that may be busy. */
const SEALING_MS = 120_000

let deed: ClassicDeed
beforeAll(() => {
  deed = sealClassicDeed()
}, SEALING_MS)
afterAll(() => deed?.[Symbol.dispose]())

describe('age files of a classic deed', () => {
  itNeeds('age', 'age')('open with the age program and hold the keys that the manifest commits to', (age) => {
    const manifest = readJson('manifest.json') as Manifest
    const files = readdirSync(join(deed.folder, 'keys'))
    expect(files.length).toBe(manifest.predicate.compartments.length)
    for (const [index, { name, macKey, epochs }] of manifest.predicate.compartments.entries()) {
      const opened = execFileSync(age, ['-d', '-i', deed.identity, join(deed.folder, 'keys', `${name}.age`)])
      const payload = JSON.parse(opened.toString('utf8')) as KeysPayload
      const deedId = Buffer.from(manifest.predicate.deedId, 'hex')
      expect(payload).toMatchObject({ deedId: manifest.predicate.deedId, compartment: name })
      expect(payload.epochs.map(({ epoch }) => epoch)).toEqual(epochs.map(({ epoch }) => epoch))
      expect(commitment('mac-key', deedId, u32(index), Buffer.from(payload.macKey, 'base64'))).toBe(macKey)
      for (const [at, { epoch, key }] of payload.epochs.entries()) {
        const committed = commitment('data-key', deedId, u32(index), u32(epoch), Buffer.from(key, 'base64'))
        expect(committed).toBe(epochs[at]?.key)
      }
    }
  })

  itNeeds('age', 'age')('do not open with another identity', (age) => {
    const stranger = join(deed.home, 'stranger.txt')
    execFileSync(join(dirname(age), 'age-keygen'), ['-o', stranger], { stdio: 'ignore' })
    const [first = ''] = readdirSync(join(deed.folder, 'keys'))
    const result = spawnSync(age, ['-d', '-i', stranger, join(deed.folder, 'keys', first)])
    expect(result.status).not.toBe(0)
    expect(result.stdout).toHaveLength(0)
  })
})

describe('signatures of a deed', () => {
  const entries = [
    ['manifest.json', 'signatures.json'],
    ['access.json', 'access.signatures.json'],
  ] as const

  for (const [body, signatures] of entries) {
    itNeeds('openssl', 'openssl')(
      `hold for openssl with the lines of FORMAT.md: Ed25519 over ${body}`,
      (openssl) => {
        const files = writeSigned(body, signatures, 'ed25519')
        const words = [
          'pkeyutl',
          '-verify',
          '-pubin',
          '-inkey',
          files.key,
          '-rawin',
          '-in',
          files.pae,
          '-sigfile',
        ]
        expect(spawnSync(openssl, [...words, files.signature]).status).toBe(0)
        writeFileSync(files.pae, ' ', { flag: 'a' })
        expect(spawnSync(openssl, [...words, files.signature]).status).not.toBe(0)
      },
    )
  }

  // Debian 12 has OpenSSL 3.0, which knows no ML-DSA; nothing can be installed there, so nothing is skipped either.
  if (opensslKnowsMlDsa()) {
    itNeeds('openssl', 'openssl')(
      'hold for openssl with the lines of FORMAT.md: ML-DSA-65 over manifest.json',
      (openssl) => {
        const files = writeSigned('manifest.json', 'signatures.json', 'ml-dsa-65')
        const words = ['pkeyutl', '-verify', '-pubin', '-inkey', files.key, '-rawin', '-in', files.pae]
        const context = ['-pkeyopt', 'context-string:datadeed/v1']
        expect(spawnSync(openssl, [...words, '-sigfile', files.signature, ...context]).status).toBe(0)
      },
    )
  }
})

describe('the file form of a deed', () => {
  itNeeds('unzip', 'unzip')('is a sound ZIP archive of the entries of the folder form', (unzip) => {
    const tested = spawnSync(unzip, ['-t', deed.file], { encoding: 'utf8' })
    expect(tested.status, tested.stdout).toBe(0)
    const listed = execFileSync(unzip, ['-Z1', deed.file], { encoding: 'utf8' }).trim().split('\n')
    expect([listed[0], listed.at(-1)]).toEqual(['mimetype', 'signatures.json'])
    const inFolder = readdirSync(deed.folder, { recursive: true, encoding: 'utf8', withFileTypes: true })
    expect(listed).toHaveLength(inFolder.filter((entry) => entry.isFile()).length)
  })

  itNeeds('unzip', 'unzip')('lets a person read README.txt without datadeed', (unzip) => {
    const text = execFileSync(unzip, ['-p', deed.file, 'README.txt'], { encoding: 'utf8' })
    expect(text).toContain('datadeed')
  })
})

interface Manifest {
  readonly predicate: {
    readonly deedId: string
    readonly compartments: readonly {
      readonly name: string
      readonly macKey: string
      readonly epochs: readonly { readonly epoch: number; readonly key: string }[]
    }[]
  }
}

interface KeysPayload {
  readonly macKey: string
  readonly epochs: readonly { readonly epoch: number; readonly key: string }[]
}

interface Envelope {
  readonly payloadType: string
  readonly signatures: readonly { readonly alg: string; readonly sig: string }[]
}

function readJson(entry: string): unknown {
  return JSON.parse(readFileSync(join(deed.folder, entry), 'utf8'))
}

/** FORMAT.md section 8, with nothing of the program under test. */
function commitment(label: string, ...parts: readonly Buffer[]): string {
  const hash = createHash('sha256').update(`datadeed/v1/${label}\0`)
  for (const part of parts) hash.update(part)
  return hash.digest('hex')
}

function u32(value: number): Buffer {
  const bytes = Buffer.alloc(4)
  bytes.writeUInt32BE(value)
  return bytes
}

/** SubjectPublicKeyInfo before the raw key: RFC 8410 for Ed25519, RFC 9881 for ML-DSA-65. */
const SPKI_HEADS = {
  ed25519: '302a300506032b6570032100',
  'ml-dsa-65': '308207b2300b0609608648016503040312038207a100',
} as const

/** Puts the signed bytes (FORMAT.md section 4), the signature and the key where openssl can read them. */
function writeSigned(
  body: string,
  signatures: string,
  algorithm: keyof typeof SPKI_HEADS,
): { readonly pae: string; readonly signature: string; readonly key: string } {
  const at = (name: string): string => join(deed.home, `${body}.${algorithm}.${name}`)
  const bytes = readFileSync(join(deed.folder, body))
  const { payloadType, signatures: all } = readJson(signatures) as Envelope
  expect(payloadType).toBe('application/vnd.in-toto+json')
  const head = `DSSEv1 ${payloadType.length} ${payloadType} ${bytes.length} `
  writeFileSync(at('pae'), Buffer.concat([Buffer.from(head), bytes]))
  const signature = all.find(({ alg }) => alg === algorithm)
  writeFileSync(at('sig'), Buffer.from(signature?.sig ?? '', 'base64'))
  const raw = algorithm === 'ed25519' ? deed.ed25519 : deed.mldsa65
  const der = Buffer.concat([Buffer.from(SPKI_HEADS[algorithm], 'hex'), raw]).toString('base64')
  const lines = der.match(/.{1,64}/g) ?? []
  writeFileSync(
    at('pem'),
    ['-----BEGIN PUBLIC KEY-----', ...lines, '-----END PUBLIC KEY-----', ''].join('\n'),
  )
  return { pae: at('pae'), signature: at('sig'), key: at('pem') }
}

function opensslKnowsMlDsa(): boolean {
  const openssl = findProgram('openssl')
  if (openssl === undefined) return false
  const [, major, minor] =
    /^OpenSSL (\d+)\.(\d+)/.exec(execFileSync(openssl, ['version'], { encoding: 'utf8' })) ?? []
  return Number(major) > 3 || (Number(major) === 3 && Number(minor) >= 5)
}
