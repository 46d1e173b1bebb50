import { hash } from 'node:crypto'
import { inflateSync } from 'node:zlib'
import * as cctv from 'cctv-age'
import { describe, expect, it } from 'vitest'
import { isArmored, openAgeFile, openWithPassphrase } from '../../src/crypto/index.ts'
import { parseArmor } from '../../src/crypto/passphrase.ts'
import { DatadeedError } from '../../src/errors.ts'
import { AGE_FILE_BYTES } from '../../src/limits.ts'

interface Vector {
  readonly name: string
  readonly expect: string
  readonly payload: string | undefined
  readonly identities: readonly string[]
  readonly passphrases: readonly string[]
  readonly armored: boolean
  readonly file: Buffer
}

function parseVector(name: string, bytes: Uint8Array): Vector {
  const buffer = Buffer.from(bytes)
  const split = buffer.indexOf('\n\n')
  const lines = buffer.toString('utf8', 0, split).split('\n')
  const values = (key: string) =>
    lines.filter((line) => line.startsWith(`${key}: `)).map((line) => line.slice(key.length + 2))
  const body = buffer.subarray(split + 2)
  return {
    name,
    expect: values('expect')[0] ?? '',
    payload: values('payload')[0],
    identities: values('identity'),
    passphrases: values('passphrase'),
    armored: values('armored')[0] === 'yes',
    file: values('compressed')[0] === 'zlib' ? inflateSync(body) : body,
  }
}

const all: Record<string, Uint8Array> = { ...cctv }
const vectors = Object.entries(all)
  .filter(([, bytes]) => bytes instanceof Uint8Array)
  .map(([name, bytes]) => parseVector(name, bytes))

async function outcomeOf(vector: Vector): Promise<Uint8Array | string> {
  try {
    if (vector.passphrases.length > 0) {
      return await openWithPassphrase(vector.file, Buffer.from(vector.passphrases[0] ?? ''))
    }
    const binary = vector.armored || isArmored(vector.file) ? await parseArmor(vector.file) : vector.file
    return await openAgeFile(binary, vector.identities)
  } catch (error) {
    if (error instanceof DatadeedError) return error.code
    throw error
  }
}

describe('F03 the public age vectors', () => {
  it('are all there, three of them larger than any file that wraps keys', () => {
    expect(vectors).toHaveLength(143)
    expect(vectors.filter((vector) => vector.file.length > AGE_FILE_BYTES)).toHaveLength(3)
  })

  it.each(vectors)('$name: $expect', async (vector) => {
    const outcome = await outcomeOf(vector)
    if (vector.file.length > AGE_FILE_BYTES) {
      expect(outcome).toBe('LIMIT')
    } else if (vector.expect === 'success') {
      expect(outcome).toBeInstanceOf(Uint8Array)
      expect(typeof outcome === 'string' ? outcome : hash('sha256', outcome)).toBe(vector.payload)
    } else if (vector.expect === 'no match') {
      expect(outcome).toBe('NO_KEY')
    } else {
      expect(vector.expect).toMatch(/^(header|armor|payload|HMAC) failure$/)
      expect(['DAMAGED', 'LIMIT']).toContain(outcome)
    }
  })
})
