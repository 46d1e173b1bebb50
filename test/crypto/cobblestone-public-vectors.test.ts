import { readFileSync } from 'node:fs'
import { inflateSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import {
  CobblestoneDecryptor,
  openCobblestone,
  openCobblestoneRange,
  sealCobblestone,
} from '../../src/crypto/index.ts'

/** The C2SP/wycheproof file c2sp_chunked_encryption_aes_256_gcm_test.json; it is not part of this project. */
const path = process.env.DATADEED_COBBLESTONE_VECTORS

const vectorSchema = z.object({
  tcId: z.number(),
  comment: z.string(),
  key: z.string(),
  ctx: z.string(),
  ct: z.string(),
  msgLength: z.number().optional(),
  msgSha512: z.string().optional(),
  result: z.enum(['valid', 'invalid']),
  flags: z.array(z.string()),
})
const fileSchema = z.object({ testGroups: z.array(z.object({ tests: z.array(vectorSchema) })) })

async function sha512(bytes: Uint8Array): Promise<string> {
  return Buffer.from(await crypto.subtle.digest('SHA-512', Buffer.from(bytes))).toString('hex')
}

describe.skipIf(path === undefined)('the public Cobblestone-256 vectors', () => {
  const file =
    path === undefined ? { testGroups: [] } : fileSchema.parse(JSON.parse(readFileSync(path, 'utf8')))
  const vectors = file.testGroups.flatMap((group) => group.tests)

  it('are all there', () => {
    expect(vectors).toHaveLength(35)
  })

  it.each(vectors)('$tcId: $comment', async (vector) => {
    const key = Buffer.from(vector.key, 'hex')
    const context = Buffer.from(vector.ctx, 'hex')
    const message = inflateSync(Buffer.from(vector.ct, 'hex'))
    const released = releasedByStream(key, context, message)
    if (vector.msgSha512 !== undefined) expect(await sha512(released.plaintext)).toBe(vector.msgSha512)
    expect(released.plaintext.length).toBe(vector.msgLength ?? 0)
    expect(released.ended).toBe(vector.result === 'valid')

    const start = 0
    const lastByte = () => openCobblestoneRange(key, context, { ciphertext: message, start, end: start })
    if (vector.flags.includes('ValidFinalChunk') || vector.result === 'valid') lastByte()
    else expect(lastByte).toThrow(expect.objectContaining({ code: 'DAMAGED' }))

    if (vector.result === 'invalid') {
      expect(() => openCobblestone(key, context, message)).toThrow(
        expect.objectContaining({ code: 'DAMAGED' }),
      )
      return
    }
    const plaintext = openCobblestone(key, context, message)
    expect(plaintext.length).toBe(vector.msgLength)
    expect(await sha512(plaintext)).toBe(vector.msgSha512)
    expect(message.equals(sealCobblestone(key, message.subarray(0, 24), context, plaintext))).toBe(true)
  })
})

function releasedByStream(key: Buffer, context: Buffer, message: Buffer) {
  const decryptor = new CobblestoneDecryptor(key, context)
  const parts: Uint8Array[] = []
  let ended = false
  try {
    for (let at = 0; at < message.length; at += 4096)
      parts.push(decryptor.update(message.subarray(at, at + 4096)))
    parts.push(decryptor.finish())
    ended = true
  } catch (error) {
    expect(error).toMatchObject({ code: 'DAMAGED' })
  }
  return { plaintext: Buffer.concat(parts), ended }
}
