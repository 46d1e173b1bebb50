import { describe, expect, it } from 'vitest'
import {
  type EdgeSignature,
  underMixedKeys,
  underSmallOrderKeys,
  withRaisedS,
  withSmallOrderR,
} from '../../fixtures/crypto/ed25519-edges.ts'
import { fromY, otherSpellings } from '../../fixtures/crypto/edwards25519.ts'
import { assertEd25519PublicKey, verifyEd25519 } from '../../src/crypto/ed25519.ts'

const refusedKey = expect.objectContaining({ code: 'SIGNATURE' })
const verdict = ({ publicKey, message, signature }: EdgeSignature) =>
  verifyEd25519(publicKey, message, signature)

/** Every signature here satisfies the equation of some reader: only the rules of FORMAT.md section 4 refuse it. */
describe('Ed25519 at its edges', () => {
  it('D16 D17 takes no key of small order, in none of its spellings, whatever fits it', () => {
    const vectors = underSmallOrderKeys()
    expect(new Set(vectors.map(({ publicKey }) => publicKey.toString('hex'))).size).toBe(14)
    for (const vector of vectors) expect(() => verdict(vector), vector.edge).toThrow(refusedKey)
  })

  it('D17 takes no second spelling of any other key', () => {
    const spellings = Array.from({ length: 19 }, (_, y) => BigInt(y)).flatMap((y) =>
      [0n, 1n].flatMap((low) => {
        const point = fromY(y, low)
        return point === undefined ? [] : otherSpellings(point)
      }),
    )
    expect(spellings.length).toBeGreaterThan(15)
    for (const key of spellings) expect(() => assertEd25519PublicKey(key)).toThrow(refusedKey)
  })

  it('D18 takes no R of small order, in none of its spellings, though the signer made it', () => {
    const vectors = withSmallOrderR()
    expect(vectors).toHaveLength(14)
    expect(vectors.filter(verdict)).toEqual([])
  })

  it('D18 takes S below the order of the group only', () => {
    const { honest, raised } = withRaisedS()
    expect(verdict(honest)).toBe(true)
    expect(raised).toHaveLength(5)
    expect(raised.filter(verdict)).toEqual([])
  })

  it('takes the equation as it stands, not eight times it: every reader comes to the same', () => {
    const vectors = underMixedKeys()
    const taken = vectors.filter(verdict).map(({ equation }) => equation)
    expect(taken).toEqual(Array(7).fill('exact'))
  })
})
