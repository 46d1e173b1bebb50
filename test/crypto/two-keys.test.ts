import { createDecipheriv } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { derive, forgeForTwo } from '../../fixtures/crypto/two-keys.ts'
import { CobblestoneDecryptor, openCobblestone, openCobblestoneRange } from '../../src/crypto/index.ts'

describe('E12 a ciphertext made to open under two keys', () => {
  const salt = Buffer.alloc(24, 9)
  const empty = new Uint8Array(0)
  const inputKeys = [Buffer.alloc(32, 1), Buffer.alloc(32, 2)] as const
  const [one, two] = [derive(inputKeys[0], salt), derive(inputKeys[1], salt)]
  const forged = forgeForTwo(one, two)

  it('deceives AES-256-GCM alone', () => {
    for (const { key, nonce } of [one, two]) {
      const decipher = createDecipheriv('aes-256-gcm', key, nonce, { authTagLength: 16 })
      decipher.setAuthTag(forged.subarray(16))
      decipher.update(forged.subarray(0, 16))
      expect(() => decipher.final()).not.toThrow()
    }
  })

  it('opens under the one key that it is committed to, and never under the other', () => {
    for (const [mine, own, other] of [
      [0, one, 1],
      [1, two, 0],
    ] as const) {
      const message = Buffer.concat([salt, own.commitment, forged])
      expect(openCobblestone(inputKeys[mine], empty, message)).toHaveLength(16)
      for (const open of [
        () => openCobblestone(inputKeys[other], empty, message),
        () => openCobblestoneRange(inputKeys[other], empty, { ciphertext: message, start: 0, end: 1 }),
        () => new CobblestoneDecryptor(inputKeys[other], empty).update(message),
      ]) {
        expect(open).toThrow(expect.objectContaining({ code: 'DAMAGED', fault: 'key' }))
      }
    }
  })

  it('is refused before any chunk is looked at: with a broken chunk the fault is still the key', () => {
    const broken = Buffer.concat([salt, one.commitment, Buffer.alloc(32)])
    const open = () => openCobblestone(inputKeys[1], empty, broken)
    expect(open).toThrow(expect.objectContaining({ fault: 'key', chunk: undefined }))
    const right = () => openCobblestone(inputKeys[0], empty, broken)
    expect(right).toThrow(expect.objectContaining({ fault: 'altered', chunk: 0 }))
  })

  it('is refused with a commitment of its own making', () => {
    const message = Buffer.concat([salt, Buffer.alloc(32), forged])
    for (const key of inputKeys) {
      expect(() => openCobblestone(key, empty, message)).toThrow(expect.objectContaining({ fault: 'key' }))
    }
  })
})
