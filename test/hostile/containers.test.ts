import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, renameSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { type Entry, packZip } from '../deed/edit-deed.ts'
import { itNeeds } from '../interop/needs.ts'
import { endOf, layFolder, useSpecimen } from './buyers-way.ts'

const specimen = useSpecimen()
const everybody = () => ({ from: specimen().deed.seller.card, key: specimen().deed.buyer })
const content = Buffer.from('{}')

/** The entries with another one, where a deed would have it: with the data, or before the signatures. */
function withEntry(name: string): Entry[] {
  const { entries } = specimen()
  const at = name.startsWith('data') ? 4 : entries.length - 2
  return [...entries.slice(0, at), { name, bytes: content }, ...entries.slice(at)]
}

describe('a deed', () => {
  it('E24 that lacks any of its entries is refused', async () => {
    const { entries, end } = specimen()
    for (const { name } of entries) {
      expect(await end(entries.filter((entry) => entry.name !== name)), name).toBe(5)
    }
  })

  it('E25 with an entry that it does not describe is refused', async () => {
    for (const name of ['data/2.index', 'data/0/1.blocks', 'data/2/0.blocks', 'keys/other.age']) {
      expect(await specimen().end(withEntry(name)), name).toBe(5)
    }
  })

  it('E25 E27 with a name that no deed has is refused', async () => {
    for (const name of [
      '.DS_Store',
      'data/notes.txt',
      'MANIFEST.JSON',
      'Manifest.json',
      'data/00.index',
      'keys/CONTACT.age',
      'CON',
      'readme.txt ',
      'keys/contact.age.',
      'keys/conta\u0301ct.age',
    ]) {
      expect(await specimen().end(withEntry(name)), name).toBe(13)
    }
  })

  it('E27 with a name that leads out of its folder is refused, and nothing is written there', async () => {
    for (const name of [
      '../evil',
      '../../evil',
      '/etc/evil',
      'data/../../evil',
      'data\\..\\evil',
      'C:\\evil',
      'keys/\0.age',
      '\u001b[2J',
      'x'.repeat(300),
    ]) {
      expect(await specimen().endOfZip(withEntry(name)), JSON.stringify(name)).toBe(13)
    }
  })

  it('E25 with any entry twice is refused', async () => {
    const { entries, endOfZip } = specimen()
    for (const [at, entry] of entries.entries()) {
      const doubled = [...entries.slice(0, at), entry, ...entries.slice(at)]
      expect(await endOfZip(doubled), entry.name).toBe(5)
    }
  })

  it('E26 as a ZIP whose directory calls an entry a link, a pipe, a device or a folder is refused', async () => {
    const zip = Buffer.from(packZip(specimen().entries))
    const path = join(specimen().folder, 'modes.deed')
    const attributes = zip.indexOf(Buffer.from('PK\x01\x02', 'latin1')) + 38
    for (const mode of [0xa1ff, 0x11a4, 0x21a4, 0x41ed, 0x0000, 0x89ff]) {
      zip.writeUInt32LE(mode * 0x10000, attributes)
      writeFileSync(path, zip)
      expect(await endOf(path, everybody()), mode.toString(16)).toBe(5)
    }
    rmSync(path)
  })
})

describe('E26 a deed as a folder', () => {
  let folder = ''
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'irregular '))
    layFolder(join(folder, 'a.deed'), specimen().entries)
  })
  afterEach(() => rmSync(folder, { recursive: true }))

  const NAMES = [
    'mimetype',
    'manifest.json',
    'data/0/0.blocks',
    'data/1.index',
    'keys/contact.age',
    'signatures.json',
  ]
  /** The end of a deed of which `lay` replaced an entry; its file is moved away. */
  async function endWith(
    name: string,
    lay: (place: string, moved: string) => unknown,
  ): Promise<number | string> {
    const [place, moved] = [join(folder, 'a.deed', name), join(folder, 'moved')]
    renameSync(place, moved)
    await lay(place, moved)
    const end = await endOf(join(folder, 'a.deed'), everybody())
    rmSync(place, { recursive: true, force: true })
    renameSync(moved, place)
    return end
  }

  it('is refused with a link in place of an entry, also to its own bytes', async () => {
    for (const name of NAMES) {
      expect(await endWith(name, (place, moved) => symlinkSync(moved, place)), name).toBe(5)
      expect(await endWith(name, (place) => symlinkSync('/dev/zero', place)), name).toBe(5)
      expect(await endWith(name, (place) => symlinkSync('nowhere', place)), name).toBe(5)
    }
  })

  it('is refused with a folder in place of an entry', async () => {
    for (const name of NAMES) expect(await endWith(name, (place) => mkdirSync(place)), name).toBe(5)
  })

  itNeeds('mkfifo', 'coreutils')('is refused with a pipe or a socket, and waits for none', async (mkfifo) => {
    for (const name of NAMES) {
      expect(await endWith(name, (place) => execFileSync(mkfifo, [place])), name).toBe(5)
    }
    const server = createServer()
    // The path of a socket may be no longer than some hundred bytes.
    const listening = (place: string) =>
      new Promise<void>((resolve) => {
        server.listen(place, resolve)
      })
    expect(await endWith('mimetype', listening)).toBe(5)
    await new Promise((resolve) => server.close(resolve))
  })
})
