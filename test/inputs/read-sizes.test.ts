import { createHash } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { cutSlice, openCsvExport } from '../../src/ingest/index.ts'
import { memoryDisk } from './disks.ts'

const LONG = process.env.DATADEED_TEST_LONG !== undefined
const KIB = 1024
const MOST = 65_537
const BORDERS = [16 * KIB, 32 * KIB, 64 * KIB, 128 * KIB]

/** Within quotes, what a read may cut apart: characters of two to four bytes, line ends of two, doubled quotes, a quote's end. */
const EVERYTHING = '中\r\n""😀'
const CUT_APART = ['é', '中', '😀', '\r\n', '""', '""""', '"\r\n4,"', EVERYTHING]

type Encode = (text: string) => Buffer

const ENCODERS: readonly (readonly [string, Encode])[] = [
  ['utf-8', (text) => Buffer.from(text)],
  ['utf-16le', (text) => Buffer.from(text, 'utf16le')],
  ['utf-16be', (text) => Buffer.from(text, 'utf16le').swap16()],
]

/** An export in which `piece` lies over each border. */
function exportOf(encode: Encode, piece: string): Buffer {
  const row = encode('1,"x中😀""\r\n"\r\n')
  const before = encode('2,"')
  const filler = encode('x')
  const half = Math.floor(encode(piece).length / 2)
  let bytes = encode('\ufeffid,v\r\n')
  for (const border of BORDERS) {
    const room = border - half - bytes.length - before.length
    const rows = Math.floor(room / row.length)
    const fillers = Math.ceil((room - rows * row.length) / filler.length)
    const parts = [...Array(rows).fill(row), before, ...Array(fillers).fill(filler)]
    bytes = Buffer.concat([bytes, ...parts, encode(`${piece}"\r\n`)])
  }
  return Buffer.concat([bytes, encode('3,last')])
}

/** The digest of all that is found in an export and made of it, in slices as they come. */
async function digestOf(content: Uint8Array, readBytes: number): Promise<string> {
  const digest = createHash('sha256')
  await using source = await openCsvExport('t.csv', { disk: memoryDisk(content), readBytes })
  digest.update(JSON.stringify([source.dialect, source.columns, source.encodingBy]))
  digest.update(source.preamble)
  for await (const slice of source.slices({ sliceBytes: 20 * KIB, sliceRows: 1000, readBytes })) {
    digest.update(`${slice.number} ${slice.offset} ${slice.rowEnds} ${slice.last} ${slice.bytes.length}`)
    digest.update(slice.bytes)
    const cut = cutSlice(slice.bytes, source.dialect, slice)
    for (const { column, kind, bytes } of cut.segments) digest.update(`${column} ${kind}`).update(bytes)
    slice.release()
  }
  return digest.digest('hex')
}

/** All sizes (of UTF-16 every seventh), or those around which something changes, odd ones among them. */
function sizes(encoding: string): number[] {
  const step = encoding === 'utf-8' ? 1 : 7
  if (LONG) return Array.from({ length: Math.floor(MOST / step) }, (_, at) => 1 + at * step)
  const powers = Array.from({ length: 11 }, (_, at) => 64 << at)
  return [3, 17, ...powers.flatMap((size) => [size - 1, size, size + 1]), 999, 10_007, 31_337, 54_321]
}

describe('A08 an export whose characters, line ends and quotes lie over the borders of its reads', () => {
  for (const [encoding, encode] of ENCODERS) {
    it(
      `gives the same slices and segments for every size of a read: ${encoding}`,
      async () => {
        const content = exportOf(encode, EVERYTHING)
        const whole = await digestOf(content, 1 << 20)
        const differing: number[] = []
        for (const size of sizes(encoding))
          if ((await digestOf(content, size)) !== whole) differing.push(size)
        expect(differing).toEqual([])
      },
      LONG ? 1_200_000 : 60_000,
    )

    it(`gives them whatever it is that lies over them: ${encoding}`, async () => {
      for (const piece of CUT_APART) {
        const content = exportOf(encode, piece)
        expect(content.length).toBeGreaterThan(128 * KIB)
        const whole = await digestOf(content, 1 << 20)
        for (const size of BORDERS) expect(await digestOf(content, size), piece).toBe(whole)
      }
    })
  }

  it('gives them for reads of one byte and of two', async () => {
    const content = Buffer.from(`id,v\r\n${`1,"${EVERYTHING}"\r\n`.repeat(500)}9,end`)
    const whole = await digestOf(content, 1 << 20)
    for (const size of [1, 2]) expect(await digestOf(content, size)).toBe(whole)
  })
})
