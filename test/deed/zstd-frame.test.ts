import { createHash } from 'node:crypto'
import { expect, it } from 'vitest'
import { buildZstdFrame, openZstdFrame } from '../../src/deed/zstd-frame.ts'

/** Bytes that do not compress, the same in every run. */
function incompressible(length: number): Uint8Array {
  const blocks = Array.from({ length: Math.ceil(length / 64) }, (_, block) =>
    createHash('sha512').update(`block ${block}`).digest(),
  )
  return Buffer.concat(blocks).subarray(0, length)
}

it('gives one whole frame for contents of every length, also where it fills a buffer to its last byte', () => {
  const longest = incompressible(70_000)
  const lengths = Array.from({ length: 4000 }, (_, length) => length + 1).concat(
    16_384,
    16_370,
    65_536,
    70_000,
  )
  const broken = lengths.filter((length) => {
    const plain = longest.subarray(0, length)
    return Buffer.compare(openZstdFrame(buildZstdFrame(plain), length), plain) !== 0
  })
  expect(broken).toEqual([])
})
