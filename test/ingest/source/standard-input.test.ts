import { createHash } from 'node:crypto'
import { Readable } from 'node:stream'
import { describe, expect, it } from 'vitest'
import { ExpectedDigest } from '../../../src/ingest/source/expect-digest.ts'
import { openStandardInput } from '../../../src/ingest/source/standard-input.ts'

const MIB = 1024 * 1024
const BYTES = Buffer.from(Uint8Array.from({ length: 9 * MIB }, (_, at) => (at * 31 + (at >> 11)) & 0xff))

function* pieces(bytes: Buffer, length: number): Generator<Buffer> {
  for (let at = 0; at < bytes.length; at += length) yield bytes.subarray(at, at + length)
}

function piped(bytes: Buffer, { length = 60_001, expected }: { length?: number; expected?: string } = {}) {
  return openStandardInput(
    new ExpectedDigest(expected, 'standard input'),
    Readable.from(pieces(bytes, length)),
  )
}

async function readAll(source: ReturnType<typeof piped>, step: number): Promise<Buffer> {
  const read: Buffer[] = []
  for (let at = 0; ; ) {
    await source.reach(at + step + 1)
    const piece = Buffer.alloc(Math.min(step, source.size - at))
    if (piece.length === 0) return Buffer.concat(read)
    await source.readInto(piece, at)
    read.push(piece)
    at += piece.length
  }
}

describe('standard input', () => {
  it.each([1, 4096, 65_536, 5 * MIB])('is read to its end in pieces of %i bytes', async (length) => {
    const bytes = length === 1 ? BYTES.subarray(0, 3000) : BYTES
    await using source = piped(bytes, { length })
    expect(source.size).toBe(Number.POSITIVE_INFINITY)
    expect((await readAll(source, 131_072)).equals(bytes)).toBe(true)
    expect(source.size).toBe(bytes.length)
  })

  it('lets its head be looked at again, as often as is wanted', async () => {
    await using source = piped(BYTES)
    for (const length of [10, 131_072, 4 * MIB, 7]) {
      const head = Buffer.alloc(length)
      await source.readInto(head, 0)
      expect(head.equals(BYTES.subarray(0, length))).toBe(true)
    }
    expect((await readAll(source, MIB)).equals(BYTES)).toBe(true)
  })

  it('knows its size from the start if it is short', async () => {
    await using source = piped(Buffer.from('a,b\n1,2\n'))
    await source.reach(131_072)
    expect(source.size).toBe(8)
  })

  it('refuses at its end another digest than the expected one', async () => {
    const expected = createHash('sha256').update(BYTES).digest('hex')
    await using good = piped(BYTES, { expected })
    expect((await readAll(good, MIB)).length).toBe(BYTES.length)
    await using cut = piped(BYTES.subarray(0, -1), { expected })
    await expect(readAll(cut, MIB)).rejects.toMatchObject({ code: 'VALUE' })
  })

  it('tells a broken pipe as a failed read', async () => {
    const broken = new Readable({
      read() {
        this.destroy(Object.assign(new Error('gone'), { code: 'EIO' }))
      },
    })
    await using source = openStandardInput(new ExpectedDigest(undefined, '-'), broken)
    await expect(source.reach(1)).rejects.toMatchObject({ code: 'IO_READ' })
  })
})
