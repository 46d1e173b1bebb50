import { open, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { writeSmallDeed } from '../../fixtures/deeds/small-deed.ts'
import { openContainer } from '../../src/deed/index.ts'
import {
  buildCentralHeader,
  buildEndRecords,
  buildLocalHeader,
  parseEndRecords,
  type ZipEntry,
} from '../../src/deed/zip-records.ts'
import { codeOf, expectCode, useTemporaryFolder } from './open-deed.ts'

const folder = useTemporaryFolder()
const LOCAL = Buffer.from('PK\x03\x04', 'latin1')
const CENTRAL = Buffer.from('PK\x01\x02', 'latin1')
const END = Buffer.from('PK\x05\x06', 'latin1')

async function smallZip(): Promise<Buffer> {
  const path = join(folder(), 'small.deed')
  await writeSmallDeed(path, { form: 'file', suite: 'classic' })
  return readFile(path)
}

async function codeWith(bytes: Uint8Array): Promise<string> {
  const path = join(folder(), 'changed.deed')
  await writeFile(path, bytes)
  return codeOf(async () => {
    await using container = await openContainer(path)
    return container.entries
  })
}

describe('a deed as a ZIP', () => {
  it('E26 is refused with any field of a local or central header changed, alone or in both', async () => {
    const zip = await smallZip()
    expect(await codeWith(zip)).toBe('accepted')
    const local = zip.indexOf(LOCAL, 1)
    const central = zip.indexOf(CENTRAL, zip.indexOf(CENTRAL) + 1)
    const change = (edits: readonly (readonly [at: number, value: number])[]): Promise<string> => {
      const changed = Buffer.from(zip)
      for (const [at, value] of edits) changed.writeUInt16LE(value, at)
      return codeWith(changed)
    }
    // Version, flags (encrypted, data descriptor, UTF-8), method, time, date; each at its place in either header.
    const fields = [
      [4, 45],
      [6, 0x0001],
      [6, 0x0008],
      [6, 0x0800],
      [8, 8],
      [10, 1],
      [12, 0x22],
      [28, 4],
    ] as const
    for (const [at, value] of fields) {
      const both = [
        [local + at, value],
        [central + at + 2, value],
      ] as const
      expect(await change([both[0]])).toBe('DAMAGED')
      expect(await change([both[1]])).toBe('DAMAGED')
      expect(await change(both)).toBe('DAMAGED')
    }
    // Made by, comment length, disk, internal and external attributes, offset.
    for (const at of [4, 32, 34, 36, 38, 42]) expect(await change([[central + at, 0x1234]])).toBe('DAMAGED')
  })

  it('E06 is refused with a prefix, a gap, a comment, or anything behind its end', async () => {
    const zip = await smallZip()
    const directory = zip.indexOf(CENTRAL)
    const end = zip.lastIndexOf(END)
    const insert = (at: number): Buffer =>
      Buffer.concat([zip.subarray(0, at), Buffer.alloc(4), zip.subarray(at)])
    const moved = (bytes: Buffer): Buffer => {
      const copy = Buffer.from(bytes)
      const at = copy.lastIndexOf(END) + 16
      copy.writeUInt32LE(copy.readUInt32LE(at) + 4, at)
      return copy
    }
    for (const at of [0, zip.indexOf(LOCAL, 1), directory, end, zip.length]) {
      expect(await codeWith(insert(at))).toBe('DAMAGED')
      expect(await codeWith(moved(insert(at)))).toBe('DAMAGED')
    }
    const commented = Buffer.concat([zip, Buffer.from('hello')])
    commented.writeUInt16LE(5, end + 20)
    expect(await codeWith(commented)).toBe('DAMAGED')
  })

  it('is refused if two names stand over one entry, or a directory lists fewer entries', async () => {
    const zip = await smallZip()
    const end = zip.lastIndexOf(END)
    const fewer = Buffer.from(zip)
    fewer.writeUInt16LE(zip.readUInt16LE(end + 10) - 1, end + 8)
    fewer.writeUInt16LE(zip.readUInt16LE(end + 10) - 1, end + 10)
    expect(await codeWith(fewer)).toBe('DAMAGED')
  })

  it('is refused above 65,536 entries before its directory is read', async () => {
    const ends = (count: number): Uint8Array => buildEndRecords({ count, size: 0, offset: 0 })
    expect(await codeWith(ends(65_537))).toBe('LIMIT')
    expect(await codeWith(ends(65_536))).toBe('DAMAGED')
    expect(await codeWith(ends(2 ** 40))).toBe('LIMIT')
  })

  it('refuses an entry over the cap that a reader gives, before it is read', async () => {
    const path = join(folder(), 'small.deed')
    await writeSmallDeed(path, { form: 'file', suite: 'classic' })
    await using container = await openContainer(path)
    const { size } = container.entries.find(({ name }) => name === 'manifest.json') ?? { size: 0 }
    expect((await container.readWhole('manifest.json', size)).length).toBe(size)
    await expectCode(() => container.readWhole('manifest.json', size - 1), 'LIMIT')
  })

  it('is refused if it is something else', async () => {
    for (const text of ['', 'PK', 'name,mobile\n', '%PDF-1.7']) {
      expect(await codeWith(Buffer.from(text))).toBe('DAMAGED')
    }
    await expectCode(() => openContainer(join(folder(), 'absent.deed')), 'IO_READ')
  })
})

describe('a ZIP over 4 GiB', () => {
  const GIB = 2 ** 30

  it('opens by its ZIP64 records', async () => {
    const path = join(folder(), 'large.deed')
    const entries: ZipEntry[] = []
    await using file = await open(path, 'w+')
    let offset = 0
    for (let number = 0; number < 6; number += 1) {
      const entry = { name: `data/0/${number}.blocks`, size: GIB, crc32: 0, offset }
      const header = buildLocalHeader(entry)
      await file.write(header, 0, header.length, offset)
      entries.push(entry)
      offset += header.length + GIB
    }
    const central = Buffer.concat(entries.map(buildCentralHeader))
    const tail = Buffer.concat([central, buildEndRecords({ count: 6, size: central.length, offset })])
    await file.write(tail, 0, tail.length, offset)
    await using container = await openContainer(path)
    expect(container.entries).toHaveLength(6)
    expect(container.place('data/0/5.blocks').position).toBe((entries[5]?.offset ?? 0) + 45)
    const last = Buffer.from('last')
    await container.read('data/0/5.blocks', GIB - 4, last)
    expect(last).toEqual(Buffer.alloc(4))

    // The same without the ZIP64 field where it must stand, and with one where it must not.
    const old = Buffer.from(tail)
    old.writeUInt32LE(0, old.length - 22 + 16)
    await file.write(old, 0, old.length, offset)
    expect(await codeOf(() => openContainer(path))).toBe('DAMAGED')
  })

  it('has ZIP64 records exactly where a field cannot hold its value', () => {
    const limit = 0xffffffff
    const wide = (directory: { count: number; size: number; offset: number }): boolean =>
      buildEndRecords(directory).length > 22
    expect(wide({ count: 0xfffe, size: limit - 1, offset: limit - 1 })).toBe(false)
    expect(wide({ count: 0xffff, size: 0, offset: 0 })).toBe(true)
    expect(wide({ count: 1, size: limit, offset: 0 })).toBe(true)
    expect(wide({ count: 1, size: 0, offset: limit })).toBe(true)
    const header = (offset: number): number =>
      buildCentralHeader({ name: 'a', size: 0, crc32: 0, offset }).length
    expect([header(limit - 1), header(limit)]).toEqual([47, 59])
    for (const directory of [
      { count: 3, size: 100, offset: 200 },
      { count: 0xffff, size: 5, offset: limit },
      { count: 9, size: limit - 1, offset: 2 ** 45 },
    ]) {
      const padded = Buffer.concat([Buffer.alloc(100), buildEndRecords(directory)])
      expect(parseEndRecords(padded)).toEqual(directory)
    }
  })
})
