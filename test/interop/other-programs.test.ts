import { execFileSync, spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { ml_dsa65 } from '@noble/post-quantum/ml-dsa.js'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
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
      `hold for openssl with the line of FORMAT.md: Ed25519 over ${body}`,
      (openssl) => {
        const cwd = writeSigned(body, signatures)
        const words = wordsOfThePage('ed25519')
        expect(spawnSync(openssl, words, { cwd }).status).toBe(0)
        writeFileSync(join(cwd, 'pae.bin'), ' ', { flag: 'a' })
        expect(spawnSync(openssl, words, { cwd }).status).not.toBe(0)
      },
    )

    // Debian 12 has OpenSSL 3.0, which knows no ML-DSA; nothing can be installed there, so nothing is skipped either.
    if (opensslKnowsMlDsa()) {
      itNeeds('openssl', 'openssl')(
        `hold for openssl with the line of FORMAT.md: ML-DSA-65 over ${body}`,
        (openssl) => {
          const cwd = writeSigned(body, signatures)
          expect(spawnSync(openssl, wordsOfThePage('mldsa65'), { cwd }).status).toBe(0)
        },
      )
    }

    it(`hold for @noble/post-quantum: ML-DSA-65 over ${body}`, () => {
      const cwd = writeSigned(body, signatures)
      const [signed, signature] = ['pae.bin', 'mldsa65.sig'].map((name) => readFileSync(join(cwd, name)))
      const context = Buffer.from('datadeed/v1')
      const verify = (message: Uint8Array) =>
        ml_dsa65.verify(
          new Uint8Array(signature ?? []),
          new Uint8Array(message),
          new Uint8Array(deed.mldsa65),
          {
            context,
          },
        )
      expect(verify(signed ?? Buffer.of())).toBe(true)
      expect(verify(Buffer.concat([signed ?? Buffer.of(), Buffer.of(0)]))).toBe(false)
    })
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

  itNeeds('python3', 'python3')('is read whole by the zipfile of Python', (python) => {
    const script =
      'import sys, zipfile, json\nfile = zipfile.ZipFile(sys.argv[1])\nassert file.testzip() is None\n' +
      'print(json.dumps([[i.filename, i.file_size, i.compress_type, file.read(i).hex()] for i in file.infolist()]))'
    const told = execFileSync(python, ['-c', script, deed.file], { encoding: 'utf8', maxBuffer: 2 ** 26 })
    const read = JSON.parse(told) as [name: string, size: number, method: number, hex: string][]
    expect(read.map(([name]) => name)).toEqual(orderOf(deed.folder))
    for (const [name, size, method, hex] of read) {
      expect([name, hex.length, method]).toEqual([name, 2 * size, 0])
    }
  })

  itNeeds('unzip', 'unzip')('lets a person read README.txt without datadeed', (unzip) => {
    const text = execFileSync(unzip, ['-p', deed.file, 'README.txt'], { encoding: 'utf8' })
    expect(text).toContain('datadeed')
  })
})

/** FORMAT.md section 2, for a deed of one table and one part. */
function orderOf(folder: string): string[] {
  const keys = (readJson('manifest.json') as Manifest).predicate.compartments.map(
    ({ name }) => `keys/${name}.age`,
  )
  expect(readdirSync(join(folder, 'data', '0'))).toEqual(['0.blocks'])
  return [
    ...['mimetype', 'README.txt', 'data/0/0.blocks', 'data/0.index', 'manifest.json', 'access.json'],
    ...keys,
    ...['access.signatures.json', 'signatures.json'],
  ]
}

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
  mldsa65: '308207b2300b0609608648016503040312038207a100',
} as const
const ALGORITHMS = { ed25519: 'ed25519', mldsa65: 'ml-dsa-65' } as const
type Algorithm = keyof typeof SPKI_HEADS
let written = 0

/** Puts the signed bytes (FORMAT.md section 4), signatures and keys into a folder, by the names that the page uses. */
function writeSigned(body: string, signatures: string): string {
  const folder = join(deed.home, `signed ${written++}`)
  mkdirSync(folder)
  const bytes = readFileSync(join(deed.folder, body))
  const { payloadType, signatures: all } = readJson(signatures) as Envelope
  expect(payloadType).toBe('application/vnd.in-toto+json')
  const head = `DSSEv1 ${payloadType.length} ${payloadType} ${bytes.length} `
  writeFileSync(join(folder, 'pae.bin'), Buffer.concat([Buffer.from(head), bytes]))
  for (const name of ['ed25519', 'mldsa65'] as const) {
    const signature = all.find(({ alg }) => alg === ALGORITHMS[name])
    writeFileSync(join(folder, `${name}.sig`), Buffer.from(signature?.sig ?? '', 'base64'))
    const der = Buffer.concat([Buffer.from(SPKI_HEADS[name], 'hex'), deed[name]]).toString('base64')
    const lines = ['-----BEGIN PUBLIC KEY-----', ...(der.match(/.{1,64}/g) ?? []), '-----END PUBLIC KEY-----']
    writeFileSync(join(folder, `${name}.pem`), `${lines.join('\n')}\n`)
  }
  return folder
}

/** The words of the page's line for one algorithm. */
function wordsOfThePage(algorithm: Algorithm): string[] {
  const page = readFileSync(join(import.meta.dirname, '../../src/deed/FORMAT.md'), 'utf8')
  const line = page
    .split('\n')
    .find((each) => each.includes(`openssl pkeyutl`) && each.includes(`${algorithm}.pem`))
  const [command = '', ...words] = (line ?? '').replace(/#.*/, '').trim().split(/\s+/)
  expect(command).toBe('openssl')
  return words
}

function opensslKnowsMlDsa(): boolean {
  const openssl = findProgram('openssl')
  if (openssl === undefined) return false
  const [, major, minor] =
    /^OpenSSL (\d+)\.(\d+)/.exec(execFileSync(openssl, ['version'], { encoding: 'utf8' })) ?? []
  return Number(major) > 3 || (Number(major) === 3 && Number(minor) >= 5)
}
