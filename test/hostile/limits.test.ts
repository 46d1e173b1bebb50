import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { Desk } from '../cli/run-cli.ts'
import { editPlaintext, ORDERS, plaintextOf } from '../deed/edit-blocks.ts'
import { type Entry, editManifest, replace, writeZip } from '../deed/edit-deed.ts'
import { putAgeFile } from '../deed/edit-keys.ts'
import { useSpecimen } from './buyers-way.ts'
import { layParties, runMeasured } from './measured-run.ts'

const specimen = useSpecimen()
const GIB = 2 ** 30
const MIB = 2 ** 20

let desk: Desk
beforeEach(() => {
  desk = new Desk()
})
afterEach(() => desk[Symbol.dispose]())

/** The exit code of `verify --key` or `restore` in a process of its own, whose memory and time are watched. */
async function end(act: 'verify' | 'restore', entries: readonly Entry[]): Promise<number | string> {
  const path = await writeZip(desk.path('a.deed'), entries)
  const words = await layParties(desk, specimen().deed)
  return runMeasured(desk, words[act](path))
}

/** What decompresses to `length` zero bytes in blocks of 128 KiB, four bytes each (RFC 8878 section 3.1.1.2.2). */
function bomb(length: number): Buffer {
  const block = (last: boolean): Buffer => {
    const bytes = Buffer.alloc(4)
    bytes.writeUIntLE((131_072 << 3) | (1 << 1) | (last ? 1 : 0), 0, 3)
    return bytes
  }
  const count = length / 131_072
  const blocks = Array.from({ length: count }, (_, at) => block(at === count - 1))
  return Buffer.concat([Buffer.from('28b52ffd0068', 'hex'), ...blocks])
}

describe('a deed that is made to cost time and memory', () => {
  const withBomb = (length: number, stated: number): readonly Entry[] =>
    editPlaintext(specimen().entries, specimen().deed, ORDERS, () => plaintextOf(bomb(length), stated))

  it('E21 is refused where a block gives 1 GiB and says so', async () => {
    expect(await end('verify', withBomb(GIB, GIB))).toBe(4)
  })

  it('E21 is refused where a block gives 1 GiB and says less', async () => {
    expect(await end('restore', withBomb(GIB, 30 * MIB))).toBe(5)
  })

  it('D24 D25 is refused before a manifest of 17 MiB is read, and one without measure parsed', async () => {
    const { entries, deed } = specimen()
    const filled = (filler: (length: number) => string) => (statement: unknown) => {
      const text = JSON.stringify(statement)
      return Buffer.from(text.replace('"ext":{}', `"ext":{"a":${filler(16 * MIB - text.length - 200)}}`))
    }
    const large = editManifest(entries, deed.seller, (statement) =>
      Buffer.concat([Buffer.from(JSON.stringify(statement)), Buffer.alloc(17 * MIB, ' ')]),
    )
    expect(await end('restore', large)).toBe(4)
    const many = editManifest(
      entries,
      deed.seller,
      filled((length) => `[${'1,'.repeat(length / 2 - 1)}1]`),
    )
    expect(await end('verify', many)).toBe(4)
  })

  it('D25 is refused with an envelope of 17 MiB, which anybody can make', async () => {
    const large = Buffer.from(`{"payloadType":"${'x'.repeat(17 * MIB)}"}`)
    expect(await end('restore', replace(specimen().entries, 'signatures.json', large))).toBe(4)
  })

  const AGE = 'age-encryption.org/v1\n'
  const withAge = (text: string): readonly Entry[] =>
    putAgeFile(specimen().entries, specimen().deed, { compartment: 'contact', bytes: Buffer.from(text) })

  it('F04 is refused with 200,000 stanzas in an age file, and with as many as fit into its limit', async () => {
    expect(await end('restore', withAge(`${AGE}${'-> X25519 a\n\n'.repeat(200_000)}--- `))).toBe(4)
    expect(await end('verify', withAge(`${AGE}${'-> a\n\n'.repeat(174_000)}--- a\n`))).toBe(4)
  })

  it('F05 is refused with a line of 8 MB in an age file', async () => {
    expect(await end('verify', withAge(`${AGE}-> X25519 ${'x'.repeat(8_000_000)}\n`))).toBe(4)
  })
})
