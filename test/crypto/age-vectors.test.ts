import { hash } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { isArmored, openAgeFile, openWithPassphrase } from '../../src/crypto/index.ts'
import { parseArmor } from '../../src/crypto/passphrase.ts'
import { DatadeedError } from '../../src/errors.ts'
import { AGE_FILE_BYTES } from '../../src/limits.ts'
import { AGE_VECTORS, type AgeVector } from './age-vectors.ts'

async function outcomeOf(vector: AgeVector): Promise<Uint8Array | string> {
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
    expect(AGE_VECTORS).toHaveLength(143)
    expect(AGE_VECTORS.filter((vector) => vector.file.length > AGE_FILE_BYTES)).toHaveLength(3)
  })

  it.each(AGE_VECTORS)('$name: $expect', async (vector) => {
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
