import { open, readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { type SmallDeed, writeSmallDeed } from '../../fixtures/deeds/small-deed.ts'
import { codeOf, type Opened, openWhole, useTemporaryFolder } from './open-deed.ts'

const REFUSED = ['DAMAGED', 'LIMIT', 'SIGNATURE', 'UNSUPPORTED', 'PATH', 'NOT_OPENED']
/** All bytes with DATADEED_TEST_LONG, else some of them. */
const LONG = process.env.DATADEED_TEST_LONG !== undefined
const ENVELOPES = ['signatures.json', 'access.signatures.json']

const flip = (bytes: Buffer, at: number, bits: number): Buffer => {
  const flipped = Buffer.from(bytes)
  flipped.writeUInt8(bytes.readUInt8(at) ^ bits, at)
  return flipped
}

/** What decides in an envelope: nothing else in it is signed, nor believed. */
function decisive(envelope: Buffer): string | undefined {
  try {
    const { payloadType, signatures } = JSON.parse(envelope.toString())
    return JSON.stringify([payloadType, signatures.map(({ sig }: { sig: unknown }) => sig)])
  } catch {
    return undefined
  }
}

describe('D01 D02 E01 a deed with one byte changed', () => {
  const folder = useTemporaryFolder()

  it.each([
    { bits: 0x01, step: LONG ? 1 : 83 },
    { bits: 0x20, step: LONG ? 1 : 307 },
    { bits: 0x80, step: LONG ? 1 : 149 },
  ])('is refused wherever the byte stands (bits $bits)', { timeout: 3_600_000 }, async ({ bits, step }) => {
    const path = join(folder(), 'small.deed')
    const { seller, buyer } = await writeSmallDeed(path, { form: 'file', suite: 'classic' })
    const whole = await readFile(path)
    const accepted: number[] = []
    let flips = 0
    await using file = await open(path, 'r+')
    for (let at = bits % step; at < whole.length; at += step, flips += 1) {
      await file.write(Buffer.of(whole.readUInt8(at) ^ bits), 0, 1, at)
      const code = await codeOf(() => openWhole(path, { from: seller.card, key: buyer }))
      if (!REFUSED.includes(code)) accepted.push(at)
      await file.write(whole, at, 1, at)
    }
    tell('in a ZIP', bits, flips, accepted.length)
    expect(accepted).toEqual([])
    expect(await codeOf(() => openWhole(path, { from: seller.card, key: buyer }))).toBe('accepted')
  })

  /** Everything that a reader gets out of the folder, or the code of the refusal. */
  async function outcomeOf(path: string, { seller, buyer }: SmallDeed): Promise<string> {
    let opened: Opened | undefined
    const code = await codeOf(async () => {
      opened = await openWhole(path, { from: seller.card, key: buyer })
    })
    return opened === undefined ? code : JSON.stringify(opened)
  }

  it.each([
    { bits: 0x01, step: LONG ? 1 : 149 },
    { bits: 0x04, step: LONG ? 1 : 613 },
    { bits: 0x80, step: LONG ? 1 : 613 },
  ])(
    'is refused as a folder, unless the byte is no more than a hint (bits $bits)',
    { timeout: 3_600_000 },
    async ({ bits, step }) => {
      const path = join(folder(), 'small deed')
      const deed = await writeSmallDeed(path, { form: 'folder', suite: 'classic' })
      const sealed = await outcomeOf(path, deed)
      expect(REFUSED).not.toContain(sealed)
      const entries = await readdir(path, { recursive: true, withFileTypes: true })
      const hints = new Map<string, number>()
      let flips = 0
      for (const { name, parentPath } of entries.filter((entry) => entry.isFile())) {
        const file = join(parentPath, name)
        const whole = await readFile(file)
        for (let at = bits % step; at < whole.length; at += step, flips += 1) {
          const flipped = flip(whole, at, bits)
          await writeFile(file, flipped)
          const outcome = await outcomeOf(path, deed)
          if (REFUSED.includes(outcome)) continue
          expect(outcome, `${name} ${at}`).toBe(sealed)
          expect(ENVELOPES).toContain(name)
          expect(decisive(flipped), `${name} ${at}`).toBe(decisive(whole))
          hints.set(name, (hints.get(name) ?? 0) + 1)
        }
        await writeFile(file, whole)
      }
      tell(
        'in a folder',
        bits,
        flips,
        Array.from(hints.values()).reduce((sum, count) => sum + count, 0),
      )
      expect(await outcomeOf(path, deed)).toBe(sealed)
    },
  )

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

/** The figures of a long run. */
function tell(where: string, bits: number, flips: number, hints: number): void {
  if (LONG) process.stderr.write(`${flips} flips of ${bits} ${where}, ${hints} of them of hints\n`)
}
