import { open, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { writeSmallDeed } from '../../fixtures/deeds/small-deed.ts'
import { codeOf, openWhole, useTemporaryFolder } from './open-deed.ts'

const REFUSED = ['DAMAGED', 'LIMIT', 'SIGNATURE', 'UNSUPPORTED', 'PATH', 'NOT_OPENED']
/** All bytes with DATADEED_TEST_LONG, else some of them. */
const LONG = process.env.DATADEED_TEST_LONG !== undefined

describe('a deed with one byte changed', () => {
  const folder = useTemporaryFolder()

  it.each([
    { bits: 0x01, step: LONG ? 1 : 9 },
    { bits: 0x80, step: LONG ? 1 : 37 },
  ])('is refused wherever the byte stands (bits $bits)', { timeout: 1_800_000 }, async ({ bits, step }) => {
    const path = join(folder(), 'small.deed')
    const { seller, buyer } = await writeSmallDeed(path, { form: 'file', suite: 'classic' })
    const whole = await readFile(path)
    const accepted: number[] = []
    await using file = await open(path, 'r+')
    for (let at = bits % step; at < whole.length; at += step) {
      await file.write(Buffer.of(whole.readUInt8(at) ^ bits), 0, 1, at)
      const code = await codeOf(() => openWhole(path, { from: seller.card, key: buyer }))
      if (!REFUSED.includes(code)) accepted.push(at)
      await file.write(whole, at, 1, at)
    }
    expect(accepted).toEqual([])
    expect(await codeOf(() => openWhole(path, { from: seller.card, key: buyer }))).toBe('accepted')
  })

  it('E06 is refused however many bytes are cut off or appended', async () => {
    const path = join(folder(), 'small.deed')
    const { seller, buyer } = await writeSmallDeed(path, { form: 'file', suite: 'classic' })
    const whole = await readFile(path)
    await using file = await open(path, 'r+')
    const codes = new Set<string>()
    for (let length = 0; length < whole.length; length += length < 64 ? 1 : 211) {
      await file.truncate(0)
      await file.write(whole, 0, length, 0)
      codes.add(await codeOf(() => openWhole(path, { from: seller.card, key: buyer })))
    }
    for (const more of [1, 21, 22, 1000]) {
      await file.truncate(0)
      await file.write(Buffer.concat([whole, Buffer.alloc(more)]), 0, whole.length + more, 0)
      codes.add(await codeOf(() => openWhole(path, { from: seller.card, key: buyer })))
    }
    expect(codes).toEqual(new Set(['DAMAGED']))
  })
})
