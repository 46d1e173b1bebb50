import { gzipSync, zstdCompressSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { DatadeedError } from '../../../src/errors.ts'
import { openCsvExport } from '../../../src/ingest/index.ts'
import { openSource } from '../../../src/ingest/source/open-source.ts'
import { PACKED_BYTES } from '../../../src/limits.ts'
import { useFolder } from '../../hostile/make-deed.ts'
import { readTable } from '../read-table.ts'

const folder = useFolder()
const ROWS = `id,name\r\n${Array.from({ length: 20_000 }, (_, row) => `${row},the "name" ${row}\r\n`)
  .join('')
  .replaceAll('"', '')}`
const BOUNDS = { sliceBytes: 50_000, sliceRows: 100_000 }

async function codeOf(path: string): Promise<string> {
  try {
    await using source = await openSource(path)
    return `read ${source.size}`
  } catch (error) {
    if (error instanceof DatadeedError) return error.code
    throw error
  }
}

const skippable = Buffer.from('502a4d180400000001020304', 'hex')
const halves = [Buffer.from(ROWS.slice(0, 99_999)), Buffer.from(ROWS.slice(99_999))]

describe('a packed export', () => {
  it.each([
    ['gzip', 'a.csv.gz', gzipSync(ROWS)],
    ['gzip of several members', 'a.csv.gz', Buffer.concat(halves.map((half) => gzipSync(half)))],
    ['zstd', 'a.csv.zst', zstdCompressSync(ROWS)],
    [
      'zstd of several frames, some to be skipped',
      'a.CSV.ZST',
      Buffer.concat([skippable, ...halves.map((half) => zstdCompressSync(half)), skippable]),
    ],
  ])('gives the rows that were packed, twice: %s', async (_, name, bytes) => {
    await using source = await openCsvExport(folder().write(name, bytes))
    expect(source.name).toBe('a')
    expect(source.size).toBe(ROWS.length)
    for (let pass = 0; pass < 2; pass++) {
      const { bytes: rows } = await readTable(source, BOUNDS)
      expect(source.preamble.length + rows.length).toBe(ROWS.length)
      expect(Buffer.concat([source.preamble, rows]).equals(Buffer.from(ROWS))).toBe(true)
    }
  })

  const gz = gzipSync(ROWS)
  const zst = zstdCompressSync(ROWS)
  it.each([
    ['gzip cut off', 'a.csv.gz', gz.subarray(0, -9)],
    ['gzip with bytes behind it', 'a.csv.gz', Buffer.concat([gz, Buffer.from('junk')])],
    ['gzip with zeros behind it', 'a.csv.gz', Buffer.concat([gz, Buffer.alloc(512)])],
    ['gzip with a flipped byte', 'a.csv.gz', flip(gz, gz.length >> 1)],
    ['gzip with another checksum', 'a.csv.gz', flip(gz, gz.length - 7)],
    ['what is no gzip', 'a.csv.gz', Buffer.from(ROWS)],
    ['nothing', 'a.csv.gz', Buffer.alloc(0)],
    ['zstd cut off', 'a.csv.zst', zst.subarray(0, -5)],
    ['zstd cut within its first bytes', 'a.csv.zst', zst.subarray(0, 6)],
    ['zstd with bytes behind it', 'a.csv.zst', Buffer.concat([zst, Buffer.from('some junk behind')])],
    ['zstd with a frame cut behind it', 'a.csv.zst', Buffer.concat([zst, zst.subarray(0, 40)])],
    ['nothing but a frame to be skipped', 'a.csv.zst', skippable],
    ['nothing as zstd', 'a.csv.zst', Buffer.alloc(0)],
    ['gzip named zstd', 'a.csv.zst', gz],
  ])('is refused: %s', async (_, name, bytes) => {
    expect(await codeOf(folder().write(name, bytes))).toBe('FORMAT')
  })

  it('may unpack to so much whatever its size, and beyond that to no more than its ratio', async () => {
    const most = zstdCompressSync(Buffer.alloc(PACKED_BYTES, 'a'))
    expect(await codeOf(folder().write('most.csv.zst', most))).toBe(`read ${PACKED_BYTES}`)
    const over = zstdCompressSync(Buffer.alloc(PACKED_BYTES + 1, 'a'))
    expect(await codeOf(folder().write('over.csv.zst', over))).toBe('LIMIT')
  })

  it('is refused by what it is under another name', async () => {
    await expect(openCsvExport(folder().write('a.csv', gz))).rejects.toMatchObject({ code: 'FORMAT' })
  })
})

function flip(bytes: Buffer, at: number): Buffer {
  const flipped = Buffer.from(bytes)
  flipped.writeUInt8(bytes.readUInt8(at) ^ 1, at)
  return flipped
}
